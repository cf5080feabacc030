import { ColorInput } from '@mantine/core';
import {
  colourScale,
  contrastOf,
  contrastWanted,
  inkOn,
  isColour,
  numberText,
  readableShade,
  useFace,
} from '@trofast/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface ColourFieldProps {
  readonly label: string;
  readonly value: string;
  readonly error: ReactNode;
  readonly onChange: (colour: string) => void;
}

/** A colour, and whether text can be read on it. */
export function ColourField({ label, value, error, onChange }: ColourFieldProps) {
  const { t } = useTranslation();
  const { language } = useFace();
  const contrast = isColour(value) ? contrastOf(value, inkOn(value)) : 0;
  const scale = isColour(value) ? colourScale(value) : undefined;
  const said =
    contrast >= contrastWanted
      ? t('settings.brand.readable', { contrast: numberText(language, Math.floor(contrast * 10) / 10) })
      : t('settings.brand.unreadable');
  return (
    <ColorInput
      label={label}
      description={said}
      error={error}
      value={value}
      format="hex"
      withEyeDropper={false}
      onChange={onChange}
      {...(scale && { swatches: [...scale].slice(readableShade(scale)) })}
    />
  );
}
