import { join } from 'node:path';
import type { Store } from '../stores/open-store.ts';
import { sweepAll } from '../stores/sweep-all.ts';
import { type FileFigures, fileFigures } from '../summary/file-text.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { importSales } from './import-sales.ts';
import { type ReportLine, writeReport } from './report-file.ts';
import type { SurveyedFile } from './survey-file.ts';

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
  const reportPath = await finishImport({ ledger, database }, program, file.survey.fingerprint, report, dataFolder);
  return { file: fileFigures(file.survey, report), reportPath, resumedAt };
}

/** All accounts live up to the end of the file, and what was not recorded is listed. Answers where. */
export async function finishImport(
  { ledger, database }: Pick<Store, 'ledger' | 'database'>,
  program: string,
  fingerprint: string,
  report: readonly ReportLine[],
  dataFolder: string,
): Promise<string> {
  await sweepAll(ledger, program);
  // PostgreSQL would count what its tables hold within a minute; what is asked next cannot wait that long.
  await database.withOwner(async (owner) => {
    // Plans go by key and need sizes, not fine histograms.
    await owner.query('set default_statistics_target = 10');
    await owner.query('analyze');
  });
  const reportPath = join(dataFolder, `refused-lines-${fingerprint.slice(0, 8)}.csv`);
  writeReport(reportPath, report);
  return reportPath;
}
