import type { TestContext } from 'node:test';
import type { Database } from '@trofast/db';
import { testDatabase } from '@trofast/db/testing';
import {
  type Answer,
  deriveAccountId,
  type Identity,
  type Ledger,
  openLedger,
  type PersonalValues,
  type RecordRequest,
} from '../index.ts';

/** A point for each pound, at once, gone after half a year; mugs and tickets for points, three mugs in all. */
export const SHOP = `
program:
  id: shop
  name: Shop
  languages: [en]
  markets: { UK: { name: { en: the United Kingdom }, currency: GBP, zone: Europe/London } }
  returns: { within: always }
  late: { within: always, restore: false }
bases:
  everything: { name: { en: everything }, after: [discounts, vouchers], tax: included }
currencies:
  points:
    name: { en: { one: point, other: points } }
    decimals: 0
    rounding: { mode: floor, per: purchase }
    expires: { after: P6M, endOf: month }
    overdrawn: debt
rules:
  - id: earn
    on: purchase
    then: [{ earn: { currency: points, base: everything, points: 1, per: "1.00 GBP" } }]
rewards:
  mug:
    name: { en: a mug }
    cost: { currency: points, amount: 100 }
    issued: on_request
    stock: 3
    voucher: { amount: "4.00 GBP", change: kept, valid: P90D }
  ticket:
    name: { en: a ticket }
    cost: { currency: points, amount: 30 }
    issued: on_request
    voucher: { amount: "1.00 GBP", change: kept, valid: P30D }
`;

export const START = Date.UTC(2025, 0, 10, 9);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export interface Shop {
  readonly database: Database;
  readonly ledger: Ledger;
  enrol(key: string, extra?: EnrolExtra): Promise<Answer>;
  /** `total` in pence. */
  buy(account: string, key: string, total: number, extra?: Partial<RecordRequest>): Promise<Answer>;
  redeem(account: string, key: string, reward: string): Promise<Answer>;
  giveBack(account: string, key: string, purchase: string): Promise<Answer>;
  available(account: string): Promise<number>;
}

interface EnrolExtra {
  readonly claims?: readonly Identity[];
  readonly person?: PersonalValues;
  readonly private?: PersonalValues;
  readonly market?: string;
}

export interface ShopOptions {
  readonly buckets?: number;
  readonly text?: string;
  readonly database?: Database;
}

/** A ledger with one sandbox program, closed with the test. */
export async function openShop(t: TestContext, options: ShopOptions = {}): Promise<Shop> {
  const database = options.database ?? (await testDatabase());
  const ledger = await openLedger({ database, ...(options.buckets && { buckets: options.buckets }) });
  t.after(async () => {
    await ledger.close();
    if (options.database === undefined) await database.close();
  });
  if (await ledger.programs.create({ id: 'shop', name: 'Shop', clock: 'sandbox', sandboxTime: START })) {
    await ledger.programs.publish('shop', { text: options.text ?? SHOP });
  }
  return { database, ledger, ...actionsOn(ledger) };
}

function actionsOn(ledger: Ledger): Omit<Shop, 'database' | 'ledger'> {
  const program = 'shop';
  return {
    enrol: (key, { market = 'UK', ...extra } = {}) =>
      ledger.record({
        program,
        account: deriveAccountId(program, key),
        kind: 'enrolment',
        key,
        ...extra,
        body: { market },
      }),
    buy: (account, key, total, extra = {}) =>
      ledger.record({
        program,
        account,
        kind: 'purchase',
        key,
        ...extra,
        body: { currency: 'GBP', lines: [{ sku: 'A', total }] },
      } as RecordRequest),
    redeem: (account, key, reward) => ledger.record({ program, account, kind: 'redemption', key, body: { reward } }),
    giveBack: (account, key, purchase) => ledger.record({ program, account, kind: 'return', key, body: { purchase } }),
    available: async (account) => {
      const page = await ledger.statement(program, account, { limit: 1 });
      return page.rows[0]?.balances.points?.available ?? 0;
    },
  };
}
