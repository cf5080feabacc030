import { hash } from 'node:crypto';
import type { Ledger } from '@trofast/ledger';
import { stepRecorder } from './record-steps.ts';
import type { ReportLine } from './report-file.ts';
import { type Beginning, type Piece, sendPieces } from './send-pieces.ts';
import type { SurveyedFile } from './survey-file.ts';

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

/** What a thread of its own has planned is sent, piece by piece. */
async function* piecesOf(
  { ledger, program, plan, mapping }: SalesImport,
  { start, isSandbox, onRefusal }: Beginning,
  report: ReportLine[],
): AsyncGenerator<Piece> {
  const recorder = await stepRecorder({ ledger, program, mapping, isSandbox, onRefusal });
  for await (const { invoices, refused, place } of plan(start)) {
    report.push(...refused);
    if (invoices.length === 0) continue;
    yield {
      place,
      async send(window) {
        for (const invoice of invoices) {
          await window.room();
          await recorder.record(invoice, window.start);
        }
        recorder.flushReceipts(window.start);
      },
    };
  }
}
