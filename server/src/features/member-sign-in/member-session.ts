import type { Input, Output } from '@trofast/contract';
import { type Answered, type Context, isRefused, reply } from '../../context.ts';
import { countPasskeys, deleteSessions } from './queries.ts';
import { askedProgram } from './sign-in-with-code.ts';

export async function getMemberSession(context: Context): Promise<Answered<Output<'getMemberSession'>>> {
  const program = await askedProgram(context);
  if (isRefused(program)) return program;
  const { memberSignIn, source, database } = context;
  const found = await memberSignIn.find(source, program.id);
  if (!found) return reply({ passkeys: 0 });
  const passkeys = await countPasskeys(database, program.id, found.member);
  return reply({ memberId: found.member, passkeys }, { cookies: found.cookies });
}

export async function signOutMember(
  { memberSignIn, source, database, program, caller }: Context,
  { everywhere }: Input<'signOutMember'>,
): Promise<Answered<undefined>> {
  const cookies = await memberSignIn.signOut(source, program);
  if (everywhere && caller.member !== undefined) await deleteSessions(database, program, caller.member);
  return reply(undefined, { cookies });
}
