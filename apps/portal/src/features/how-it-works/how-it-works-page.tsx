import { ProblemAlert, useOperation, Waiting } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import { useTitle } from '../../look/use-title.ts';

/** The program in its own sentences, made from its document: always as it is now. */
export function HowItWorksPage() {
  const { t } = useTranslation();
  useTitle(t('how.title'));
  const { data, error, isPending, refetch } = useOperation('readMyProgram', {});
  return (
    <>
      <h1>{t('how.title')}</h1>
      {isPending && <Waiting />}
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data?.sections.map(({ id, heading, paragraphs }) => (
        <section key={id} className="panel told">
          <h2>{heading}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
    </>
  );
}
