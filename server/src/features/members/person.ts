import type { Input } from '@trofast/contract';
import type { Identity, PersonalValues } from '@trofast/ledger';

/** What names a person: kept apart from account and book. */
export interface Person {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly externalId?: string;
}

type Said = Pick<Input<'enrolMember'>, keyof Person>;

export function personOf({ name, email, phone, externalId }: Said): Person {
  return {
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
    ...(externalId === undefined ? {} : { externalId }),
  };
}

/** As it was stored by `personOf`. */
export function storedPerson(values: PersonalValues | undefined): Person {
  return (values ?? {}) as Person;
}

/** What finds this member from now on. */
export function identitiesOf({ email, phone, externalId }: Person, cards: readonly string[] = []): readonly Identity[] {
  return [
    ...(email === undefined ? [] : [{ kind: 'email', value: email } as const]),
    ...(phone === undefined ? [] : [{ kind: 'phone', value: phone } as const]),
    ...(externalId === undefined ? [] : [{ kind: 'external_id', value: externalId } as const]),
    ...cards.map((value) => ({ kind: 'card', value }) as const),
  ];
}
