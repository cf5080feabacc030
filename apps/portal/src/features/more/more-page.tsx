import { Button } from '@mantine/core';
import { IconChevronRight, IconInfoCircle, IconLock, IconUser, IconUsers } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { ColourSchemeSwitcher, LanguageSwitcher, useFace, useWrite } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import { useMembership } from '../../look/membership.tsx';
import { useTitle } from '../../look/use-title.ts';
import { forgetLastKnown } from '../../offline/last-known.ts';
import { goTo, PageLink } from '../../routing/routing.tsx';

/** Everything that one needs less often. */
export function MorePage() {
  const { t } = useTranslation();
  useTitle(t('tabs.more'));
  const { program } = useFace();
  const queries = useQueryClient();
  const { me } = useMembership();
  const signOut = useWrite('signOutMember', {
    outdates: [],
    onDone: () => {
      forgetLastKnown(program);
      goTo({ program, page: '' });
      queries.clear();
      location.reload();
    },
  });
  const links = [
    { page: 'how-it-works', words: t('how.title'), Icon: IconInfoCircle },
    ...(me.program.hasHouseholds ? [{ page: 'household', words: t('household.title'), Icon: IconUsers }] : []),
    { page: 'profile', words: t('profile.title'), Icon: IconUser },
    { page: 'privacy', words: t('privacy.title'), Icon: IconLock },
  ];
  return (
    <>
      <h1>{t('tabs.more')}</h1>
      <ul className="links">
        {links.map(({ page, words, Icon }) => (
          <li key={page}>
            <PageLink page={page}>
              <Icon size={22} stroke={1.75} aria-hidden />
              <span className="links-words">{words}</span>
              <IconChevronRight size={18} aria-hidden />
            </PageLink>
          </li>
        ))}
      </ul>
      <section className="panel settings" aria-label={t('settings')}>
        <LanguageSwitcher offered={me.program.languages} />
        <ColourSchemeSwitcher />
      </section>
      <Button variant="default" loading={signOut.isPending} onClick={() => signOut.mutate({})}>
        {t('signOut')}
      </Button>
    </>
  );
}
