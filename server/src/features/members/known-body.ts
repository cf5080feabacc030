import type { Input } from '@trofast/contract';
import { type Enrolment, parseYearly } from '@trofast/engine';
import type { Context } from '../../context.ts';
import { joiningsOf } from './list-stays.ts';

type Said = Pick<Input<'enrolMember'>, 'cards' | 'cardKinds' | 'attributes' | 'birthday' | 'address' | 'lists'>;

/** What the account keeps of a person: nothing that names one; of an address, only what compares it. */
export async function knownBody(
  { ledger, program }: Pick<Context, 'ledger' | 'program'>,
  { cards, cardKinds, attributes, birthday: written = '', address, lists }: Said,
): Promise<Omit<Enrolment, 'market'>> {
  const birthday = parseYearly(written);
  return {
    ...(cards ? { cards } : {}),
    ...(cardKinds ? { cardKinds } : {}),
    ...(attributes ? { attributes } : {}),
    ...(birthday ? { birthday } : {}),
    ...(address === undefined ? {} : { address: await ledger.addressHash(program, address) }),
    ...(lists ? { lists: joiningsOf(lists) } : {}),
  };
}
