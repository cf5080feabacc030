import { finishImport, runImport } from '../importing/run-import.ts';
import { surveyFile } from '../importing/survey-file.ts';
import { type CsvMapping, type NdjsonMapping, readMapping } from '../mapping/read-mapping.ts';
import { requireMarkets } from '../mapping/require-markets.ts';
import { importPurchaseLines } from '../purchases/import-purchases.ts';
import { surveyPurchases } from '../purchases/survey-purchases.ts';
import { openSource } from '../reading/open-source.ts';
import { type StoreOptions, storeOptions, withStore } from '../stores/open-store.ts';
import { requireProgram } from '../stores/require-program.ts';
import { amountText } from '../summary/amounts.ts';
import { fileText, refusedText } from '../summary/file-text.ts';
import { readSummary, recordedText } from '../summary/read-summary.ts';
import { programText } from '../summary/summary-text.ts';
import { Mistake } from '../terminal/mistake.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { command, type Result } from './command.ts';

export const importPurchases = command({
  name: 'import',
  summary: 'Record purchases from a file',
  positionals: [{ name: 'FILE' }],
  details: `
Reads a CSV file by a mapping, which says which column is what (docs/import.md), or NDJSON with one purchase a line in
the shape of POST /v1/purchases. Both may be packed with gzip. The file is read once before anything is recorded, so
that a mistake in it is told first. An import that was stopped goes on where it stood when the same command is run
again; running it twice records nothing twice. What could not be recorded is listed in the data folder.

  npx trofast import sales.csv.gz --program gift-shop --mapping programs/gift-shop/import.yaml`,
  options: {
    ...storeOptions,
    program: { flag: 'program', type: 'text', value: 'ID', text: 'The program that the purchases belong to.' },
    mapping: { flag: 'mapping', type: 'text', value: 'FILE', text: 'What the columns mean.' },
  },
  async run({ options, positionals: [path = ''], terminal }) {
    const { program: programId, mapping: mappingPath } = options;
    if (programId === undefined) throw new Mistake('Which program?', 'Name it with --program ID.', 'usage');
    if (mappingPath === undefined) throw new Mistake('Which mapping?', 'Name it with --mapping FILE.', 'usage');
    const { mapping, text } = readMapping(mappingPath);
    if (mapping.format === 'ndjson') return await importNdjson(path, programId, mapping, text, options, terminal);
    return await importCsv(path, programId, mapping, text, options, terminal);
  },
});

async function importCsv(
  path: string,
  programId: string,
  mapping: CsvMapping,
  text: string,
  options: StoreOptions,
  terminal: Terminal,
): Promise<Result> {
  const file = await surveyFile(path, mapping, text);
  return await withStore(options, terminal, async (store) => {
    await requireProgram(store.ledger, programId);
    await requireMarkets(store.ledger, programId, mapping);
    const done = await runImport(store, programId, file, options.data, terminal);
    const summary = await readSummary(store.ledger, programId);
    const parts = [
      ...wentOn(done.resumedAt),
      fileText(done.file, mapping.currency),
      recordedText(summary),
      refusedText(done.file, done.reportPath),
      programText(summary.program, summary.figures),
    ];
    const { counts, receipts, figures } = summary;
    return { text: parts.join('\n\n'), json: { ...done, counts, receipts, figures } };
  });
}

async function importNdjson(
  path: string,
  programId: string,
  mapping: NdjsonMapping,
  mappingText: string,
  options: StoreOptions,
  terminal: Terminal,
): Promise<Result> {
  const source = await openSource(path);
  const survey = await surveyPurchases(source);
  return await withStore(options, terminal, async (store) => {
    const { ledger } = store;
    await requireProgram(ledger, programId);
    await requireMarkets(ledger, programId, mapping);
    const show = terminal.progress('importing');
    const onProgress = (lines: number) => show(lines, survey.lines);
    const job = { ledger, program: programId, source, survey, mapping, mappingText, onProgress };
    const { resumedAt, refused } = await importPurchaseLines(job);
    show.end();
    const report = refused.map(({ invoice, fileLine, code }) => ({ invoice, fileLine, reason: code }));
    const reportPath = await finishImport(store, programId, survey.fingerprint, report, options.data);
    const summary = await readSummary(ledger, programId);
    const refusedLine =
      refused.length === 0
        ? 'No purchase was refused.'
        : `Purchases refused: ${amountText(refused.length)}, listed in ${reportPath}`;
    const read = `Purchases read: ${amountText(survey.lines)}`;
    const program = programText(summary.program, summary.figures);
    const { counts, receipts, figures } = summary;
    return {
      text: [...wentOn(resumedAt), read, recordedText(summary), refusedLine, program].join('\n\n'),
      json: { lines: survey.lines, refused, reportPath, resumedAt, counts, receipts, figures },
    };
  });
}

function wentOn(resumedAt: number): readonly string[] {
  return resumedAt === 0 ? [] : [`Went on behind line ${amountText(resumedAt)} of an earlier run.`];
}
