import type { Program } from '@trofast/engine';
import { nameOfKey } from '@trofast/engine';
import { amountText, decimalAmount, figureLines } from '../summary/amounts.ts';
import type { Change, Plan } from './plan-version.ts';
import type { Standing } from './standing-under.ts';

/** What would change and for whom, the largest changes first. */
export function planText(plan: Plan, program: Program, shownMost: number): string {
  const { accounts, changes, since, now } = plan;
  const days = Math.round((now - since) / 86_400_000);
  const title = `${program.name.en ?? program.id}: the last ${days} days under both versions, ${amountText(accounts)} accounts`;
  if (changes.length === 0) return `${title}\nNothing would change for anyone.`;
  const largest = changes.toSorted((a, b) => weightOf(b) - weightOf(a) || (a.account < b.account ? -1 : 1));
  const shown = largest
    .slice(0, shownMost)
    .map((change) => `  ${change.account}  ${differences(program, change).join('; ')}`);
  const rest = changes.length - shown.length;
  return [
    title,
    `Something would change for ${amountText(changes.length)} of them.`,
    '',
    'All together',
    ...figureLines(totals(program, changes)),
    '',
    'Who, the largest changes first',
    ...shown,
    ...(rest > 0 ? [`  … and ${amountText(rest)} more (--most N, or --json for all)`] : []),
  ].join('\n');
}

function totals(program: Program, changes: readonly Change[]) {
  const sum = (of: (standing: Standing) => number, side: 'before' | 'after') =>
    changes.reduce((total, change) => total + of(change[side]), 0);
  const rows = [...program.currencies.values()].map(({ id, decimals }) => {
    const points = (standing: Standing) => sumOfKey(standing.points, id);
    return [`${id} held`, fromTo(sum(points, 'before'), sum(points, 'after'), decimals)] as const;
  });
  const vouchers = fromTo(
    sum((one) => one.openVouchers, 'before'),
    sum((one) => one.openVouchers, 'after'),
    0,
  );
  const refused = [sum((one) => one.refused, 'before'), sum((one) => one.refused, 'after')] as const;
  return [
    ...rows,
    ['open vouchers', vouchers] as const,
    ...(refused[0] === refused[1] ? [] : [['events refused', fromTo(refused[0], refused[1], 0)] as const]),
    ...levelMoves(changes),
  ];
}

function levelMoves(changes: readonly Change[]): (readonly [string, string])[] {
  const moves = new Map<string, number>();
  for (const { before, after } of changes) {
    for (const [ladder, level] of Object.entries(after.levels)) {
      const from = before.levels[ladder];
      if (from === level) continue;
      const move = `${from ?? 'none'} → ${level}`;
      moves.set(move, (moves.get(move) ?? 0) + 1);
    }
  }
  return [...moves].map(([move, count]) => [move, `${amountText(count)} accounts`]);
}

function differences(program: Program, { before, after }: Change): string[] {
  const parts: string[] = [];
  for (const key of new Set([...Object.keys(before.points), ...Object.keys(after.points)])) {
    const [had, has] = [before.points[key] ?? 0, after.points[key] ?? 0];
    const decimals = program.currencies.get(nameOfKey(key))?.decimals ?? 0;
    if (had !== has) parts.push(`${key} ${fromTo(had, has, decimals)}`);
  }
  for (const key of new Set([...Object.keys(before.owed), ...Object.keys(after.owed)])) {
    const [had, has] = [before.owed[key] ?? 0, after.owed[key] ?? 0];
    if (had !== has) parts.push(`owed ${key} ${fromTo(had, has, 0)}`);
  }
  for (const [ladder, level] of Object.entries(after.levels)) {
    if (before.levels[ladder] !== level) parts.push(`${ladder} ${before.levels[ladder] ?? 'none'} → ${level}`);
  }
  if (before.openVouchers !== after.openVouchers) {
    parts.push(`open vouchers ${before.openVouchers} → ${after.openVouchers}`);
  }
  if (before.refused !== after.refused) parts.push(`refused ${before.refused} → ${after.refused}`);
  return parts;
}

function weightOf({ before, after }: Change): number {
  const points = (standing: Standing) => Object.values(standing.points).reduce((sum, one) => sum + one, 0);
  return Math.abs(points(after) - points(before));
}

function sumOfKey(points: Standing['points'], currency: string): number {
  return Object.entries(points).reduce((sum, [key, one]) => (nameOfKey(key) === currency ? sum + one : sum), 0);
}

function fromTo(before: number, after: number, decimals: number): string {
  const difference = after - before;
  const sign = difference > 0 ? '+' : '';
  return `${decimalAmount(before, decimals)} → ${decimalAmount(after, decimals)} (${sign}${decimalAmount(difference, decimals)})`;
}
