import { useTranslation } from 'react-i18next';

/** Leads past the navigation to the element `#content`. */
export function SkipLink() {
  const { t } = useTranslation('ui');
  return (
    <a className="trofast-skip" href="#content">
      {t('skip')}
    </a>
  );
}
