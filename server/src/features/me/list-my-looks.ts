import type { Input, Output } from '@trofast/contract';
import { isRefusal } from '@trofast/engine';
import { type Answered, type Context, isRefused, reply } from '../../context.ts';
import { audit } from '../audit/index.ts';
import { loadMyself } from './myself.ts';

/** The audit log as far as it is about me. What is not about members, it does not keep. */
export async function listMyLooks(
  context: Context,
  page: Input<'listMyLooks'>,
): Promise<Answered<Output<'listMyLooks'>>> {
  const myself = await loadMyself(context);
  if (isRefusal(myself)) return myself;
  const listed = await audit.listAudit(context, { ...page, memberId: myself.memberId });
  if (isRefused(listed)) return listed;
  const { items, next } = listed.output;
  const more = next === undefined ? {} : { next };
  return reply(
    { items: items.map(({ at, kind, name, summary, isLook }) => ({ at, kind, name, summary, isLook })), ...more },
    more,
  );
}
