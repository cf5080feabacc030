import { ProblemError } from '@trofast/sdk';
import { useFace, useOperation, Waiting } from '@trofast/ui';
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import type { Brand } from '../../look/brand.ts';
import { MembershipProvider } from '../../look/membership.tsx';
import { Shell } from '../../look/shell.tsx';
import { forgetLastKnown, readLastKnown } from '../../offline/last-known.ts';
import { usePlace } from '../../routing/routing.tsx';

const SignInPage = lazy(async () => ({ default: (await import('./sign-in-page.tsx')).SignInPage }));
const HandOver = lazy(async () => ({ default: (await import('./hand-over.tsx')).HandOver }));

export interface GateProps {
  readonly brand: Brand | undefined;
}

/** Who is signed in sees the portal; who is not, how to; who is without a network, what was seen last. */
export function Gate({ brand }: GateProps) {
  const { program } = useFace();
  const { page } = usePlace();
  const kept = useMemo(() => readLastKnown(program), [program]);
  const session = useOperation('getMemberSession', {});
  const isSignedOut = session.data !== undefined && session.data.memberId === undefined;

  if (page === 'handover')
    return (
      <Lazily>
        <HandOver />
      </Lazily>
    );
  if (isSignedOut) {
    forgetLastKnown(program);
    return (
      <Lazily>
        <SignInPage brand={brand} />
      </Lazily>
    );
  }
  const isUnknown = session.error instanceof ProblemError && session.error.problem.status < 500;
  if (isUnknown)
    return (
      <Lazily>
        <SignInPage brand={brand} problem={session.error} />
      </Lazily>
    );
  if (kept === undefined && session.data === undefined && !session.isError) {
    return <Narrow />;
  }
  return (
    <MembershipProvider kept={kept}>
      <Shell brand={brand} />
    </MembershipProvider>
  );
}

interface LazilyProps {
  readonly children: ReactNode;
}

/** Whoever is signed in never needs these pages: they come when they are asked for. */
function Lazily({ children }: LazilyProps) {
  return <Suspense fallback={<Narrow />}>{children}</Suspense>;
}

function Narrow() {
  return (
    <main className="portal-narrow">
      <Waiting />
    </main>
  );
}
