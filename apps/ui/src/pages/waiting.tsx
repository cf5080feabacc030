import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface WaitingProps {
  readonly lines?: number;
}

/** The place of what is being fetched. */
export function Waiting({ lines = 4 }: WaitingProps) {
  const { t } = useTranslation('ui');
  return (
    <Stack gap="sm" role="status">
      <VisuallyHidden>{t('list.loading')}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        // Lines that stand in for others have no name but their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: they never move
        <Skeleton key={line} height={36} radius="sm" />
      ))}
    </Stack>
  );
}
