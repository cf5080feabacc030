import { z } from 'zod';
import type { MemberList } from '../../program.ts';
import type { Binding } from '../binding.ts';
import { day } from '../leaves/dates.ts';
import { words } from '../leaves/words.ts';
import type { Bound } from '../unbound.ts';
import { isForward, spanOf } from './spans.ts';

export const listShape = z.strictObject({
  name: words,
  hidden: z.boolean().optional(),
  from: day.optional(),
  through: day.optional(),
});

export function makeList(
  id: string,
  written: Bound<z.output<typeof listShape>>,
  binding: Binding,
): MemberList | undefined {
  const { name, hidden } = written;
  return isForward(written, binding) ? { id, name, hidden: hidden ?? false, span: spanOf(written) } : undefined;
}
