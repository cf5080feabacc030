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
  const owned = program === undefined ? [] : [{ field: 'programId', value: program }];
  const conditionsOf = (where: readonly Condition[]): readonly Condition[] => [
    ...owned.map(({ field, value }) => ({ field, value })),
    ...where,
  ];
  const whereText = (where: readonly Condition[] | undefined, values: Values) => {
    const text = conditionText(conditionsOf(where ?? []), values);
    return text === '' ? '' : ` where ${text}`;
  };
  const one = async <T>(text: string, values: Values) => {
    const { rows } = await database.query<Row>(text, values.all);
    return (rows[0] === undefined ? null : named(rows[0])) as T | null;
  };
  const count = async (text: string, values: Values) => (await database.query(text, values.all)).rowCount ?? 0;

  return createAdapterFactory({
    config: { adapterId: 'trofast', supportsJSON: false, supportsArrays: false, supportsNumericIds: false },
    adapter: ({ getDefaultModelName }) => {
      const tableOf = (model: string) => {
        const table = tables[getDefaultModelName(model)];
        if (table === undefined) throw new Error(`There is no table for ${model} of the sign-in library`);
        return table;
      };
      /** Of several rows that fit, exactly one, which nobody else changes meanwhile. */
      const single = (table: string, where: readonly Condition[], values: Values) =>
        `where (${owned.length > 0 ? 'program_id, ' : ''}id) = (select ${owned.length > 0 ? 'program_id, ' : ''}id from ${table}${whereText(where, values)} limit 1 for update)`;

      return {
        create: async <T extends Record<string, unknown>>({ model, data }: { model: string; data: T }) => {
          const values = new Values();
          const given = [...owned.map(({ field, value }) => [field, value] as const), ...entries(data)];
          const columns = given.map(([field]) => columnOf(field)).join(', ');
          const places = given.map(([, value]) => values.place(value)).join(', ');
          const row = await one<T>(`insert into ${tableOf(model)} (${columns}) values (${places}) returning *`, values);
          return row ?? data;
        },
        findOne: async <T>({ model, where }: { model: string; where: Condition[] }) => {
          const values = new Values();
          return await one<T>(`select * from ${tableOf(model)}${whereText(where, values)} limit 1`, values);
        },
        findMany: async <T>({ model, where, limit, sortBy, offset }: Many) => {
          const values = new Values();
          const order = sortBy
            ? ` order by ${columnOf(sortBy.field)} ${sortBy.direction === 'desc' ? 'desc' : 'asc'}`
            : '';
          const text = `select * from ${tableOf(model)}${whereText(where, values)}${order} limit ${values.place(Math.min(limit, rowsMost))} offset ${values.place(offset ?? 0)}`;
          const { rows } = await database.query<Row>(text, values.all);
          return rows.map(named) as T[];
        },
        count: async ({ model, where }: { model: string; where?: Condition[] | undefined }) => {
          const values = new Values();
          const found = await one<{ n: number }>(
            `select count(*)::int as n from ${tableOf(model)}${whereText(where, values)}`,
            values,
          );
          return found?.n ?? 0;
        },
        update: async <T>({ model, where, update }: { model: string; where: Condition[]; update: T }) => {
          const values = new Values();
          const set = setText(update as Row, values);
          return await one<T>(
            `update ${tableOf(model)} set ${set} ${single(tableOf(model), where, values)} returning *`,
            values,
          );
        },
        updateMany: async ({ model, where, update }: { model: string; where: Condition[]; update: Row }) => {
          const values = new Values();
          const set = setText(update, values);
          return await count(`update ${tableOf(model)} set ${set}${whereText(where, values)}`, values);
        },
        delete: async ({ model, where }: { model: string; where: Condition[] }) => {
          const values = new Values();
          await count(`delete from ${tableOf(model)} ${single(tableOf(model), where, values)}`, values);
        },
        deleteMany: async ({ model, where }: { model: string; where: Condition[] }) => {
          const values = new Values();
          return await count(`delete from ${tableOf(model)}${whereText(where, values)}`, values);
        },
        consumeOne: async <T>({ model, where }: { model: string; where: Condition[] }) => {
          const values = new Values();
          return await one<T>(
            `delete from ${tableOf(model)} ${single(tableOf(model), where, values)} returning *`,
            values,
          );
        },
        incrementOne: async <T>({ model, where, increment, set }: Increment) => {
          const values = new Values();
          const sums = Object.entries(increment).map(
            ([field, by]) => `${columnOf(field)} = coalesce(${columnOf(field)}, 0) + ${values.place(by)}`,
          );
          const others = set && Object.keys(set).length > 0 ? [setText(set, values)] : [];
          const text = `update ${tableOf(model)} set ${[...sums, ...others].join(', ')} ${single(tableOf(model), where, values)} returning *`;
          return await one<T>(text, values);
        },
      };
    },
  });
}

interface Many {
  readonly model: string;
  readonly where?: Condition[] | undefined;
  readonly limit: number;
  readonly sortBy?: { readonly field: string; readonly direction: 'asc' | 'desc' } | undefined;
  readonly offset?: number | undefined;
}

interface Increment {
  readonly model: string;
  readonly where: Condition[];
  readonly increment: Readonly<Record<string, number>>;
  readonly set?: Row | undefined;
}

function entries(row: Row) {
  return Object.entries(row).filter(([, value]) => value !== undefined);
}

function setText(row: Row, values: Values): string {
  return entries(row)
    .map(([field, value]) => `${columnOf(field)} = ${values.place(value)}`)
    .join(', ');
}

function named(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [fieldOf(column), value]));
}
