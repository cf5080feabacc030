import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { storeOptions, withExistingStore } from '../stores/open-store.ts';
import { requireProgram } from '../stores/require-program.ts';
import { Mistake } from '../terminal/mistake.ts';
import { command } from './command.ts';

export const exportEverything = command({
  name: 'export',
  summary: 'Write everything out',
  positionals: [{ name: 'FILE', isOptional: true }],
  details: `
Advances every account to its program's clock, then writes events, facts, entries and account documents as lines of
JSON, in the order program, account, sequence. With --canonical (the only form so far) what depends on when or where it
was recorded is left out, so that two databases that say the same export the same, with the same SHA-256. Without FILE
only the SHA-256 is told.

  npx trofast export --canonical --data ./data everything.ndjson`,
  options: {
    ...storeOptions,
    canonical: { flag: 'canonical', type: 'boolean', default: false, text: 'Only what does not depend on recording.' },
    program: { flag: 'program', type: 'text', value: 'ID', text: 'Only this program.' },
  },
  async run({ options, positionals: [path], terminal }) {
    if (!options.canonical) throw new Mistake('Say which export.', 'npx trofast export --canonical [FILE]', 'usage');
    const done = await withExistingStore(options, terminal, async ({ ledger }) => {
      if (options.program !== undefined) await requireProgram(ledger, options.program);
      if (path === undefined) return await ledger.exportCanonical(options.program, () => undefined);
      const file = createWriteStream(path);
      const written = finished(file).catch((error: Error) => {
        throw new Mistake(`${path} cannot be written: ${error.message}`, 'Give another file.');
      });
      // Whichever wait below comes first throws it.
      written.catch(() => undefined);
      const exported = await ledger.exportCanonical(options.program, async (lines) => {
        if (!file.write(lines)) await Promise.race([once(file, 'drain').catch(() => written), written]);
      });
      file.end();
      await written;
      return exported;
    });
    const where = path === undefined ? '' : ` written to ${path}`;
    return { text: `${done.lines} lines${where}\nSHA-256 ${done.sha256}`, json: { ...done, file: path } };
  },
});
