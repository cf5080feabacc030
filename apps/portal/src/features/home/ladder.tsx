import type { Output } from '@trofast/contract';
import { dateText } from '@trofast/ui';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { isSome, type Measure, measureText, shareOf, type Unit } from '../../amounts/amounts.ts';
import { lastDayBefore } from '../../amounts/days.ts';

export interface LadderProps {
  readonly standing: Output<'getHome'>['standings'][number];
  /** The name of points, where the program has one kind of them. */
  readonly points: Unit | undefined;
}

/** The level held, what is missing for the next, and what keeps it. */
export function Ladder({ standing, points }: LadderProps) {
  const { t, i18n } = useTranslation();
  const { name, levelName, counted, next, keep, until, levels } = standing;
  const say = (measure: Measure) =>
    measureText(i18n.language, measure, (unit, count) => t(unit === 'times' ? 'times' : 'days', { count }), points);
  const day = (text: string) => dateText(i18n.language, lastDayBefore(text));
  const share = counted && next ? shareOf(counted, next.at) : 1;
  const held = levels.findIndex(({ level }) => level === standing.level);
  return (
    <section className="panel" aria-label={name}>
      <p className="eyebrow">{name}</p>
      <p className="level">{levelName}</p>
      {next && counted && (
        <>
          <div
            className="way"
            role="progressbar"
            aria-label={t('level.way', { level: next.levelName })}
            aria-valuenow={Math.round(share * 100)}
            aria-valuemin={0}
            aria-valuemax={100}
          >
            <span style={{ '--share': share } as CSSProperties} />
          </div>
          <p>
            {isSome(String(next.missing.amount))
              ? t('level.missing', { amount: say(next.missing), level: next.levelName })
              : t('level.soon', { level: next.levelName })}
          </p>
        </>
      )}
      {!next && held > 0 && held === levels.length - 1 && <p>{t('level.highest')}</p>}
      {keep &&
        (isSome(String(keep.missing.amount)) ? (
          <p className="quiet">{t('level.keep', { amount: say(keep.missing), day: day(keep.by), level: levelName })}</p>
        ) : (
          <p className="quiet">{t('level.kept', { level: levelName })}</p>
        ))}
      {!keep && until !== undefined && <p className="quiet">{t('level.until', { day: day(until) })}</p>}
    </section>
  );
}
