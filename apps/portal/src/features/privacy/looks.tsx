import { momentText, ProblemAlert, usePages } from '@trofast/ui';
import { useTranslation } from 'react-i18next';

/** Who looked at the member's data, and who changed something. */
export function Looks() {
  const { t, i18n } = useTranslation();
  const { items, query } = usePages('listMyLooks', { limit: 10 });
  return (
    <section className="panel" aria-labelledby="looks">
      <h2 id="looks">{t('privacy.looks')}</h2>
      <ProblemAlert error={query.error} />
      {query.isSuccess && items.length === 0 && <p className="quiet">{t('privacy.nobody')}</p>}
      <ul className="looks">
        {items.map(({ at, name, kind, isLook }) => (
          <li key={`${at} ${name} ${kind} ${isLook}`}>
            <span>
              {t(isLook ? 'privacy.saw' : 'privacy.did', {
                who: kind === 'staff' ? name : t(`privacy.${kind}`, { name }),
              })}
            </span>
            <span className="quiet">{momentText(i18n.language, at)}</span>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <button type="button" className="more" onClick={() => void query.fetchNextPage()}>
          {t('activity.more')}
        </button>
      )}
    </section>
  );
}
