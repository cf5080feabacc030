import { runImport } from '../importing/run-import.ts';
import { surveyFile } from '../invoices/survey-file.ts';
import { readMapping } from '../mapping/read-mapping.ts';
import { storeOptions, withStore } from '../stores/open-store.ts';
import { requireProgram } from '../stores/require-program.ts';
import { amountText } from '../summary/amounts.ts';
import { fileText, refusedText } from '../summary/file-text.ts';
import { readSummary, recordedText } from '../summary/read-summary.ts';
import { programText } from '../summary/summary-text.ts';
import { Mistake } from '../terminal/mistake.ts';
import { command } from './command.ts';

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
    if (mapping.format === 'ndjson') throw new Mistake('NDJSON is being written.', '');
    const file = await surveyFile(path, mapping, text);
    return await withStore(options, terminal, async (store) => {
      const { ledger } = store;
      await requireProgram(ledger, programId);
      const done = await runImport(store, programId, file, options.data, terminal);
      const summary = await readSummary(ledger, programId);
      const parts = [
        ...(done.resumedAt > 0 ? [`Went on behind line ${amountText(done.resumedAt)} of an earlier run.`] : []),
        fileText(done.file, mapping.currency),
        recordedText(summary),
        refusedText(done.file, done.reportPath),
        programText(summary.program, summary.figures),
      ];
      const { counts, receipts, figures } = summary;
      return { text: parts.join('\n\n'), json: { ...done, counts, receipts, figures } };
    });
  },
});
