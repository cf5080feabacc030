import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { deriveAccountId, Overloaded, type RecordRequest } from '../index.ts';
import { HOUR, openShop, START } from '../testing/open-shop.ts';

const refusals: readonly {
  readonly name: string;
  readonly request: Partial<RecordRequest> & { readonly kind: RecordRequest['kind']; readonly body: unknown };
  readonly refused: string;
}[] = [
  {
    name: 'a purchase by nobody we know',
    request: { kind: 'purchase', account: 'nobody', body: { currency: 'GBP', lines: [] } },
    refused: 'unknown_member',
  },
  {
    name: 'a purchase more than five minutes ahead of the clock',
    request: { kind: 'purchase', occurredAt: START + HOUR, body: { currency: 'GBP', lines: [] } },
    refused: 'too_far_ahead',
  },
  {
    name: 'a reward that is not there',
    request: { kind: 'redemption', body: { reward: 'car' } },
    refused: 'unknown_reward',
  },
  {
    name: 'more points than there are',
    request: { kind: 'redemption', body: { reward: 'mug' } },
    refused: 'insufficient_points',
  },
  {
    name: 'a return of nothing bought',
    request: { kind: 'return', body: { purchase: 'x-y' } },
    refused: 'unknown_purchase',
  },
];

test('what cannot be done is refused by name, and the same request gets the same answer', async (t) => {
  const { ledger, enrol } = await openShop(t);
  const { accountId } = await enrol('anna');
  for (const { name, request, refused } of refusals) {
    const whole = { program: 'shop', account: accountId, key: name, ...request } as RecordRequest;
    const first = await ledger.record(whole);
    const again = await ledger.record(whole);
    assert.equal(first.refusal?.refused, refused, name);
    assert.deepEqual(again, { ...first, replayed: true }, name);
  }
  assert.deepEqual((await ledger.counts('shop')).eventsByKind, { enrolment: 1 });
});

test('events that lie ahead do not carry later ones further ahead of the clock', async (t) => {
  const { buy, enrol } = await openShop(t);
  const { accountId } = await enrol('anna');
  const minute = HOUR / 60;
  const first = await buy(accountId, 'four minutes ahead', 100, { occurredAt: START + 4 * minute });
  const second = await buy(accountId, 'six minutes ahead', 100, { occurredAt: START + 6 * minute });
  assert.equal(first.refusal, undefined);
  assert.equal(second.refusal?.refused, 'too_far_ahead');
});

test('a key that comes again with another content is refused', async (t) => {
  const { ledger, enrol, buy } = await openShop(t);
  const { accountId } = await enrol('anna', { private: { name: 'Anna' } });
  await buy(accountId, '1', 1000);
  assert.equal((await buy(accountId, '1', 1001)).refusal?.refused, 'key_reused');
  assert.equal((await buy(accountId, '1', 1000, { store: 'Oslo' })).refusal?.refused, 'key_reused');
  assert.equal((await enrol('anna', { private: { name: 'Hanna' } })).refusal?.refused, 'key_reused');
  assert.equal((await enrol('anna', { private: { name: 'Anna' } })).replayed, true);
  const claims = [{ kind: 'email', value: 'bert@example.com' }] as const;
  await enrol('bert', { claims });
  assert.equal((await enrol('bert', { claims })).replayed, true);
  assert.equal((await enrol('bert', {})).refusal?.refused, 'key_reused');
  assert.equal((await ledger.verify()).events, 3);
});

for (const buckets of [1, 7]) {
  test(`fifty equal purchases at once are one event with fifty equal answers (${buckets} buckets)`, async (t) => {
    const { ledger, enrol, buy, available } = await openShop(t, { buckets });
    const { accountId } = await enrol('anna');
    const answers = await Promise.all(Array.from({ length: 50 }, () => buy(accountId, 'till-1/77', 2500)));
    const texts = new Set(answers.map((answer) => JSON.stringify({ ...answer, replayed: false })));
    assert.equal(texts.size, 1);
    assert.equal(answers.filter(({ replayed }) => !replayed).length, 1);
    assert.equal(await available(accountId), 25);
    assert.equal((await ledger.verify()).clean, true);
  });

  test(`fifty equal enrolments at once, by two servers, are one member (${buckets} buckets)`, async (t) => {
    const one = await openShop(t, { buckets });
    const two = await openShop(t, { database: one.database });
    const servers = [one, two];
    const claims = [{ kind: 'email', value: 'Anna@Example.com' }] as const;
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => servers[index % 2]?.enrol('anna', { claims, person: { name: 'Anna' } })),
    );
    const texts = new Set(answers.map((answer) => JSON.stringify({ ...answer, replayed: false })));
    assert.equal(texts.size, 1);
    assert.deepEqual((await one.ledger.counts('shop')).eventsByKind, { enrolment: 1 });
    const found = await two.ledger.findMember('shop', { kind: 'email', value: ' anna@example.COM' });
    assert.equal(found?.account, deriveAccountId('shop', 'anna'));
  });

  test(`two tills that spend the same points at once: exactly one succeeds (${buckets} buckets)`, async (t) => {
    const one = await openShop(t, { buckets });
    const two = await openShop(t, { database: one.database });
    const { accountId } = await one.enrol('anna');
    await one.buy(accountId, '1', 3000);
    const answers = await Promise.all([
      one.redeem(accountId, 'till 1', 'ticket'),
      two.redeem(accountId, 'till 2', 'ticket'),
    ]);
    const refused = answers.flatMap(({ refusal }) => (refusal ? [refusal.refused] : []));
    assert.deepEqual(refused, ['insufficient_points']);
    assert.equal(await one.available(accountId), 0);
    assert.equal((await one.ledger.verify()).clean, true);
  });

  test(`of three mugs, three are redeemed whoever asks at once, and one that comes back can go again (${buckets} buckets)`, async (t) => {
    const one = await openShop(t, { buckets });
    const two = await openShop(t, { database: one.database });
    const accounts = await Promise.all(
      Array.from({ length: 8 }, async (_, index) => {
        const { accountId } = await one.enrol(`member ${index}`);
        await one.buy(accountId, 'first', 10_000);
        return accountId;
      }),
    );
    const answers = await Promise.all(
      accounts.map((account, index) => (index % 2 === 0 ? one : two).redeem(account, 'mug', 'mug')),
    );
    const refused = answers.flatMap(({ refusal }) => (refusal ? [refusal.refused] : []));
    assert.deepEqual(
      refused,
      Array.from({ length: 5 }, () => 'reward_out_of_stock'),
    );
    assert.deepEqual((await one.ledger.verify()).faults, []);
  });
}

test('one bad event does not fail its neighbours', async (t) => {
  const { ledger, enrol, buy } = await openShop(t);
  const { accountId } = await enrol('anna');
  const bad = [
    ledger.record({ program: 'shop', account: accountId, kind: 'purchase', key: 'bad', body: null } as never),
    // PostgreSQL stores no such character: the whole statement fails.
    ledger.record({ program: 'shop', account: 'a\u0000b', kind: 'enrolment', key: 'nul', body: { market: 'UK' } }),
    ledger.record({ program: 'nowhere', account: accountId, kind: 'activity', key: '1', body: { activity: 'visit' } }),
  ];
  const good = Array.from({ length: 20 }, (_, index) => buy(accountId, `good ${index}`, 100));
  const failed = await Promise.allSettled(bad);
  assert.deepEqual(
    failed.map(({ status }) => status),
    ['rejected', 'rejected', 'rejected'],
  );
  const answers = await Promise.all(good);
  assert.equal(answers.filter(({ event }) => event !== undefined).length, 20);
  const report = await ledger.verify();
  assert.deepEqual([report.events, report.faults], [21, []]);
});

test('events of one account are decided in the order in which they were asked', async (t) => {
  const { ledger, enrol, buy, redeem } = await openShop(t);
  const enrolled = enrol('anna');
  const account = deriveAccountId('shop', 'anna');
  const asked = [enrolled];
  for (let index = 0; index < 120; index += 1) {
    asked.push(index % 2 === 0 ? buy(account, `${index}`, 3000) : redeem(account, `${index}`, 'ticket'));
  }
  const answers = await Promise.all(asked);
  assert.deepEqual(
    answers.map(({ event, refusal }) => event?.sequence ?? refusal),
    Array.from({ length: 121 }, (_, index) => index + 1),
  );
  assert.equal((await ledger.verify()).clean, true);
});

test('a return finds its purchase in the same batch, and what was returned before', async (t) => {
  const { ledger, enrol } = await openShop(t);
  const { accountId } = await enrol('anna');
  const bought = { currency: 'GBP', lines: [{ sku: 'A', quantity: 3, total: 3000 }] };
  const base = { program: 'shop', account: accountId } as const;
  const { event } = await ledger.record({ ...base, kind: 'purchase', key: '1', body: bought });
  const purchase = event?.event.id ?? '';
  const back = (key: string) =>
    ledger.record({ ...base, kind: 'return', key, body: { purchase, lines: [{ line: 0, quantity: 1 }] } });
  const answers = await Promise.all([back('a'), back('b'), back('c'), back('d')]);
  assert.equal(answers[3]?.refusal?.refused, 'return_exceeds_purchase');
  assert.equal(answers[2]?.event?.balances.points?.available, 0);
  assert.equal((await ledger.verify()).clean, true);
});

test('an identity belongs to one member of a program, until it is given up', async (t) => {
  const { ledger, enrol } = await openShop(t);
  const phone = [{ kind: 'phone', value: '+45 12 34 56 78' }] as const;
  const anna = await enrol('anna', { claims: phone });
  assert.equal(
    (await enrol('bert', { claims: [{ kind: 'phone', value: '0045 12345678' }] })).refusal?.refused,
    'identity_taken',
  );
  await ledger.record({
    program: 'shop',
    account: anna.accountId,
    kind: 'member_changed',
    key: 'new number',
    member: Object.keys((await ledger.account('shop', anna.accountId))?.account.members ?? {})[0] ?? '',
    released: phone,
    body: {},
  });
  const bert = await enrol('bert again', { claims: phone });
  assert.equal((await ledger.findMember('shop', phone[0]))?.account, bert.accountId);
});

test('an erased member leaves no personal row and no identity, and the book stays whole', async (t) => {
  const { database, ledger, enrol, buy } = await openShop(t);
  const email = { kind: 'email', value: 'anna@example.com' } as const;
  const { accountId, event } = await enrol('anna', {
    claims: [email],
    person: { name: 'Anna' },
    private: { born: '03-01' },
  });
  const member = event?.event.member ?? '';
  await buy(accountId, '1', 5000, { member, private: { note: 'for Anna' } });
  assert.deepEqual(await ledger.person('shop', accountId, member), { name: 'Anna' });
  await ledger.record({ program: 'shop', account: accountId, kind: 'erased', key: 'e', body: { member } });
  assert.equal(await ledger.person('shop', accountId, member), undefined);
  assert.equal(await ledger.findMember('shop', email), undefined);
  const { rows } = await database.query('select * from private_row');
  assert.equal(rows.length, 0);
  assert.deepEqual((await ledger.verify()).faults, []);
});

test('a voucher is found by its code, as people write it, and its code is the same whenever asked', async (t) => {
  const { ledger, enrol, buy, redeem } = await openShop(t);
  const { accountId } = await enrol('anna');
  await buy(accountId, '1', 3000);
  const answer = await redeem(accountId, '2', 'ticket');
  const [voucher, code] = Object.entries(answer.codes ?? {})[0] ?? ['', ''];
  assert.match(code, /^[0-9a-z]{12}$/);
  const written = `${code.slice(0, 4).toUpperCase()}-${code.slice(4, 8)} ${code.slice(8)}`;
  assert.deepEqual(await ledger.findVoucher('shop', written), { account: accountId, voucher });
  assert.equal(await ledger.voucherCode('shop', accountId, voucher), code);
  assert.deepEqual(await redeem(accountId, '2', 'ticket'), { ...answer, replayed: true });
});

test('beyond its queue the ledger says so, and what it took is recorded', async (t) => {
  const { ledger, enrol, buy } = await openShop(t);
  const { accountId } = await enrol('anna');
  const asked = Array.from({ length: 10_050 }, (_, index) => buy(accountId, `${index % 40}`, 100));
  const settled = await Promise.allSettled(asked);
  const failed = settled.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  assert.equal(failed.length > 0 && failed.every((reason) => reason instanceof Overloaded), true);
  assert.equal((await ledger.counts('shop')).eventsByKind.purchase, 40);
});

test('when the database ends connections in the middle, every event is recorded once all the same', async (t) => {
  const { database, ledger, enrol, buy, available } = await openShop(t, { buckets: 3 });
  const accounts = await Promise.all(['anna', 'bert', 'carl'].map(async (key) => (await enrol(key)).accountId));
  const asked = Array.from({ length: 600 }, (_, index) => buy(accounts[index % 3] ?? '', `${index}`, 100));
  await database.withOwner(async (owner) => {
    for (let times = 0; times < 4; times += 1) {
      await owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where application_name = 'trofast pipelined' and datname = current_database()`,
      );
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  });
  const answers = await Promise.all(asked);
  assert.equal(answers.filter(({ event }) => event).length, 600);
  assert.deepEqual(await Promise.all(accounts.map(available)), [200, 200, 200]);
  const report = await ledger.verify();
  assert.deepEqual([report.events, report.faults], [603, []]);
});

test('a ledger that closes finishes what it accepted', async (t: TestContext) => {
  const { database, ledger, enrol, buy } = await openShop(t);
  const { accountId } = await enrol('anna');
  const asked = Array.from({ length: 100 }, (_, index) => buy(accountId, `${index}`, 100));
  await ledger.close();
  assert.equal((await Promise.all(asked)).length, 100);
  const { rows } = await database.query<{ events: number }>('select count(*) as events from event');
  assert.equal(rows[0]?.events, 101);
});
