import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { localeOf, pointsText } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import type { Found } from '../../selling/find-member.ts';

export interface WhoProps {
  readonly found: Found;
}

/** Name, level and what they have. */
export function Who({ found: { name, seen, knownAt } }: WhoProps) {
  const { t, i18n } = useTranslation();
  const time = new Intl.DateTimeFormat(localeOf(i18n.language), { timeStyle: 'short' });
  return (
    <Stack gap={4}>
      <Title order={1} size="h2">
        {name === '' ? t('sale.unnamed') : name}
      </Title>
      <Group gap="xs">
        {seen?.levels.map(({ ladder, levelName }) => (
          <Badge key={ladder} size="lg" variant="light">
            {levelName}
          </Badge>
        ))}
        {seen?.payable.map(({ currency, name: points, available }) => (
          <Text key={currency} fw={600}>
            {t('sale.pointsLeft', { points: pointsText(i18n.language, available), name: points })}
          </Text>
        ))}
      </Group>
      {knownAt !== undefined && (
        <Text c="dimmed" size="sm">
          {t('sale.knownAt', { time: time.format(knownAt) })}
        </Text>
      )}
    </Stack>
  );
}
