import { EmptyState } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import { lastProgramSeen } from '../offline/last-known.ts';
import { addressOf } from '../routing/routing.tsx';

/** The portal without a program: leads back to the one that was open last. */
export function NoProgram() {
  const { t } = useTranslation();
  const program = lastProgramSeen();
  return (
    <main id="content" className="portal-narrow">
      <EmptyState
        isPage
        title={t('noProgram.title')}
        text={t('noProgram.text')}
        action={program !== '' && <a href={addressOf({ program, page: '' })}>{t('noProgram.last')}</a>}
      />
    </main>
  );
}
