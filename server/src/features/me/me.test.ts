import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Client, createClient } from '@trofast/sdk';
import { openOwner } from '../../testing/browser.ts';
import { openShop, type Shop, shopDocument, truthfulFetch } from '../../testing.ts';
import { membersOf } from './testing.ts';

const SECRETS = `
lists:
  watched: { name: { en: the watched, da: de overvågede, sv: de bevakade, nb: de overvåkede }, hidden: true }
`;
const HIDDEN_RULE = `  - id: watched_bonus
    on: purchase
    when: [{ on_list: { list: watched } }]
    then: [{ give: { currency: points, amount: 1 } }]
`;
const HOUSEHOLDS = `
households:
  name: { en: the family, da: familien, sv: familjen, nb: familien }
  roles:
    adult: { name: { en: an adult, da: en voksen, sv: en vuxen, nb: en voksen }, atMost: 1 }
`;

const documentOf = (id: string) =>
  `${shopDocument(id).replace('rewards:\n', `${HIDDEN_RULE}rewards:\n`)}${SECRETS}${HOUSEHOLDS}`;

let shop: Shop;
let staff: Client;
let signIn: (memberId: string) => Promise<Client>;
before(async () => {
  shop = await openShop();
  const key = await shop.openProgram('family-shop', documentOf('family-shop'));
  staff = createClient({ url: shop.url, key, retries: 0, fetch: truthfulFetch });
  signIn = await membersOf(shop, 'family-shop', key);
});
after(async () => await shop.close());

const codeOf = (answer: { readonly ok: boolean; readonly problem?: { readonly code: string } }) =>
  answer.ok ? 'ok' : answer.problem?.code;

async function enrol(id: string, more: object = {}) {
  const { id: memberId } = await staff.enrolMember({ id, name: 'First Customer', ...more });
  return { memberId, me: await signIn(memberId) };
}

const buy = (memberId: string, id: string, total: number) =>
  staff.recordPurchase({ id, member: { id: memberId }, currency: 'GBP', lines: [{ sku: 'TEA', total }] });

test('nobody who is not signed in as a member learns anything', async () => {
  const { memberId } = await enrol('closed');
  const stranger = createClient({ url: shop.url, program: 'family-shop', retries: 0, fetch: truthfulFetch });
  assert.equal(codeOf(await stranger.exchange('getMe')), 'unauthenticated');
  assert.equal(codeOf(await stranger.exchange('followChanges', { cursor: '0' })), 'unauthenticated');
  assert.equal(codeOf(await staff.exchange('getHome')), 'scope_missing');
  const me = await signIn(memberId);
  assert.equal(codeOf(await me.exchange('getMember', { memberId })), 'unauthenticated');
});

test("a session of one program is nothing in another's portal", async () => {
  const otherKey = await shop.openProgram('other-shop', documentOf('other-shop'));
  const { memberId } = await enrol('elsewhere');
  const signInThere = await membersOf(shop, 'other-shop', otherKey);
  await assert.rejects(signInThere(memberId), /names no member/);
});

test("another's event, household and reward are out of reach", async () => {
  const mine = await enrol('reach-1');
  const other = await enrol('reach-2');
  const bought = await buy(other.memberId, 'reach-r', 10_000);
  const eventId = 'id' in bought ? bought.id : '';
  assert.equal(codeOf(await mine.me.exchange('getMyActivity', { eventId })), 'unknown_event');
  assert.equal((await other.me.getMyActivity({ eventId })).id, eventId);
  const thrown = await mine.me.exchange('leaveMyHousehold', { id: 'reach-l', member: other.memberId });
  assert.equal(codeOf(thrown), 'unknown_member');
  assert.deepEqual(
    (await mine.me.listMyActivity()).items.map(({ kind }) => kind),
    ['enrolment'],
  );
});

test('home says what one has, what goes when, and what is missing for the next level', async () => {
  const { memberId, me } = await enrol('home', { cards: ['4000123'] });
  await buy(memberId, 'home-r', 12_345);
  const { balances, standings, vouchers, rewards } = await me.getHome({}, { locale: 'da' });
  const [points] = balances;
  assert.deepEqual(
    [points?.available, points?.name, points?.expires],
    ['123', { one: 'point', other: 'point' }, [{ amount: '123', on: '2027-02-01' }]],
  );
  assert.deepEqual(standings[0]?.next?.missing, { unit: 'money', amount: 37_655, currency: 'GBP' });
  assert.deepEqual(
    standings[0]?.levels.map(({ levelName }) => levelName),
    ['Basis', 'Plus'],
  );
  assert.deepEqual(vouchers, []);
  assert.deepEqual(
    rewards.map(({ reward, state, cost }) => [reward, state, cost.amount]),
    [['coffee', 'ready', '50']],
  );
  const { card, member, program } = await me.getMe();
  assert.deepEqual([card.number, member.id, program.hasHouseholds], ['4000123', memberId, true]);
});

test('a reward is had once, however often the request is sent, and never for points that are not there', async () => {
  const { memberId, me } = await enrol('redeem');
  const [far] = (await me.listMyRewards()).items;
  assert.deepEqual([far?.state, far?.missing], ['missing_points', '50']);
  assert.equal(codeOf(await me.exchange('redeemMyReward', { id: 'x', reward: 'coffee' })), 'insufficient_points');
  assert.equal(codeOf(await me.exchange('redeemMyReward', { id: 'y', reward: 'yacht' })), 'unknown_reward');

  await buy(memberId, 'redeem-r', 6000);
  const asked = Array.from({ length: 5 }, () => me.redeemMyReward({ id: 'once', reward: 'coffee' }));
  const codes = new Set((await Promise.all(asked)).map(({ vouchers }) => vouchers[0]?.code));
  assert.equal(codes.size, 1);
  const { balances, vouchers } = await me.getHome();
  assert.deepEqual([balances[0]?.available, vouchers.length, vouchers[0]?.remaining], ['10', 1, 300]);
  assert.match(vouchers[0]?.terms ?? '', /£3/);
});

test('every line of activity has its why, in the language of the reader', async () => {
  const { memberId, me } = await enrol('why');
  await buy(memberId, 'why-r', 2490);
  const [line] = (await me.listMyActivity({ limit: 1 }, { locale: 'sv' })).items;
  assert.deepEqual(
    [line?.kind, line?.moved, line?.money?.amount],
    ['purchase', [{ currency: 'points', amount: '24' }], 2490],
  );
  const { why } = await me.getMyActivity({ eventId: line?.id ?? '' }, { locale: 'sv' });
  assert.equal(why.length, 1, 'the rule about a hidden list is told to nobody');
  assert.match(why[0]?.sentence ?? '', /medlemmen/);
  assert.match(why[0]?.arithmetic ?? '', /24/);
});

test('the program is told without what is only for its staff', async () => {
  const { me } = await enrol('how');
  const { sections } = await me.readMyProgram({}, { locale: 'en' });
  const text = JSON.stringify(sections);
  assert.match(text, /for every £1/);
  assert.match(text, /a coffee/);
  assert.doesNotMatch(text, /watched|second person|colleague|costs the shop/i);
});

test('only whose account it is takes somebody in, and everybody may leave', async () => {
  const { memberId, me } = await enrol('head');
  const asked = { id: 'p-1', role: 'adult', name: 'Second Customer', email: 'second@example.com' };
  const household = await me.addToMyHousehold(asked);
  assert.deepEqual(
    household.people.map(({ role, isMe }) => [role, isMe]),
    [
      [undefined, true],
      ['adult', false],
    ],
  );
  assert.equal((await me.addToMyHousehold(asked)).people.length, 2);
  assert.equal(household.mayAdd, false);

  const partnerId = household.people[1]?.id ?? '';
  const partner = await signIn(partnerId);
  assert.equal(codeOf(await partner.exchange('addToMyHousehold', { ...asked, id: 'p-2' })), 'head_only');
  assert.equal(codeOf(await partner.exchange('leaveMyHousehold', { id: 'p-3', member: memberId })), 'head_only');
  assert.equal(codeOf(await me.exchange('leaveMyHousehold', { id: 'p-4' })), 'head_stays');
  await buy(partnerId, 'partner-r', 1000);
  const [line] = (await me.listMyActivity()).items;
  assert.equal(line?.by, 'Second Customer');
  assert.equal((await partner.leaveMyHousehold({ id: 'p-5' })).left, '2026-01-05');
});

test('what it has been worth and all that is kept can be seen, and of others nothing', async () => {
  const { memberId, me } = await enrol('worth');
  await me.addToMyHousehold({ id: 'w-1', role: 'adult', name: 'Second Customer' });
  const partner = (await me.getMyHousehold()).people.find(({ isMe }) => !isMe)?.id ?? '';
  await buy(memberId, 'worth-r', 6000);
  await buy(partner, 'worth-p', 1000);
  await me.redeemMyReward({ id: 'worth-c', reward: 'coffee' });
  const { points, money } = await me.getMyWorth();
  assert.deepEqual([points[0]?.earned, points[0]?.spent, money[0]?.purchases], ['70', '50', 7000]);

  const { member, events } = await me.exportMe();
  assert.equal(member.id, memberId);
  assert.deepEqual(events.map(({ kind }) => kind).toSorted(), ['enrolment', 'purchase', 'redemption']);
  assert.doesNotMatch(JSON.stringify(events), /Second Customer/);
});

test('who looked at a member is told to that member alone', async () => {
  const { memberId, me } = await enrol('looks');
  const other = await enrol('looks-other');
  await staff.eraseMember({ memberId: other.memberId });
  assert.deepEqual((await me.listMyLooks()).items, []);
  const owner = (await openOwner(shop)).client('family-shop');
  await owner.exchange('getMember', { memberId });
  assert.deepEqual(
    (await me.listMyLooks()).items.map(({ kind, name, isLook }) => [kind, name, isLook]),
    [['staff', 'First Owner', true]],
  );
});

test('a profile is corrected, and nobody takes what finds another', async () => {
  await staff.enrolMember({ id: 'taken', phone: '+45 11 11 11 11' });
  const { me } = await enrol('profile');
  const changed = await me.changeMe({ id: 'c-1', name: 'New Name', birthday: '03-31' });
  assert.deepEqual([changed.name, changed.birthday], ['New Name', '03-31']);
  assert.equal(codeOf(await me.exchange('changeMe', { id: 'c-2', phone: '+45 11 11 11 11' })), 'identity_taken');
});

test('a purchase at the till is told to who waits, and nothing else is', async () => {
  const { memberId, me } = await enrol('live');
  const { cursor } = await me.getHome();
  const other = await enrol('live-other');
  const begun = performance.now();
  const waiting = me.followChanges({ cursor });
  await buy(other.memberId, 'live-o', 1000);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await buy(memberId, 'live-r', 1000);
  const news = await waiting;
  assert.deepEqual([news.changed, Number(news.cursor) > Number(cursor)], [true, true]);
  assert.ok(performance.now() - begun < 10_000);
  assert.equal((await me.followChanges({ cursor })).changed, true, 'what was missed is told at once');
});

test('who is erased is gone from everywhere, and has to say that they mean it', async () => {
  const { memberId, me } = await enrol('erase', { email: 'erase@example.com' });
  const half = await me.exchange('eraseMe', {} as { understood: true });
  assert.equal(codeOf(half), 'malformed');
  await me.eraseMe({ understood: true });
  assert.equal(codeOf(await staff.exchange('getMember', { memberId })), 'member_erased');
  assert.deepEqual(await staff.findMember({ email: 'erase@example.com' }), { items: [] });
  assert.ok(['member_erased', 'unauthenticated'].includes(codeOf(await me.exchange('getHome')) ?? ''));
});

test('whoever waits is answered when the server stops', async () => {
  const closing = await openShop();
  const key = await closing.openProgram('short', shopDocument('short'));
  const client = createClient({ url: closing.url, key, retries: 0, fetch: truthfulFetch });
  const { id } = await client.enrolMember({ id: 'm' });
  const me = await (await membersOf(closing, 'short', key))(id);
  const { cursor } = await me.getHome();
  const waiting = me.followChanges({ cursor });
  await new Promise((resolve) => setTimeout(resolve, 200));
  const begun = performance.now();
  await closing.close();
  assert.equal((await waiting).changed, false);
  assert.ok(performance.now() - begun < 5000);
});
