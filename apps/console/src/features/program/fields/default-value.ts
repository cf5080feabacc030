import type { Field } from '@trofast/engine';
import type { Path, Written } from '../editing/written.ts';

/** What a new part begins with. */
export interface Beginning {
  readonly today: string;
  readonly languages: readonly string[];
  /** Text for what only a person can name. */
  readonly unnamed: string;
  /** The first part that a name may be of, so that a new part refers to one that is there. */
  firstNameOf(section: string, beside: { readonly [word: string]: Written }): string;
  /** The first condition or effect that there can be. */
  firstPart(kind: 'condition' | 'effect'): Written;
}

/** The least that a field needs to be whole: its required words, the first of its choices, an ordinary number. */
export function defaultValue(
  field: Field,
  beginning: Beginning,
  beside: { readonly [word: string]: Written } = {},
): Written {
  switch (field.kind) {
    case 'group': {
      const group: Record<string, Written> = {};
      for (const { word, field: inner, isRequired } of field.words) {
        if (isRequired) group[word] = defaultValue(inner, beginning, group);
      }
      return group;
    }
    case 'list':
      return [defaultValue(field.element, beginning, beside)];
    case 'by_name':
      return {};
    case 'choice':
      return field.options[0] ?? '';
    case 'flag':
      return true;
    case 'one_of':
      return field.alternatives[0] === undefined ? '' : defaultValue(field.alternatives[0], beginning, beside);
    case 'value':
      return defaultOfKind(field, beginning, beside);
    case 'condition':
    case 'effect':
      return beginning.firstPart(field.kind);
    default:
      return '';
  }
}

function defaultOfKind(
  { value, of = '' }: Extract<Field, { kind: 'value' }>,
  { today, languages, unnamed, firstNameOf }: Beginning,
  beside: { readonly [word: string]: Written },
): Written {
  const inEach = (text: Written) => Object.fromEntries(languages.map((language) => [language, text]));
  switch (value) {
    case 'name':
      return firstNameOf(of, beside);
    case 'words':
      return inEach(unnamed);
    case 'counted_words':
      return inEach({ one: unnamed, other: unnamed });
    case 'rate':
    case 'whole':
      return '1';
    case 'percent':
      return '10';
    case 'money':
    case 'amount':
      return '10';
    case 'duration':
    case 'duration_or_always':
    case 'short_duration':
      return 'P30D';
    case 'window':
      return 'P12M';
    case 'day':
      return today;
    case 'yearly_date':
      return '12-31';
    case 'time_of_day':
      return '12:00';
    default:
      return unnamed;
  }
}

/** A name that is not taken: `rule`, `rule-2`, … */
export function freeName(wanted: string, taken: readonly string[]): string {
  const plain =
    wanted
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll('ø', 'o')
      .replaceAll('æ', 'ae')
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 40) || 'rule';
  if (!taken.includes(plain)) return plain;
  for (let number = 2; ; number += 1) if (!taken.includes(`${plain}-${number}`)) return `${plain}-${number}`;
}

export function pointerOf(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
