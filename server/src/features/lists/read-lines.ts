import type { MemberReference } from '../members/index.ts';

/** Ways to say who it is, under the headings that people write. */
const headings: Readonly<Record<string, keyof MemberReference>> = {
  email: 'email',
  'e-mail': 'email',
  mail: 'email',
  phone: 'phone',
  mobile: 'phone',
  card: 'card',
  externalid: 'externalId',
  external_id: 'externalId',
  customer: 'externalId',
  member: 'id',
  memberid: 'id',
  member_id: 'id',
  id: 'id',
};

export interface ImportLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** Who it may be, tried in this order. */
  readonly references: readonly MemberReference[];
  readonly from: string | undefined;
  readonly through: string | undefined;
}

/** Lines of a list, or of a table whose heading says which column is who. */
export function readLines(text: string): readonly ImportLine[] {
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((row, index) => ({ line: index + 1, text: row.trim(), cells: cellsOf(row) }))
    .filter(({ text: written }) => written !== '');
  const heading = rows[0]?.cells.map((cell) => cell.toLowerCase()) ?? [];
  const isHeading = heading.some((cell) => cell in headings) && heading.every(isKnownHeading);
  const body = isHeading ? rows.slice(1) : rows;
  return body.map(({ line, text: written, cells }) => ({
    line,
    text: written,
    references: isHeading ? byHeading(heading, cells) : guessed(cells[0] ?? ''),
    from: isHeading ? cellUnder(heading, cells, 'from') : undefined,
    through: isHeading ? cellUnder(heading, cells, 'through') : undefined,
  }));
}

function cellsOf(row: string): readonly string[] {
  return row.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

function isKnownHeading(cell: string): boolean {
  return cell in headings || ['from', 'through', 'name', ''].includes(cell);
}

function cellUnder(heading: readonly string[], cells: readonly string[], name: string): string | undefined {
  const cell = cells[heading.indexOf(name)];
  return cell === '' ? undefined : cell;
}

function byHeading(heading: readonly string[], cells: readonly string[]): readonly MemberReference[] {
  return heading.flatMap((name, index) => {
    const [way, value] = [headings[name], cells[index] ?? ''];
    return way === undefined || value === '' ? [] : [{ [way]: value } as MemberReference];
  });
}

function guessed(value: string): readonly MemberReference[] {
  if (value.includes('@')) return [{ email: value }];
  if (value.startsWith('+')) return [{ phone: value }];
  return [{ card: value }, { externalId: value }, { id: value }];
}
