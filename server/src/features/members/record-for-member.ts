import { isRefusal } from '@trofast/engine';
import type { RequestOf } from '@trofast/ledger';
import { type Context, isRefused, type Refused } from '../../context.ts';
import { type Done, recordEvent, whereaboutsOf } from '../events/index.ts';
import { findAccount, type MemberReference } from './find-account.ts';

type Kind =
  | 'activity'
  | 'redemption'
  | 'club_joined'
  | 'club_cancelled'
  | 'club_renewal'
  | 'benefit_use'
  | 'offer_activation'
  | 'offer_grant'
  | 'offer_withdrawal';

type Asked = { readonly [One in Kind]: Pick<RequestOf<One>, 'kind' | 'body'> }[Kind];
type Said = Parameters<typeof whereaboutsOf>[0] & { readonly member: MemberReference };

/** Records what is asked for the member that the request names, where and when it says. */
export async function recordForMember(context: Context, said: Said, asked: Asked): Promise<Done | Refused> {
  const where = whereaboutsOf(said);
  if (isRefused(where)) return where;
  const found = await findAccount(context, said.member);
  if (isRefusal(found)) return found;
  return await recordEvent(context, { ...asked, ...found, key: context.key, ...where });
}
