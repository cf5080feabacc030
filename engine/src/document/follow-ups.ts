import type { Program, Rule } from '../program.ts';
import type { Binding } from './binding.ts';

/** Rules that set each other off without end are refused when the document is read. */
export function checkFollowUps(program: Pick<Program, 'rules' | 'counters' | 'ladders'>, binding: Binding): void {
  const next = followers(program);
  for (const [index, rule] of program.rules.entries()) {
    const start = `rule ${rule.id}`;
    const round = pathBack(start, next);
    if (round === undefined) continue;
    const through = round.filter((thing) => thing !== start);
    const message = `The rule sets itself off again through ${through.join(', ')}.`;
    placeOf(rule, index, binding).report(
      'follow_up_cycle',
      message,
      'Let it count or give something that does not lead back to it.',
    );
  }
}

function placeOf({ id, offer, challenge }: Rule, index: number, binding: Binding): Binding {
  if (offer !== undefined) return binding.at('offers', offer);
  if (challenge !== undefined) return binding.at('challenges', challenge);
  return binding.at('rules', Math.max(0, binding.reading.rules.indexOf(id, index)), 'on');
}

/** What may happen next: a rule counts and gives, points raise counters, counters raise ladders, both set off rules. */
function followers({ rules, counters, ladders }: Pick<Program, 'rules' | 'counters' | 'ladders'>) {
  const next = new Map<string, string[]>();
  const add = (from: string, to: string) => next.set(from, [...(next.get(from) ?? []), to]);
  for (const rule of rules) for (const [from, to] of edgesOf(rule)) add(from, to);
  for (const { id, counts } of counters.values()) {
    if (counts.kind === 'earned') add(`currency ${counts.currency}`, `counter ${id}`);
    if (counts.kind === 'rounds') for (const { counter } of counts.steps) add(`counter ${counter.id}`, `counter ${id}`);
  }
  for (const { id, by, levels } of ladders.values()) {
    if (by.kind === 'counter') add(`counter ${by.counter}`, `ladder ${id}`);
    for (const { counter } of levels) if (counter !== undefined) add(`counter ${counter}`, `ladder ${id}`);
  }
  return next;
}

function edgesOf({ id, on, then: effects }: Rule): readonly (readonly [string, string])[] {
  const name = `rule ${id}`;
  const causes: (readonly [string, string])[] = [];
  if (on.kind === 'counter') causes.push([`counter ${on.counter}`, name]);
  if (on.kind === 'level') causes.push([`ladder ${on.ladder}`, name]);
  const consequences = effects.flatMap((effect): (readonly [string, string])[] => {
    if (effect.kind === 'count') return [[name, `counter ${effect.counter}`]];
    return 'currency' in effect ? [[name, `currency ${effect.currency}`]] : [];
  });
  return [...causes, ...consequences];
}

/** The things on the way from one back to itself. */
function pathBack(start: string, next: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const waiting: (readonly string[])[] = [[start]];
  const seen = new Set<string>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    for (const thing of next.get(path.at(-1) ?? '') ?? []) {
      if (thing === start) return path;
      if (seen.has(thing)) continue;
      seen.add(thing);
      waiting.push([...path, thing]);
    }
  }
  return undefined;
}
