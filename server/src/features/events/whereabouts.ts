import { isZone } from '@trofast/engine';
import { type Malformed, malformed } from '../../context.ts';
import { instantOf } from '../../instants.ts';

/** When and where something happened, as requests say it. */
export interface SaidWhereabouts {
  readonly occurredAt?: string;
  readonly store?: string;
  readonly till?: string;
  readonly channel?: string;
  readonly zone?: string;
}

export interface Whereabouts {
  readonly occurredAt?: number;
  readonly store?: string;
  readonly till?: string;
  readonly channel?: string;
  readonly zone?: string;
}

export function whereaboutsOf(said: SaidWhereabouts): Whereabouts | Malformed {
  const { occurredAt, store, till, channel, zone } = said;
  if (zone !== undefined && !isZone(zone))
    return malformed('/zone', 'This is no time zone. Write it like Europe/London.');
  return {
    ...(occurredAt === undefined ? {} : { occurredAt: instantOf(occurredAt) }),
    ...(store === undefined ? {} : { store }),
    ...(till === undefined ? {} : { till }),
    ...(channel === undefined ? {} : { channel }),
    ...(zone === undefined ? {} : { zone }),
  };
}
