import type { Event } from '../event.ts';
import type { Condition, Program, Rule, Trigger } from '../program.ts';

/** Rules of one program by what an event must carry for them to hold, so that those which cannot match cost nothing. */
interface RuleIndex {
  readonly always: readonly Rule[];
  readonly byKey: ReadonlyMap<string, readonly Rule[]>;
  readonly order: ReadonlyMap<Rule, number>;
}

const indexes = new WeakMap<Program, Map<Trigger['kind'], RuleIndex>>();

/** The rules of a kind of trigger that may hold for an event, in the document's order. */
export function candidates(program: Program, kind: Trigger['kind'], event: Event): readonly Rule[] {
  const { always, byKey, order } = indexOf(program, kind);
  if (byKey.size === 0) return always;
  const found = new Set(always);
  for (const key of keysOf(event)) for (const rule of byKey.get(key) ?? []) found.add(rule);
  return [...found].toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

/** The condition by whose keys a rule is found: the one that leaves fewest ways to match. */
function keyedCondition(rule: Rule): Condition | undefined {
  let best: Condition | undefined;
  for (const condition of rule.when) {
    if (condition.keys === undefined) continue;
    if (best?.keys === undefined || condition.keys.length < best.keys.length) best = condition;
  }
  return best;
}

function indexOf(program: Program, kind: Trigger['kind']): RuleIndex {
  let kinds = indexes.get(program);
  if (kinds === undefined) {
    kinds = new Map();
    indexes.set(program, kinds);
  }
  let index = kinds.get(kind);
  if (index === undefined) {
    index = build(program.rules.filter(({ on }) => on.kind === kind));
    kinds.set(kind, index);
  }
  return index;
}

function build(rules: readonly Rule[]): RuleIndex {
  const always: Rule[] = [];
  const byKey = new Map<string, Rule[]>();
  for (const rule of rules) {
    const keys = keyedCondition(rule)?.keys;
    if (keys === undefined) always.push(rule);
    for (const key of keys ?? []) byKey.set(key, [...(byKey.get(key) ?? []), rule]);
  }
  return { always, byKey, order: new Map(rules.map((rule, place) => [rule, place])) };
}

function keysOf(event: Event): ReadonlySet<string> {
  const keys = new Set<string>();
  if (event.channel !== undefined) keys.add(`channel:${event.channel}`);
  if (event.store !== undefined) keys.add(`store:${event.store}`);
  if (event.kind !== 'purchase') return keys;
  for (const { kind } of event.body.tenders ?? []) keys.add(`tender:${kind}`);
  for (const code of event.body.codes ?? []) keys.add(`code:${code}`);
  for (const line of event.body.lines) {
    keys.add(`sku:${line.sku}`);
    for (const category of line.categories ?? []) keys.add(`category:${category}`);
  }
  return keys;
}
