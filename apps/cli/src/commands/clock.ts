import type { Instant } from '@trofast/engine';
import { storeOptions, withExistingStore } from '../stores/open-store.ts';
import { requireProgram } from '../stores/require-program.ts';
import { sweepAll } from '../stores/sweep-all.ts';
import { Mistake } from '../terminal/mistake.ts';
import { instantText, readInstant } from '../terminal/read-instant.ts';
import { command } from './command.ts';

export const clock = command({
  name: 'clock',
  summary: "Show or move a program's sandbox clock",
  positionals: [{ name: 'PROGRAM' }, { name: 'TIME', isOptional: true }],
  details: `
A sandbox clock moves forward only, and only when it is told to: accounts then live through all that falls due on the
way. TIME is ISO 8601; without an offset it is local to the program's first market. The real clock cannot be moved.

  npx trofast clock gift-shop 2012-01-01T00:00`,
  options: storeOptions,
  async run({ options, positionals: [id = '', time], terminal }) {
    return await withExistingStore(options, terminal, async ({ ledger }) => {
      const program = await requireProgram(ledger, id);
      if (time === undefined) return shown(id, await ledger.clock(id), 0);
      if (program.clock !== 'sandbox') {
        throw new Mistake(`${id} runs by the real clock.`, 'Only a program made with a sandbox clock can be moved.');
      }
      const versions = (await ledger.programs.load(id))?.versions ?? [];
      const zone = versions.at(-1)?.program.markets.values().next().value?.zone ?? 'UTC';
      const to = readInstant(time, zone);
      const now = await ledger.clock(id);
      if (to < now) {
        throw new Mistake(`The clock stands at ${instantText(now)} and does not go back.`, 'Give a later time.');
      }
      await ledger.moveClock(id, to);
      return shown(id, await ledger.clock(id), await sweepAll(ledger, id));
    });
  },
});

function shown(program: string, at: Instant, accounts: number) {
  const swept = accounts === 0 ? '' : `, ${accounts} accounts lived through it`;
  return {
    text: `${program} stands at ${instantText(at)}${swept}`,
    json: { program, clock: instantText(at), accounts },
  };
}
