import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serverOptions } from '@trofast/server/options';
import { prepareDemo, runDemo } from '../demo/run-demo.ts';
import { watchMemory } from '../memory/peak-memory.ts';
import { serveUntilStopped } from '../serving/serve-until-stopped.ts';
import { withStore } from '../stores/open-store.ts';
import { Mistake } from '../terminal/mistake.ts';
import { command } from './command.ts';

const programFolder = resolve(import.meta.dirname, '../../../../programs/gift-shop');
const cut = join(programFolder, 'online-retail-cut.csv.gz');

export const demo = command({
  name: 'demo',
  summary: 'Watch a year of a real shop go through a program',
  positionals: [{ name: 'FILE', isOptional: true }],
  details: `
Records the purchases and returns of a real British shop, December 2010 to December 2011, through
programs/gift-shop/program.yaml into a fresh data folder, tells what came of it, proves the book and goes on serving.
Without FILE it takes the cut that ships with Trofast; docs/demo.md says where anyone gets the full file. Stopped at any
moment, the same command goes on where it stood.

  npm run demo
  npm run demo -- online_retail.csv.gz --data /tmp/demo --exit`,
  options: {
    ...serverOptions,
    data: { ...serverOptions.data, default: './data/demo', text: 'Folder of the demo. Created when it is not there.' },
    exit: { flag: 'exit', type: 'boolean', default: false, text: 'Stop after the summary instead of serving.' },
  },
  async run({ options, positionals: [path = cut], terminal }) {
    if (!existsSync(path)) {
      throw new Mistake(`There is no file ${path}.`, 'docs/demo.md says where the full file is to be had.');
    }
    const memory = watchMemory();
    terminal.note(`Opening ${options.data} and reading ${path} …`);
    // The file is read for the first time while PostgreSQL starts.
    const preparing = prepareDemo(path, programFolder);
    preparing.catch(() => undefined);
    return await withStore(options, terminal, async (store) => {
      const done = await runDemo(store, await preparing, options.data, memory, terminal);
      if (options.exit || !done.isGood) return done;
      terminal.print(terminal.wantsJson ? JSON.stringify(done.json) : `${done.text}\n`);
      await serveUntilStopped(options, terminal, store);
      return { text: 'Stopped.', json: { stopped: true } };
    });
  },
});
