import type { VerifyReport } from '@trofast/ledger';
import { amountText } from './amounts.ts';

const FAULTS_SHOWN = 50;

export function verifyText({ clean, faults, accounts, events, entries, batches }: VerifyReport, seconds: number) {
  const read = `${amountText(accounts)} accounts, ${amountText(events)} events, ${amountText(entries)} entries, ${amountText(batches)} batches`;
  if (clean) return `The book proves itself: ${read}, in ${seconds.toFixed(1)} s.`;
  const shown = faults.slice(0, FAULTS_SHOWN).map(({ bucket, program, account, sequence, what }) => {
    const where = [program, account, sequence].filter((part) => part !== undefined).join(' ');
    return `  bucket ${bucket}${where === '' ? '' : `, ${where}`}: ${what}`;
  });
  const more = faults.length > FAULTS_SHOWN ? [`  … and ${faults.length - FAULTS_SHOWN} more`] : [];
  return [`The book does not hold, ${faults.length} faults in ${read}:`, ...shown, ...more].join('\n');
}
