import type { Database } from '@trofast/db';
import { createAdapterFactory } from 'better-auth/adapters';
import { columnOf, fieldOf } from './columns.ts';
import { type Condition, conditionText, Values } from './conditions.ts';

export type Tables = Readonly<Record<string, string>>;

type Row = Readonly<Record<string, unknown>>;

const rowsMost = 1000;

/**
 * Keeps what the sign-in library stores in our own tables: `tables` by the names of its models, columns in snake case.
 * With a `program`, every statement reads and writes that program's rows alone.
 */
export function tableAdapter(database: Database, tables: Tables, program?: string) {
  return createAdapterFactory({
    config: { adapterId: 'trofast', supportsJSON: false, supportsArrays: false, supportsNumericIds: false },
    adapter: ({ getDefaultModelName }) => {
      const tableOf = (model: string) => {
        const table = tables[getDefaultModelName(model)];
        if (table === undefined) throw new Error(`There is no table for ${model} of the sign-in library`);
        return table;
      };
      const rows = rowsOf(database, tableOf, program);
      return { ...readsOf(rows), ...writesOf(rows) };
    },
  });
}

/** How statements are made and run. */
interface Rows {
  readonly tableOf: (model: string) => string;
  /** Which program's rows they are; nothing where there is none. */
  readonly owned: Row;
  /** ` where …`, or nothing. */
  readonly where: (conditions: readonly Condition[] | undefined, values: Values) => string;
  /** ` where …` of exactly one of the rows that fit, which nobody else changes meanwhile. */
  readonly single: (model: string, conditions: readonly Condition[], values: Values) => string;
  readonly one: <T>(text: string, values: Values) => Promise<T | null>;
  readonly many: <T>(text: string, values: Values) => Promise<T[]>;
  readonly count: (text: string, values: Values) => Promise<number>;
}

function rowsOf(database: Database, tableOf: Rows['tableOf'], program: string | undefined): Rows {
  const owned: Row = program === undefined ? {} : { programId: program };
  const key = program === undefined ? 'id' : 'program_id, id';
  const where: Rows['where'] = (conditions = [], values) => {
    const own = Object.entries(owned).map(([field, value]) => ({ field, value }));
    const text = conditionText([...own, ...conditions], values);
    return text === '' ? '' : ` where ${text}`;
  };
  const many = async <T>(text: string, values: Values) =>
    (await database.query<Row>(text, values.all)).rows.map(named) as T[];
  return {
    tableOf,
    owned,
    where,
    single: (model, conditions, values) =>
      ` where (${key}) = (select ${key} from ${tableOf(model)}${where(conditions, values)} limit 1 for update)`,
    one: async <T>(text: string, values: Values) => (await many<T>(text, values))[0] ?? null,
    many,
    count: async (text, values) => (await database.query(text, values.all)).rowCount ?? 0,
  };
}

interface Wanted {
  readonly model: string;
  readonly where: Condition[];
}

interface Many {
  readonly model: string;
  readonly where?: Condition[] | undefined;
  readonly limit: number;
  readonly sortBy?: { readonly field: string; readonly direction: 'asc' | 'desc' } | undefined;
  readonly offset?: number | undefined;
}

function readsOf({ tableOf, where, one, many }: Rows) {
  return {
    findOne: async <T>({ model, where: wanted }: Wanted) => {
      const values = new Values();
      return await one<T>(`select * from ${tableOf(model)}${where(wanted, values)} limit 1`, values);
    },
    findMany: async <T>({ model, where: wanted, limit, sortBy, offset = 0 }: Many) => {
      const values = new Values();
      const order = sortBy ? ` order by ${columnOf(sortBy.field)} ${sortBy.direction === 'desc' ? 'desc' : 'asc'}` : '';
      const page = ` limit ${values.place(Math.min(limit, rowsMost))} offset ${values.place(offset)}`;
      return await many<T>(`select * from ${tableOf(model)}${where(wanted, values)}${order}${page}`, values);
    },
    count: async ({ model, where: wanted }: { model: string; where?: Condition[] | undefined }) => {
      const values = new Values();
      const found = await one<{ n: number }>(
        `select count(*)::int as n from ${tableOf(model)}${where(wanted, values)}`,
        values,
      );
      return found?.n ?? 0;
    },
  };
}

interface Increment extends Wanted {
  readonly increment: Readonly<Record<string, number>>;
  readonly set?: Row | undefined;
}

function writesOf({ tableOf, owned, where, single, one, count }: Rows) {
  return {
    create: async <T extends Record<string, unknown>>({ model, data }: { model: string; data: T }) => {
      const values = new Values();
      const given = entries({ ...owned, ...data });
      const columns = given.map(([field]) => columnOf(field)).join(', ');
      const places = given.map(([, value]) => values.place(value)).join(', ');
      const row = await one<T>(`insert into ${tableOf(model)} (${columns}) values (${places}) returning *`, values);
      return row ?? data;
    },
    update: async <T>({ model, where: wanted, update }: Wanted & { update: T }) => {
      const values = new Values();
      const set = settings(update as Row, values).join(', ');
      return await one<T>(`update ${tableOf(model)} set ${set}${single(model, wanted, values)} returning *`, values);
    },
    updateMany: async ({ model, where: wanted, update }: Wanted & { update: Row }) => {
      const values = new Values();
      const set = settings(update, values).join(', ');
      return await count(`update ${tableOf(model)} set ${set}${where(wanted, values)}`, values);
    },
    delete: async ({ model, where: wanted }: Wanted) => {
      const values = new Values();
      await count(`delete from ${tableOf(model)}${single(model, wanted, values)}`, values);
    },
    deleteMany: async ({ model, where: wanted }: Wanted) => {
      const values = new Values();
      return await count(`delete from ${tableOf(model)}${where(wanted, values)}`, values);
    },
    consumeOne: async <T>({ model, where: wanted }: Wanted) => {
      const values = new Values();
      return await one<T>(`delete from ${tableOf(model)}${single(model, wanted, values)} returning *`, values);
    },
    incrementOne: async <T>({ model, where: wanted, increment, set = {} }: Increment) => {
      const values = new Values();
      const sums = Object.entries(increment).map(
        ([field, by]) => `${columnOf(field)} = coalesce(${columnOf(field)}, 0) + ${values.place(by)}`,
      );
      const changes = [...sums, ...settings(set, values)].join(', ');
      return await one<T>(
        `update ${tableOf(model)} set ${changes}${single(model, wanted, values)} returning *`,
        values,
      );
    },
  };
}

function entries(row: Row) {
  return Object.entries(row).filter(([, value]) => value !== undefined);
}

function settings(row: Row, values: Values): readonly string[] {
  return entries(row).map(([field, value]) => `${columnOf(field)} = ${values.place(value)}`);
}

function named(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [fieldOf(column), value]));
}
