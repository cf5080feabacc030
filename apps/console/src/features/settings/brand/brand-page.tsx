import { Button, Group, NumberInput, Paper, SimpleGrid, Stack, TextInput, Title } from '@mantine/core';
import type { Input, Output } from '@trofast/contract';
import { fieldErrors, inkOn, isColour, PageHead, ProblemAlert, useOperation, useWrite, Waiting } from '@trofast/ui';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaff } from '../../../shell/staff.tsx';
import { toast } from '../../../shell/toast.ts';
import { ColourField } from './colour-field.tsx';
import { Logo } from './logo.tsx';

type Settings = Output<'getSettings'>;

/** How the program looks to members, and the few numbers that are no part of its document. */
export function BrandPage() {
  const { t } = useTranslation();
  const settings = useOperation('getSettings', {});
  return (
    <Stack gap="lg">
      <PageHead title={t('settings.areas.brand')} text={t('settings.brand.text')} />
      <ProblemAlert error={settings.error} onRetry={() => void settings.refetch()} />
      {settings.data === undefined ? !settings.error && <Waiting /> : <BrandForm settings={settings.data} />}
    </Stack>
  );
}

function BrandForm({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation();
  const { t: kit } = useTranslation('ui');
  const { may } = useStaff();
  const [name, setName] = useState(settings.brand.name);
  const [primary, setPrimary] = useState(settings.brand.primary);
  const [accent, setAccent] = useState(settings.brand.accent);
  const [limit, setLimit] = useState<number | ''>(settings.approvalAbove ?? '');
  const save = useWrite('changeSettings', { onDone: () => toast(kit('form.saved')) });
  const errors = fieldErrors(save.error);
  const isReadOnly = !may('settings:write');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input: Input<'changeSettings'> = { name, primary, accent, approvalAbove: limit === '' ? null : limit };
    save.mutate(input);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <ProblemAlert error={save.error} />
        <Paper withBorder p="lg">
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl">
            <Stack gap="md">
              <TextInput
                label={t('settings.brand.name')}
                value={name}
                readOnly={isReadOnly}
                error={errors['name']}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <ColourField
                label={t('settings.brand.primary')}
                value={primary}
                onChange={setPrimary}
                error={errors['primary']}
              />
              <ColourField
                label={t('settings.brand.accent')}
                value={accent}
                onChange={setAccent}
                error={errors['accent']}
              />
              <Logo logo={settings.brand.logo} isReadOnly={isReadOnly} />
            </Stack>
            <Preview name={name} primary={primary} accent={accent} logo={settings.brand.logo?.url} />
          </SimpleGrid>
        </Paper>
        <Paper withBorder p="lg">
          <Title order={2} size="h4" mb="sm">
            {t('settings.brand.approval')}
          </Title>
          <NumberInput
            label={t('settings.brand.approvalAbove')}
            description={t('settings.brand.approvalHint')}
            min={0}
            allowDecimal={false}
            readOnly={isReadOnly}
            value={limit}
            onChange={(value) => setLimit(typeof value === 'number' ? value : '')}
            maw={360}
          />
        </Paper>
        {!isReadOnly && (
          <Group>
            <Button type="submit" loading={save.isPending} disabled={!isColour(primary) || !isColour(accent)}>
              {kit('form.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

interface PreviewProps {
  readonly name: string;
  readonly primary: string;
  readonly accent: string;
  readonly logo: string | undefined;
}

/** The card as a member will see it. */
function Preview({ name, primary, accent, logo }: PreviewProps) {
  const { t } = useTranslation();
  const colour = isColour(primary) ? primary : '#1d6f5c';
  const second = isColour(accent) ? accent : '#f4b740';
  return (
    <Paper
      radius="lg"
      p="lg"
      component="section"
      aria-label={t('settings.brand.preview')}
      style={{ background: colour, color: inkOn(colour), minHeight: 190, alignSelf: 'start' }}
    >
      <Stack justify="space-between" h="100%" gap={64}>
        <Group justify="space-between" wrap="nowrap">
          <strong style={{ fontSize: 20 }}>{name}</strong>
          {logo !== undefined && <img src={logo} alt="" height={36} />}
        </Group>
        <span
          style={{
            background: second,
            color: inkOn(second),
            borderRadius: 999,
            padding: '4px 12px',
            alignSelf: 'flex-start',
            fontWeight: 600,
          }}
        >
          {t('settings.brand.sample')}
        </span>
      </Stack>
    </Paper>
  );
}
