import { Button } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';

export interface ChoiceProps {
  readonly isChosen: boolean;
  readonly onChange: (isChosen: boolean) => void;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

/** Something that the member may use in this purchase, with one touch. */
export function Choice({ isChosen, onChange, disabled = false, children }: ChoiceProps) {
  const Icon = isChosen ? IconCheck : IconPlus;
  return (
    <Button
      variant={isChosen ? 'filled' : 'default'}
      size="md"
      fullWidth
      justify="flex-start"
      aria-pressed={isChosen}
      disabled={disabled}
      leftSection={<Icon size={20} aria-hidden />}
      onClick={() => onChange(!isChosen)}
    >
      {children}
    </Button>
  );
}
