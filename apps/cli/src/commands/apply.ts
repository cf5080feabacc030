import { storeOptions, withStore } from '../stores/open-store.ts';
import { publishProgram, readDocument } from '../stores/publish-program.ts';
import { readInstant } from '../terminal/read-instant.ts';
import { command } from './command.ts';

export const apply = command({
  name: 'apply',
  summary: 'Publish a version of a program',
  positionals: [{ name: 'FILE' }],
  details: `
Publishes the document as the next version of the program that it names; the program is made when it is not there yet.
It starts at once, or at --from, never before the program's clock. Publishing what is in force already changes nothing.
See first what it would change with npx trofast plan FILE.

  npx trofast apply programs/gift-shop/program.yaml --data ./data`,
  options: {
    ...storeOptions,
    from: { flag: 'from', type: 'text', value: 'TIME', text: 'When it starts; as soon as possible when absent.' },
    clock: {
      flag: 'clock',
      type: 'text',
      default: 'real',
      choices: ['real', 'sandbox'],
      value: 'KIND',
      text: 'Clock of a new program. A sandbox clock moves only when told to.',
    },
    note: { flag: 'note', type: 'text', value: 'TEXT', text: 'Why, for those who read the versions later.' },
  },
  async run({ options, positionals: [path = ''], terminal }) {
    const document = readDocument(path);
    const zone = document.program.markets.values().next().value?.zone ?? 'UTC';
    const from = options.from === undefined ? undefined : readInstant(options.from, zone);
    return await withStore(options, terminal, async ({ ledger }) => {
      const { id } = document.program;
      const latest = (await ledger.programs.versions(id)).at(-1);
      if (latest !== undefined && (await ledger.programs.versionText(id, latest.number)) === document.text) {
        const text = `${id} is at version ${latest.number} already: nothing to publish.`;
        return { text, json: { program: id, version: latest.number, published: false } };
      }
      const published = await publishProgram(ledger, document, {
        clock: options.clock === 'sandbox' ? 'sandbox' : 'real',
        ...(from !== undefined && { from }),
        ...(options.note !== undefined && { note: options.note }),
      });
      const starts = published.from === 0 ? 'from the beginning' : `from ${new Date(published.from).toISOString()}`;
      return {
        text: `${id}: version ${published.number} published, in force ${starts}.`,
        json: { program: id, version: published.number, from: new Date(published.from).toISOString(), published: true },
      };
    });
  },
});
