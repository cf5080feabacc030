import { Anchor, Badge, Grid, Group, Stack, Text } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { DetailPage, dateText, useFace, useOperation } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import { useStaff } from '../../shell/staff.tsx';
import { Actions } from './actions.tsx';
import { Balances } from './balances.tsx';
import { nameOfMember } from './name-of-member.ts';
import { Notes } from './notes.tsx';
import { Household, Totals, Vouchers } from './side-cards.tsx';
import { Standings } from './standings.tsx';
import { Timeline } from './timeline.tsx';

/** A member: who, what they have, how they stand, and everything that happened, with its why. */
export function MemberPage() {
  const { t } = useTranslation();
  const { language } = useFace();
  const { may } = useStaff();
  const { memberId } = useParams({ from: '/inside/members/$memberId' });
  const page = useOperation('getMemberPage', { memberId });
  return (
    <DetailPage
      query={page}
      title={t('members.one')}
      head={({ member }) => ({
        title: nameOfMember(member) ?? t('members.nameless'),
        text: [
          member.email,
          member.phone,
          ...member.cards,
          t('members.memberSince', { since: dateText(language, member.since) }),
        ]
          .filter(Boolean)
          .join(' · '),
        above: (
          <Anchor size="sm" renderRoot={(props) => <Link to="/members" {...props} />}>
            {t('shell.pages.members')}
          </Anchor>
        ),
        actions: <Actions memberId={memberId} member={member} />,
      })}
    >
      {(shown) => (
        <Stack gap="lg">
          {(shown.waiting > 0 || (shown.member.lists ?? []).length > 0) && (
            <Group gap="xs">
              {shown.waiting > 0 && (
                <Badge color="yellow" variant="light" autoContrast>
                  {t('members.waiting', { count: shown.waiting })}
                </Badge>
              )}
              {(shown.member.lists ?? []).map(({ list }) => (
                <Badge key={list} variant="default">
                  {list}
                </Badge>
              ))}
            </Group>
          )}
          <Balances page={shown} />
          <Grid gap="lg">
            <Grid.Col span={{ base: 12, md: 7 }}>
              {may('events:read') ? (
                <Timeline memberId={memberId} />
              ) : (
                <Text c="dimmed">{t('members.noTimeline')}</Text>
              )}
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 5 }}>
              <Stack gap="lg">
                <Standings standings={shown.standings} />
                <Vouchers vouchers={shown.vouchers} />
                <Household household={shown.household} memberId={memberId} />
                <Totals totals={shown.totals} />
                <Notes memberId={memberId} />
              </Stack>
            </Grid.Col>
          </Grid>
        </Stack>
      )}
    </DetailPage>
  );
}
