import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ProblemAlert, useFace, Waiting } from '@trofast/ui';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, goTo } from '../../routing/routing.tsx';

/** Who comes from the shop's own site is signed in by the token that its server has put behind the `#`. */
export function HandOver() {
  const { t } = useTranslation();
  const { client, program } = useFace();
  const queries = useQueryClient();
  const token = location.hash.slice(1);
  const { error, isSuccess } = useQuery({
    queryKey: ['handover', token],
    queryFn: () => client.handOverMember({ token }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  useEffect(() => {
    if (!isSuccess) return;
    history.replaceState(null, '', addressOf({ program, page: '' }));
    goTo({ program, page: '' });
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'handover' });
  }, [isSuccess, program, queries]);
  return (
    <main id="content" className="portal-narrow">
      <ProblemAlert error={error} />
      {error ? <a href={addressOf({ program, page: '' })}>{t('signIn.title')}</a> : <Waiting />}
    </main>
  );
}
