import { hash } from 'node:crypto';
import type { Instant } from '@trofast/engine';
import type { Ledger } from '@trofast/ledger';
import type { Invoice } from '../invoices/invoice.ts';
import { type Planned, stepPlanner } from '../invoices/plan-steps.ts';
import { readInvoices } from '../invoices/read-invoices.ts';
import type { Survey } from '../invoices/survey-sales.ts';
import type { CsvMapping } from '../mapping/read-mapping.ts';
import type { Source } from '../reading/open-source.ts';
import { importWindow, type Place } from './import-window.ts';
import { type ProgramRefusal, stepRecorder } from './record-steps.ts';
import type { ReportLine } from './report-file.ts';

export interface SalesImport {
  readonly ledger: Ledger;
  readonly program: string;
  readonly source: Source;
  readonly survey: Survey;
  readonly mapping: CsvMapping;
  readonly mappingText: string;
  onProgress(lines: number): void;
}

export interface Imported {
  /** Where it went on; 0 from the beginning. */
  readonly resumedAt: number;
  readonly report: readonly ReportLine[];
}

/** What is kept in the ledger so that an import that was stopped goes on where it stood. */
interface Progress {
  readonly place: Place;
  /** The program's clock when the import first began: no event is decided before it. */
  readonly notBefore: Instant;
  readonly refused: readonly ProgramRefusal[];
}

const SAVE_EVERY_MS = 1000;

/**
 * Sends a surveyed file to the ledger. What is sent follows from the file alone, and every event has a key of its own:
 * stopped anywhere and run again, the ledger holds the same.
 */
export async function importSales(job: SalesImport): Promise<Imported> {
  const { ledger, program, survey, mapping } = job;
  const name = `import:${program}:${hash('sha256', survey.fingerprint + job.mappingText, 'hex')}`;
  const begun = (await ledger.progress(name)) as Progress | undefined;
  const isSandbox = (await ledger.programs.get(program))?.clock === 'sandbox';
  const notBefore = begun?.notBefore ?? (isSandbox ? await ledger.clock(program) : 0);
  const start = begun?.place ?? { invoices: 0, lines: 0, at: notBefore };
  const refused: ProgramRefusal[] = [...(begun?.refused ?? [])];
  if (begun === undefined) await ledger.saveProgress(name, { place: start, notBefore, refused });

  const window = importWindow();
  const recorder = await stepRecorder({ ledger, program, mapping, isSandbox, onRefusal: (line) => refused.push(line) });
  const plan = stepPlanner(survey, mapping.currency);
  const report: ReportLine[] = [];
  let [savedAt, saved] = [performance.now(), start];

  const saveAcknowledged = async () => {
    const place = window.acknowledged();
    if (place === undefined || place === saved) return;
    await ledger.saveProgress(name, {
      place,
      notBefore,
      refused: refused.filter(({ index }) => index < place.invoices),
    });
    // The clock follows what is saved: no event that is still to come can lie before it.
    if (isSandbox) await ledger.moveClock(program, place.at);
    [savedAt, saved] = [performance.now(), place];
    job.onProgress(place.lines);
  };

  let [lines, at] = [0, notBefore];
  for await (const invoices of readInvoices(job.source, mapping, survey)) {
    const pending: { readonly invoice: Invoice; readonly planned: Planned; readonly at: Instant }[] = [];
    for (const invoice of invoices) {
      const planned = plan(invoice);
      report.push(...planned.refused);
      lines += invoice.lines.length;
      at = Math.max(at, invoice.occurredAt);
      if (invoice.index >= start.invoices) pending.push({ invoice, planned, at });
    }
    for (const one of pending) {
      await window.room();
      await recorder.record(one.invoice, one.planned.steps, one.at, window.start);
    }
    recorder.flushReceipts(window.start);
    const last = invoices.at(-1);
    if (last !== undefined && pending.length > 0) window.mark({ invoices: last.index + 1, lines, at });
    if (performance.now() - savedAt > SAVE_EVERY_MS) await saveAcknowledged();
  }
  await window.drain();
  await saveAcknowledged();
  if (isSandbox) await ledger.moveClock(program, Math.max(survey.lastAt, notBefore));
  job.onProgress(survey.lines);
  return { resumedAt: start.lines, report: [...report, ...refused.map(reportLine)].toSorted(byLine) };
}

function reportLine({ invoice, fileLine, code }: ProgramRefusal): ReportLine {
  return { invoice, fileLine, sku: '', quantity: undefined, reason: code };
}

function byLine(a: ReportLine, b: ReportLine): number {
  return a.fileLine - b.fileLine;
}
