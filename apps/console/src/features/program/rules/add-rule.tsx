import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import type { Locale } from '@trofast/engine';
import { useFace } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../draft/use-draft.tsx';
import { isGroup, isList, type Path, valueAt } from '../editing/written.ts';
import { defaultValue, freeName } from '../fields/default-value.ts';
import { PARTS } from '../fields/parts.ts';
import { isPossible, useBeginning } from '../fields/use-beginning.ts';
import { useLabel } from '../fields/use-label.ts';
import { useNames } from '../fields/use-names.ts';

const TRIGGERS = ['purchase', 'enrolment', 'birthday'] as const;

export interface AddRuleProps {
  readonly onClose: () => void;
  readonly onAdded: (path: Path) => void;
}

/** A new rule: what it is called, what it is on, what follows. The rest is edited where it then stands. */
export function AddRule({ onClose, onAdded }: AddRuleProps) {
  const { t } = useTranslation();
  const { language } = useFace();
  const draft = useDraft();
  const labels = useLabel();
  const beginning = useBeginning();
  const names = useNames();
  const effects = PARTS.effect.filter(({ field }) => isPossible(field, names));
  const [name, setName] = useState('');
  const [on, setOn] = useState<string>('purchase');
  const [code, setCode] = useState(effects[0]?.code ?? 'earn');
  const rules = valueAt(draft.written, ['rules']);
  const taken = isList(rules) ? rules.flatMap((rule) => (isGroup(rule) ? String(rule.id) : [])) : [];
  const add = () => {
    const effect = effects.find((one) => one.code === code);
    if (!effect) return;
    const id = freeName(name === '' ? code.replaceAll('_', '-') : name, taken);
    // biome-ignore lint/suspicious/noThenProperty: the format's word; the object is never awaited
    draft.addTo(['rules'], { id, on, then: [{ [code]: defaultValue(effect.field, beginning) }] });
    onAdded(['rules', taken.length]);
  };
  return (
    <Modal opened onClose={onClose} title={t('program.rules.add')} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Stack gap="md">
          <TextInput
            data-autofocus
            label={t('program.rules.name')}
            description={t('program.rules.nameHint')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={labels.word('on')}
            data={TRIGGERS.map((trigger) => ({ value: trigger, label: labels.option(trigger, 'on') }))}
            value={on}
            onChange={(next) => setOn(next ?? 'purchase')}
            allowDeselect={false}
          />
          <Select
            label={labels.word('then')}
            data={effects.map((effect) => ({
              value: effect.code,
              label: effect.sentence[language as Locale] ?? effect.code,
            }))}
            value={code}
            onChange={(next) => setCode(effects.find((one) => one.code === next)?.code ?? code)}
            allowDeselect={false}
            searchable
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('form.cancel', { ns: 'ui' })}
            </Button>
            <Button type="submit">{t('program.rules.add')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
