import { nearestName } from '@trofast/engine';
import type { Ledger } from '@trofast/ledger';
import { Mistake } from '../terminal/mistake.ts';
import type { CsvMapping, NdjsonMapping } from './read-mapping.ts';

/** Every market that a mapping names is one of the program, or nothing is recorded. */
export async function requireMarkets(
  ledger: Ledger,
  program: string,
  mapping: CsvMapping | NdjsonMapping,
): Promise<void> {
  const programs = await ledger.programs.load(program);
  const known = programs?.versions.at(-1)?.program.markets;
  if (!known) return;
  for (const market of marketsIn(mapping)) {
    if (known.has(market)) continue;
    const nearest = nearestName(market, [...known.keys()]);
    const remedy = nearest === undefined ? `Its markets: ${[...known.keys()].join(', ')}.` : `Did you mean ${nearest}?`;
    throw new Mistake(`The mapping names the market ${market}, which the program ${program} does not have.`, remedy);
  }
}

function marketsIn(mapping: CsvMapping | NdjsonMapping): readonly string[] {
  if (mapping.format === 'ndjson') return mapping.enrolIn === undefined ? [] : [mapping.enrolIn];
  const { market } = mapping;
  if (typeof market === 'string') return [market];
  return [...Object.values(market.values), ...(market.otherwise === undefined ? [] : [market.otherwise])];
}
