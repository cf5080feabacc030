import { Container } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { FaceProvider, ProblemAlert, useOperation, Waiting } from '@trofast/ui';
import { lazy, Suspense, useState } from 'react';
import { Frame } from './frame.tsx';
import { PlainPage } from './plain-page.tsx';
import { StaffProvider, useStaff } from './staff.tsx';

const SignIn = lazy(async () => ({ default: (await import('../features/sign-in/sign-in-page.tsx')).SignInPage }));
const FirstShop = lazy(async () => ({ default: (await import('../features/setup/new-shop-page.tsx')).FirstShop }));

/** Lets staff in: signed in, and with a program to look at. */
export function Gate() {
  const session = useOperation('getStaffSession', {});
  if (session.data === undefined) {
    return (
      <PlainPage>
        {session.error ? <ProblemAlert error={session.error} onRetry={() => void session.refetch()} /> : <Waiting />}
      </PlainPage>
    );
  }
  const person = session.data.staff;
  return (
    <Suspense
      fallback={
        <Container py="xl">
          <Waiting />
        </Container>
      }
    >
      {person === undefined ? (
        <SignIn needsOwner={session.data.needsOwner} />
      ) : (
        <StaffProvider session={session.data} person={person}>
          <Inside />
        </StaffProvider>
      )}
    </Suspense>
  );
}

function Inside() {
  const { program } = useStaff();
  // What is shown once, the key, stays on the screen although there is a program from then on.
  const [isBeginning, setBeginning] = useState(program === undefined);
  if (program === undefined || isBeginning) return <FirstShop onEnter={() => setBeginning(false)} />;
  return (
    <FaceProvider program={program.id}>
      <Frame>
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </Frame>
    </FaceProvider>
  );
}
