import { serverOptions } from '@trofast/server/options';
import { serveUntilStopped } from '../serving/serve-until-stopped.ts';
import { command } from './command.ts';

export const start = command({
  name: 'start',
  summary: 'Serve programs over HTTP',
  positionals: [],
  details: `
Opens the data folder (or the database that DATABASE_URL names), brings its schema up to date and answers requests
until it is stopped with Ctrl+C. The first start prints the operator's key, once.

  npx trofast start --data ./data --port 8080`,
  options: serverOptions,
  async run({ options, terminal }) {
    await serveUntilStopped(options, terminal);
    return { text: 'Stopped.', json: { stopped: true } };
  },
});
