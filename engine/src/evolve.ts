import type { Account } from './account.ts';
import type { Recorded } from './evidence.ts';
import type { Fact } from './facts.ts';

/** The account after one fact. Understands every version of every fact ever written. */
export function evolve(_account: Account, _fact: Fact): Account {
  throw new Error('being written');
}

/** The account after one recorded event: its facts in order, then sequence, time and version. */
export function fold(
  _account: Account,
  _recorded: Pick<Recorded, 'sequence' | 'event' | 'version' | 'facts'>,
): Account {
  throw new Error('being written');
}
