import { join } from 'node:path';
import type { SurveyedFile } from '../invoices/survey-file.ts';
import type { Store } from '../stores/open-store.ts';
import { sweepAll } from '../stores/sweep-all.ts';
import { type FileFigures, fileFigures } from '../summary/file-text.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { importSales } from './import-sales.ts';
import { writeReport } from './report-file.ts';

export interface ImportDone {
  readonly file: FileFigures;
  readonly reportPath: string;
  /** Lines of the file that an earlier run had dealt with. */
  readonly resumedAt: number;
}

/** Records a surveyed file, lets all accounts live up to its end, and writes what was refused to the data folder. */
export async function runImport(
  { ledger, database }: Store,
  program: string,
  file: SurveyedFile,
  dataFolder: string,
  terminal: Terminal,
): Promise<ImportDone> {
  const show = terminal.progress('importing');
  const { resumedAt, report } = await importSales({
    ...file,
    ledger,
    program,
    onProgress: (lines) => show(lines, file.survey.lines),
  });
  show.end();
  await sweepAll(ledger, program);
  // PostgreSQL would count what its tables hold within a minute; what is asked next cannot wait that long.
  await database.withOwner((owner) => owner.query('analyze'));
  const reportPath = join(dataFolder, `refused-lines-${file.survey.fingerprint.slice(0, 8)}.csv`);
  writeReport(reportPath, report);
  return { file: fileFigures(file.survey, report), reportPath, resumedAt };
}
