import type { Output } from '@trofast/contract';
import { type Locale, type Program, tellParts } from '@trofast/engine';

type PartChange = Output<'compareDraft'>['parts'][number];
type Path = PartChange['path'];

interface Told {
  readonly section: string;
  readonly path: Path;
  readonly id: string | undefined;
  readonly sentences: readonly string[];
}

/** What is told otherwise, in the order of the draft; what is gone stands at the end. */
export function compareParts(before: Program | undefined, after: Program, locale: Locale): PartChange[] {
  const [old, fresh] = [before ? toldBy(before, locale) : new Map<string, Told>(), toldBy(after, locale)];
  const changes: PartChange[] = [];
  for (const [name, part] of fresh) {
    const earlier = old.get(name);
    if (!earlier) changes.push(change('added', part, [], part.sentences));
    else if (earlier.sentences.join('\n') !== part.sentences.join('\n')) {
      changes.push(change('changed', part, earlier.sentences, part.sentences));
    }
  }
  for (const [name, part] of old) if (!fresh.has(name)) changes.push(change('removed', part, part.sentences, []));
  return changes;
}

function change(
  kind: PartChange['change'],
  { section, path, id }: Told,
  before: readonly string[],
  after: readonly string[],
): PartChange {
  return {
    ...{ change: kind, section, path },
    ...(id === undefined ? {} : { id }),
    before: [...before],
    after: [...after],
  };
}

/** By what stays when parts change their order: the section's word and the part's own name. */
function toldBy(program: Program, locale: Locale): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>();
  for (const { heading, parts } of tellParts(program, locale)) {
    for (const { path, id, paragraphs } of parts) {
      if (!path) continue;
      const name = id === undefined ? path.join('/') : `${path[0]}/${id}`;
      let [nth, free] = [1, name];
      while (told.has(free)) {
        nth += 1;
        free = `${name} ${nth}`;
      }
      told.set(free, { section: heading, path: [...path], id, sentences: paragraphs });
    }
  }
  return told;
}
