import { useFace } from '@trofast/ui';
import { useDraft } from '../draft/use-draft.tsx';
import type { Path } from '../editing/written.ts';
import { type Choice, choicesOf, levelsBeside } from './names.ts';

/** Looks up what a name may be at a place in the draft. */
export function useNames(): (section: string, path: Path) => readonly Choice[] {
  const { written } = useDraft();
  const { language } = useFace();
  return (section, path) =>
    section === 'levels' ? levelsBeside(written, path, language) : choicesOf(written, section, language);
}
