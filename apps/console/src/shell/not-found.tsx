import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import { PlainPage } from './plain-page.tsx';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <PlainPage>
      <EmptyState
        isPage
        title={t('shell.notFound')}
        action={<Button renderRoot={(props) => <Link to="/" {...props} />}>{t('shell.pages.home')}</Button>}
      />
    </PlainPage>
  );
}
