import { Anchor, Button, Group, SegmentedControl, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Output } from '@trofast/contract';
import { type Column, DateText, EmptyState, ListPage, Points, ProblemAlert, useOperation, useWrite } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaff } from '../../shell/staff.tsx';

type Approval = Output<'listApprovals'>['items'][number];

const states = ['waiting', 'accepted', 'declined'] as const;

/** Corrections above the limit: a second person says yes or no. */
export function ApprovalsPage() {
  const { t } = useTranslation();
  const { may } = useStaff();
  const [state, setState] = useState<(typeof states)[number]>('waiting');
  const query = useOperation('listApprovals', { state }, { keepsPrevious: true });
  const accept = useWrite('acceptApproval');
  const decline = useWrite('declineApproval');
  const columns: readonly Column<Approval>[] = [
    {
      title: t('approvals.what'),
      cell: ({ amount, currency, reason, memberId }) => (
        <>
          <Anchor renderRoot={(props) => <Link to="/members/$memberId" params={{ memberId }} {...props} />} fw={600}>
            <Points points={amount} /> {currency}
          </Anchor>
          <Text size="sm">{reason}</Text>
        </>
      ),
    },
    {
      title: t('approvals.asked'),
      cell: ({ askedBy, askedAt }) => (
        <Text size="sm">
          {askedBy}
          <br />
          <DateText value={askedAt} withTime />
        </Text>
      ),
    },
    {
      title: t('approvals.answer'),
      cell: (approval) =>
        approval.state === 'waiting' && may('approvals:write') ? (
          <Group gap="xs">
            {!approval.isOwn && (
              <Button size="xs" onClick={() => accept.mutate({ approvalId: approval.id })}>
                {t('approvals.accept')}
              </Button>
            )}
            <Button size="xs" variant="default" onClick={() => decline.mutate({ approvalId: approval.id })}>
              {approval.isOwn ? t('approvals.takeBack') : t('approvals.decline')}
            </Button>
          </Group>
        ) : (
          <Text size="sm">
            {t(`approvals.states.${approval.state}`)}
            {approval.answeredBy !== undefined && `, ${approval.answeredBy}`}
          </Text>
        ),
    },
  ];
  return (
    <ListPage
      title={t('shell.pages.approvals')}
      text={t('approvals.text')}
      label={t('shell.pages.approvals')}
      items={query.data?.items ?? []}
      query={query}
      columns={columns}
      keyOf={({ id }) => id}
      filters={
        <>
          <ProblemAlert error={accept.error ?? decline.error} />
          <SegmentedControl
            aria-label={t('shell.pages.approvals')}
            value={state}
            onChange={(value) => setState(states.find((one) => one === value) ?? 'waiting')}
            data={states.map((value) => ({ value, label: t(`approvals.states.${value}`) }))}
            style={{ alignSelf: 'flex-start' }}
          />
        </>
      }
      empty={<EmptyState title={t('approvals.none')} />}
    />
  );
}
