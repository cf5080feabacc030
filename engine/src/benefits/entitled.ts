import { marketOf } from '../draft.ts';
import type { Event } from '../event.ts';
import type { Benefit, Program, ReadValues } from '../program.ts';
import { type Day, subtractFromDay, weekday } from '../time/days.ts';

interface Asked {
  readonly program: Program;
  /** Id of the account's market. */
  readonly market: string;
  readonly event: Pick<Event, 'channel' | 'store'>;
  readonly values: ReadValues;
}

/** Whether a member is entitled to a benefit on a day, which begins earlier for some levels. */
export function isEntitledOn({ program, market, event, values }: Asked, benefit: Benefit, day: Day): boolean {
  const { from, through } = benefit.span;
  if (through !== undefined && day > through) return false;
  if (from !== undefined && day < startFor(benefit, from, values)) return false;
  const context = {
    market: marketOf(program, market),
    day,
    weekday: weekday(day),
    minute: 0,
    channel: event.channel,
    store: event.store,
    purchase: undefined,
    read: values,
  };
  // Every condition is tested, so that the reading is whole.
  return benefit.when.map((condition) => condition.test(context)).every(({ holds }) => holds);
}

/** The first day for the level that is held. */
export function startFor({ earlier }: Benefit, from: Day, values: Pick<ReadValues, 'level'>): Day {
  const sooner = earlier?.by.get(values.level(earlier.ladder));
  return sooner === undefined ? from : subtractFromDay(from, sooner);
}
