import { ProblemError } from '@trofast/sdk';
import { useFace, useOperation, Waiting } from '@trofast/ui';
import { useMemo } from 'react';
import type { Brand } from '../../app.tsx';
import { MembershipProvider } from '../../look/membership.tsx';
import { Shell } from '../../look/shell.tsx';
import { forgetLastKnown, readLastKnown } from '../../offline/last-known.ts';
import { usePlace } from '../../routing/routing.tsx';
import { HandOver } from './hand-over.tsx';
import { SignInPage } from './sign-in-page.tsx';

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

  if (page === 'handover') return <HandOver />;
  if (isSignedOut) {
    forgetLastKnown(program);
    return <SignInPage brand={brand} />;
  }
  const isUnknown = session.error instanceof ProblemError && session.error.problem.status < 500;
  if (isUnknown) return <SignInPage brand={brand} problem={session.error} />;
  if (kept === undefined && session.data === undefined && !session.isError) {
    return (
      <main className="portal-narrow">
        <Waiting />
      </main>
    );
  }
  return (
    <MembershipProvider kept={kept}>
      <Shell brand={brand} />
    </MembershipProvider>
  );
}
