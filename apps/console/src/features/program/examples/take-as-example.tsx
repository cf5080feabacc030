import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconClipboardCheck } from '@tabler/icons-react';
import { checkExamples } from '@trofast/engine';
import { ProblemAlert } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../draft/use-draft.tsx';
import type { Basket } from '../simulator/basket.ts';
import type { Simulation } from '../simulator/simulate-basket.ts';
import { exampleFromBasket, freeCode, withExample } from './example-from-basket.ts';
import { useExamples } from './use-examples.ts';

export interface TakeAsExampleProps {
  readonly basket: Basket;
  readonly simulation: Simulation;
  readonly onTaken: () => void;
}

/** Keeps a simulated basket with what came of it, so that no later change breaks it unseen. */
export function TakeAsExample(props: TakeAsExampleProps) {
  const { t } = useTranslation();
  const { mayEdit } = useDraft();
  const [isOpen, setOpen] = useState(false);
  if (!mayEdit) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconClipboardCheck size={16} />}
        style={{ alignSelf: 'start' }}
        onClick={() => setOpen(true)}
      >
        {t('program.examples.take')}
      </Button>
      {isOpen && <NameExample {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function NameExample({ basket, simulation, onTaken, onClose }: TakeAsExampleProps & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { program, programId } = useDraft();
  const { saving, text } = useExamples(programId);
  const [name, setName] = useState('');
  const code = freeCode(program ? codesIn(program, text) : []);
  const example = program && exampleFromBasket(program, { code, name, basket, simulation });
  const take = async () => {
    if (example === undefined) return;
    await saving.mutateAsync(withExample(text, example));
    onClose();
    onTaken();
  };
  return (
    <Modal opened onClose={onClose} title={t('program.examples.take')} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          // What the server refuses is shown below.
          take().catch(() => undefined);
        }}
      >
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('program.examples.takeHint')}
          </Text>
          {example === undefined && (
            <Alert color="orange" variant="light" role="alert">
              {t('program.examples.cannotTake')}
            </Alert>
          )}
          <TextInput
            data-autofocus
            label={t('program.examples.name')}
            placeholder={t('program.examples.nameHint')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <ProblemAlert error={saving.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('form.cancel', { ns: 'ui' })}
            </Button>
            <Button type="submit" loading={saving.isPending} disabled={example === undefined}>
              {t('program.examples.keep', { code })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function codesIn(program: Parameters<typeof checkExamples>[0], text: string): readonly string[] {
  if (text.trim() === '') return [];
  const checked = checkExamples(program, text);
  return 'examples' in checked ? checked.examples.map(({ code }) => code) : [];
}
