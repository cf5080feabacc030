import { columnOf } from './columns.ts';

/** What a statement is given, each by its place. */
export class Values {
  readonly all: unknown[] = [];

  place(value: unknown): string {
    this.all.push(value);
    return `$${this.all.length}`;
  }
}

export interface Condition {
  readonly field: string;
  /** `eq` when absent. */
  readonly operator?: string | undefined;
  readonly value: unknown;
  /** `AND` when absent. */
  readonly connector?: 'AND' | 'OR' | undefined;
  readonly mode?: 'sensitive' | 'insensitive' | undefined;
}

/** As the library means them: all that are joined by AND, and one of those joined by OR. Empty where there are none. */
export function conditionText(conditions: readonly Condition[], values: Values): string {
  const texts = (wanted: 'AND' | 'OR') =>
    conditions.filter(({ connector = 'AND' }) => connector === wanted).map((one) => oneText(one, values));
  const [every, some] = [texts('AND'), texts('OR')];
  return [...every, ...(some.length > 0 ? [`(${some.join(' or ')})`] : [])].join(' and ');
}

function oneText({ field, operator = 'eq', value, mode }: Condition, values: Values): string {
  const isLower = mode === 'insensitive' && typeof value === 'string';
  const column = isLower ? `lower(${columnOf(field)})` : columnOf(field);
  const given = isLower ? value.toLowerCase() : value;
  switch (operator) {
    case 'eq':
      return given === null ? `${column} is null` : `${column} = ${values.place(given)}`;
    case 'ne':
      return given === null ? `${column} is not null` : `${column} <> ${values.place(given)}`;
    case 'in':
      return `${column} = any(${values.place(given)})`;
    case 'not_in':
      return `not ${column} = any(${values.place(given)})`;
    case 'contains':
      return `strpos(${column}, ${values.place(given)}) > 0`;
    case 'starts_with':
      return `starts_with(${column}, ${values.place(given)})`;
    case 'ends_with':
      return `right(${column}, length(${values.place(given)})) = $${values.all.length}`;
    default:
      return `${column} ${comparison(operator)} ${values.place(given)}`;
  }
}

function comparison(operator: string): string {
  const sign = { lt: '<', lte: '<=', gt: '>', gte: '>=' }[operator];
  if (sign === undefined) throw new Error(`${operator} is no comparison of the sign-in library`);
  return sign;
}
