import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LOCALES, readProgram } from '@trofast/engine';
import { type Client, createClient, ProblemError } from '@trofast/sdk';
import { type Browser, openBrowser, openOwner, tokenOf } from '../../testing/browser.ts';
import { openShop, type Shop, truthfulFetch } from '../../testing.ts';
import { countries } from './countries.ts';
import { fillTemplate } from './fill-template.ts';
import { programIdOf } from './program-id-of.ts';
import { templates } from './templates.ts';

let shop: Shop;
let browser: Browser;
let owner: Client;
before(async () => {
  shop = await openShop();
  browser = await openOwner(shop);
  owner = browser.client();
});
after(async () => await shop.close());

async function problemOf(work: Promise<unknown>) {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
}

test('only somebody who is signed in sees templates, and only an owner makes a program', async () => {
  const nobody = openBrowser(shop.url).client();
  assert.equal((await problemOf(nobody.listTemplates()))?.code, 'unauthenticated');
  const { link } = await browser.client('corner-shop').inviteStaff({ email: 'manager@example.com', role: 'manager' });
  const manager = openBrowser(shop.url);
  await manager
    .client()
    .acceptInvitation({ token: tokenOf(link), name: 'A Manager', password: 'quite a long sentence' });
  const asked = manager.client().createShop({ template: 'points-for-a-webshop', country: 'DK' });
  assert.equal((await problemOf(asked))?.code, 'scope_missing');
});

test('a choice that does not fit is refused at the field, with what would', async () => {
  const refused = async (more: object) =>
    (await problemOf(owner.createShop({ template: 'points-for-a-webshop', country: 'DK', ...more })))?.errors?.[0];
  assert.equal((await refused({ country: 'XX' }))?.pointer, '/country');
  assert.match((await refused({ numbers: { pre: 1 } }))?.detail ?? '', /It has per, points, worth/);
  assert.match((await refused({ numbers: { per: -1 } }))?.detail ?? '', /from 0.5 to 1000/);
  assert.match((await refused({ numbers: { points: 1.5 } }))?.detail ?? '', /whole/);
  assert.equal((await problemOf(owner.createShop({ template: 'none', country: 'DK' })))?.code, 'unknown_template');
  const taken = owner.createShop({ template: 'points-for-a-webshop', country: 'DK', programId: 'corner-shop' });
  assert.equal((await problemOf(taken))?.code, 'program_exists');
});

test('a preview tells the program with the shop’s own numbers', async () => {
  const { sections, numbers, problems } = await owner.previewTemplate({
    templateId: 'points-for-a-webshop',
    country: 'DE',
    numbers: { per: 2, worth: 7.5 },
    locale: 'da',
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    numbers.slice(0, 3).map(({ value }) => value),
    [2, 100, 7.5],
  );
  const told = JSON.stringify(sections);
  assert.match(told, /7,50\s€/);
  assert.doesNotMatch(told, /kr|DKK/);
});

test('from a template to a live program: its key records a purchase at once, its till code pairs', async () => {
  const made = await owner.createShop({
    template: 'points-for-a-webshop',
    country: 'DK',
    name: 'Blomster & Ø',
    numbers: { per: 20 },
    organisationName: 'The Flower Company',
  });
  assert.equal(made.program.id, 'blomster-oe');
  assert.match(made.portal, /\/portal\/blomster-oe$/);
  const client = createClient({ url: shop.url, key: made.key.secret, fetch: truthfulFetch });
  const { id } = await client.enrolMember({ id: 'first' });
  const bought = await client.recordPurchase({
    id: 'r-1',
    member: { id },
    currency: 'DKK',
    lines: [{ sku: 'rose', total: 20_000 }],
    occurredAt: '2026-11-18T10:00:00Z',
  });
  assert.ok('points' in bought);
  assert.equal(bought.points.points?.earned, '10');
  const paired = await openBrowser(shop.url).client().pairTill({ code: made.till.code });
  assert.equal(paired.program, 'blomster-oe');
  const { items: stores } = await browser.client('blomster-oe').listStores();
  assert.deepEqual(
    stores.map(({ id: store, market, zone }) => [store, market, zone]),
    [['main', 'DK', 'Europe/Copenhagen']],
  );
  const { items: done } = await browser.client('blomster-oe').listAudit({ operation: 'createShop' });
  assert.deepEqual(
    done.map(({ name }) => name),
    ['First Owner'],
  );
  const session = await owner.getStaffSession();
  assert.deepEqual(
    session.organisations.map(({ name }) => name),
    ['The Flower Company'],
  );
  assert.ok(
    session.organisations[0]?.programs.some(({ id: program, isPublished }) => program === 'blomster-oe' && isPublished),
  );
});

test('every template is a right program in every country, in its money, and tells itself in four languages', async () => {
  const all = await templates();
  assert.ok(all.length >= 5);
  for (const template of all) {
    for (const country of countries) {
      const filled = fillTemplate(template, {
        country,
        currency: country.currency,
        numbers: {},
        name: 'The Shop',
        programId: 'the-shop',
      });
      const read = readProgram(filled.text);
      assert.ok(
        'program' in read,
        `${template.id} ${country.code}: ${JSON.stringify('problems' in read && read.problems[0])}`,
      );
      assert.deepEqual([...read.program.markets.keys()], [country.code]);
      for (const { id, value, least, most } of filled.numbers) {
        assert.ok(value >= least && value <= most, `${template.id} ${country.code} ${id}: ${value}`);
      }
    }
    for (const locale of LOCALES) assert.ok(template.about[locale].length > 0);
  }
});

test('a template keeps its comments, and each of its numbers changes the document', async () => {
  const [country] = countries;
  assert.ok(country);
  for (const template of await templates()) {
    const usual = fillTemplate(template, { country, currency: 'DKK', numbers: {} });
    assert.match(usual.text, /^# /);
    for (const { id, value, step, most } of usual.numbers) {
      const other = value + step <= most ? value + step : value - step;
      const changed = fillTemplate(template, { country, currency: 'DKK', numbers: { [id]: other } });
      assert.notEqual(changed.text, usual.text, `${template.id} ${id}`);
      assert.equal(changed.numbers.find((number) => number.id === id)?.value, other);
      assert.ok('program' in readProgram(changed.text), `${template.id} ${id} ${other}`);
    }
  }
});

test('a program’s id comes from its name, and of two shops of one name each has its own', () => {
  const cases: readonly (readonly [string, readonly string[], string])[] = [
    ['Café Ø', [], 'cafe-oe'],
    ['  Bagaren & Söner! ', [], 'bagaren-soner'],
    ['花', [], 'program'],
    ['Shop', ['shop', 'shop-2'], 'shop-3'],
  ];
  for (const [name, taken, id] of cases) assert.equal(programIdOf(name, new Set(taken)), id);
});
