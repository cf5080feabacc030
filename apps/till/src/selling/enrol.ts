import type { Input, ProblemDocument } from '@trofast/contract';
import { programTime } from '../device/own-till.ts';
import type { Till } from '../frame/till-context.tsx';
import { type Found, findMember } from './find-member.ts';

export interface NewMember {
  readonly email: string;
  readonly phone: string;
  readonly card: string;
  readonly name: string;
}

export type Enrolled = { readonly found: Found } | { readonly problem: ProblemDocument };

/** Enrols at once where there is a network, and on the device where there is none. */
export async function enrol({ own, client, queue }: Till, { email, phone, card, name }: NewMember): Promise<Enrolled> {
  const key = crypto.randomUUID();
  const input: Input<'enrolMember'> = {
    id: key,
    occurredAt: new Date(programTime(own)).toISOString(),
    market: own.setup.market,
    ...(email === '' ? {} : { email }),
    ...(phone === '' ? {} : { phone }),
    ...(card === '' ? {} : { cards: [card] }),
    ...(name === '' ? {} : { name }),
  };
  const said = email || phone || card;
  const done = await queue.submit({
    key,
    till: own.setup.id,
    work: { operation: 'enrolMember', input },
    hasHappened: false,
    label: name || said,
    keptAt: Date.now(),
  });
  if (done.kind === 'refused') return { problem: done.problem };
  const found = done.kind === 'done' ? await findMember(client, own, said) : undefined;
  if (typeof found === 'object') return { found };
  const reference = email !== '' ? { email } : phone !== '' ? { phone } : { card };
  return { found: { reference, name: name || said } };
}
