import { Button, Collapse, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Output } from '@trofast/contract';
import { DateText, EmptyState, eventKindOf, moneyText, ProblemAlert, useFace, usePages, Waiting } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import { Why } from './why.tsx';

type Item = Output<'listTimeline'>['items'][number];

/** What happened, newest first; each event opens its why. */
export function Timeline({ memberId }: { readonly memberId: string }) {
  const { t } = useTranslation();
  const { t: kit } = useTranslation('ui');
  const { items, query } = usePages('listTimeline', { memberId, limit: 20 }, { refetchInterval: 15_000 });
  return (
    <Paper withBorder p="lg" component="section" aria-label={t('members.timeline')}>
      <Title order={2} size="h5" mb="sm">
        {t('members.timeline')}
      </Title>
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      {query.isPending && <Waiting />}
      {query.isSuccess && items.length === 0 && <EmptyState title={t('members.nothingYet')} />}
      <Stack component="ol" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
        {items.map((item) => (
          <TimelineItem key={item.id} item={item} />
        ))}
      </Stack>
      {query.hasNextPage && (
        <Button
          mt="md"
          variant="default"
          fullWidth
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {kit('list.more')}
        </Button>
      )}
    </Paper>
  );
}

function TimelineItem({ item }: { readonly item: Item }) {
  const { t } = useTranslation();
  const { language } = useFace();
  const [isOpen, { toggle }] = useDisclosure();
  const amount = item.money && moneyText(language, item.money.amount, item.money.currency);
  const who = [item.store, item.till, item.actor].filter(Boolean).join(' · ');
  return (
    <li style={{ borderInlineStart: '2px solid var(--trofast-line)', paddingInlineStart: 16 }}>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>
          {t(`members.kinds.${eventKindOf(item.kind)}`)}
          {amount !== undefined && ` · ${amount}`}
        </Text>
        <Text size="xs" c="dimmed">
          <DateText value={item.occurredAt} withTime />
        </Text>
      </Group>
      {item.sentences.map((sentence) => (
        <Text key={sentence} size="sm">
          {sentence}
        </Text>
      ))}
      {who !== '' && (
        <Text size="xs" c="dimmed">
          {who}
          {item.approvedBy !== undefined && ` · ${t('members.approvedBy', { name: item.approvedBy })}`}
        </Text>
      )}
      <Button size="compact-xs" variant="subtle" mt={4} ml={-8} onClick={toggle} aria-expanded={isOpen}>
        {t('members.why.open')}
      </Button>
      <Collapse expanded={isOpen}>{isOpen && <Why eventId={item.id} />}</Collapse>
    </li>
  );
}
