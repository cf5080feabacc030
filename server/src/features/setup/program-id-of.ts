const letters: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'oe',
  å: 'aa',
  ä: 'a',
  ö: 'o',
  ß: 'ss',
  þ: 'th',
  ð: 'd',
};
const longest = 50;

/** An id that a name suggests and that no program has: `Café Ø` is `cafe-oe`, the next one `cafe-oe-2`. */
export function programIdOf(name: string, taken: ReadonlySet<string>): string {
  const plain = [...name.toLowerCase()]
    .map((letter) => letters[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '');
  const id =
    plain
      .replaceAll(/[^a-z0-9]+/g, '-')
      .slice(0, longest)
      .replaceAll(/^-+|-+$/g, '') || 'program';
  if (!taken.has(id)) return id;
  for (let number = 2; ; number += 1) if (!taken.has(`${id}-${number}`)) return `${id}-${number}`;
}
