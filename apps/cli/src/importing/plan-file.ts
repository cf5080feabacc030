import type { Instant } from '@trofast/engine';
import type { RefusedLine } from '../invoices/match-cancellations.ts';
import { type Step, stepPlanner } from '../invoices/plan-steps.ts';
import { readInvoices } from '../invoices/read-invoices.ts';
import type { SaleLinesFile } from '../invoices/sale-lines-file.ts';
import type { Survey } from '../invoices/survey-sales.ts';
import type { Place } from './import-window.ts';

/** What an invoice asks of the ledger, and the clock at which it does. Plain values: it may cross threads as JSON. */
export interface PlannedInvoice {
  readonly index: number;
  readonly number: string;
  readonly fileLine: number;
  readonly steps: readonly Step[];
  readonly at: Instant;
}

export interface PlannedPiece {
  /** Those behind the start. */
  readonly invoices: readonly PlannedInvoice[];
  readonly refused: readonly RefusedLine[];
  /** Where the file has come to with this piece. */
  readonly place: Place;
}

/** All of the file is planned, for what was bought may be cancelled later; only what is behind the start is handed over. */
export async function* planFile(
  file: SaleLinesFile,
  survey: Survey,
  currency: string,
  start: Place,
): AsyncGenerator<PlannedPiece> {
  const plan = stepPlanner(survey, currency);
  let place = { ...start, lines: 0 };
  for await (const read of readInvoices(file, survey)) {
    const refused: RefusedLine[] = [];
    const invoices: PlannedInvoice[] = [];
    for (const { index, number, lines, occurredAt, ...invoice } of read) {
      const planned = plan({ index, number, lines, occurredAt, ...invoice });
      refused.push(...planned.refused);
      const at = Math.max(place.at, occurredAt);
      place = { invoices: index + 1, lines: place.lines + lines.length, at };
      if (index < start.invoices) continue;
      invoices.push({ index, number, fileLine: lines[0]?.fileLine ?? 0, steps: planned.steps, at });
    }
    yield { invoices, refused, place };
  }
}
