import { openDatabase } from '@trofast/db';
import { rebucket } from '@trofast/ledger';
import { storeOptions } from '../stores/open-store.ts';
import { Mistake } from '../terminal/mistake.ts';
import { command } from './command.ts';

const { buckets: _, ...databaseOptions } = storeOptions;

export const rebucketDatabase = command({
  name: 'rebucket',
  summary: 'Spread a database over another number of buckets',
  positionals: [{ name: 'N' }],
  details: `
Moves every row to its place among N buckets, as the database's owner. No server may be running meanwhile. Nothing that
has been recorded changes: neither ids nor hashes contain the bucket.

  npx trofast rebucket 7 --data ./data`,
  options: databaseOptions,
  async run({ options, positionals: [wanted = ''], terminal }) {
    const buckets = /^\d+$/.test(wanted) ? Number(wanted) : 0;
    if (buckets < 1 || buckets > 4096) {
      throw new Mistake(`"${wanted}" is no number of buckets.`, 'Give a whole number from 1 to 4096.', 'usage');
    }
    const database = await openDatabase({
      dataDir: options.data,
      databaseUrl: options.databaseUrl,
      applicationUrl: options.applicationDatabaseUrl,
      log: (line) => terminal.note(line),
    });
    try {
      const moved = await rebucket(database, buckets, (line) => terminal.note(line));
      return { text: `Moved from ${moved.from} to ${moved.to} buckets.`, json: moved };
    } finally {
      await database.close();
    }
  },
});
