import { Button } from '@mantine/core';
import { EmptyState } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import { PlainPage } from './plain-page.tsx';

/** Shown instead of a page that has a fault of ours. */
export function Broken() {
  const { t } = useTranslation();
  return (
    <PlainPage>
      <EmptyState
        isPage
        title={t('shell.broken.title')}
        text={t('shell.broken.text')}
        action={<Button onClick={() => window.location.reload()}>{t('shell.broken.again')}</Button>}
      />
    </PlainPage>
  );
}
