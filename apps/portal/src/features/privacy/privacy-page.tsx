import { Button } from '@mantine/core';
import { ProblemAlert, useFace, useOperation, useWrite } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BackLink } from '../../look/back-link.tsx';
import { Question } from '../../look/question.tsx';
import { useTitle } from '../../look/use-title.ts';
import { forgetLastKnown } from '../../offline/last-known.ts';
import { addressOf } from '../../routing/routing.tsx';
import { Looks } from './looks.tsx';
import { Worth } from './worth.tsx';

/** What is kept, who looked at it, what it was worth; to take along, or to erase. */
export function PrivacyPage() {
  const { t } = useTranslation();
  useTitle(t('privacy.title'));
  const [isErasing, setErasing] = useState(false);
  return (
    <>
      <BackLink />
      <h1>{t('privacy.title')}</h1>
      <Worth />
      <Looks />
      <Export />
      <section className="panel">
        <h2>{t('privacy.erase')}</h2>
        <p>{t('privacy.eraseText')}</p>
        <Button color="red" variant="light" onClick={() => setErasing(true)}>
          {t('privacy.erase')}
        </Button>
      </section>
      {isErasing && <EraseQuestion onClose={() => setErasing(false)} />}
    </>
  );
}

function Export() {
  const { t } = useTranslation();
  const { program } = useFace();
  const [isWanted, want] = useState(false);
  const { data, error, isFetching } = useOperation('exportMe', {}, { enabled: isWanted });
  const address = data && URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }));
  return (
    <section className="panel">
      <h2>{t('privacy.export')}</h2>
      <p>{t('privacy.exportText')}</p>
      <ProblemAlert error={error} />
      {address === undefined ? (
        <Button variant="default" loading={isFetching} onClick={() => want(true)}>
          {t('privacy.prepare')}
        </Button>
      ) : (
        <Button component="a" href={address} download={`${program}.json`}>
          {t('privacy.download')}
        </Button>
      )}
    </section>
  );
}

interface EraseQuestionProps {
  readonly onClose: () => void;
}

function EraseQuestion({ onClose }: EraseQuestionProps) {
  const { t } = useTranslation();
  const { program } = useFace();
  const [isUnderstood, understand] = useState(false);
  const erase = useWrite('eraseMe', {
    outdates: [],
    onDone: () => {
      forgetLastKnown(program);
      location.assign(addressOf({ program, page: '' }));
    },
  });
  return (
    <Question title={t('privacy.erase')} onClose={onClose}>
      <p>{t('privacy.eraseWarning')}</p>
      <label className="check">
        <input
          type="checkbox"
          checked={isUnderstood}
          onChange={({ currentTarget }) => understand(currentTarget.checked)}
        />
        <span>{t('privacy.understood')}</span>
      </label>
      <ProblemAlert error={erase.error} />
      <div className="buttons">
        <Button variant="default" onClick={onClose}>
          {t('reward.no')}
        </Button>
        <Button
          color="red"
          disabled={!isUnderstood}
          loading={erase.isPending}
          onClick={() => erase.mutate({ understood: true })}
        >
          {t('privacy.eraseYes')}
        </Button>
      </div>
    </Question>
  );
}
