import {
  Alert,
  Button,
  FileButton,
  Group,
  List,
  Modal,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { Output } from '@trofast/contract';
import { ProblemAlert, useWrite } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Puts members on a list, one per line or from a file, and says what became of each. */
export function ImportToList({ listId, onClose }: { readonly listId: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [from, setFrom] = useState('');
  const [through, setThrough] = useState('');
  const importing = useWrite('importToList', { outdates: ['listLists', 'listOnList'] });
  const submit = () =>
    importing.mutate({ listId, text, ...(from !== '' && { from }), ...(through !== '' && { through }) });
  return (
    <Modal opened onClose={onClose} title={t('lists.import')} size="lg" centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('lists.importHint')}
          </Text>
          <Textarea
            data-autofocus
            label={t('lists.who')}
            minRows={6}
            autosize
            maxRows={14}
            value={text}
            placeholder="member@example.com"
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <FileButton accept=".csv,.txt,text/csv,text/plain" onChange={(file) => void file?.text().then(setText)}>
            {(props) => (
              <Button {...props} variant="default" style={{ alignSelf: 'start' }}>
                {t('lists.file')}
              </Button>
            )}
          </FileButton>
          <SimpleGrid cols={2}>
            <TextInput
              type="date"
              label={t('lists.from')}
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <TextInput
              type="date"
              label={t('lists.through')}
              value={through}
              onChange={(event) => setThrough(event.currentTarget.value)}
            />
          </SimpleGrid>
          <ProblemAlert error={importing.error} />
          {importing.data && <Imported result={importing.data} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('form.close', { ns: 'ui' })}
            </Button>
            <Button type="submit" loading={importing.isPending} disabled={text.trim() === ''}>
              {t('lists.do')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Imported({ result: { added, already, problems } }: { readonly result: Output<'importToList'> }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <Alert color="green" variant="light" role="status">
        {t('lists.added', { added, already })}
      </Alert>
      {problems.length > 0 && (
        <Alert color="orange" variant="light" role="alert" title={t('lists.problems', { count: problems.length })}>
          <List size="sm">
            {problems.slice(0, 50).map(({ line, text, reason }) => (
              <List.Item key={line}>{t('lists.line', { line, text, reason })}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </Stack>
  );
}
