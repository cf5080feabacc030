import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvMapping, MAPPING, planRows } from './testing.ts';

test('an invoice of two customers is refused before anything is recorded', async () => {
  await assert.rejects(planRows(['1,0,ann,MUG,1,2.00', '1,0,bea,MUG,1,2.00']), /Line 3 .* to customer bea/);
});

test('a quantity or price that cannot be read is told with its line and column', async () => {
  await assert.rejects(planRows(['1,0,ann,MUG,one,2.00']), /Line 2: "one" in Quantity is no quantity/);
  await assert.rejects(planRows(['1,0,ann,MUG,1,2.00', '1,0,ann,MUG,1,GBP 2']), /Line 3: "GBP 2" in Price is no price/);
  await assert.rejects(planRows(['1,99,ann,MUG,1,2.00']), /Line 2: "2011-01-03T10:99:00" in Time is no time/);
});

test('a file without lines is refused', async () => {
  await assert.rejects(planRows([]), /no line below its header/);
});

test('a column that the file lacks is told with those it has', async () => {
  const mapping = csvMapping(MAPPING.replace('customer: Customer', 'customer: Buyer'));
  await assert.rejects(planRows(['1,0,ann,MUG,1,2.00'], mapping), /no column "Buyer"/);
});

test('a market that the mapping does not name is refused', async () => {
  const market = 'market: { column: Code, values: { MUG: UK } }';
  const mapping = csvMapping(MAPPING.replace('market: UK', market));
  await assert.rejects(planRows(['1,0,ann,MUG,1,2.00', '2,0,ann,CUP,1,2.00'], mapping), /Line 3: no market .* "CUP"/);
});

test('a line that neither buys nor cancels is refused, the others of its invoice are bought', async () => {
  const { steps, refused } = await planRows(['1,0,ann,MUG,-1,2.00', '1,0,ann,CUP,1,1.00', '2,1,bea,MUG,0,2.00']);
  assert.deepEqual(
    steps.map(({ step }) => step),
    ['enrolment', 'purchase'],
  );
  assert.deepEqual(
    refused.map(({ fileLine, reason }) => [fileLine, reason]),
    [
      [2, 'wrong_sign'],
      [4, 'wrong_sign'],
    ],
  );
});

test('the first purchase enrols, a cancellation does not', async () => {
  const { steps } = await planRows(['C1,0,ann,MUG,-1,2.00', '2,1,ann,MUG,1,2.00', '3,2,ann,MUG,1,2.00']);
  assert.deepEqual(
    steps.map(({ step, occurredAt }) => [step, new Date(occurredAt).toISOString().slice(14, 16)]),
    [
      ['enrolment', '01'],
      ['purchase', '01'],
      ['purchase', '02'],
    ],
  );
});

test('a line is worth quantity × price, rounded to the penny for itself', async () => {
  const { steps } = await planRows(['1,0,ann,MUG,3,0.335', '1,0,ann,MUG,3,0.335', '1,0,ann,FREE,2,0']);
  assert.deepEqual(steps.at(-1), {
    step: 'purchase',
    customer: 'ann',
    invoice: '1',
    occurredAt: Date.UTC(2011, 0, 3, 10, 0),
    lines: [
      { sku: 'MUG', quantity: 3, total: 101 },
      { sku: 'MUG', quantity: 3, total: 101 },
      { sku: 'FREE', quantity: 2, total: 0 },
    ],
  });
});

test('an invoice occurs at the time of its first line', async () => {
  const { steps } = await planRows(['1,0,ann,MUG,1,2.00', '1,5,ann,CUP,1,2.00', '2,6,ann,CUP,1,2.00']);
  assert.deepEqual(
    steps.map(({ occurredAt }) => new Date(occurredAt).getUTCMinutes()),
    [0, 0, 6],
  );
});

const receipts: readonly [claim: string, rows: readonly string[], kind: string, isClaimable: boolean][] = [
  ['what nobody is named for is a claimable receipt', ['1,0,,MUG,1,2.00', '1,0,,FREE,1,0'], 'purchase', true],
  ['what was given away is kept as an adjustment', ['1,0,,MUG,1,0'], 'adjustment', false],
  ['what was written off is kept as an adjustment', ['1,0,,MUG,-5,0', '1,0,,CUP,-5,2.00'], 'adjustment', false],
  ['a cancellation without a customer is kept', ['C1,0,,MUG,-5,2.00'], 'cancellation', false],
  ['a bad debt is kept under its own kind', ['A1,0,,B,1,-11062.06'], 'bad_debt', false],
  ['a bad debt of a customer is nobody’s purchase', ['A1,0,ann,B,1,11062.06'], 'bad_debt', false],
];
for (const [claim, rows, kind, isClaimable] of receipts) {
  test(claim, async () => {
    const { steps } = await planRows(rows);
    assert.deepEqual(
      steps.map((step) => (step.step === 'receipt' ? [step.kind, step.isClaimable, step.lines.length] : step)),
      [[kind, isClaimable, rows.length]],
    );
  });
}

test('the survey counts what the file holds', async () => {
  const { survey } = await planRows([
    '1,0,ann,MUG,3,0.335',
    '2,1,,MUG,1,2.00',
    'C3,2,ann,MUG,-1,0.335',
    'A4,3,,B,1,-5',
  ]);
  const { lines, invoices, invoicesByKind, customers, linesWithoutCustomer, netValue, netValueWithCustomer } = survey;
  assert.deepEqual(
    { lines, invoices, invoicesByKind, customers, linesWithoutCustomer, netValue, netValueWithCustomer },
    {
      lines: 4,
      invoices: 4,
      invoicesByKind: { purchase: 2, cancellation: 1, bad_debt: 1 },
      customers: 1,
      linesWithoutCustomer: 2,
      netValue: '-2.33',
      netValueWithCustomer: '0.67',
    },
  );
});
