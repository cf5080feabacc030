import { Alert, Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { ProblemAlert, useWrite } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../draft/use-draft.tsx';

export interface PublishProps {
  readonly onClose: () => void;
  readonly onPublished: () => void;
}

/** Puts the draft in force, now or from a moment on. What is on the screen is kept first. */
export function Publish({ onClose, onPublished }: PublishProps) {
  const { t } = useTranslation();
  const draft = useDraft();
  const [when, setWhen] = useState<'now' | 'later'>('now');
  const [from, setFrom] = useState('');
  const [note, setNote] = useState('');
  const publish = useWrite('publishVersion', { onDone: onPublished });
  const moment = from === '' ? undefined : new Date(from).toISOString();
  const submit = async () => {
    await draft.save();
    publish.mutate({
      programId: draft.programId,
      ...(when === 'later' && moment !== undefined && { from: moment }),
      ...(note.trim() !== '' && { note: note.trim() }),
    });
  };
  return (
    <Modal opened onClose={onClose} title={t('program.publish.title')} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          // What the server refuses is shown below.
          submit().catch(() => undefined);
        }}
      >
        <Stack gap="md">
          <Text size="sm">{t('program.publish.text')}</Text>
          {draft.problems.length > 0 && (
            <Alert color="red" variant="light" role="alert">
              {t('program.publish.hasProblems')}
            </Alert>
          )}
          <Radio.Group
            label={t('program.publish.when')}
            value={when}
            onChange={(next) => setWhen(next === 'later' ? 'later' : 'now')}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="now" label={t('program.publish.now')} />
              <Radio value="later" label={t('program.publish.later')} />
            </Stack>
          </Radio.Group>
          {when === 'later' && (
            <TextInput
              type="datetime-local"
              label={t('program.publish.from')}
              required
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
          )}
          <TextInput
            label={t('program.publish.note')}
            description={t('program.publish.noteHint')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <ProblemAlert error={draft.saveError ?? publish.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('form.cancel', { ns: 'ui' })}
            </Button>
            <Button type="submit" loading={draft.isSaving || publish.isPending} disabled={draft.problems.length > 0}>
              {t('program.publish.do')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
