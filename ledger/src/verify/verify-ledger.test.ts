import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { openShop, type Shop } from '../testing/open-shop.ts';

/** A small book: two members, purchases, a redemption, stock taken. */
async function smallBook(
  t: TestContext,
  buckets = 1,
): Promise<Shop & { readonly anna: string; readonly bert: string }> {
  const shop = await openShop(t, { buckets });
  const { accountId: anna } = await shop.enrol('anna', { private: { name: 'Anna' } });
  const { accountId: bert } = await shop.enrol('bert');
  const { event } = await shop.buy(anna, '1', 15_000);
  await shop.buy(bert, '1', 2500);
  await shop.redeem(anna, '2', 'mug');
  await shop.giveBack(anna, '3', event?.event.id ?? '');
  return { ...shop, anna, bert };
}

const tampering: readonly { readonly name: string; readonly sql: string; readonly found: RegExp }[] = [
  {
    name: 'a purchase made larger',
    sql: `update event set body = replace(body, '15000', '95000') where kind = 'purchase'`,
    found: /not what was recorded/,
  },
  {
    name: 'a time changed',
    sql: `update event set occurred_at = occurred_at - 1 where kind = 'return'`,
    found: /not what was recorded/,
  },
  {
    name: 'facts rewritten together with their hash',
    sql: `update event set facts = replace(facts, '"amount":25', '"amount":26'), hash = sha256('x') where kind = 'purchase'`,
    found: /not what was recorded/,
  },
  {
    name: 'an entry made larger',
    sql: `update entry set amount = amount + 1 where debit = 'issued'`,
    found: /entries are not those/,
  },
  { name: 'an entry removed', sql: `delete from entry where credit = 'redeemed'`, found: /entries are not those/ },
  {
    name: 'an entry without an event',
    sql: `insert into entry select bucket, ordinal, 99, amount, program_id, account_id, debit, credit, currency, lot, rule
          from entry where debit = 'issued' limit 1`,
    found: /there are \d+ entries/,
  },
  {
    name: 'points written into an account',
    sql: `update account set document = replace(document, '"left":25', '"left":75')`,
    found: /not the fold of its facts/,
  },
  {
    name: 'the last event of an account cut off',
    sql: `with gone as (delete from event where kind = 'return' returning account_id, sequence)
          delete from entry e using gone where e.account_id = gone.account_id and e.sequence = gone.sequence`,
    found: /the account says 4 events, the chain has 3/,
  },
  {
    name: 'an event in the middle removed',
    sql: `with gone as (delete from event where kind = 'redemption' returning account_id, sequence)
          delete from entry e using gone where e.account_id = gone.account_id and e.sequence = gone.sequence`,
    found: /events are missing: 3 to 3/,
  },
  { name: 'an account removed', sql: `delete from account where document like '%"left":25%'`, found: /no account/ },
  { name: 'a batch removed', sql: 'delete from batch where number = 3', found: /batches are missing before batch 4/ },
  {
    name: 'the end of the batches cut off with all that they held',
    sql: `delete from batch where number = (select max(number) from batch)`,
    found: /the last batch is|batch that does not exist/,
  },
  {
    name: 'a batch rewritten',
    sql: `update batch set hash = sha256('x') where number = 2`,
    found: /batch 2 is not what was committed/,
  },
  {
    name: 'stock set back',
    sql: 'update allotment set taken = 0',
    found: /stock of mug: 0 are taken, its takes add up to 1/,
  },
];

test('whoever may write to the tables cannot change the book unseen', async (t) => {
  const { database, ledger } = await smallBook(t);
  assert.deepEqual((await ledger.verify()).faults, []);
  for (const { name, sql, found } of tampering) {
    await database.withOwner(async (owner) => {
      await owner.query('create schema kept');
      for (const table of ['event', 'entry', 'account', 'batch', 'allotment', 'bucket_head']) {
        await owner.query(`create table kept.${table} as table public.${table}`);
      }
      const { rowCount } = await owner.query(sql);
      assert.notEqual(rowCount, 0, `${name} changes something`);
    });
    const report = await ledger.verify();
    assert.equal(report.clean, false, name);
    assert.match(report.faults.map(({ what }) => what).join('\n'), found, name);
    await database.withOwner(async (owner) => {
      for (const table of ['event', 'entry', 'account', 'batch', 'allotment', 'bucket_head']) {
        await owner.query(`delete from ${table}`);
        await owner.query(`insert into ${table} select * from kept.${table}`);
      }
      await owner.query('drop schema kept cascade');
    });
  }
  assert.deepEqual((await ledger.verify()).faults, []);
});

test('the server itself may add to the book and never change or remove what is in it', async (t) => {
  const { database } = await smallBook(t);
  for (const table of ['event', 'entry', 'batch', 'allotment_take', 'program_version']) {
    await assert.rejects(database.query(`delete from ${table}`), /permission denied/, table);
    const column = table === 'program_version' ? 'number' : table === 'allotment_take' ? 'amount' : 'bucket';
    await assert.rejects(database.query(`update ${table} set ${column} = 0`), /permission denied/, table);
  }
  await assert.rejects(database.query('delete from account'), /permission denied/);
  await assert.rejects(database.query('truncate event'), /permission denied/);
  await database.query('delete from private_row');
});

test('deleting what is personal leaves a book that proves itself', async (t) => {
  const { database, ledger } = await smallBook(t);
  const { rowCount } = await database.query('delete from private_row');
  assert.equal(rowCount, 2);
  assert.deepEqual((await ledger.verify()).faults, []);
});

for (const buckets of [1, 7]) {
  test(`proving goes on behind where it stopped, bucket by bucket (${buckets} buckets)`, async (t) => {
    const { ledger, anna, bert } = await smallBook(t, buckets);
    const whole = await ledger.verify();
    assert.deepEqual([whole.accounts, whole.events, whole.faults], [2, 6, []]);
    const [first] = [anna, bert].toSorted();
    let rest = 0;
    for (let bucket = 0; bucket < buckets; bucket += 1) {
      const report = await ledger.verify({ bucket, from: { program: 'shop', account: first ?? '' } });
      assert.deepEqual(report.faults, []);
      rest += report.accounts;
    }
    assert.equal(rest, 1);
  });
}
