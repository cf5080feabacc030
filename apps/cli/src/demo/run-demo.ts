import { join } from 'node:path';
import type { Ledger } from '@trofast/ledger';
import type { Result } from '../commands/command.ts';
import { runImport } from '../importing/run-import.ts';
import { type SurveyedFile, surveyFile } from '../importing/survey-file.ts';
import { readMapping } from '../mapping/read-mapping.ts';
import type { MemoryWatch, PeakMemory } from '../memory/peak-memory.ts';
import type { Store } from '../stores/open-store.ts';
import { publishProgram, type ReadDocument, readDocument } from '../stores/publish-program.ts';
import { figureLines } from '../summary/amounts.ts';
import { fileText, refusedText } from '../summary/file-text.ts';
import { bothSides } from '../summary/program-figures.ts';
import { readSummary, recordedText } from '../summary/read-summary.ts';
import { programText } from '../summary/summary-text.ts';
import { verifyText } from '../summary/verify-text.ts';
import { Mistake } from '../terminal/mistake.ts';
import type { Terminal } from '../terminal/terminal.ts';

interface Times {
  readonly ready: number;
  readonly imported: number;
  readonly summed: number;
}

export interface Demo {
  readonly document: ReadDocument;
  readonly file: SurveyedFile;
}

/** Reads the program, and the file for the first time: nothing needs a database yet. */
export async function prepareDemo(path: string, programFolder: string): Promise<Demo> {
  const document = readDocument(join(programFolder, 'program.yaml'));
  const { mapping, text } = readMapping(join(programFolder, 'import.yaml'));
  if (mapping.format !== 'csv') throw new Error('the demo reads CSV');
  return { document, file: await surveyFile(path, mapping, text) };
}

/** From an empty folder, or one where an earlier run stopped, to the summary and the proof of the book. */
export async function runDemo(
  store: Store,
  { document, file }: Demo,
  dataFolder: string,
  memory: MemoryWatch,
  terminal: Terminal,
): Promise<Result> {
  const { ledger } = store;
  await publishOnce(ledger, document, file);
  const ready = secondsSinceStart();
  const done = await runImport(store, document.program.id, file, dataFolder, terminal);
  const imported = secondsSinceStart();
  const summary = await readSummary(ledger, document.program.id);
  const times = { ready, imported, summed: secondsSinceStart() };
  const peak = await memory.end();
  const parts = [
    titleText(document, file),
    fileText(done.file, file.mapping.currency),
    recordedText(summary),
    refusedText(done.file, done.reportPath),
    programText(summary.program, summary.figures),
    timesText(times, peak),
  ];
  terminal.note('Verifying …');
  const report = await ledger.verify();
  const verifySeconds = secondsSinceStart() - times.summed;
  const { counts, receipts, figures } = summary;
  const addsUp = figures.currencies.every((currency) => {
    const { left, right } = bothSides(currency);
    return left === right;
  });
  return {
    text: [...parts, verifyText(report, verifySeconds)].join('\n\n'),
    json: { ...done, counts, receipts, figures, addsUp, times, peak, verify: { ...report, seconds: verifySeconds } },
    isGood: report.clean && addsUp,
  };
}

/** The folder of a demo belongs to one file: another would be mixed into the same members. */
async function publishOnce(ledger: Ledger, document: ReadDocument, { survey, path }: SurveyedFile) {
  const { id } = document.program;
  const begun = (await ledger.progress('demo')) as { readonly fingerprint: string } | undefined;
  const exists = (await ledger.programs.get(id)) !== undefined;
  const isOther = begun === undefined ? exists : begun.fingerprint !== survey.fingerprint;
  if (isOther) {
    throw new Mistake(
      `This folder holds something else than the demo of ${path}.`,
      'Give an empty folder with --data DIR, or delete this one.',
    );
  }
  if (begun === undefined) await ledger.saveProgress('demo', { fingerprint: survey.fingerprint });
  if ((await ledger.programs.versions(id)).length > 0) return;
  await publishProgram(ledger, document, { clock: 'sandbox', sandboxTime: survey.firstAt });
}

function titleText({ program }: ReadDocument, { survey }: SurveyedFile): string {
  const name = program.name.en ?? program.id;
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });
  return `${name}, ${day.format(survey.firstAt)} to ${day.format(survey.lastAt)}`;
}

function timesText({ ready, imported, summed }: Times, { node, together }: PeakMemory): string {
  const seconds = (from: number, to: number) => `${(to - from).toFixed(1)} s`;
  const mebibytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MiB`;
  return [
    'Times and memory',
    ...figureLines([
      ['database ready, file read once', seconds(0, ready)],
      ['recorded', seconds(ready, imported)],
      ['summed up', seconds(imported, summed)],
      ['from the command to the summary', seconds(0, summed)],
      ['peak memory of Node', mebibytes(node)],
      ...(together === undefined
        ? []
        : [['peak memory of Node and PostgreSQL', mebibytes(together), 'sum of PSS, seen once a second'] as const]),
    ]),
  ].join('\n');
}

/** Since the process began, so that loading the code counts too. */
function secondsSinceStart(): number {
  return performance.now() / 1000;
}
