import { progressBar, type ShowProgress } from './progress-bar.ts';

/** Where a command speaks: its answer to the standard output, what it is doing to the standard error. */
export interface Terminal {
  readonly wantsJson: boolean;
  /** A line about what is going on. */
  note(line: string): void;
  progress(what: string): ShowProgress;
  /** A line of the answer, before the command ends. */
  print(line: string): void;
}

export function terminalOf(wantsJson: boolean): Terminal {
  return {
    wantsJson,
    note: (line) => process.stderr.write(`${line}\n`),
    progress: (what) => progressBar(what, process.stderr),
    print: (line) => process.stdout.write(`${line}\n`),
  };
}
