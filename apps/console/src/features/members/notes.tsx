import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { DateText, ProblemAlert, useOperation, useWrite } from '@trofast/ui';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaff } from '../../shell/staff.tsx';
import { SideCard } from './side-cards.tsx';

/** What staff write about a member for each other. */
export function Notes({ memberId }: { readonly memberId: string }) {
  const { t } = useTranslation();
  const { may } = useStaff();
  const [text, setText] = useState('');
  const notes = useOperation('listNotes', { memberId });
  const add = useWrite('addNote', { outdates: ['listNotes'], onDone: () => setText('') });
  const remove = useWrite('deleteNote', { outdates: ['listNotes'] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ memberId, text: text.trim() });
  };
  return (
    <SideCard title={t('members.notes')}>
      <Stack gap="sm">
        <ProblemAlert error={notes.error ?? add.error ?? remove.error} />
        {notes.data?.items.map(({ id, author, at, text: written, isOwn }) => (
          <Stack key={id} gap={2}>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
              {written}
            </Text>
            <Group justify="space-between">
              <Text size="xs" c="dimmed">
                {author} · <DateText value={at} withTime />
              </Text>
              {isOwn && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="red"
                  onClick={() => remove.mutate({ memberId, noteId: id })}
                >
                  {t('members.deleteNote')}
                </Button>
              )}
            </Group>
          </Stack>
        ))}
        {notes.data?.items.length === 0 && !may('notes:write') && (
          <Text size="sm" c="dimmed">
            {t('members.noNotes')}
          </Text>
        )}
        {may('notes:write') && (
          <form onSubmit={submit}>
            <Stack gap="xs" align="flex-start">
              <Textarea
                aria-label={t('members.note')}
                placeholder={t('members.note')}
                autosize
                minRows={2}
                maxLength={4000}
                w="100%"
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
              />
              <Button type="submit" size="xs" variant="default" disabled={text.trim() === ''} loading={add.isPending}>
                {t('members.addNote')}
              </Button>
            </Stack>
          </form>
        )}
      </Stack>
    </SideCard>
  );
}
