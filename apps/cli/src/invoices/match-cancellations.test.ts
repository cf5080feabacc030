import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decimalTextOf } from '../reading/decimals.ts';
import { planRows } from './testing.ts';

interface Case {
  readonly claim: string;
  /** `invoice,minute,customer,code,quantity,price` */
  readonly rows: readonly string[];
  /** `C invoice → purchase: line×quantity …` */
  readonly returns?: readonly string[];
  /** `C invoice code quantity reason` */
  readonly refused?: readonly string[];
}

const cases: readonly Case[] = [
  {
    claim: 'a cancellation without a customer is refused, even after an equal purchase without one',
    rows: ['1,0,,MUG,3,2.00', 'C2,1,,MUG,-1,2.00'],
    refused: ['C2 MUG 1 no_customer'],
  },
  {
    claim: 'a cancellation of what was never bought is refused',
    rows: ['1,0,ann,CUP,3,2.00', 'C2,1,ann,MUG,-1,2.00'],
    refused: ['C2 MUG 1 no_earlier_purchase'],
  },
  {
    claim: 'what another customer bought does not count',
    rows: ['1,0,bea,MUG,3,2.00', 'C2,1,ann,MUG,-1,2.00'],
    refused: ['C2 MUG 1 no_earlier_purchase'],
  },
  {
    claim: 'what is bought later in the file does not count, even at the same minute',
    rows: ['C1,0,ann,MUG,-1,2.00', '2,0,ann,MUG,3,2.00'],
    refused: ['C1 MUG 1 no_earlier_purchase'],
  },
  {
    claim: 'a cancellation at a price that was never paid is refused',
    rows: ['1,0,ann,MUG,3,2.00', 'C2,1,ann,MUG,-1,1.95'],
    refused: ['C2 MUG 1 other_price'],
  },
  {
    claim: 'prices are compared as values with all their decimals',
    rows: ['1,0,ann,MUG,3,2.50', '2,1,ann,CUP,3,2.505', 'C3,2,ann,MUG,-1,2.5', 'C4,3,ann,CUP,-1,2.50'],
    returns: ['C3 → 1: 0×1'],
    refused: ['C4 CUP 1 other_price'],
  },
  {
    claim: 'codes are compared exactly',
    rows: ['1,0,ann,M,3,2.00', 'C2,1,ann,m,-1,2.00'],
    refused: ['C2 m 1 no_earlier_purchase'],
  },
  {
    claim: 'what has come back cannot come back again',
    rows: ['1,0,ann,MUG,3,2.00', 'C2,1,ann,MUG,-3,2.00', 'C3,2,ann,MUG,-1,2.00'],
    returns: ['C2 → 1: 0×3'],
    refused: ['C3 MUG 1 used_up'],
  },
  {
    claim: 'of a line that is too large only the rest is refused',
    rows: ['1,0,ann,MUG,3,2.00', 'C2,1,ann,MUG,-5,2.00'],
    returns: ['C2 → 1: 0×3'],
    refused: ['C2 MUG 2 partly'],
  },
  {
    claim: 'two lines of one cancellation share what is left: the second gets the rest',
    rows: ['1,0,ann,MUG,3,2.00', 'C2,1,ann,MUG,-2,2.00', 'C2,1,ann,MUG,-2,2.00', 'C2,1,ann,MUG,-1,2.00'],
    returns: ['C2 → 1: 0×3'],
    refused: ['C2 MUG 1 partly', 'C2 MUG 1 used_up'],
  },
  {
    claim: 'a positive line on a cancelling invoice cancels nothing',
    rows: ['1,0,ann,MUG,3,2.00', 'C2,1,ann,MUG,1,2.00'],
    refused: ['C2 MUG 1 wrong_sign'],
  },
  {
    claim: 'the newest purchase is taken first, then the one before',
    rows: ['1,0,ann,MUG,3,2.00', '2,1,ann,MUG,2,2.00', 'C3,2,ann,MUG,-4,2.00'],
    returns: ['C3 → 2: 0×2', 'C3 → 1: 0×2'],
  },
  {
    claim: 'of two purchases of one minute the later in the file is the newer',
    rows: ['2,0,ann,MUG,1,2.00', '1,0,ann,MUG,1,2.00', 'C3,0,ann,MUG,-1,2.00'],
    returns: ['C3 → 1: 0×1'],
  },
  {
    claim: 'equal lines of one purchase are lines of their own, the later one taken first',
    rows: ['1,0,ann,MUG,1,2.00', '1,0,ann,MUG,1,2.00', '1,0,ann,MUG,1,2.00', 'C2,1,ann,MUG,-2,2.00'],
    returns: ['C2 → 1: 1×1 2×1'],
  },
  {
    claim: 'all lines of one cancellation that hit one purchase are one return',
    rows: ['1,0,ann,MUG,3,2.00', '1,0,ann,CUP,3,1.00', 'C2,1,ann,CUP,-1,1.00', 'C2,1,ann,MUG,-1,2.00'],
    returns: ['C2 → 1: 0×1 1×1'],
  },
  {
    claim: 'two cancellations of one purchase are two returns',
    rows: ['1,0,ann,MUG,3,2.00', 'C2,1,ann,MUG,-1,2.00', 'C3,1,ann,MUG,-1,2.00'],
    returns: ['C2 → 1: 0×1', 'C3 → 1: 0×1'],
  },
  {
    claim: 'what is no goods can be cancelled as well',
    rows: ['1,0,ann,POST,1,18.00', 'C2,1,ann,POST,-1,18.00'],
    returns: ['C2 → 1: 0×1'],
  },
  {
    claim: 'parts of a piece are taken exactly',
    rows: ['1,0,ann,TEA,0.3,2.00', 'C2,1,ann,TEA,-0.1,2.00', 'C3,2,ann,TEA,-0.25,2.00'],
    returns: ['C2 → 1: 0×0.1', 'C3 → 1: 0×0.2'],
    refused: ['C3 TEA 0.05 partly'],
  },
  {
    claim: 'a purchase whose lines come apart is one purchase, before what begins after it',
    rows: ['1,0,ann,MUG,1,2.00', 'C2,0,bea,MUG,-1,2.00', '1,0,ann,CUP,1,1.00', 'C3,1,ann,CUP,-1,1.00'],
    returns: ['C3 → 1: 1×1'],
    refused: ['C2 MUG 1 no_earlier_purchase'],
  },
];

for (const { claim, rows, returns = [], refused = [] } of cases) {
  test(claim, async () => {
    const planned = await planRows(rows);
    const foundReturns = planned.steps.flatMap((step) =>
      step.step === 'return'
        ? [`${step.invoice} → ${step.purchase}: ${step.lines.map((hit) => `${hit.line}×${hit.quantity}`).join(' ')}`]
        : [],
    );
    const foundRefused = planned.refused.map(
      ({ invoice, sku, quantity, reason }) => `${invoice} ${sku} ${decimalTextOf(quantity)} ${reason}`,
    );
    assert.deepEqual({ returns: foundReturns, refused: foundRefused }, { returns, refused });
  });
}
