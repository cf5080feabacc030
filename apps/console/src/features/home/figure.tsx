import { Group, Paper, Stack, Text } from '@mantine/core';
import { percentText, useFace } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import { changeOf } from './period.ts';

export interface FigureProps {
  readonly label: string;
  readonly now: string;
  /** Told as how much more or less. */
  readonly change?: { readonly now: number; readonly before: number };
  /** Told as it was, where a share of a share would confuse. */
  readonly before?: string | false;
  readonly note?: string | undefined;
  /** More is neither better nor worse. */
  readonly isNeutral?: boolean;
  /** Without a frame of its own. */
  readonly isPlain?: boolean;
}

/** A number, and how it was in the period before. */
export function Figure({ label, now, change, before, note, isNeutral = false, isPlain = false }: FigureProps) {
  const { t } = useTranslation();
  const { language } = useFace();
  const share = change && changeOf(change);
  const sign = share !== undefined && share > 0 ? '+' : '';
  const colour = isNeutral || share === undefined || share === 0 ? 'dimmed' : share > 0 ? 'teal.9' : 'red.8';
  const content = (
    <Stack gap={2}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text fz={{ base: 20, sm: 26 }} fw={650} lh={1.2} style={{ letterSpacing: '-0.02em' }}>
        {now}
      </Text>
      <Group gap={6}>
        {share !== undefined && (
          <Text size="xs" className="trofast-change" c={colour} fw={600}>
            {sign}
            {percentText(language, share)}
          </Text>
        )}
        {before !== undefined && before !== false && (
          <Text size="xs" c="dimmed">
            {t('home.before', { before })}
          </Text>
        )}
        {note !== undefined && (
          <Text size="xs" c="dimmed">
            {note}
          </Text>
        )}
      </Group>
    </Stack>
  );
  return isPlain ? (
    content
  ) : (
    <Paper withBorder p="md">
      {content}
    </Paper>
  );
}
