import type { Person } from '../members/index.ts';

const wordLongest = 200;

/** Small letters without accents, so that `Åse Jørgensen` is found by `ase jorgensen`. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, wordLongest);
}

/** Everything by whose beginning a member is found. */
export function wordsOf(member: string, person: Person, cards: readonly string[]): readonly string[] {
  const name = plain(person.name ?? '');
  const words = [
    member,
    name,
    ...name.split(' '),
    ...name.split(/[^\p{L}\p{N}]+/u),
    plain(person.email ?? ''),
    ...phoneWords(person.phone),
    plain(person.externalId ?? ''),
    ...cards.flatMap((card) => [plain(card), digitsOf(card)]),
  ];
  return [...new Set(words.filter((word) => word !== ''))];
}

/** What was typed, as words of which each must begin something. A number may be typed with spaces and signs. */
export function wordsAsked(text: string): readonly string[] {
  const digits = digitsOf(text);
  if (digits.length >= 3 && /^[\d\s+()-]+$/.test(text)) return [digits];
  return plain(text)
    .split(' ')
    .filter((word) => word !== '');
}

/** With the country's code and without it: people leave it out. */
function phoneWords(phone = ''): readonly string[] {
  const digits = digitsOf(phone);
  return digits === '' ? [] : [digits, digits.slice(2), digits.slice(3)];
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}
