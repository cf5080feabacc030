import type { Instant, Program } from '@trofast/engine';
import type { Ledger, ProgramCounts, ReceiptCount } from '@trofast/ledger';
import { amountText, figureLines } from './amounts.ts';
import { type ProgramFigures, programFigures, programInForce } from './program-figures.ts';

/** What the database says of a program: nothing here was counted while recording. */
export interface RecordedSummary {
  readonly program: Program;
  readonly at: Instant;
  readonly counts: ProgramCounts;
  readonly receipts: readonly ReceiptCount[];
  readonly figures: ProgramFigures;
}

export async function readSummary(ledger: Ledger, programId: string): Promise<RecordedSummary> {
  const programs = await ledger.programs.load(programId);
  if (programs === undefined) throw new Error(`The program ${programId} has gone`);
  const at = await ledger.clock(programId);
  const book = await ledger.bookTotals(programId);
  const figures = await programFigures(programs, book, ledger.accounts(programId), at);
  const counts = await ledger.counts(programId);
  return {
    program: programInForce(programs, at),
    at,
    counts,
    receipts: await ledger.receipts.counts(programId),
    figures,
  };
}

export function recordedText({ counts, receipts, figures }: RecordedSummary): string {
  const events = (kind: string) => amountText(counts.eventsByKind[kind] ?? 0);
  const sum = (isClaimable: boolean) =>
    receipts.filter(({ claimable }) => claimable === isClaimable).reduce((all, row) => all + row.receipts, 0);
  const kinds = (isClaimable: boolean) =>
    receipts
      .filter(({ claimable }) => claimable === isClaimable)
      .map(({ sort, receipts: count }) => `${amountText(count)} ${sort.replaceAll('_', ' ')}`)
      .join(', ');
  return [
    'Recorded',
    ...figureLines([
      ['members', amountText(figures.members)],
      ['purchases', events('purchase')],
      ['returns', events('return')],
      ['receipts without a member that can be claimed', amountText(sum(true)), kinds(true)],
      ['receipts without a member that are only kept', amountText(sum(false)), kinds(false)],
      ['times that something fell due', events('clock')],
    ]),
  ].join('\n');
}
