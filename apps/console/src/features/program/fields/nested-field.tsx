import { type ComponentType, createContext, use } from 'react';
import type { FieldProps } from './field-props.ts';

/** The editor of any field, given from above, because groups and lists hold every kind of field again. */
export const FieldContext = createContext<ComponentType<FieldProps> | undefined>(undefined);

export function NestedField(props: FieldProps) {
  const Field = use(FieldContext);
  if (Field === undefined) throw new Error('NestedField is called outside a FieldEditor.');
  return <Field {...props} />;
}
