// node scripts/cut-online-retail.ts online_retail.csv.gz: makes the cut of the Online Retail data that the demo ships.
// Whole customers and whole receipts without a customer, chosen by the SHA-256 of their numbers, and whatever is rare.

import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { repository } from './workspaces.ts';

const target = join(repository, 'programs/gift-shop/online-retail-cut.csv.gz');
const bytesMost = 2_000_000;

/** About so many of a hundred customers, and of a hundred receipts without one. */
const customersOfHundred = 28;
const receiptsOfHundred = 12;

interface Row {
  readonly text: string;
  readonly invoice: string;
  readonly code: string;
  readonly price: string;
  readonly customer: string;
}

/** What few lines have, so that a sample might miss it. */
const rarities: Readonly<Record<string, (row: Row) => boolean>> = {
  'an invoice whose lines come apart': ({ invoice }) => invoice === '542806',
  'a price of three decimals': ({ price }) => /[.]\d{3}/.test(price),
  'a bad debt': ({ invoice }) => invoice.startsWith('A'),
  'a code of small letters': ({ code }) => code === 'm',
  'a gift voucher sold': ({ code }) => code === 'gift_0001_50',
  'an advertisement': ({ code }) => code === 'CRUK',
  pads: ({ code }) => code === 'PADS',
  'bank charges': ({ code }) => code === 'BANK CHARGES',
  'a member who owes points at the end': ({ customer }) => ['12755', '12967', '15433'].includes(customer),
  'goods with a code of letters': ({ code }) => code.startsWith('DCGS'),
};

function readRow(text: string): Row {
  const match = /^"([^"]*)","([^"]*)",.*,-?\d+,[^,]*,(-?[\d.]+),(\d*),"[^"]*"$/.exec(text);
  if (!match) throw new Error(`A line is not as in the file of the UCI repository: ${text}`);
  const [invoice = '', code = '', price = '', customer = ''] = match.slice(1);
  return { text, invoice, code, price, customer };
}

/** A number from 0 to 99 that a name always has. */
function lotOf(name: string): number {
  return Number.parseInt(hash('sha256', name, 'hex').slice(0, 8), 16) % 100;
}

function ownerOf({ customer, invoice }: Row): string {
  return customer === '' ? `invoice ${invoice}` : `customer ${customer}`;
}

function chosenOwners(rows: readonly Row[]): ReadonlySet<string> {
  const chosen = new Set<string>();
  for (const row of rows) {
    const owner = ownerOf(row);
    if (lotOf(owner) < (row.customer === '' ? receiptsOfHundred : customersOfHundred)) chosen.add(owner);
  }
  for (const [name, isRare] of Object.entries(rarities)) {
    const owners = new Set(rows.filter(isRare).map(ownerOf));
    if (owners.size === 0) throw new Error(`The file has no line with ${name}.`);
    // Few owners are all taken, of many the first.
    const taken = owners.size <= 4 ? [...owners] : [...owners].slice(0, 1);
    for (const owner of taken) chosen.add(owner);
  }
  return chosen;
}

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('Give the path of online_retail.csv.gz.');
const [header = '', ...lines] = gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n');
const rows = lines.map(readRow);
const chosen = chosenOwners(rows);
const kept = rows.filter((row) => chosen.has(ownerOf(row)));
const packed = gzipSync([header, ...kept.map(({ text }) => text), ''].join('\n'), { level: 9 });
if (packed.length > bytesMost) throw new Error(`The cut would be ${packed.length} bytes; at most ${bytesMost}.`);
writeFileSync(target, packed);
process.stdout.write(
  `${kept.length} lines of ${chosen.size} customers and receipts, ${packed.length} bytes: ${target}\n`,
);
