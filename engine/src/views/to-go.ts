import { marketOf } from '../draft.ts';
import type { Recorded } from '../evidence.ts';
import type { Programs, Rule } from '../program.ts';
import { isPricing } from '../rules/stages.ts';
import { openTrace, type TracedRule } from '../trace.ts';
import { decideAgain } from './why.ts';

/** A discount, gift or delivery that only a larger purchase is missing. */
export interface ToGo {
  readonly rule: string;
  /** Minor units of the purchase's currency. */
  readonly missing: number;
}

/** What a purchase was short of: rules on prices whose only failed condition is what was spent. */
export function toGoOf(programs: Programs, recorded: Recorded, market: string): readonly ToGo[] {
  const program = programs.versions.find(({ number }) => number === recorded.version)?.program;
  const { event } = recorded;
  if (!program || event.kind !== 'purchase') return [];
  const trace = openTrace();
  decideAgain(program, recorded, marketOf(program, market), trace);
  return trace.rules.flatMap((traced) => {
    const missing = missingOf(traced);
    return missing === undefined || !matters(traced.rule, event.body.delivery)
      ? []
      : [{ rule: traced.rule.id, missing }];
  });
}

/** Delivery is of interest only to whom something is delivered. */
function matters(rule: Rule, way: string | undefined): boolean {
  if (!isPricing(rule)) return false;
  return rule.then.some((effect) =>
    effect.kind === 'delivery' ? way !== undefined && (effect.ways?.has(way) ?? true) : effect.kind !== 'earn',
  );
}

function missingOf({ rule, tested }: TracedRule): number | undefined {
  const failed = tested.flatMap((result, index) => (result.holds ? [] : [{ ...result, condition: rule.when[index] }]));
  const [only] = failed;
  if (failed.length !== 1 || only?.condition?.code !== 'spend_at_least') return undefined;
  return typeof only.has === 'number' && typeof only.wants === 'number' ? only.wants - only.has : undefined;
}
