import type { Input, Output } from '@trofast/contract';
import { type Answered, type Context, type Failure, fail, isRefused, reply } from '../../context.ts';
import { instantText } from '../../instants.ts';
import type { ProgramMember } from '../../services.ts';
import { codeMessage, codeMinutes } from './code-message.ts';
import { countPasskeys } from './queries.ts';

const digits = 6;
// Whether the address is a member's or not, the same tries count against it.
const codesOfOneAddress = { tries: 5, minutes: 15 };
const codesOfOneCaller = { tries: 30, minutes: 15 };
const triesOfOneAddress = { tries: 10, minutes: 15 };
const triesOfOneCaller = { tries: 60, minutes: 15 };

/** The answer must not tell whether somebody is a member, so it is the same and takes no longer for those who are. */
export async function sendMemberCode(
  context: Context,
  { email }: Input<'sendMemberCode'>,
): Promise<Answered<Output<'sendMemberCode'>>> {
  const program = await askedProgram(context);
  if (isRefused(program)) return program;
  const { attempts, source } = context;
  const isWithin =
    (await attempts.take(`code-for ${program.id} ${email.toLowerCase()}`, codesOfOneAddress)) &&
    (await attempts.take(`code-from ${source.ip}`, codesOfOneCaller));
  if (!isWithin) return tooMany(codesOfOneAddress);
  void sendCode(context, program, email).catch((error: unknown) => context.warn('A code could not be sent', error));
  return reply({ digits, expiresAt: instantText(Date.now() + codeMinutes * 60_000) });
}

async function sendCode(context: Context, program: AskedProgram, email: string) {
  const member = await memberOf(context, program.id, email);
  if (!member) return;
  const { memberSignIn, mail, source, locale } = context;
  const code = await memberSignIn.createCode(source, member);
  const message = codeMessage(locale, program.name, code, codeMinutes);
  await mail.send({
    program: program.id,
    member: member.member,
    purpose: 'sign_in_code',
    to: email,
    isSecret: true,
    ...message,
  });
}

export async function signInMember(
  context: Context,
  { email, code }: Input<'signInMember'>,
): Promise<Answered<Output<'signInMember'>>> {
  const program = await askedProgram(context);
  if (isRefused(program)) return program;
  const { attempts, source, database, memberSignIn } = context;
  const isWithin =
    (await attempts.take(`code-try ${program.id} ${email.toLowerCase()}`, triesOfOneAddress)) &&
    (await attempts.take(`code-try-from ${source.ip}`, triesOfOneCaller));
  if (!isWithin) return tooMany(triesOfOneAddress);
  const member = await memberOf(context, program.id, email);
  // Nobody's code is looked for too, so that it takes as long as a member's.
  const asked = member ?? { program: program.id, account: 'nobody', member: 'nobody' };
  const found = await memberSignIn.signIn(source, asked, code);
  if (!member || !found) return fail('code_wrong');
  const passkeys = await countPasskeys(database, program.id, member.member);
  return reply({ memberId: member.member, passkeys }, { cookies: found.cookies });
}

export interface AskedProgram {
  readonly id: string;
  readonly name: string;
}

/** Before anybody has signed in, the header alone says the program. */
export async function askedProgram({ source, ledger }: Context): Promise<AskedProgram | Failure> {
  if (source.program === undefined) return fail('program_needed');
  return (await ledger.programs.get(source.program)) ?? fail('unknown_program');
}

async function memberOf({ ledger }: Context, program: string, email: string): Promise<ProgramMember | undefined> {
  const found = await ledger.findMember(program, { kind: 'email', value: email });
  return found && { program, account: found.account, member: found.member };
}

function tooMany({ minutes }: { readonly minutes: number }): Failure {
  return fail('rate_limited', { retryAfterSeconds: minutes * 60 });
}
