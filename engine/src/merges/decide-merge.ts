import type { Account, Standing } from '../account.ts';
import { type Draft, post } from '../draft.ts';
import type { AbsorbMessage, Merge } from '../event.ts';
import { headOf, presentMembers } from '../households/households.ts';
import { enterByCard, evaluateLadders } from '../ladders/evaluate.ts';
import { indexOfLevel } from '../ladders/standing.ts';
import { MissingEvidence } from '../missing-evidence.ts';
import type { Program } from '../program.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { nameOfKey } from '../scopes.ts';
import { carriedOf } from './carried.ts';

/** Ends an account whose person goes on as a member of another one. */
export function merge(draft: Draft, { into, intoMember }: Merge): Refusal | undefined {
  const { account, event } = draft;
  const fromMember = event.member ?? headOf(account);
  const other = draft.evidence.accounts?.[into];
  if (other === undefined) throw new MissingEvidence({ kind: 'account', id: into });
  const member = other?.members[intoMember];
  if (!other || !member || fromMember === undefined) return refuse('unknown_member', { member: intoMember });
  if (into === account.id) return refuse('malformed', { at: '/into' });
  if (other.merged) return refuse('member_merged', { account: other.merged.account, member: other.merged.member });
  if (other.erased || member.erased) return refuse('member_erased', { member: intoMember });
  if (member.left !== undefined) return refuse('member_left', { member: intoMember });
  if (other.market !== account.market) return refuse('market_differs', { market: account.market, other: other.market });
  const unsettled = notSettled(account);
  if (unsettled) return unsettled;
  const carried = carriedOf(account, fromMember);
  post(draft, { fact: 'merged', v: 1, member: fromMember, into, intoMember, carried });
  return undefined;
}

/** What two accounts cannot have together, or what somebody outside still waits for under the old account's name. */
function notSettled(account: Account): Refusal | undefined {
  if (presentMembers(account).length > 1) return refuse('household_not_empty');
  if (Object.keys(account.holds).length > 0) return refuse('hold_open');
  if (Object.keys(account.transfers ?? {}).length > 0) return refuse('transfer_open');
  const running = Object.entries(account.subscriptions).find(([, { state }]) => state !== 'over');
  if (running) return refuse('club_running', { club: nameOfKey(running[0]) });
  return undefined;
}

/** Takes over what a merged account brings. It cannot be refused: the other account is no more. */
export function absorb(draft: Draft, { from, fromMember, carried }: AbsorbMessage): undefined {
  const member = draft.event.member ?? headOf(draft.account) ?? '';
  const better = Object.entries(carried.ladders).filter(([key, standing]) => isBetter(draft, key, standing));
  post(draft, { fact: 'absorbed', v: 1, from, fromMember, member, carried, ladders: Object.fromEntries(better) });
  enterByCard(draft);
  evaluateLadders(draft);
}

function isBetter({ program, account }: Draft, key: string, { level, until }: Standing): boolean {
  const own = account.ladders[key];
  if (own === undefined) return true;
  const [carried, held] = [rank(program, key, level), rank(program, key, own.level)];
  return carried > held || (carried === held && (until ?? Infinity) > (own.until ?? Infinity));
}

function rank(program: Program, key: string, level: string): number {
  const ladder = program.ladders.get(nameOfKey(key));
  return ladder === undefined ? -1 : indexOfLevel(ladder, level);
}
