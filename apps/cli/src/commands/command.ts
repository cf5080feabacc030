import { helpOf, type OptionTable, type OptionValues, readOptions } from '@trofast/server/options';
import { Mistake } from '../terminal/mistake.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** What a command answers: words for people, the same as JSON for programs, and whether the answer is a good one. */
export interface Result {
  readonly text: string;
  readonly json: unknown;
  /** False ends the command with exit code 1. */
  readonly isGood?: boolean;
}

export interface Definition<Table extends OptionTable> {
  readonly name: string;
  readonly summary: string;
  /** What stands behind the name: `FILE …`. */
  readonly positionals: readonly Positional[];
  /** Paragraphs of `--help`, and an example. */
  readonly details: string;
  readonly options: Table;
  run(given: {
    readonly options: OptionValues<Table>;
    readonly positionals: readonly string[];
    readonly terminal: Terminal;
  }): Promise<Result>;
}

export interface Positional {
  readonly name: string;
  readonly isOptional?: boolean;
  readonly isRepeated?: boolean;
}

export interface Command {
  readonly help: string;
  run(args: readonly string[], terminal: Terminal): Promise<Result>;
}

/** Flags that every command has. */
const EVERYWHERE = {
  json: { flag: 'json', type: 'boolean', default: false, text: 'Answer with JSON.' },
  help: { flag: 'help', type: 'boolean', default: false, text: 'Show this.' },
} as const satisfies OptionTable;

export function command<Table extends OptionTable>(definition: Definition<Table>): Command {
  const help = helpText(definition);
  const table = { ...definition.options, ...EVERYWHERE };
  return {
    help,
    async run(args, terminal) {
      const read = readOptions(table, args, process.env);
      const remedy = `See npx trofast ${definition.name} --help.`;
      if ('wrong' in read) throw new Mistake(read.wrong.join('\n'), remedy, 'usage');
      if (read.values.help) return { text: help, json: { help } };
      checkPositionals(definition.positionals, read.positionals, remedy);
      // The table of this command is a part of the one that was read.
      const options = read.values as unknown as OptionValues<Table>;
      return await definition.run({ options, positionals: read.positionals, terminal });
    },
  };
}

function checkPositionals(wanted: readonly Positional[], given: readonly string[], remedy: string) {
  const missing = wanted.filter(({ isOptional }) => !isOptional)[given.length];
  if (missing !== undefined) throw new Mistake(`${missing.name} is missing.`, remedy, 'usage');
  const takesAny = wanted.some(({ isRepeated }) => isRepeated);
  if (!takesAny && given.length > wanted.length) {
    throw new Mistake(`"${given[wanted.length]}" is one argument too many.`, remedy, 'usage');
  }
}

function helpText({ name, summary, positionals, details, options }: Definition<OptionTable>): string {
  const shown = positionals.map(({ name: word, isOptional, isRepeated }) => {
    const text = isRepeated ? `${word} …` : word;
    return isOptional ? `[${text}]` : text;
  });
  const usage = ['npx trofast', name, ...shown, '[options]'].join(' ');
  return [summary, '', `  ${usage}`, '', details.trim(), '', 'Options', helpOf({ ...options, ...EVERYWHERE })].join(
    '\n',
  );
}
