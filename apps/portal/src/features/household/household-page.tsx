import { Button } from '@mantine/core';
import type { Output } from '@trofast/contract';
import { dateText, ProblemAlert, useOperation, useWrite, Waiting } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BackLink } from '../../look/back-link.tsx';
import { Question } from '../../look/question.tsx';
import { useTitle } from '../../look/use-title.ts';
import { AddPersonForm } from './add-person-form.tsx';

type Person = Output<'getMyHousehold'>['people'][number];

/** Who shares the account; whose account it is can take somebody in, everybody else can leave. */
export function HouseholdPage() {
  const { t, i18n } = useTranslation();
  useTitle(t('household.title'));
  const { data, error, isPending, refetch } = useOperation('getMyHousehold', {});
  const [leaving, setLeaving] = useState<Person>();
  const isHead = data?.people.some(({ isMe, role }) => isMe && role === undefined) ?? false;
  const mayLeave = (person: Person) => person.role !== undefined && (isHead || person.isMe);
  return (
    <>
      <BackLink />
      <h1>{data?.name ?? t('household.title')}</h1>
      <p className="quiet">{t('household.text')}</p>
      {isPending && <Waiting />}
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <ul className="rows">
        {data?.people.map((person) => (
          <li key={person.id} className="person">
            <div>
              <p className="person-name">
                {person.name ?? t('household.unnamed')}{' '}
                {person.isMe && <span className="badge">{t('household.you')}</span>}
              </p>
              <p className="quiet">
                {person.roleName ?? t('household.head')} ·{' '}
                {t('household.since', { day: dateText(i18n.language, person.since) })}
              </p>
            </div>
            {mayLeave(person) && (
              <Button variant="default" size="xs" onClick={() => setLeaving(person)}>
                {person.isMe ? t('household.leave') : t('household.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {data?.mayAdd && <AddPersonForm roles={data.roles} />}
      {leaving && <LeaveQuestion person={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  );
}

interface LeaveQuestionProps {
  readonly person: Person;
  readonly onClose: () => void;
}

function LeaveQuestion({ person, onClose }: LeaveQuestionProps) {
  const { t } = useTranslation();
  const [id] = useState(() => crypto.randomUUID());
  const leave = useWrite('leaveMyHousehold', { onDone: onClose });
  return (
    <Question title={person.isMe ? t('household.leave') : t('household.remove')} onClose={onClose}>
      <p>
        {person.isMe
          ? t('household.leaveText')
          : t('household.removeText', { name: person.name ?? t('household.unnamed') })}
      </p>
      <ProblemAlert error={leave.error} />
      <div className="buttons">
        <Button variant="default" onClick={onClose}>
          {t('reward.no')}
        </Button>
        <Button color="red" loading={leave.isPending} onClick={() => leave.mutate({ id, member: person.id })}>
          {person.isMe ? t('household.leave') : t('household.remove')}
        </Button>
      </div>
    </Question>
  );
}
