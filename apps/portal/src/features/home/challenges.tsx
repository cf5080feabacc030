import { IconRosetteDiscountCheck } from '@tabler/icons-react';
import type { Output } from '@trofast/contract';
import { dateText, useOperation } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import { lastDayBefore } from '../../amounts/days.ts';
import { ProgressBar } from './progress-bar.tsx';
import { withoutName } from './without-name.ts';

type Challenge = Output<'listMyChallenges'>['items'][number];

/** Stamps, rows and missions with how far they are, and the badges that were won. */
export function Challenges() {
  const { t } = useTranslation();
  const { data } = useOperation('listMyChallenges', {});
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section aria-labelledby="challenges">
      <h2 id="challenges">{t('challenge.title')}</h2>
      <ul className="rows">
        {data.items.map((challenge) => (
          <li key={challenge.challenge}>
            <ChallengeRow challenge={challenge} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ChallengeRowProps {
  readonly challenge: Challenge;
}

function ChallengeRow({ challenge }: ChallengeRowProps) {
  const { t, i18n } = useTranslation();
  const { name, sentence, done, badge, steps, streak, until } = challenge;
  const day = (text: string) => dateText(i18n.language, lastDayBefore(text));
  return (
    <div className="reward">
      <div className="reward-main">
        <p className="reward-name">{name}</p>
        <p className="quiet">{withoutName(sentence, name)}</p>
        {steps.map((step) => (
          <ProgressBar key={step.step} progress={step} label={step.name} />
        ))}
        {streak && (
          <p className="quiet">
            {t('challenge.row', { has: streak.has, wants: streak.wants })}
            {streak.endsOn !== undefined && ` · ${t('challenge.goOn', { day: day(streak.endsOn) })}`}
          </p>
        )}
        {until !== undefined && <p className="quiet">{t('voucher.until', { day: day(until) })}</p>}
      </div>
      {done > 0 && (
        <span className="badge">
          <IconRosetteDiscountCheck size={16} aria-hidden /> {badge ?? t('times', { count: done })}
        </span>
      )}
    </div>
  );
}
