import { planText } from '../planning/plan-text.ts';
import { planVersion } from '../planning/plan-version.ts';
import { storeOptions, withExistingStore } from '../stores/open-store.ts';
import { readDocument } from '../stores/publish-program.ts';
import { requireProgram } from '../stores/require-program.ts';
import { instantText } from '../terminal/read-instant.ts';
import { command } from './command.ts';

const DAY = 86_400_000;

export const plan = command({
  name: 'plan',
  summary: 'Show what a new version of a program would change, and for whom',
  positionals: [{ name: 'FILE' }],
  details: `
Replays what happened in the last 90 days twice, under the versions there are and as if this document had been in force
from their beginning, and lists every account that would stand otherwise now. Nothing is recorded; publish it with
npx trofast apply FILE.

  npx trofast plan programs/gift-shop/program.yaml --data ./data`,
  options: {
    ...storeOptions,
    days: {
      flag: 'days',
      type: 'number',
      default: 90,
      least: 1,
      most: 3660,
      value: 'N',
      text: 'How many days to replay.',
    },
    most: { flag: 'most', type: 'number', default: 20, least: 0, value: 'N', text: 'How many accounts to list.' },
  },
  async run({ options, positionals: [path = ''], terminal }) {
    const { program } = readDocument(path);
    return await withExistingStore(options, terminal, async ({ ledger }) => {
      await requireProgram(ledger, program.id);
      const programs = (await ledger.programs.load(program.id)) ?? { id: program.id, versions: [] };
      const now = await ledger.clock(program.id);
      const { accounts } = await ledger.counts(program.id);
      const show = terminal.progress('replaying');
      const planned = await planVersion(ledger, programs, program, now - options.days * DAY, now, (done) =>
        show(done, accounts),
      );
      show.end();
      const json = { ...planned, since: instantText(planned.since), now: instantText(planned.now) };
      return { text: planText(planned, program, options.most), json };
    });
  },
});
