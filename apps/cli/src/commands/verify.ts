import { storeOptions, withExistingStore } from '../stores/open-store.ts';
import { verifyText } from '../summary/verify-text.ts';
import { Mistake } from '../terminal/mistake.ts';
import { command } from './command.ts';

export const verify = command({
  name: 'verify',
  summary: 'Prove sums, folds and chains',
  positionals: [],
  details: `
Reads everything: each account's chain of events is computed again, its facts are folded again into the account, the
entries are made again and added up, and the batches are followed from the first to the last. Exit code 1 when anything
differs. One bucket can be verified at a time, and from the account where an earlier run stood.

  npx trofast verify --data ./data`,
  options: {
    ...storeOptions,
    bucket: { flag: 'bucket', type: 'number', least: 0, value: 'N', text: 'Only this bucket.' },
    from: {
      flag: 'from',
      type: 'text',
      value: 'PROGRAM/ACCOUNT',
      text: 'Go on behind this account (with --bucket).',
    },
  },
  async run({ options, terminal }) {
    const started = performance.now();
    const position = positionOf(options.from, options.bucket);
    const report = await withExistingStore(options, terminal, ({ ledger }) => {
      if (options.bucket !== undefined && options.bucket >= ledger.buckets) {
        throw new Mistake(
          `There is no bucket ${options.bucket}.`,
          `Give one from 0 to ${ledger.buckets - 1}.`,
          'usage',
        );
      }
      const show = terminal.progress('verifying');
      return ledger.verify({
        ...(options.bucket !== undefined && { bucket: options.bucket }),
        ...(position !== undefined && { from: position }),
        onProgress: ({ accounts }) => show(accounts, 0),
      });
    });
    const seconds = (performance.now() - started) / 1000;
    return {
      text: verifyText(report, seconds),
      json: { ...report, seconds },
      isGood: report.clean,
    };
  },
});

function positionOf(text: string | undefined, bucket: number | undefined) {
  if (text === undefined) return undefined;
  const [program, account, rest] = text.split('/');
  if (!program || !account || rest !== undefined || bucket === undefined) {
    throw new Mistake(`"${text}" is no place to go on from.`, 'Write --bucket N --from PROGRAM/ACCOUNT.', 'usage');
  }
  return { program, account };
}
