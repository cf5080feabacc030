import type { Output } from '@trofast/contract';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { signedAmountText } from '../../amounts/amounts.ts';

type Balance = Output<'getHome'>['balances'][number];

export interface ArrivalProps {
  readonly balances: readonly Balance[];
}

/** Says what has just come or gone, while the page is looked at. */
export function Arrival({ balances }: ArrivalProps) {
  const { i18n } = useTranslation();
  const seen = useRef({ balances, changes: [] as readonly string[] });
  if (seen.current.balances !== balances) {
    const changes = balances.flatMap((now) => changeOf(i18n.language, seen.current.balances, now));
    seen.current = { balances, changes: changes.length > 0 ? changes : seen.current.changes };
  }
  const { changes } = seen.current;
  return (
    <div role="status" aria-live="polite" className="arrivals">
      {changes.map((change) => (
        <span key={change} className="arrival">
          {change}
        </span>
      ))}
    </div>
  );
}

function changeOf(language: string, before: readonly Balance[], now: Balance): readonly string[] {
  const old = before.find(({ currency }) => currency === now.currency);
  if (!old) return [];
  const units = unitsOf(now) - unitsOf(old);
  if (units === 0) return [];
  return [signedAmountText(language, (units / 10 ** now.decimals).toFixed(now.decimals), now)];
}

/** Available and pending, in whole units of the currency's decimals. */
function unitsOf({ available, pending, decimals }: Balance): number {
  return Math.round((Number(available) + Number(pending)) * 10 ** decimals);
}
