import { ActionIcon, Group, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export interface LinesProps {
  readonly lines: readonly number[];
  readonly money: (amount: number) => string;
  readonly onRemove: (index: number) => void;
}

export function Lines({ lines, money, onRemove }: LinesProps) {
  const { t } = useTranslation();
  if (lines.length === 0) return null;
  return (
    <Stack component="ul" gap={4} m={0} p={0} aria-label={t('sale.lines')}>
      {lines.map((amount, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: equal amounts are told apart by their place only
        <Group component="li" key={index} justify="space-between" className="till-line">
          <Text>{index + 1}</Text>
          <Group gap="xs">
            <Text>{money(amount)}</Text>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={44}
              aria-label={t('sale.removeLine', { amount: money(amount) })}
              onClick={() => onRemove(index)}
            >
              <IconX aria-hidden />
            </ActionIcon>
          </Group>
        </Group>
      ))}
    </Stack>
  );
}
