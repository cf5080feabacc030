import { Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useFace } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../draft/use-draft.tsx';
import { isGroup, type Path, valueAt } from '../editing/written.ts';
import {
  DURATION_UNITS,
  durationParts,
  durationText,
  moneyParts,
  moneyText,
  shownDecimal,
  writtenDecimal,
} from './codecs.ts';
import { pointerOf } from './default-value.ts';
import type { FieldOf, FieldProps } from './field-props.ts';
import { RemoveButton } from './remove-button.tsx';
import { useLabel } from './use-label.ts';
import { useNames } from './use-names.ts';
import { WordsField } from './words-field.tsx';

/** One value: a number, money, a time, a date, a name, a text. */
export function ValueField(props: FieldProps<FieldOf<'value'>>) {
  const { field, value } = props;
  if (isGroup(value) && typeof value.parameter === 'string')
    return <ParameterField {...props} name={value.parameter} />;
  switch (field.value) {
    case 'words':
    case 'counted_words':
      return <WordsField {...props} />;
    case 'name':
      return <NameField {...props} />;
    case 'duration':
    case 'short_duration':
    case 'duration_or_always':
    case 'window':
      return <DurationField {...props} />;
    default:
      return <PlainField {...props} />;
  }
}

/** Words that every one-line field shares: its name, what is wrong with it, a way to take it out. */
function useCommon({ path, label, isRequired, onRemove }: FieldProps<FieldOf<'value'>>) {
  const draft = useDraft();
  const problem = draft.problems.find(({ pointer }) => pointer === pointerOf(path));
  return {
    label,
    required: isRequired === true,
    readOnly: !draft.mayEdit,
    error: problem && [problem.message, problem.remedy].filter(Boolean).join(' '),
    rightSection: onRemove && <RemoveButton label={label} onClick={onRemove} />,
  };
}

function PlainField(props: FieldProps<FieldOf<'value'>>) {
  const { field, path, value } = props;
  const draft = useDraft();
  const { language } = useFace();
  const common = useCommon(props);
  const text = typeof value === 'string' ? value : '';
  switch (field.value) {
    case 'money':
    case 'amount': {
      const { amount, currency } = moneyParts(text);
      return (
        <TextInput
          {...common}
          inputMode="decimal"
          value={shownDecimal(amount, language)}
          leftSection={currency && <Text size="xs">{currency}</Text>}
          leftSectionWidth={currency ? 48 : undefined}
          onChange={(event) =>
            draft.setAt(path, moneyText({ amount: writtenDecimal(event.currentTarget.value), currency }))
          }
        />
      );
    }
    case 'rate':
    case 'percent':
    case 'whole':
      return (
        <TextInput
          {...common}
          inputMode="decimal"
          value={shownDecimal(text, language)}
          leftSection={field.value === 'percent' ? <Text size="xs">%</Text> : undefined}
          onChange={(event) => draft.setAt(path, writtenDecimal(event.currentTarget.value))}
        />
      );
    default:
      return (
        <TextInput
          {...common}
          type={field.value === 'day' ? 'date' : field.value === 'time_of_day' ? 'time' : 'text'}
          value={text}
          onChange={(event) => draft.setAt(path, event.currentTarget.value)}
        />
      );
  }
}

function NameField(props: FieldProps<FieldOf<'value'>>) {
  const { field, path, value, onRemove } = props;
  const draft = useDraft();
  const names = useNames();
  const { rightSection: _, ...common } = useCommon(props);
  return (
    <Select
      {...common}
      data={[...names(field.of ?? '', path)]}
      value={typeof value === 'string' ? value : null}
      onChange={(next) => (next === null ? onRemove?.() : draft.setAt(path, next))}
      allowDeselect={false}
      clearable={onRemove !== undefined}
      searchable
    />
  );
}

function DurationField(props: FieldProps<FieldOf<'value'>>) {
  const { field, path, value } = props;
  const { t } = useTranslation();
  const draft = useDraft();
  const labels = useLabel();
  const common = useCommon(props);
  const text = typeof value === 'string' ? value : '';
  const parts = durationParts(text);
  const words =
    field.value === 'window'
      ? ['day', 'week', 'month', 'quarter', 'calendar_year', 'membership_year', 'forever']
      : field.value === 'duration_or_always'
        ? ['always']
        : [];
  const isWord = words.includes(text);
  if (!parts && !isWord) {
    return <TextInput {...common} value={text} onChange={(event) => draft.setAt(path, event.currentTarget.value)} />;
  }
  const units = DURATION_UNITS.filter((unit) => unit !== 'H' || field.value === 'short_duration');
  const choices = [
    ...units.map((unit) => ({ value: unit, label: t(`program.units.${unit}`) })),
    ...words.map((word) => ({ value: word, label: labels.option(word, 'window') })),
  ];
  return (
    <Group gap="xs" wrap="nowrap" align="flex-end">
      {parts && (
        <TextInput
          {...common}
          style={{ flex: 1, minWidth: 72 }}
          inputMode="numeric"
          value={parts.count}
          onChange={(event) => draft.setAt(path, durationText({ ...parts, count: event.currentTarget.value.trim() }))}
        />
      )}
      <Select
        aria-label={t('program.fields.unitOf', { name: common.label })}
        label={parts ? undefined : common.label}
        style={{ flex: 1 }}
        data={choices}
        value={parts ? parts.unit : text}
        allowDeselect={false}
        readOnly={!draft.mayEdit}
        onChange={(next) => {
          const unit = DURATION_UNITS.find((one) => one === next);
          if (unit) draft.setAt(path, durationText({ count: parts?.count ?? '1', unit }));
          else if (next) draft.setAt(path, next);
        }}
      />
    </Group>
  );
}

/** A value that comes from a parameter: the parameter's own values, which count wherever it is used. */
function ParameterField({ field, label, name }: FieldProps<FieldOf<'value'>> & { readonly name: string }) {
  const { t } = useTranslation();
  const { written } = useDraft();
  const place = ['parameters', name];
  return (
    <Stack gap={4}>
      {valuesOf(valueAt(written, place), place).map(({ path, where, value }) => (
        <ValueField
          key={pointerOf(path)}
          field={{ ...field, varies: false }}
          path={path}
          value={value}
          label={[label, where].filter(Boolean).join(' · ')}
          isRequired
        />
      ))}
      <Text size="xs" c="dimmed">
        {t('program.fields.parameter', { name })}
      </Text>
    </Stack>
  );
}

interface ParameterValue {
  readonly path: Path;
  /** Market and date. */
  readonly where: string;
  readonly value: FieldProps['value'];
}

function valuesOf(value: FieldProps['value'], path: Path, where = ''): readonly ParameterValue[] {
  if (Array.isArray(value)) {
    return value.flatMap((piece, index) => {
      const from = isGroup(piece) && typeof piece.from === 'string' ? piece.from : '';
      return valuesOf(isGroup(piece) ? piece.value : undefined, [...path, index, 'value'], `${where} ${from}`.trim());
    });
  }
  if (isGroup(value)) {
    return Object.entries(value).flatMap(([market, own]) => valuesOf(own, [...path, market], market));
  }
  return [{ path, where, value }];
}
