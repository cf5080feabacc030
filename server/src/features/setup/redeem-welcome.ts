import type { Input, Output } from '@trofast/contract';
import { type Answered, type Context, fail, reply } from '../../context.ts';
import { hasOwner, insertMembership, sessionView } from '../staff/index.ts';
import { deletePersonOfNothing, firstOrganisation, insertOrganisation } from './queries.ts';

const triesOfOneCaller = { tries: 20, minutes: 15 };

export async function redeemWelcome(
  context: Context,
  { token, name, email, password, locale }: Input<'redeemWelcome'>,
): Promise<Answered<Output<'redeemWelcome'>>> {
  const { database, staffSignIn, source, attempts, welcome } = context;
  if (!(await attempts.take(`welcome ${source.ip}`, triesOfOneCaller))) {
    return fail('rate_limited', { retryAfterSeconds: triesOfOneCaller.minutes * 60 });
  }
  if ((await hasOwner(database)) || !welcome.take(token)) return fail('link_invalid');
  try {
    const now = Date.now();
    // A try that was cut off may have left an account that is nothing anywhere.
    await deletePersonOfNothing(database, email);
    const staff = await staffSignIn.createAccount({ name, email, password, ...(locale && { locale }) });
    await insertOrganisation(database, firstOrganisation, now);
    await insertMembership(database, firstOrganisation, staff, 'owner', now);
    const { cookies } = await staffSignIn.signIn(source, email, password);
    return reply(await sessionView(context, staff), { cookies });
  } catch (error) {
    welcome.giveBack();
    throw error;
  }
}
