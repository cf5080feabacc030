import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import type { Output } from '@trofast/contract';
import { ProblemAlert, useWrite } from '@trofast/ui';
import { useTranslation } from 'react-i18next';

export interface LogoProps {
  readonly logo: Output<'getSettings'>['brand']['logo'];
  readonly isReadOnly: boolean;
}

export function Logo({ logo, isReadOnly }: LogoProps) {
  const { t } = useTranslation();
  const save = useWrite('saveLogo');
  const remove = useWrite('removeLogo');
  const upload = async (file: File | null) => {
    if (file !== null) save.mutate({ body: new Uint8Array(await file.arrayBuffer()) });
  };
  return (
    <Stack gap={6}>
      <Text size="sm" fw={500}>
        {t('settings.brand.logo')}
      </Text>
      <ProblemAlert error={save.error ?? remove.error} />
      <Group>
        {logo && <img src={logo.url} alt={t('settings.brand.logo')} height={44} />}
        {!isReadOnly && (
          <FileButton onChange={(file) => void upload(file)} accept="image/png,image/jpeg,image/webp">
            {(props) => (
              <Button variant="default" size="xs" loading={save.isPending} {...props}>
                {t('settings.brand.upload')}
              </Button>
            )}
          </FileButton>
        )}
        {logo && !isReadOnly && (
          <Button variant="subtle" color="red" size="xs" onClick={() => remove.mutate({})}>
            {t('settings.remove')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
