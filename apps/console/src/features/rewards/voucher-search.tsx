import { Button, Group, Paper, Stack, Table, Text, TextInput } from '@mantine/core';
import type { Output } from '@trofast/contract';
import { dateText, moneyText, numberText, ProblemAlert, useFace, useOperation, Waiting } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../shell/state-badge.tsx';

type Voucher = Output<'checkVoucher'>;

/** Finds a voucher by its code: what it is worth, and whether it can be used. */
export function VoucherSearch() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [code, setCode] = useState('');
  const query = useOperation('checkVoucher', { code }, { enabled: code !== '' });
  return (
    <Stack gap="lg" maw={640}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setCode(typed.trim());
        }}
      >
        <Group align="flex-end" wrap="nowrap">
          <TextInput
            label={t('vouchers.code')}
            description={t('vouchers.hint')}
            style={{ flex: 1 }}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" disabled={typed.trim() === ''}>
            {t('vouchers.find')}
          </Button>
        </Group>
      </form>
      {code !== '' && query.error && <ProblemAlert error={query.error} />}
      {code !== '' && query.isLoading && <Waiting lines={3} />}
      {code !== '' && query.data && <VoucherView voucher={query.data} />}
    </Stack>
  );
}

function VoucherView({ voucher }: { readonly voucher: Voucher }) {
  const { t } = useTranslation();
  const { language } = useFace();
  const { code, name, state, issued, until, remaining, currency, uses, accountId } = voucher;
  const rows = [
    [t('vouchers.reward'), name],
    [t('vouchers.issued'), issued && dateText(language, issued)],
    [t('vouchers.until'), until && dateText(language, until)],
    [
      t('vouchers.remaining'),
      remaining === undefined || !currency ? undefined : moneyText(language, remaining, currency),
    ],
    [t('vouchers.uses'), uses === undefined ? undefined : numberText(language, uses)],
    [t('vouchers.account'), accountId],
  ] as const;
  return (
    <Paper withBorder p="md" role="status">
      <Group justify="space-between" mb="sm">
        <Text ff="monospace" fw={600}>
          {code}
        </Text>
        <StateBadge tone={state === 'usable' ? 'good' : 'past'}>{t(`vouchers.states.${state}`)}</StateBadge>
      </Group>
      <Table>
        <Table.Tbody>
          {rows
            .filter(([, value]) => value !== undefined)
            .map(([title, value]) => (
              <Table.Tr key={title}>
                <Table.Th scope="row">{title}</Table.Th>
                <Table.Td>{value}</Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
