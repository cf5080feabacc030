import {
  ActionIcon,
  Button,
  Collapse,
  Group,
  MultiSelect,
  Select,
  SimpleGrid,
  Stack,
  TagsInput,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Locale, Program } from '@trofast/engine';
import { useFace } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../draft/use-draft.tsx';
import { shownDecimal, writtenDecimal } from '../fields/codecs.ts';
import { choicesOf, levelsBeside } from '../fields/names.ts';
import { type Basket, type BasketLine, textsUnder } from './basket.ts';

export interface BasketFormProps {
  readonly basket: Basket;
  readonly program: Program;
  readonly onChange: (basket: Basket) => void;
}

/** What is bought, when, and by whom. */
export function BasketForm(props: BasketFormProps) {
  const { basket, onChange } = props;
  const { t } = useTranslation();
  const [isMore, setMore] = useState(false);
  return (
    <Stack gap="sm">
      {basket.lines.map((line, index) => (
        <LineForm key={line.key} {...props} line={line} number={index + 1} />
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} />}
        style={{ alignSelf: 'start' }}
        onClick={() => onChange({ ...basket, lines: [...basket.lines, nextLine(basket)] })}
      >
        {t('program.simulator.addLine')}
      </Button>
      <MemberForm {...props} />
      <Button
        variant="subtle"
        size="compact-sm"
        aria-expanded={isMore}
        style={{ alignSelf: 'start' }}
        onClick={() => setMore(!isMore)}
      >
        {isMore ? t('program.simulator.less') : t('program.simulator.more')}
      </Button>
      <Collapse expanded={isMore}>
        <MoreForm {...props} />
      </Collapse>
    </Stack>
  );
}

function nextLine({ lines }: Basket): BasketLine {
  const last = lines.at(-1);
  const key = String(Math.max(0, ...lines.map((line) => Number(line.key))) + 1);
  return { key, sku: '', categories: [], quantity: '1', price: last?.price ?? '10' };
}

function LineForm({
  basket,
  onChange,
  line,
  number,
}: BasketFormProps & { readonly line: BasketLine; readonly number: number }) {
  const { t } = useTranslation();
  const { language } = useFace();
  const { written, program } = useDraft();
  const change = (part: Partial<BasketLine>) =>
    onChange({ ...basket, lines: basket.lines.map((one) => (one === line ? { ...line, ...part } : one)) });
  const categories = textsUnder(written, ['categories']).map((value) => ({
    value,
    label: program?.names.get(value)?.[language as Locale] ?? value,
  }));
  const currency = program?.markets.get(basket.market)?.currency;
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <TextInput
        label={t('program.simulator.quantity')}
        w={64}
        inputMode="decimal"
        value={shownDecimal(line.quantity, language)}
        onChange={(event) => change({ quantity: writtenDecimal(event.currentTarget.value) })}
      />
      <TextInput
        label={t('program.simulator.price', { currency })}
        w={104}
        inputMode="decimal"
        value={shownDecimal(line.price, language)}
        onChange={(event) => change({ price: writtenDecimal(event.currentTarget.value) })}
      />
      <MultiSelect
        label={t('program.simulator.categories')}
        style={{ flex: 1, minWidth: 0 }}
        data={categories}
        value={[...line.categories]}
        onChange={(next) => change({ categories: next })}
        searchable
        placeholder={line.categories.length === 0 ? t('program.simulator.anything') : ''}
      />
      {basket.lines.length > 1 && (
        <ActionIcon
          variant="subtle"
          color="gray"
          mb={6}
          aria-label={t('program.simulator.removeLine', { number })}
          onClick={() => onChange({ ...basket, lines: basket.lines.filter((one) => one !== line) })}
        >
          <IconTrash size={16} />
        </ActionIcon>
      )}
    </Group>
  );
}

/** Who buys, and when. */
function MemberForm({ basket, onChange, program }: BasketFormProps) {
  const { t } = useTranslation();
  const { language } = useFace();
  const { written } = useDraft();
  const markets = choicesOf(written, 'markets', language);
  return (
    <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs">
      <TextInput
        type="datetime-local"
        label={t('program.simulator.when')}
        value={basket.at}
        onChange={(event) => onChange({ ...basket, at: event.currentTarget.value })}
      />
      {markets.length > 1 && (
        <Select
          label={t('program.simulator.market')}
          data={[...markets]}
          value={basket.market}
          allowDeselect={false}
          onChange={(next) => next && onChange({ ...basket, market: next })}
        />
      )}
      {[...program.ladders.keys()].map((ladder) => {
        const levels = levelsBeside(written, ['ladders', ladder], language);
        const name = choicesOf(written, 'ladders', language).find(({ value }) => value === ladder)?.label ?? ladder;
        return (
          <Select
            key={ladder}
            label={t('program.simulator.level', { ladder: name })}
            data={[...levels]}
            value={basket.levels[ladder] ?? levels[0]?.value ?? null}
            allowDeselect={false}
            onChange={(next) => next && onChange({ ...basket, levels: { ...basket.levels, [ladder]: next } })}
          />
        );
      })}
      {choicesOf(written, 'currencies', language).map(({ value, label }) => (
        <TextInput
          key={value}
          label={t('program.simulator.has', { points: label })}
          inputMode="decimal"
          placeholder="0"
          value={shownDecimal(basket.points[value] ?? '', language)}
          onChange={(event) =>
            onChange({ ...basket, points: { ...basket.points, [value]: writtenDecimal(event.currentTarget.value) } })
          }
        />
      ))}
    </SimpleGrid>
  );
}

/** What decides only in some programs: how it is paid, where, with which codes. */
function MoreForm({ basket, onChange, program }: BasketFormProps) {
  const { t } = useTranslation();
  const { language } = useFace();
  const { written } = useDraft();
  const named = (words: readonly string[]) =>
    textsUnder(written, words).map((value) => ({
      value,
      label: program.names.get(value)?.[language as Locale] ?? value,
    }));
  const one = (field: 'tender' | 'store' | 'channel' | 'delivery', words: readonly string[]) => (
    <Select
      key={field}
      label={t(`program.simulator.${field}`)}
      data={named(words)}
      value={basket[field] === '' ? null : basket[field]}
      onChange={(next) => onChange({ ...basket, [field]: next ?? '' })}
      clearable
      placeholder={t('program.simulator.anything')}
    />
  );
  const rewards = choicesOf(written, 'rewards', language).filter(
    ({ value }) => program.rewards.get(value)?.issued === 'on_request',
  );
  return (
    <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs">
      {one('tender', ['tenders'])}
      {one('channel', ['channels', 'channel'])}
      {one('store', ['stores', 'store'])}
      {one('delivery', ['ways'])}
      <TagsInput
        label={t('program.simulator.codes')}
        data={[...textsUnder(written, ['code', 'codes'])]}
        value={[...basket.codes]}
        onChange={(next) => onChange({ ...basket, codes: next })}
      />
      <MultiSelect
        label={t('program.simulator.lists')}
        data={[...choicesOf(written, 'lists', language)]}
        value={[...basket.lists]}
        onChange={(next) => onChange({ ...basket, lists: next })}
      />
      <MultiSelect
        label={t('program.simulator.rewards')}
        data={rewards}
        value={[...basket.rewards]}
        onChange={(next) => onChange({ ...basket, rewards: next })}
      />
    </SimpleGrid>
  );
}
