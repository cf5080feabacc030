import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { ProblemAlert } from '@trofast/ui';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface ActionDialogProps {
  readonly title: string;
  readonly text?: string;
  readonly does: string;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly isDangerous?: boolean;
  readonly isDisabled?: boolean;
  readonly onDo: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** A dialog that asks what is needed, does one thing, and says what was refused. */
export function ActionDialog(props: ActionDialogProps) {
  const {
    title,
    text,
    does,
    error,
    isPending,
    isDangerous = false,
    isDisabled = false,
    onDo,
    onClose,
    children,
  } = props;
  const { t } = useTranslation('ui');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDo();
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('form.close') }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          {text !== undefined && (
            <Text size="sm" c="dimmed">
              {text}
            </Text>
          )}
          <ProblemAlert error={error} />
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('form.cancel')}
            </Button>
            <Button type="submit" loading={isPending} disabled={isDisabled} {...(isDangerous && { color: 'red.8' })}>
              {does}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
