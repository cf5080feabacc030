import { Button, Center, FileButton, Group, Image, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import type { Output } from '@trofast/contract';
import { numberText, ProblemAlert, pointsText, useFace, useWrite } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../shell/state-badge.tsx';

type Reward = Output<'listRewards'>['items'][number];

const PICTURE_BYTES_MAX = 1_000_000;

export function RewardCard({ reward, mayEdit }: { readonly reward: Reward; readonly mayEdit: boolean }) {
  const { t } = useTranslation();
  const { language } = useFace();
  const { id, name, sentence, cost, isOffered, stock, issued, used, picture } = reward;
  return (
    <Paper withBorder radius="md" style={{ overflow: 'hidden' }} data-reward={id}>
      {picture ? (
        <Image src={picture.url} alt={t('rewards.picture', { name })} h={180} fit="cover" />
      ) : (
        <Center h={180} bg="var(--mantine-color-default-hover)" c="dimmed">
          <IconPhoto size={40} stroke={1.2} aria-label={t('rewards.noPicture')} />
        </Center>
      )}
      <Stack gap="sm" p="md">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <Title order={2} size="h4">
            {capitalised(name)}
          </Title>
          <StateBadge tone={isOffered ? 'good' : 'past'}>
            {isOffered ? t('rewards.offered') : t('rewards.notOffered')}
          </StateBadge>
        </Group>
        <Text size="sm">{sentence}</Text>
        <Group gap="lg">
          {cost && <Figure title={t('rewards.cost')} value={pointsText(language, cost.amount)} />}
          <Figure title={t('rewards.issued')} value={numberText(language, issued)} />
          <Figure title={t('rewards.used')} value={numberText(language, used)} />
          <Figure
            title={t('rewards.stock')}
            value={
              stock
                ? t('rewards.stockOf', {
                    left: numberText(language, stock.left),
                    total: numberText(language, stock.total),
                  })
                : t('rewards.unlimited')
            }
          />
        </Group>
        {stock && stock.total > 0 && (
          <Progress
            value={(100 * stock.left) / stock.total}
            color={stock.left * 10 < stock.total ? 'orange' : 'brand'}
            aria-label={t('rewards.stock')}
          />
        )}
        {mayEdit && <PictureButtons reward={reward} />}
      </Stack>
    </Paper>
  );
}

function Figure({ title, value }: { readonly title: string; readonly value: string }) {
  return (
    <Stack gap={0}>
      <Text size="xs" c="dimmed">
        {title}
      </Text>
      <Text fw={600}>{value}</Text>
    </Stack>
  );
}

function PictureButtons({ reward: { id, name, picture } }: { readonly reward: Reward }) {
  const { t } = useTranslation();
  const [isTooLarge, setTooLarge] = useState(false);
  const save = useWrite('saveRewardPicture', { outdates: ['listRewards'] });
  const remove = useWrite('removeRewardPicture', { outdates: ['listRewards'] });
  const choose = async (file: File | null) => {
    if (file === null) return;
    setTooLarge(file.size > PICTURE_BYTES_MAX);
    if (file.size <= PICTURE_BYTES_MAX) save.mutate({ rewardId: id, body: new Uint8Array(await file.arrayBuffer()) });
  };
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <FileButton accept="image/png,image/jpeg,image/webp" onChange={(file) => void choose(file)}>
          {(props) => (
            <Button
              {...props}
              size="compact-sm"
              variant="default"
              loading={save.isPending}
              aria-label={`${picture ? t('rewards.changePicture') : t('rewards.choosePicture')}: ${name}`}
            >
              {picture ? t('rewards.changePicture') : t('rewards.choosePicture')}
            </Button>
          )}
        </FileButton>
        {picture && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            loading={remove.isPending}
            onClick={() => remove.mutate({ rewardId: id })}
          >
            {t('rewards.removePicture')}
          </Button>
        )}
      </Group>
      {isTooLarge && (
        <Text size="sm" c="red" role="alert">
          {t('rewards.tooLarge')}
        </Text>
      )}
      <ProblemAlert error={save.error ?? remove.error} />
    </Stack>
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
