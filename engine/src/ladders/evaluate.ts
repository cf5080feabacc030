import type { Account } from '../account.ts';
import { type Draft, post } from '../draft.ts';
import { presentMembers } from '../households/households.ts';
import type { Ladder } from '../program.ts';
import { scopedKey } from '../scopes.ts';
import type { Day } from '../time/days.ts';
import { changeLevel } from './change-level.ts';
import { cardIndex, counterKeyOf, counterOf, indexAtWindowStart, keptUntil, qualifiedIndex } from './qualify.ts';
import { indexOfLevel, levelHeld } from './standing.ts';

/** After an event has moved counters: levels reached, kept for longer, or, where the program says so, lost by a return. */
export function evaluateLadders(draft: Draft): void {
  for (const ladder of draft.program.ladders.values()) {
    const key = scopedKey(ladder.id, ladder.per, draft.event);
    if (ladder.by.kind === 'away') startAgain(draft, ladder, key);
    raise(draft, ladder, key);
  }
}

function raise(draft: Draft, ladder: Ladder, key: string): void {
  if (ladder.up !== 'at_once') return;
  for (const day of daysJudged(draft, ladder, key)) {
    const held = indexOfLevel(ladder, levelHeld(draft.account, ladder, key));
    const qualified = qualifiedIndex(draft.program, draft.account, ladder, key, day);
    const ended = keptUntil(ladder, draft.account, day);
    if (ended !== undefined && ended <= draft.today) continue;
    if (qualified > held && ladder.by.kind !== 'away') {
      const reason = ladder.by.kind === 'tenure' ? 'time' : 'reached';
      changeLevel(draft, { ladder, key, to: qualified, reason, day });
    } else if (qualified > 0 && qualified >= held) keepLonger(draft, ladder, key, day);
  }
}

/** Today; a late event is judged in every window that it has changed too, and may only raise. */
function daysJudged(draft: Draft, ladder: Ladder, key: string): readonly Day[] {
  const { occurredDay, storeDay, today } = draft;
  if (occurredDay === today && storeDay === today) return [today];
  const counter = counterOf(draft.program, ladder);
  const counted = counter ? (draft.account.counters[counterKeyOf(counter, key)] ?? []) : [];
  const since = Math.min(occurredDay, storeDay);
  const between = counted.map(([day]) => day).filter((day) => day > since && day < today);
  return [...new Set([since, ...between, today, Math.max(storeDay, today)])];
}

/** Qualifying again in a later year keeps the level to the end that this year gives; other keeping is looked at when it ends. */
function keepLonger(draft: Draft, ladder: Ladder, key: string, day: Day): void {
  const { keeps } = ladder;
  if (!keeps || keeps.kind === 'for' || ladder.keptBy?.since === 'reached') return;
  const standing = draft.account.ladders[key];
  const until = keptUntil(ladder, draft.account, day);
  if (!standing?.until || until === undefined || until <= standing.until) return;
  post(draft, { fact: 'level_kept', v: 1, ladder: key, level: standing.level, until });
}

/** A purchase ends the time away: the first level counts from its day again. */
function startAgain(draft: Draft, ladder: Ladder, key: string): void {
  if (draft.event.kind !== 'purchase' && draft.event.kind !== 'enrolment') return;
  if ((draft.account.activity[key] ?? -Infinity) < draft.occurredDay) {
    post(draft, { fact: 'activity_noted', v: 1, currency: key, day: draft.occurredDay });
  }
  const held = indexOfLevel(ladder, levelHeld(draft.account, ladder, key));
  const qualified = qualifiedIndex(draft.program, draft.account, ladder, key, draft.today);
  if (qualified !== held) changeLevel(draft, { ladder, key, to: qualified, reason: 'reached', day: draft.today });
}

/** Where the program says so, a return takes back a level that was reached inside the window of the purchase. */
export function lowerLevels(draft: Draft): void {
  for (const ladder of draft.program.ladders.values()) {
    if (ladder.returns !== 'lower' || ladder.by.kind !== 'counter') continue;
    const key = scopedKey(ladder.id, ladder.per, draft.event);
    const held = indexOfLevel(ladder, levelHeld(draft.account, ladder, key));
    const qualified = qualifiedIndex(draft.program, draft.account, ladder, key, draft.today);
    const before = indexAtWindowStart(draft.program, draft.account, ladder, key, draft.today, draft.market.zone);
    const to = Math.max(qualified, Math.min(before, held));
    if (to < held) changeLevel(draft, { ladder, key, to, reason: 'returned', day: draft.today });
  }
}

/** A way in besides the counter: holding a kind of card. Raises only; a card given back shows at the next review. */
export function enterByCard(draft: Draft): void {
  for (const ladder of draft.program.ladders.values()) {
    const key = scopedKey(ladder.id, ladder.per, draft.event);
    const to = cardIndex(draft.account, ladder, key);
    const held = indexOfLevel(ladder, levelHeld(draft.account, ladder, key));
    if (to > held) changeLevel(draft, { ladder, key, to, reason: 'way_in', day: draft.today });
  }
}

/** Every key under which a ladder can stand in this account. */
export function ladderKeys({ members }: Pick<Account, 'members'>, ladder: Ladder): readonly string[] {
  if (ladder.per === 'account') return [ladder.id];
  if (ladder.per === 'member') return presentMembers({ members }).map((member) => `${ladder.id}@member:${member}`);
  return Object.values(members).flatMap(({ cards }) => cards.map((card) => `${ladder.id}@card:${card}`));
}
