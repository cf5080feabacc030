import { Alert, Button, Group, Modal, Stack, Switch, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ProblemError } from '@trofast/sdk';
import { ProblemAlert, useFace } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A new list in the draft of the program: lists are parts of it, and are there once it is published. */
export function MakeList({ programId, onClose }: { readonly programId: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [isHidden, setHidden] = useState(false);
  const making = useMakeList(programId);
  return (
    <Modal opened onClose={onClose} title={t('lists.make')} centered>
      {making.isSuccess ? (
        <Stack gap="md">
          <Alert color="green" variant="light" role="status">
            {t('lists.made', { name })}
          </Alert>
          <Button renderRoot={(props) => <Link to="/program" {...props} />}>{t('rewards.toProgram')}</Button>
        </Stack>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            making.mutate({ name: name.trim(), isHidden });
          }}
        >
          <Stack gap="md">
            <TextInput
              data-autofocus
              required
              label={t('lists.name')}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Switch
              label={t('lists.hidden')}
              checked={isHidden}
              onChange={(event) => setHidden(event.currentTarget.checked)}
            />
            <ProblemAlert error={making.error} />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('form.cancel', { ns: 'ui' })}
              </Button>
              <Button type="submit" loading={making.isPending} disabled={name.trim() === ''}>
                {t('lists.make')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}

function useMakeList(programId: string) {
  const { client } = useFace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (list: { readonly name: string; readonly isHidden: boolean }) => {
      // The editing of documents comes only when a list is made.
      const { withList } = await import('./with-list.ts');
      const draft = await client.exchange('getDraft', { programId });
      if (!draft.ok) throw new ProblemError(draft.problem);
      const ifMatch = draft.headers.get('ETag') ?? '*';
      const saved = await client.exchange(
        'saveDraft',
        { programId, body: withList(draft.output, list.name, list.isHidden) },
        { ifMatch },
      );
      if (!saved.ok) throw new ProblemError(saved.problem);
      queries.removeQueries({ queryKey: ['draft to edit', programId] });
    },
  });
}
