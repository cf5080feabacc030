import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { isSome, type Measure, measureText, shareOf } from '../../amounts/amounts.ts';

export interface ProgressBarProps {
  readonly progress: { readonly has: Measure; readonly wants: Measure; readonly missing: Measure };
  readonly label: string;
}

/** How far something is, and what is missing. */
export function ProgressBar({ progress: { has, wants, missing }, label }: ProgressBarProps) {
  const { t, i18n } = useTranslation();
  const say = (measure: Measure) =>
    measureText(i18n.language, measure, (unit, count) => t(unit === 'times' ? 'times' : 'days', { count }));
  const share = shareOf(has, wants);
  return (
    <>
      <div
        className="way small"
        role="progressbar"
        aria-label={label}
        aria-valuenow={Math.round(share * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <span style={{ '--share': share } as CSSProperties} />
      </div>
      <p className="quiet">
        {isSome(String(missing.amount))
          ? t('reward.missing', { amount: say(missing) })
          : t('challenge.of', { has: say(has), wants: say(wants) })}
      </p>
    </>
  );
}
