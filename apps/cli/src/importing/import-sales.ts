import { hash } from 'node:crypto';
import type { Ledger } from '@trofast/ledger';
import { stepPlanner } from '../invoices/plan-steps.ts';
import { readInvoices } from '../invoices/read-invoices.ts';
import type { SurveyedFile } from '../invoices/survey-file.ts';
import { stepRecorder } from './record-steps.ts';
import type { ReportLine } from './report-file.ts';
import { type Beginning, type Piece, sendPieces } from './send-pieces.ts';

export interface SalesImport extends SurveyedFile {
  readonly ledger: Ledger;
  readonly program: string;
  onProgress(lines: number): void;
}

export interface Imported {
  /** Lines that an earlier run had dealt with; 0 from the beginning. */
  readonly resumedAt: number;
  readonly report: readonly ReportLine[];
}

/**
 * Sends a surveyed file to the ledger. What is sent follows from the file alone, and every event has a key of its own:
 * stopped anywhere and run again, the ledger holds the same.
 */
export async function importSales(job: SalesImport): Promise<Imported> {
  const { ledger, program, survey, onProgress } = job;
  const report: ReportLine[] = [];
  const name = `import:${program}:${hash('sha256', survey.fingerprint + job.mappingText, 'hex')}`;
  const sending = { ledger, program, name, lastAt: survey.lastAt, onProgress };
  const { resumedAt, refused } = await sendPieces(sending, (beginning) => piecesOf(job, beginning, report));
  const byProgram = refused.map(({ invoice, fileLine, code }) => ({ invoice, fileLine, reason: code }));
  return { resumedAt, report: [...report, ...byProgram].toSorted((a, b) => a.fileLine - b.fileLine) };
}

/** All of the file is planned, for what was bought may be cancelled later; what is behind the start is sent. */
async function* piecesOf(
  { ledger, program, source, survey, mapping }: SalesImport,
  { start, isSandbox, onRefusal }: Beginning,
  report: ReportLine[],
): AsyncGenerator<Piece> {
  const recorder = await stepRecorder({ ledger, program, mapping, isSandbox, onRefusal });
  const plan = stepPlanner(survey, mapping.currency);
  let [lines, at] = [0, start.at];
  for await (const invoices of readInvoices(source, mapping, survey)) {
    const waiting = invoices.flatMap((invoice) => {
      const planned = plan(invoice);
      report.push(...planned.refused);
      lines += invoice.lines.length;
      at = Math.max(at, invoice.occurredAt);
      return invoice.index < start.invoices ? [] : [{ invoice, steps: planned.steps, at }];
    });
    const last = waiting.at(-1);
    if (last === undefined) continue;
    yield {
      place: { invoices: last.invoice.index + 1, lines, at },
      async send(window) {
        for (const one of waiting) {
          await window.room();
          await recorder.record(one.invoice, one.steps, one.at, window.start);
        }
        recorder.flushReceipts(window.start);
      },
    };
  }
}
