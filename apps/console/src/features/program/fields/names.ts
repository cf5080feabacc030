import { isGroup, isList, type Path, valueAt, type Written } from '../editing/written.ts';

/** One that can be chosen: its name in the document, and what people call it. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The parts under a word of the document, by the names that people know. */
export function choicesOf(written: Written | undefined, section: string, language: string): readonly Choice[] {
  const place = section === 'markets' ? ['program', 'markets'] : [section];
  const parts = valueAt(written, place);
  if (!isGroup(parts)) return [];
  return Object.entries(parts).map(([value, part]) => ({ value, label: nameOfPart(part, language) ?? value }));
}

/** The levels of the ladder that is named beside a place, or around it. */
export function levelsBeside(written: Written | undefined, path: Path, language: string): readonly Choice[] {
  const levels = valueAt(written, ['ladders', ladderBeside(written, path), 'levels']);
  if (!isList(levels)) return [];
  return levels.flatMap((level) => {
    const id = isGroup(level) ? level.id : undefined;
    return typeof id === 'string' ? [{ value: id, label: nameOfPart(level, language) ?? id }] : [];
  });
}

function ladderBeside(written: Written | undefined, path: Path): string {
  const [section, id] = path;
  if (section === 'ladders' && typeof id === 'string') return id;
  for (let length = path.length - 1; length > 0; length -= 1) {
    const around = valueAt(written, path.slice(0, length));
    if (!isGroup(around)) continue;
    const ladder = 'reaches' in around ? around.level : around.ladder;
    if (typeof ladder === 'string') return ladder;
  }
  return '';
}

/** The name that a part gives itself, in a language or in the first that it has. */
export function nameOfPart(part: Written | undefined, language: string): string | undefined {
  if (!isGroup(part)) return undefined;
  return textIn('name' in part ? part.name : part, language);
}

function textIn(name: Written | undefined, language: string): string | undefined {
  if (typeof name === 'string') return name;
  if (!isGroup(name)) return undefined;
  if (typeof name.other === 'string') return name.other;
  return textIn(name[language] ?? Object.values(name)[0], language);
}
