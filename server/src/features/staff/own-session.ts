import type { Input, Output } from '@trofast/contract';
import { type Answered, type Context, fail, reply } from '../../context.ts';
import { updatePerson } from './queries.ts';
import { deleteSession, selectSessions } from './session-queries.ts';
import { sessionView } from './session-view.ts';

export async function getStaffSession(context: Context): Promise<Answered<Output<'getStaffSession'>>> {
  const found = await context.staffSignIn.find(context.source);
  return reply(await sessionView(context, found?.user), { cookies: found?.cookies ?? [] });
}

export async function changeProfile(
  context: Context,
  { name, locale }: Input<'changeProfile'>,
): Promise<Answered<Output<'changeProfile'>>> {
  const staff = context.caller.staff?.id ?? '';
  await updatePerson(context.database, staff, { name, locale });
  return reply(await sessionView(context, staff));
}

export async function listSessions({ database, caller }: Context): Promise<Answered<Output<'listSessions'>>> {
  const rows = await selectSessions(database, caller.staff?.id ?? '', new Date());
  return reply({
    items: rows.map((row) => ({
      id: row.id,
      createdAt: row.created_at.toISOString(),
      lastUsedAt: row.updated_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      ...(row.user_agent === null ? {} : { browser: row.user_agent }),
      isThis: row.id === caller.staff?.session,
    })),
  });
}

export async function endSession(
  { database, caller }: Context,
  { sessionId }: Input<'endSession'>,
): Promise<Answered<undefined>> {
  const wasThere = await deleteSession(database, caller.staff?.id ?? '', sessionId);
  return wasThere ? reply(undefined) : fail('unknown_session');
}
