import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dateText, momentText, moneyText, pointsText } from './formats.ts';

export interface MoneyProps {
  /** Whole minor units. */
  readonly amount: number;
  readonly currency: string;
}

export function Money({ amount, currency }: MoneyProps) {
  const { language } = useTranslation().i18n;
  return (
    <Text component="span" inherit style={{ whiteSpace: 'nowrap' }}>
      {moneyText(language, amount, currency)}
    </Text>
  );
}

export interface PointsProps {
  readonly points: string | number;
}

export function Points({ points }: PointsProps) {
  const { language } = useTranslation().i18n;
  return (
    <Text component="span" inherit style={{ whiteSpace: 'nowrap' }}>
      {pointsText(language, points)}
    </Text>
  );
}

export interface DateTextProps {
  /** A calendar day or a moment. */
  readonly value: string;
  /** The time of day as well. */
  readonly withTime?: boolean;
}

export function DateText({ value, withTime = false }: DateTextProps) {
  const { language } = useTranslation().i18n;
  return <time dateTime={value}>{withTime ? momentText(language, value) : dateText(language, value)}</time>;
}
