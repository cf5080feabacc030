import { LOCALES } from '@trofast/engine';
import { type Document, isMap, isScalar, parseDocument, visit } from 'yaml';
import { amountIn, type Country, countryName } from './countries.ts';
import type { Path, Template, TemplateNumber } from './templates.ts';

export interface Choice {
  readonly country: Country;
  readonly currency: string;
  readonly numbers: Readonly<Record<string, number>>;
  readonly programId?: string | undefined;
  readonly name?: string | undefined;
}

export interface Filled {
  readonly text: string;
  /** What the document has for each number of the template, as a person writes it. */
  readonly numbers: readonly (TemplateNumber & { readonly value: number })[];
}

const moneyText = /^(\d+(?:\.\d+)?) ([A-Z]{3})$/;

/** The template as a program of one market, with the shop's money and numbers. Its comments stay. */
export function fillTemplate(template: Template, choice: Choice): Filled {
  const document = parseDocument(template.text);
  const own = ownMarket(document, choice);
  keepOneMarket(document, own.market, choice);
  changeMoney(document, own.currency, choice.currency);
  if (own.currency !== choice.currency) {
    for (const { path, value } of template.elsewhere) document.setIn(path, document.createNode(value));
  }
  if (choice.programId !== undefined) document.setIn(['program', 'id'], choice.programId);
  if (choice.name !== undefined) {
    const name = Object.fromEntries(LOCALES.map((locale) => [locale, choice.name]));
    document.setIn(['program', 'name'], document.createNode(name, { flow: true }));
  }
  const numbers = template.numbers.map((number) => {
    const [first = []] = number.paths;
    const usual = readNumber(document, placed(first, choice), number);
    // A plain number that is money was written for the template's own.
    const isPlain = number.unit === 'money' && typeof document.getIn(placed(first, choice)) === 'number';
    const value = choice.numbers[number.id] ?? (isPlain ? amountIn(usual, own.currency, choice.currency) : usual);
    for (const path of number.paths) writeNumber(document, placed(path, choice), number, value);
    return { ...number, value };
  });
  return { text: document.toString({ lineWidth: 0, flowCollectionPadding: true }), numbers };
}

interface OwnMarket {
  readonly market: string;
  readonly currency: string;
}

/** Of the template's markets, the one that is nearest to the shop's: its country, else its money, else the first. */
function ownMarket(document: Document, { country, currency }: Choice): OwnMarket {
  const markets = document.getIn(['program', 'markets']);
  if (!isMap(markets)) throw new Error('A template has markets');
  const all = markets.items.map(({ key }) => {
    const market = String(isScalar(key) ? key.value : key);
    return { market, currency: String(document.getIn(['program', 'markets', market, 'currency'])) };
  });
  const found =
    all.find((one) => one.market === country.code && one.currency === currency) ??
    all.find((one) => one.currency === currency) ??
    all[0];
  if (!found) throw new Error('A template has a market');
  return found;
}

function keepOneMarket(document: Document, market: string, { country, currency }: Choice) {
  const name = Object.fromEntries(LOCALES.map((locale) => [locale, countryName(country.code, locale)]));
  const only = { [country.code]: { name, currency, zone: country.zone } };
  document.setIn(['program', 'markets'], document.createNode(only, { flow: true }));
  const parameters = document.get('parameters');
  if (!isMap(parameters)) return;
  for (const { key } of parameters.items) {
    const path = ['parameters', String(isScalar(key) ? key.value : key)];
    const value = document.getIn([...path, market]);
    if (value !== undefined) document.setIn(path, document.createNode({ [country.code]: value }, { flow: true }));
  }
}

function changeMoney(document: Document, from: string, to: string) {
  if (from === to) return;
  visit(document, {
    Scalar: (_key, node) => {
      if (node.value === from) node.value = to;
      const [, amount, currency] = moneyText.exec(String(node.value)) ?? [];
      if (amount !== undefined && currency === from) node.value = moneyOf(amountIn(Number(amount), from, to), to);
    },
  });
}

function moneyOf(amount: number, currency: string): string {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return `${amount.toFixed(maximumFractionDigits)} ${currency}`;
}

function placed(path: Path, { country }: Choice): Path {
  return path.map((step) => (step === '$market' ? country.code : step));
}

function readNumber(document: Document, path: Path, { id, unit, scale = 1 }: TemplateNumber): number {
  const written = document.getIn(path);
  const text = String(written);
  const digits =
    unit === 'days' || unit === 'months' ? /^P(\d+)[DM]$/.exec(text)?.[1] : /^(\d+(?:\.\d+)?)/.exec(text)?.[1];
  if (digits === undefined) throw new Error(`The template's number ${id} is ${text}`);
  return Number((Number(digits) / scale).toFixed(6));
}

function writeNumber(document: Document, path: Path, { unit, scale = 1 }: TemplateNumber, value: number) {
  const written = document.getIn(path, true);
  if (!isScalar(written)) throw new Error(`The template has nothing at ${path.join('.')}`);
  const [, , currency] = moneyText.exec(String(written.value)) ?? [];
  if (unit === 'days') written.value = `P${value}D`;
  else if (unit === 'months') written.value = `P${value}M`;
  else if (currency !== undefined) written.value = moneyOf(value, currency);
  else written.value = Number((value * scale).toFixed(6));
}
