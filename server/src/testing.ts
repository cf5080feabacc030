// A server of its own for a test: a fresh database, a program with a sandbox clock, and keys.

import assert from 'node:assert/strict';
import { type Operation, operations, type ProblemDocument, SCOPES, type Scope } from '@trofast/contract';
import type { Database } from '@trofast/db';
import { testDatabase } from '@trofast/db/testing';
import { openLedger } from '@trofast/ledger';
import { issueKey } from './features/keys/index.ts';
import { readOptions, serverOptions } from './options.ts';
import { type StartOptions, startServer } from './start-server.ts';

const always = [
  'program_needed',
  'origin_refused',
  'malformed',
  'rate_limited',
  'unauthenticated',
  'scope_missing',
  'program_key_needed',
  'key_missing',
  'overloaded',
];

/** Fetches, and finds out where an answer is not what the contract says: status, every field, every code of a problem. */
export async function truthfulFetch(url: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  const operation = operationAt(init?.method ?? 'GET', new URL(String(url)).pathname);
  if (!operation) return response;
  const text = await response.clone().text();
  if (!response.ok) {
    const { code, status } = JSON.parse(text) as ProblemDocument;
    assert.equal(status, response.status);
    assert.ok(
      [...always, ...operation.refusals].includes(code),
      `${operation.summary}: ${code} is not in the contract`,
    );
    return response;
  }
  assert.equal(response.status, operation.status ?? 200, operation.summary);
  if (operation.gives !== undefined || text === '') return response;
  const output: unknown = JSON.parse(text);
  assert.deepEqual(operation.output.parse(output), output, `${operation.summary}: a field is not in the contract`);
  return response;
}

function operationAt(method: string, path: string): Operation | undefined {
  return Object.values<Operation>(operations).find(
    (operation) =>
      operation.method === method && new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
}

/** A small shop with everything that HTTP tests need: points at once, a reward to ask for, a level, an approval limit. */
export function shopDocument(id: string): string {
  return `
program:
  id: ${id}
  name: The Corner Shop
  languages: [en, da, sv, nb]
  markets:
    UK: { name: { en: the United Kingdom, da: Storbritannien, sv: Storbritannien, nb: Storbritannia }, currency: GBP, zone: Europe/London }
  returns: { within: P30D }
  late: { within: P60D, restore: false }
  corrections: { approvalAbove: 100 }
  holds: { longest: P7D }
bases:
  all: { name: { en: everything, da: alt, sv: allt, nb: alt }, after: [discounts, vouchers], tax: included }
currencies:
  points:
    name:
      en: { one: point, other: points }
      da: { one: point, other: point }
      sv: { one: poäng, other: poäng }
      nb: { one: poeng, other: poeng }
    decimals: 0
    rounding: { mode: floor, per: purchase }
    expires: { after: P12M, endOf: month }
    overdrawn: debt
    cost: "0.01 GBP"
counters:
  spend: { name: { en: spending, da: forbruget, sv: inköpen, nb: forbruket }, counts: { base: all }, window: P12M, returns: lower }
ladders:
  status:
    name: { en: level, da: niveau, sv: nivå, nb: nivå }
    by: { counter: spend }
    levels:
      - { id: basic, name: { en: Basic, da: Basis, sv: Bas, nb: Basis }, at: 0 }
      - { id: plus, name: { en: Plus, da: Plus, sv: Plus, nb: Pluss }, at: "500.00 GBP" }
    up: at_once
    review: first_of_month
    falls: to_qualified
    returns: keep
rules:
  - id: earn
    on: purchase
    then: [{ earn: { currency: points, base: all, points: 1, per: "1.00 GBP" } }]
  - id: review
    on: { activity: review }
    then: [{ give: { currency: points, amount: 20 } }]
rewards:
  coffee:
    name: { en: a coffee, da: en kaffe, sv: en kaffe, nb: en kaffe }
    cost: { currency: points, amount: 50 }
    issued: on_request
    voucher: { amount: "3.00 GBP", change: kept, valid: P30D }
`;
}

const shopOpened = '2026-01-05T09:00:00Z';

export interface Shop {
  readonly url: string;
  readonly program: string;
  readonly operatorKey: string;
  /** Where the first owner begins. */
  readonly welcomeLink: string;
  /** Carries every scope. */
  readonly key: string;
  readonly database: Database;
  readonly close: () => Promise<void>;
  keyOf(program: string, scopes: readonly Scope[]): Promise<string>;
  /** Another program beside it, published, with a key of its own. */
  openProgram(program: string, text?: string): Promise<string>;
}

export async function openShop(options: Partial<StartOptions> = {}): Promise<Shop> {
  const defaults = readOptions(serverOptions, [], {});
  assert.ok('values' in defaults);
  const database = await testDatabase();
  const ledger = await openLedger({ database });
  const server = await startServer({
    ...defaults.values,
    logLevel: 'silent',
    port: 0,
    opened: { database, ledger },
    ...options,
  });
  const keyOf = async (program: string, scopes: readonly Scope[]) =>
    (await issueKey(database, { program, name: 'test', scopes })).secret;
  const openProgram = async (program: string, text = shopDocument(program)) => {
    await ledger.programs.create({ id: program, name: program, clock: 'sandbox', sandboxTime: Date.parse(shopOpened) });
    await ledger.programs.saveDraft(program, text);
    const published = await ledger.programs.publish(program, { text });
    if ('problems' in published) throw new Error(published.problems.map(({ message }) => message).join('\n'));
    return await keyOf(program, SCOPES);
  };
  const key = await openProgram('corner-shop');
  const close = async () => {
    await server.close();
    await ledger.close();
    await database.close();
  };
  return {
    url: server.url,
    program: 'corner-shop',
    operatorKey: server.operatorKey ?? '',
    welcomeLink: server.welcomeLink ?? '',
    key,
    database,
    close,
    keyOf,
    openProgram,
  };
}
