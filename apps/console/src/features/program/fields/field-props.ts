import type { Field } from '@trofast/engine';
import type { Path, Written } from '../editing/written.ts';

/** What every field is told: what it edits, where, and what people call it. */
export interface FieldProps<Kind extends Field = Field> {
  readonly field: Kind;
  readonly path: Path;
  readonly value: Written | undefined;
  readonly label: string;
  readonly isRequired?: boolean;
  /** Takes the whole word out of the document; absent where it must stay. */
  readonly onRemove?: (() => void) | undefined;
}

export type FieldOf<Kind extends Field['kind']> = Extract<Field, { kind: Kind }>;
