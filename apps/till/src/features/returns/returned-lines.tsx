import { Stack, Text } from '@mantine/core';
import type { Output } from '@trofast/contract';
import { moneyText } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../frame/choice.tsx';

export interface ReturnedLinesProps {
  readonly bought: Output<'getReceiptAtTill'>;
  readonly chosen: readonly number[];
  readonly onChange: (lines: readonly number[]) => void;
}

/** What of a purchase comes back, line by line. */
export function ReturnedLines({ bought, chosen, onChange }: ReturnedLinesProps) {
  const { t, i18n } = useTranslation();
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('returns.which')}</Text>
      {bought.lines.map(({ line, sku, total }) => (
        <Choice
          key={line}
          isChosen={chosen.includes(line)}
          onChange={(isChosen) => onChange(isChosen ? [...chosen, line] : chosen.filter((one) => one !== line))}
        >
          {`${line + 1} · ${moneyText(i18n.language, total, bought.currency)}${sku === 'amount' ? '' : ` · ${sku}`}`}
        </Choice>
      ))}
    </Stack>
  );
}
