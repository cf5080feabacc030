import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { localeOf, moneyText } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTill } from '../../frame/till-context.tsx';
import { triedAgain, withoutMember } from '../../queue/after-answer.ts';
import type { Queued } from '../../queue/queued.ts';

export interface PieceProps {
  readonly queued: Queued;
}

/** One piece of work that is kept on the device. */
export function Piece({ queued }: PieceProps) {
  const { t, i18n } = useTranslation();
  const { own } = useTill();
  const time = new Intl.DateTimeFormat(localeOf(i18n.language), { dateStyle: 'short', timeStyle: 'short' });
  const { work } = queued;
  const amount =
    work.operation === 'recordPurchase'
      ? moneyText(
          i18n.language,
          work.input.lines.reduce((sum, { total }) => sum + total, 0),
          work.input.currency,
        )
      : '';
  return (
    <Paper component="li" withBorder p="md" className="till-piece">
      <Stack gap={4}>
        <Group justify="space-between">
          <Text fw={600}>{t(`kinds.${work.operation}`)}</Text>
          <Text fw={600}>{amount}</Text>
        </Group>
        <Text size="sm" c="dimmed">
          {queued.label} · {time.format(queued.keptAt)}
        </Text>
        {queued.till !== own.setup.id && <Text size="sm">{t('waiting.otherTill')}</Text>}
        {queued.reason && <Text size="sm">{queued.reason.detail}</Text>}
        {queued.state === 'aside' && <Remedies queued={queued} />}
      </Stack>
    </Paper>
  );
}

function Remedies({ queued }: PieceProps) {
  const { t } = useTranslation();
  const { queue } = useTill();
  const [isSure, setSure] = useState(false);
  const receipt = withoutMember(queued);
  return (
    <Group gap="xs" mt="xs">
      <Button size="md" variant="light" onClick={() => void queue.change(triedAgain(queued))}>
        {t('waiting.again')}
      </Button>
      {receipt && (
        <Button size="md" variant="default" onClick={() => void queue.change(receipt)}>
          {t('waiting.withoutMember')}
        </Button>
      )}
      <Button
        size="md"
        variant="subtle"
        color="red"
        onClick={() => (isSure ? void queue.discard(queued.sequence) : setSure(true))}
      >
        {t(isSure ? 'waiting.discardSure' : 'waiting.discard')}
      </Button>
    </Group>
  );
}
