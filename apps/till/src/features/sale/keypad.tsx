import { Button } from '@mantine/core';
import { IconBackspace } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export interface KeypadProps {
  readonly onDigits: (digits: string) => void;
  readonly onErase: () => void;
}

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '00', '0'] as const;

export function Keypad({ onDigits, onErase }: KeypadProps) {
  const { t } = useTranslation();
  return (
    <div className="till-keys">
      {keys.map((digits) => (
        <Button key={digits} variant="default" onClick={() => onDigits(digits)}>
          {digits}
        </Button>
      ))}
      <Button variant="default" aria-label={t('sale.erase')} onClick={onErase}>
        <IconBackspace aria-hidden />
      </Button>
    </div>
  );
}
