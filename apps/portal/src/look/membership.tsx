import type { Output } from '@trofast/contract';
import { ProblemAlert, useFace, useOperation, Waiting } from '@trofast/ui';
import { createContext, type ReactNode, use, useEffect } from 'react';
import { useChanges } from '../changes/use-changes.ts';
import { type LastKnown, saveLastKnown } from '../offline/last-known.ts';

export interface Membership {
  readonly me: Output<'getMe'>;
  readonly home: Output<'getHome'>;
  /** When it was seen; absent while it is fresh. */
  readonly savedAt?: number;
}

const MembershipContext = createContext<Membership | undefined>(undefined);

export interface MembershipProviderProps {
  readonly kept: LastKnown | undefined;
  readonly children: ReactNode;
}

/** The member and what they have: fresh where the server can be reached, and as last seen on this device where not. */
export function MembershipProvider({ kept, children }: MembershipProviderProps) {
  const { program } = useFace();
  const me = useOperation('getMe', {});
  const home = useOperation('getHome', {});
  useChanges(home.data?.cursor);
  useEffect(() => {
    if (me.data && home.data) saveLastKnown(program, { me: me.data, home: home.data, savedAt: home.dataUpdatedAt });
  }, [program, me.data, home.data, home.dataUpdatedAt]);

  const error = me.error ?? home.error;
  const shown = membershipOf(me.data ?? kept?.me, home.data ?? kept?.home);
  if (shown === undefined) {
    return (
      <main className="portal-narrow">
        {error ? <ProblemAlert error={error} onRetry={() => location.reload()} /> : <Waiting />}
      </main>
    );
  }
  const savedAt = home.isError ? (home.data ? home.dataUpdatedAt : kept?.savedAt) : undefined;
  return (
    <MembershipContext value={savedAt === undefined ? shown : { ...shown, savedAt }}>{children}</MembershipContext>
  );
}

export function useMembership(): Membership {
  const membership = use(MembershipContext);
  if (membership === undefined) throw new Error('useMembership is called outside a MembershipProvider.');
  return membership;
}

function membershipOf(me: Membership['me'] | undefined, home: Membership['home'] | undefined): Membership | undefined {
  return me && home && { me, home };
}
