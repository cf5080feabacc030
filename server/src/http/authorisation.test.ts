import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  type Input,
  OPERATOR_SCOPES,
  type Operation,
  type OperationName,
  operations,
  ROLE_SCOPES,
  ROLES,
  type Role,
  SCOPES,
  TILL_SCOPES,
} from '@trofast/contract';
import { type Client, createClient } from '@trofast/sdk';
import { type Browser, openBrowser, openOwner, tokenOf } from '../testing/browser.ts';
import { openShop, type Shop, shopDocument, truthfulFetch } from '../testing.ts';

let shop: Shop;
let owner: Browser;
before(async () => {
  shop = await openShop();
  owner = await openOwner(shop);
});
after(async () => await shop.close());

const clientOf = (key?: string): Client =>
  createClient({ url: shop.url, retries: 0, fetch: truthfulFetch, ...(key === undefined ? {} : { key }) });

const member = { id: 'nobody00nobody00-1' };
const memberId = member.id;
const basket = { currency: 'GBP', lines: [{ sku: 'MUG', total: 1999 }] };
const programId = 'corner-shop';
const token = 'x'.repeat(43);

/** A well-formed call of every operation: adding one to the contract without a row here does not compile. */
const calls: { readonly [Name in OperationName]: Input<Name> } = {
  createProgram: { body: shopDocument('another') },
  listPrograms: {},
  getProgram: { programId },
  getDraft: { programId },
  saveDraft: { programId, body: 'x' },
  checkDocument: { body: 'x' },
  publishVersion: { programId },
  listVersions: { programId },
  getVersion: { programId, number: 1 },
  explainProgram: { programId },
  enrolMember: { id: 'a' },
  findMember: { card: '1' },
  getMember: { memberId },
  changeMember: { memberId, name: 'First Customer' },
  eraseMember: { memberId },
  joinHousehold: { memberId, role: 'adult' },
  leaveHousehold: { memberId },
  mergeMembers: { memberId, into: { id: memberId } },
  recordPurchase: { member, ...basket },
  claimReceipt: { memberId, store: 's', receipt: 'r' },
  recordReturn: { purchase: { id: 'p' } },
  recordActivity: { member, activity: 'review' },
  quotePurchase: { member, ...basket },
  redeemReward: { member, reward: 'coffee' },
  holdPoints: { member, amount: 1 },
  captureHold: { holdId: 'h' },
  releaseHold: { holdId: 'h' },
  sendPoints: { member, to: member, amount: 1 },
  checkVoucher: { code: 'c' },
  listVouchers: { memberId },
  useVoucher: { code: 'c' },
  releaseVoucher: { code: 'c', use: 'e' },
  joinClub: { clubId: 'plus', member },
  cancelClub: { clubId: 'plus', member },
  listOffers: { memberId },
  listChallenges: { memberId },
  listBenefits: { memberId },
  activateOffer: { offerId: 'spring', member },
  grantOffer: { offerId: 'spring', member },
  withdrawOffer: { offerId: 'spring', member },
  listMyOffers: {},
  listMyChallenges: {},
  activateMyOffer: { offerId: 'spring' },
  changeRenewal: { clubId: 'plus', member, on: false },
  useBenefit: { clubId: 'plus', member, benefit: 'video' },
  recordPayment: { charge: 'nobody00nobody00-2-1', outcome: 'succeeded' },
  listMemberships: { memberId },
  getBalance: { memberId },
  listLots: { memberId },
  listStatement: { memberId },
  listTiers: { memberId },
  listCounters: { memberId },
  getEvent: { eventId: 'e' },
  correctPoints: { member, amount: 1, reason: 'r', actor: 'a' },
  sendBatch: { body: [] },
  readFeed: {},
  getMe: {},
  getHome: {},
  followChanges: { cursor: '0' },
  listMyRewards: {},
  redeemMyReward: { id: 'r', reward: 'coffee' },
  listMyActivity: {},
  getMyActivity: { eventId: 'e' },
  readMyProgram: {},
  getMyHousehold: {},
  addToMyHousehold: { id: 'h', role: 'adult', name: 'Second Customer' },
  leaveMyHousehold: { id: 'l' },
  changeMe: { id: 'c', name: 'First Customer' },
  getMyWorth: {},
  exportMe: {},
  listMyLooks: {},
  eraseMe: { understood: true },
  getClock: { programId },
  moveClock: { programId, time: '2026-02-01T00:00:00Z' },
  createKey: { programId, name: 'k' },
  listKeys: { programId },
  revokeKey: { programId, keyId: 'k' },
  redeemWelcome: { token, name: 'First Owner', email: 'owner@example.com', password: 'a long sentence' },
  listTemplates: {},
  previewTemplate: { templateId: 'points-for-a-webshop', country: 'DK' },
  createShop: { template: 'points-for-a-webshop', country: 'DK' },
  getStaffSession: {},
  changeProfile: { name: 'First Owner' },
  listSessions: {},
  endSession: { sessionId: 's' },
  listStaff: {},
  inviteStaff: { email: 'colleague@example.com', role: 'service' },
  revokeInvitation: { invitationId: 'i' },
  openInvitation: { token },
  acceptInvitation: { token },
  changeRole: { staffId: 's', role: 'manager' },
  removeStaff: { staffId: 's' },
  sendMemberCode: { email: 'member@example.com' },
  signInMember: { email: 'member@example.com', code: '000000' },
  handOverMember: { token },
  getMemberSession: {},
  signOutMember: {},
  createHandOverSecret: { programId },
  listMailbox: {},
  getMessage: { messageId: 'm' },
  listAudit: {},
  rollBackVersion: { programId, number: 1 },
  getOverview: {},
  searchMembers: {},
  getMemberPage: { memberId },
  listTimeline: { memberId },
  exportMember: { memberId },
  addNote: { memberId, text: 'n' },
  listNotes: { memberId },
  deleteNote: { memberId, noteId: 'n' },
  askCorrection: { memberId, id: 'c', amount: 1, reason: 'r' },
  listApprovals: {},
  acceptApproval: { approvalId: 'a' },
  declineApproval: { approvalId: 'a' },
  compareDraft: { programId },
  getExamples: { programId },
  saveExamples: { programId, body: 'examples: []' },
  runExamples: { programId },
  startBackTest: {},
  listBackTests: {},
  getBackTest: { backTestId: 'b' },
  cancelBackTest: { backTestId: 'b' },
  listRewards: {},
  saveRewardPicture: { rewardId: 'coffee', body: new Uint8Array([1]) },
  removeRewardPicture: { rewardId: 'coffee' },
  listLists: {},
  listOnList: { listId: 'l' },
  importToList: { listId: 'l', text: 'member@example.com' },
  removeFromList: { listId: 'l', memberId },
  getBrand: { programId },
  getSettings: {},
  changeSettings: {},
  saveLogo: { body: new Uint8Array([1]) },
  removeLogo: {},
  listStores: {},
  saveStore: { storeId: 's', name: 'First Store' },
  removeStore: { storeId: 's' },
  createWebhook: { name: 'w', url: 'https://shop.example.com/hook' },
  listWebhooks: {},
  changeWebhook: { webhookId: 'w' },
  renewWebhookSecret: { webhookId: 'w' },
  deleteWebhook: { webhookId: 'w' },
  listDeliveries: { webhookId: 'w' },
  resendDelivery: { webhookId: 'w', deliveryId: 'd' },
  listTills: {},
  createTill: { name: 'By the door', store: 'high-street' },
  changeTill: { tillId: 't' },
  createPairingCode: { tillId: 't' },
  unpairTill: { tillId: 't' },
  listTillFlags: {},
  settleTillFlag: { flagId: 'f' },
  pairTill: { code: 'AAAA-AAAA' },
  getOwnTill: {},
  leaveTill: {},
  findMemberAtTill: { said: 'member@example.com' },
  getReceiptAtTill: { receipt: 'R-1' },
  checkAlive: {},
  checkReady: {},
};

const guarded = Object.entries<Operation>(operations).flatMap(([name, operation]) =>
  operation.scope === 'none' ? [] : [{ name: name as OperationName, scope: operation.scope, path: operation.path }],
);

async function codeOf(client: Client, name: OperationName): Promise<string> {
  // The table above has for each name what that operation takes.
  const answer = await client.exchange(name, calls[name] as never);
  return answer.ok ? 'ok' : `${answer.status} ${answer.problem.code}`;
}

test('without a key nothing but health answers', async () => {
  for (const { name } of guarded) assert.equal(await codeOf(clientOf(), name), '401 unauthenticated', name);
  assert.equal(await codeOf(clientOf(), 'checkAlive'), 'ok');
  assert.equal(await codeOf(clientOf(), 'checkReady'), 'ok');
});

test('a wrong secret, a shortened one and a revoked one are no key', async () => {
  const client = clientOf(shop.operatorKey);
  const { id, secret } = await client.createKey({ programId, name: 'till 3' });
  assert.equal(await codeOf(clientOf(secret), 'readFeed'), 'ok');
  const wrong = [`${secret.slice(0, -2)}xx`, secret.slice(0, -1), `trofast_${'0'.repeat(16)}_${'x'.repeat(43)}`, ''];
  for (const key of wrong) assert.equal(await codeOf(clientOf(key), 'readFeed'), '401 unauthenticated', key);

  await client.revokeKey({ programId, keyId: id });
  assert.equal(await codeOf(clientOf(secret), 'readFeed'), '401 unauthenticated');
  const [kept] = (await client.listKeys({ programId })).items.filter((key) => key.id === id);
  assert.ok(kept?.revokedAt);
  assert.ok(!JSON.stringify(kept).includes(secret));
});

test('a key without the scope may not, whichever operation it is', async () => {
  for (const { name, scope } of guarded) {
    const others = SCOPES.filter((known) => known !== scope);
    const key = await shop.keyOf(programId, others);
    assert.equal(await codeOf(clientOf(key), name), '403 scope_missing', name);
  }
});

test("the operator's key creates programs and touches no member", async () => {
  for (const { name, scope } of guarded) {
    if (OPERATOR_SCOPES.includes(scope)) continue;
    assert.equal(await codeOf(clientOf(shop.operatorKey), name), '403 program_key_needed', name);
  }
});

test("another program's key does not even learn that this program exists", async () => {
  const client = clientOf(await shop.openProgram('other-shop'));
  for (const { name, path } of guarded) {
    if (!path.includes('{programId}')) continue;
    assert.equal(await codeOf(client, name), '404 unknown_program', name);
  }
  assert.deepEqual(
    (await client.listPrograms()).items.map(({ id }) => id),
    ['other-shop'],
  );
});

test("another program's key finds nothing of this program's members", async () => {
  const ours = clientOf(shop.key);
  const theirs = clientOf(await shop.openProgram('third-shop'));
  const enrolled = await ours.enrolMember({ id: 'kit', email: 'kit@example.com' });
  const bought = await ours.recordPurchase({ id: 'r-1', member: { id: enrolled.id }, ...basket });
  const eventId = 'id' in bought ? bought.id : '';

  const of = { memberId: enrolled.id };
  const codes = await Promise.all([
    theirs.exchange('getMember', of),
    theirs.exchange('getBalance', of),
    theirs.exchange('listStatement', of),
    theirs.exchange('eraseMember', of),
    theirs.exchange('getEvent', { eventId }),
    theirs.exchange('recordReturn', { purchase: { id: eventId } }),
    theirs.exchange('recordPurchase', { id: 'r-2', member: { id: enrolled.id }, ...basket }),
  ]);
  assert.deepEqual(
    codes.map((answer) => (answer.ok ? 'ok' : answer.problem.code)),
    [...Array(4).fill('unknown_member'), 'unknown_event', 'unknown_purchase', 'unknown_member'],
  );
  assert.deepEqual(await theirs.findMember({ email: 'kit@example.com' }), { items: [] });
  assert.deepEqual((await theirs.readFeed()).items, []);
});

test('a key cannot give what it lacks', async () => {
  const client = clientOf(await shop.keyOf(programId, ['keys:write']));
  const answer = await client.exchange('createKey', { programId, name: 'more', scopes: ['corrections:write'] });
  assert.equal(answer.ok ? 'ok' : answer.problem.code, 'scope_missing');
});

/** What only a signed-in member, a paired till or somebody of the staff is asked for: nobody else is let in at all. */
const personal: Readonly<Record<string, 'member' | 'till' | 'staff'>> = {
  self: 'member',
  till: 'till',
  'staff:self': 'staff',
};

async function asRole(role: Role): Promise<Browser> {
  const email = `${role}@example.com`;
  const { link } = await owner.client(programId).inviteStaff({ email, role });
  const browser = openBrowser(shop.url);
  await browser.client().acceptInvitation({ token: tokenOf(link), name: role, password: 'quite a long sentence' });
  return browser;
}

test('each role may only what the table of roles says, whichever operation it is', async () => {
  for (const role of ROLES) {
    const client = (role === 'owner' ? owner : await asRole(role)).client(programId);
    for (const { name, scope } of guarded) {
      if (ROLE_SCOPES[role].has(scope) || scope === 'staff:self') continue;
      const refused = personal[scope] === undefined ? '403 scope_missing' : '401 unauthenticated';
      assert.equal(await codeOf(client, name), refused, `${role} ${name}`);
    }
  }
});

test('of another organisation’s program an owner may nothing, and learns nothing', async () => {
  await shop.openProgram('their-shop');
  await shop.database.query("insert into organisation (id, name, created_at) values ('theirs', 'Theirs', 0)");
  await shop.database.query("update program set organisation_id = 'theirs' where id = 'their-shop'");
  const codes = { theirs: owner.client('their-shop'), nobodys: owner.client('no-shop') };
  for (const { name, scope } of guarded) {
    if (personal[scope] !== undefined) continue;
    for (const [whose, client] of Object.entries(codes)) {
      assert.equal(await codeOf(client, name), '403 scope_missing', `${whose} ${name}`);
    }
  }
});

test('a member’s session opens nothing that is not the member’s own', async () => {
  const { id, email = '' } = await clientOf(shop.key).enrolMember({ id: 'own', email: 'own@example.com' });
  const browser = openBrowser(shop.url);
  await browser.client(programId).sendMemberCode({ email });
  const signedIn = await signedInByMailbox(browser, email);
  assert.equal(signedIn, id);
  for (const { name, scope } of guarded) {
    if (scope === 'self') continue;
    assert.equal(await codeOf(browser.client(programId), name), '401 unauthenticated', name);
  }
});

async function signedInByMailbox(browser: Browser, email: string): Promise<string | undefined> {
  for (let tries = 0; tries < 100; tries += 1) {
    const [row] = (await owner.client(programId).listMailbox()).items.filter(({ to }) => to === email);
    const code = /\d{6}/.exec(row?.subject ?? '')?.[0];
    if (code !== undefined) return (await browser.client(programId).signInMember({ email, code })).memberId;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return undefined;
}

test('a till may sell and nothing else', async () => {
  const { pairing } = await owner.client(programId).createTill({ name: 'Till 1', store: 'main' });
  const browser = openBrowser(shop.url);
  await browser.client().pairTill({ code: pairing.code });
  for (const { name, scope } of guarded) {
    if (TILL_SCOPES.has(scope)) continue;
    const isAnothers = personal[scope] !== undefined;
    assert.equal(await codeOf(browser.client(), name), isAnothers ? '401 unauthenticated' : '403 scope_missing', name);
  }
  assert.equal(await codeOf(browser.client('third-shop'), 'findMember'), '401 unauthenticated');
});
