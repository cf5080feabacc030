import { IconChevronLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../routing/routing.tsx';

/** Back to where the page was chosen. */
export function BackLink() {
  const { t } = useTranslation();
  return (
    <PageLink page="more" className="back">
      <IconChevronLeft size={18} aria-hidden />
      {t('tabs.more')}
    </PageLink>
  );
}
