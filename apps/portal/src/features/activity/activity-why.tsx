import { ProblemAlert, useOperation, Waiting } from '@trofast/ui';
import { useTranslation } from 'react-i18next';

export interface ActivityWhyProps {
  readonly eventId: string;
}

/** The rules that made it so, with their arithmetic; and those that did not count, with what was missing. */
export function ActivityWhy({ eventId }: ActivityWhyProps) {
  const { t } = useTranslation();
  const { data, error, isPending } = useOperation('getMyActivity', { eventId });
  if (isPending) return <Waiting lines={1} />;
  if (error) return <ProblemAlert error={error} />;
  const held = data.why.filter((rule) => rule.held);
  const others = data.why.filter((rule) => !rule.held);
  return (
    <>
      {held.length > 0 && <h2 className="why-title">{t('activity.why')}</h2>}
      {held.map(({ sentence, arithmetic, missing = [] }) => (
        <div key={sentence} className="why">
          <p>{sentence}</p>
          {arithmetic !== undefined && <p className="arithmetic">{arithmetic}</p>}
          {missing.map((text) => (
            <p key={text} className="quiet">
              {text}
            </p>
          ))}
        </div>
      ))}
      {others.length > 0 && (
        <details className="why-not">
          <summary>{t('activity.whyNot')}</summary>
          {others.map(({ sentence, missing = [] }) => (
            <div key={sentence} className="why">
              <p>{sentence}</p>
              {missing.map((text) => (
                <p key={text} className="quiet">
                  {t('activity.missing', { what: text })}
                </p>
              ))}
            </div>
          ))}
        </details>
      )}
    </>
  );
}
