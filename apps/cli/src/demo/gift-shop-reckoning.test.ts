// The gift shop's arithmetic once more, plain and slow, from the rows of the cut alone: nothing of the engine, the ledger
// or the import is used to reckon. What the ledger holds after the import must be the same, member by member.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { testDatabase } from '@trofast/db/testing';
import { balancesAt, type Fact, standingsAt } from '@trofast/engine';
import { type Ledger, openLedger } from '@trofast/ledger';
import { importSales } from '../importing/import-sales.ts';
import { surveyFile } from '../importing/survey-file.ts';
import { readMapping } from '../mapping/read-mapping.ts';
import { publishProgram, readDocument } from '../stores/publish-program.ts';
import { sweepAll } from '../stores/sweep-all.ts';

const folder = join(import.meta.dirname, '../../../../programs/gift-shop');
const cut = join(folder, 'online-retail-cut.csv.gz');

/** What one member's year came to. */
interface Reckoned {
  earned: number;
  takenBack: number;
  newDebt: number;
  repaid: number;
  converted: number;
  putBack: number;
  expired: number;
  pending: number;
  available: number;
  owed: number;
  level: string;
  openVouchers: number;
}

interface Row {
  readonly invoice: string;
  readonly code: string;
  readonly pieces: number;
  /** `2010-12-01T08:26:00` */
  readonly time: string;
  /** Thousandths of a pound. */
  readonly price: number;
  readonly customer: string;
}

interface Bought {
  readonly code: string;
  readonly price: number;
  readonly pieces: number;
  readonly pence: number;
  left: number;
}

interface Sale {
  readonly day: string;
  readonly lines: Bought[];
  factor: number;
  recorded: number;
  /** Points that returns have dealt with, one way or another. */
  dealtWith: number;
  passedOver: number;
  lot: Lot | undefined;
}

interface Lot {
  readonly day: string;
  readonly from: string;
  readonly until: string;
  readonly order: number;
  left: number;
  expired: number;
}

interface Voucher {
  readonly until: string;
  readonly parts: { readonly lot: Lot; readonly amount: number }[];
}

const NOT_GOODS = ['POST', 'DOT', 'C2', 'M', 'm', 'D', 'S', 'B', 'PADS', 'CRUK', 'AMAZONFEE', 'BANK CHARGES'];
const END = '2011-12-09';

function isGoods({ code, price, pieces }: Pick<Bought, 'code' | 'price' | 'pieces'>) {
  return !NOT_GOODS.includes(code) && !code.startsWith('gift_0001_') && price > 0 && pieces > 0;
}

function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function firstOfMonthAfter(day: string, months: number): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

function readRows(): Row[] {
  const lines = gunzipSync(readFileSync(cut)).toString('utf8').trimEnd().split('\n').slice(1);
  return lines.map((line) => {
    const found = /^"(\w+)","([^"]*)",.*,(-?\d+),(\d{4}-[\dT:-]+),(-?)(\d+)(?:\.(\d+))?,(\d*),"[^"]*"$/.exec(line);
    assert.ok(found, line);
    const [, invoice = '', code = '', pieces = '', time = '', minus, pounds = '', decimals = '', customer = ''] = found;
    const price = Number(`${minus}${pounds}${decimals.padEnd(3, '0')}`);
    return { invoice, code, pieces: Number(pieces), time, price, customer };
  });
}

/** One member's year, day by day. */
class Year {
  readonly sums = { earned: 0, takenBack: 0, newDebt: 0, repaid: 0, converted: 0, putBack: 0, expired: 0 };
  readonly sales = new Map<string, Sale>();
  lots: Lot[] = [];
  vouchers: Voucher[] = [];
  spent: { readonly day: string; readonly pence: number }[] = [];
  debt = 0;
  level = 0;
  today: string;

  constructor(day: string) {
    this.today = day;
  }

  passTo(day: string) {
    while (this.today < day) {
      this.today = plusDays(this.today, 1);
      this.settle();
      if (this.today.endsWith('-01')) this.level = Math.min(this.level, this.qualifiesFor());
    }
  }

  buy(invoice: string, rows: readonly Row[]) {
    const lines = rows.map(({ code, price, pieces }) => ({
      code,
      price,
      pieces,
      pence: halfUp(pieces * price, 10),
      left: pieces,
    }));
    const sale: Sale = {
      day: this.today,
      lines,
      factor: [100, 125, 150][this.level] ?? 0,
      recorded: 0,
      dealtWith: 0,
      passedOver: 0,
      lot: undefined,
    };
    this.sales.set(invoice, sale);
    const goods = lines.filter(isGoods).reduce((sum, { pence }) => sum + pence, 0);
    sale.recorded = Math.floor((goods * sale.factor) / 10_000);
    this.sums.earned += sale.recorded;
    if (sale.recorded > 0) {
      const [from, until] = [plusDays(this.today, 14), firstOfMonthAfter(this.today, 7)];
      sale.lot = { day: this.today, from, until, order: this.sales.size, left: sale.recorded, expired: 0 };
      this.lots.push(sale.lot);
    }
    this.spent.push({ day: this.today, pence: goods });
    this.level = Math.max(this.level, this.qualifiesFor());
    this.settle();
  }

  takeBack(sale: Sale, hits: ReadonlyMap<Bought, number>) {
    let fewer = 0;
    for (const [line, pieces] of hits) {
      const before = halfUp(line.pence * line.left, line.pieces);
      line.left -= pieces;
      if (isGoods(line)) fewer += before - halfUp(line.pence * line.left, line.pieces);
    }
    this.spent.push({ day: sale.day, pence: -fewer });
    const remaining = sale.lines
      .filter(isGoods)
      .reduce((sum, line) => sum + halfUp(line.pence * line.left, line.pieces), 0);
    let wanted = Math.max(0, sale.recorded - Math.floor((remaining * sale.factor) / 10_000) - sale.dealtWith);
    sale.dealtWith += wanted;

    if (sale.lot !== undefined) wanted -= this.takeFrom([sale.lot], wanted, 'takenBack');
    const passed = Math.min(wanted, (sale.lot?.expired ?? 0) - sale.passedOver);
    sale.passedOver += passed;
    wanted -= passed;
    wanted -= this.takeFrom(this.available(), wanted, 'takenBack');
    while (wanted > 0 && this.vouchers.length > 0) {
      for (const { lot, amount } of this.vouchers.pop()?.parts ?? []) {
        lot.left += amount;
        this.sums.putBack += amount;
      }
      wanted -= this.takeFrom(this.available(), wanted, 'takenBack');
    }
    this.debt += wanted;
    this.sums.newDebt += wanted;
    this.settle();
  }

  /** Expire, then repay what is owed, then convert. */
  settle() {
    for (const lot of this.lots) {
      if (lot.until > this.today) continue;
      lot.expired += lot.left;
      this.sums.expired += lot.left;
      lot.left = 0;
    }
    this.vouchers = this.vouchers.filter(({ until }) => until > this.today);
    this.debt -= this.takeFrom(this.available(), this.debt, 'repaid');
    while (this.available().reduce((sum, { left }) => sum + left, 0) >= 500) {
      const parts: { lot: Lot; amount: number }[] = [];
      this.takeFrom(this.available(), 500, 'converted', (lot, amount) => parts.push({ lot, amount }));
      this.vouchers.push({ until: plusDays(this.today, 90), parts });
    }
  }

  /** In spending order: the first to expire, then the oldest. */
  available(): Lot[] {
    return this.lots
      .filter(({ from, left }) => from <= this.today && left > 0)
      .sort((a, b) => a.until.localeCompare(b.until) || a.day.localeCompare(b.day) || a.order - b.order);
  }

  takeFrom(
    lots: readonly Lot[],
    wanted: number,
    to: 'takenBack' | 'repaid' | 'converted',
    note: (lot: Lot, amount: number) => void = () => {},
  ): number {
    let taken = 0;
    for (const lot of lots) {
      const amount = Math.min(lot.left, wanted - taken);
      lot.left -= amount;
      taken += amount;
      if (amount > 0) note(lot, amount);
    }
    this.sums[to] += taken;
    return taken;
  }

  /** 0 Bronze, 1 Silver, 2 Gold, by the goods of the same date twelve months ago through today. */
  qualifiesFor(): number {
    const [year, ...rest] = this.today.split('-');
    const since = [Number(year) - 1, ...rest].join('-');
    const pence = this.spent.reduce(
      (sum, { day, pence: one }) => (day >= since && day <= this.today ? sum + one : sum),
      0,
    );
    return pence >= 200_000 ? 2 : pence >= 50_000 ? 1 : 0;
  }

  result(): Reckoned {
    const available = this.available().reduce((sum, { left }) => sum + left, 0);
    const all = this.lots.reduce((sum, { left }) => sum + left, 0);
    const level = ['bronze', 'silver', 'gold'][this.level] ?? '';
    const { sums, debt: owed, vouchers } = this;
    return { ...sums, pending: all - available, available, owed, level, openVouchers: vouchers.length };
  }
}

function halfUp(amount: number, divisor: number): number {
  return Math.floor((2 * amount + divisor) / (2 * divisor));
}

/** The whole cut: invoices in the order of their first lines, cancellations matched by looking through all sales. */
function reckon(): Map<string, Reckoned> {
  const invoices = new Map<string, Row[]>();
  for (const row of readRows()) invoices.set(row.invoice, [...(invoices.get(row.invoice) ?? []), row]);
  const years = new Map<string, Year>();
  for (const [invoice, rows] of invoices) {
    const { customer, time } = rows[0] as Row;
    const day = time.slice(0, 10);
    if (customer === '') continue;
    const year = years.get(customer) ?? new Year(day);
    if (!invoice.startsWith('C')) {
      years.set(customer, year);
      year.passTo(day);
      year.buy(invoice, rows);
      continue;
    }
    const hits = cancelled([...year.sales.values()].reverse(), rows);
    for (const [sale, lines] of hits) {
      year.passTo(day);
      year.takeBack(sale, lines);
    }
  }
  for (const year of years.values()) year.passTo(END);
  return new Map([...years].map(([customer, year]) => [customer, year.result()]));
}

function cancelled(newestFirst: readonly Sale[], rows: readonly Row[]): Map<Sale, Map<Bought, number>> {
  const hits = new Map<Sale, Map<Bought, number>>();
  const takenOf = (line: Bought) => [...hits.values()].reduce((sum, lines) => sum + (lines.get(line) ?? 0), 0);
  for (const { code, price, pieces } of rows) {
    let wanted = -pieces;
    for (const sale of newestFirst) {
      for (const line of sale.lines.toReversed()) {
        if (line.code !== code || line.price !== price || wanted === 0) continue;
        const taken = Math.min(wanted, line.left - takenOf(line));
        if (taken === 0) continue;
        const lines = hits.get(sale) ?? new Map<Bought, number>();
        hits.set(sale, lines.set(line, (lines.get(line) ?? 0) + taken));
        wanted -= taken;
      }
    }
  }
  return hits;
}

let ledger: Ledger;
let close: () => Promise<void>;

before(async () => {
  const database = await testDatabase();
  ledger = await openLedger({ database, buckets: 3 });
  close = async () => {
    await ledger.close();
    await database.close();
  };
  const { mapping, text } = readMapping(join(folder, 'import.yaml'));
  assert.ok(mapping.format === 'csv');
  const file = await surveyFile(cut, mapping, text);
  const document = readDocument(join(folder, 'program.yaml'));
  await publishProgram(ledger, document, { clock: 'sandbox', sandboxTime: file.survey.firstAt });
  await importSales({ ...file, ledger, program: 'gift-shop', onProgress: () => {} });
  await sweepAll(ledger, 'gift-shop');
});

after(async () => await close());

function amountOf(facts: readonly Fact[], name: Fact['fact'], reason?: string): number {
  return facts.reduce((sum, fact) => {
    if (fact.fact !== name || !('amount' in fact) || fact.fact === 'refund_due') return sum;
    return reason === undefined || ('reason' in fact && fact.reason === reason) ? sum + Number(fact.amount) : sum;
  }, 0);
}

test('every member’s points, level and vouchers are what a plain reckoning of the same purchases gives', async () => {
  const expected = reckon();
  const facts = new Map<string, readonly Fact[]>();
  for await (const { account, events } of ledger.histories('gift-shop')) {
    facts.set(
      account,
      events.flatMap((event) => event.facts),
    );
  }
  const programs = await ledger.programs.load('gift-shop');
  assert.ok(programs);
  const at = await ledger.clock('gift-shop');
  const accounts = new Map<string, Reckoned>();
  for await (const account of ledger.accounts('gift-shop')) {
    const own = facts.get(account.id) ?? [];
    const balance = balancesAt(programs, account, at).points;
    accounts.set(account.id, {
      earned: amountOf(own, 'points_earned'),
      takenBack: amountOf(own, 'points_taken_back'),
      newDebt: amountOf(own, 'debt_incurred'),
      repaid: amountOf(own, 'debt_repaid'),
      converted: amountOf(own, 'points_spent', 'conversion'),
      putBack: amountOf(own, 'points_put_back', 'voucher_cancelled'),
      expired: amountOf(own, 'points_expired'),
      pending: balance?.pending ?? 0,
      available: balance?.available ?? 0,
      owed: balance?.debt ?? 0,
      level: standingsAt(programs, account, at)[0]?.level ?? '',
      openVouchers: Object.keys(account.vouchers).length,
    });
  }
  assert.equal(accounts.size, expected.size);
  const differing: unknown[] = [];
  for (const [customer, reckoned] of expected) {
    const found = await ledger.findMember('gift-shop', { kind: 'external_id', value: customer });
    const recorded = accounts.get(found?.account ?? '');
    try {
      assert.deepEqual(recorded, reckoned);
    } catch {
      differing.push({ customer, reckoned, recorded });
    }
  }
  assert.deepEqual(differing.slice(0, 3), [], `${differing.length} of ${expected.size} members differ`);
});

test('the cut has every kind of event that the arithmetic knows', () => {
  const members = [...reckon().values()];
  for (const kind of ['earned', 'takenBack', 'newDebt', 'repaid', 'converted', 'putBack', 'expired', 'owed'] as const) {
    assert.ok(
      members.some((member) => member[kind] > 0),
      `nobody has ${kind}`,
    );
  }
});

test('the book proves itself after the import', async () => {
  const report = await ledger.verify();
  assert.deepEqual({ clean: report.clean, faults: report.faults }, { clean: true, faults: [] });
});
