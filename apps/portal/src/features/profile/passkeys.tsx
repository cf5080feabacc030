import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { dateText, useFace } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import { addPasskey, hasPasskeys, listPasskeys, removePasskey } from '../sign-in/passkeys.ts';

/** Passkeys of the member: to sign in with a finger or a face. */
export function Passkeys() {
  const { t, i18n } = useTranslation();
  const { program } = useFace();
  const queries = useQueryClient();
  const queryKey = [program, 'passkeys'];
  const { data = [] } = useQuery({ queryKey, queryFn: () => listPasskeys(program), enabled: hasPasskeys() });
  const onSuccess = () => queries.invalidateQueries({ queryKey });
  const add = useMutation({ mutationFn: () => addPasskey(program, deviceName()), onSuccess });
  const remove = useMutation({ mutationFn: (id: string) => removePasskey(program, id), onSuccess });
  if (!hasPasskeys()) return null;
  return (
    <section className="panel" aria-labelledby="passkeys">
      <h2 id="passkeys">{t('passkeys.title')}</h2>
      <p className="quiet">{t('passkeys.text')}</p>
      <ul className="looks">
        {data.map(({ id, name, createdAt }) => (
          <li key={id}>
            <span>
              {name ?? t('passkeys.one')}
              {createdAt && <span className="quiet"> · {dateText(i18n.language, createdAt)}</span>}
            </span>
            <Button size="xs" variant="default" onClick={() => remove.mutate(id)}>
              {t('passkeys.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <Button variant="default" loading={add.isPending} onClick={() => add.mutate()}>
        {t('passkeys.add')}
      </Button>
      <p role="status" className="quiet">
        {add.isError && t('passkeys.failed')}
      </p>
    </section>
  );
}

/** So that one knows later which device a passkey is on. */
function deviceName(): string {
  return /\(([^;)]+)/.exec(navigator.userAgent)?.[1] ?? 'Passkey';
}
