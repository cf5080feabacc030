import type { Output } from '@trofast/contract';
import { isRefusal } from '@trofast/engine';
import { type Answered, type Context, isRefused, reply } from '../../context.ts';
import { memberPage, totalsOf } from '../member-page/index.ts';
import { loadMyself } from './myself.ts';

export async function getMyWorth(context: Context): Promise<Answered<Output<'getMyWorth'>>> {
  const myself = await loadMyself(context);
  return isRefusal(myself) ? myself : reply(await totalsOf(context, myself));
}

/** What is kept about me: of a shared account, not what the others have done. */
export async function exportMe(context: Context): Promise<Answered<Output<'exportMe'>>> {
  const myself = await loadMyself(context);
  if (isRefusal(myself)) return myself;
  const { memberId } = myself;
  const exported = await memberPage.exportMember(context, { memberId });
  if (isRefused(exported)) return exported;
  const events = exported.output.events.filter(({ member = memberId }) => member === memberId);
  return reply({ ...exported.output, events });
}
