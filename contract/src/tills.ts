import { z } from 'zod';
import { MyReward } from './me-views.ts';
import { Member } from './members.ts';
import { operation } from './operation.ts';
import { Balances } from './outcome.ts';
import { CurrencyCode, CurrencyKey, Instant, Locale, MinorUnits, Name, Points, ProgramId } from './values.ts';
import { Voucher } from './vouchers.ts';

const TillId = z.string().min(1).max(100);

const OfflineLimit = MinorUnits.max(1_000_000_000).meta({
  description: "How much one member may pay with points while the till has no network, in minor units of the market's.",
});

const Till = z
  .object({
    id: TillId,
    name: Name,
    store: Name,
    zone: z.string().exactOptional(),
    offlineLimit: OfflineLimit,
    state: z.enum(['waiting', 'paired', 'unpaired']).meta({ description: '`waiting`: no device has given its code.' }),
    createdAt: Instant,
    pairedAt: Instant.exactOptional(),
    seenAt: Instant.exactOptional().meta({ description: 'When its device last asked for something.' }),
  })
  .meta({ id: 'Till' });

const PairingCode = z
  .object({ code: z.string().meta({ examples: ['K7QM-4XNP'] }), expiresAt: Instant })
  .meta({ id: 'PairingCode', description: 'Typed at the device, once.' });

const TillFlag = z
  .object({
    id: z.string(),
    eventId: z.string(),
    accountId: z.string(),
    member: z.string().exactOptional(),
    store: z.string().exactOptional(),
    till: z.string().exactOptional(),
    kind: z.enum(['overspent', 'not_honoured', 'outside_snapshot']).meta({
      description:
        '`overspent`: more points were used than were left, and are owed now. `not_honoured`: something used was no longer worth anything. `outside_snapshot`: a till spent more without a network than it had been told it may.',
    }),
    what: z.string().meta({ description: 'What it was: points, voucher, hold, reward.' }),
    reason: z.string(),
    at: Instant,
    settledAt: Instant.exactOptional(),
    settledBy: z.string().exactOptional(),
  })
  .meta({ id: 'TillFlag', description: 'Something that a sale used and that could not be honoured.' });

/** Points that can pay, with what they are worth to the purchase. */
const Payable = z
  .object({
    currency: CurrencyKey,
    name: z.string(),
    available: Points,
    worth: MinorUnits,
    money: CurrencyCode,
    decimals: z.int(),
    rate: z.object({ units: z.int(), minor: z.int() }).meta({
      description: 'What so many units of the points (in their decimals) are worth in minor units.',
    }),
  })
  .meta({ id: 'PayablePoints' });

/** What a till may honour without a network. Points are units of their currency's decimals, instants milliseconds. */
export interface Snapshot {
  readonly v: 1;
  readonly program: string;
  readonly till: string;
  readonly member: string;
  readonly from: number;
  readonly until: number;
  readonly points: readonly { readonly currency: string; readonly available: number; readonly limit: number }[];
  readonly vouchers: readonly string[];
}

const MemberAtTill = z
  .object({
    member: Member,
    levels: z.array(z.object({ ladder: z.string(), name: z.string(), level: z.string(), levelName: z.string() })),
    balances: Balances,
    payable: z.array(Payable),
    vouchers: z.array(Voucher),
    rewards: z.array(MyReward).meta({ description: 'Those that can be had first, then the nearest.' }),
    snapshot: z.string().meta({
      description:
        'What this till may honour without a network: signed by the server, for this till, member and a time. Payload and Ed25519 signature, each base64url, with a dot between.',
    }),
    at: Instant,
  })
  .meta({ id: 'MemberAtTill' });

const params = z.object({ tillId: TillId });

export const tills = {
  listTills: operation({
    method: 'GET',
    path: '/v1/tills',
    scope: 'tills:read',
    summary: 'The tills of the program',
    output: z.object({ items: z.array(Till) }),
    refusals: ['not_published'],
  }),
  createTill: operation({
    method: 'POST',
    path: '/v1/tills',
    scope: 'tills:write',
    summary: 'Add a till and get the code that pairs its device',
    body: z.strictObject({
      name: Name,
      store: Name,
      zone: Name.exactOptional().meta({ description: "The store's time zone; the market's when absent." }),
      offlineLimit: OfflineLimit.exactOptional().meta({ description: '20000 when absent.' }),
    }),
    output: z.object({ till: Till, pairing: PairingCode }),
    status: 201,
    refusals: ['not_published'],
  }),
  changeTill: operation({
    method: 'PATCH',
    path: '/v1/tills/{tillId}',
    scope: 'tills:write',
    summary: 'Rename a till, or change where it stands and what it may do without a network',
    params,
    body: z.strictObject({
      name: Name.exactOptional(),
      store: Name.exactOptional(),
      zone: Name.exactOptional(),
      offlineLimit: OfflineLimit.exactOptional(),
    }),
    output: Till,
    refusals: ['unknown_till', 'not_published'],
  }),
  createPairingCode: operation({
    method: 'POST',
    path: '/v1/tills/{tillId}/pairings',
    scope: 'tills:write',
    summary: 'A new code, for another device; the one before no longer counts',
    description: 'Eight characters, good for one device and for 15 minutes. The device that had the till loses it.',
    params,
    output: PairingCode,
    status: 201,
    refusals: ['unknown_till', 'not_published'],
  }),
  unpairTill: operation({
    method: 'DELETE',
    path: '/v1/tills/{tillId}/pairings',
    scope: 'tills:write',
    summary: 'Take the till from its device, at once',
    params,
    output: z.undefined(),
    status: 204,
    refusals: ['unknown_till', 'not_published'],
  }),
  listTillFlags: operation({
    method: 'GET',
    path: '/v1/till-flags',
    scope: 'tills:read',
    summary: 'What sales used and could not be honoured, newest first',
    query: z.strictObject({
      settled: z
        .enum(['no', 'yes'])
        .exactOptional()
        .meta({ description: 'Only those that staff have, or have not, dealt with.' }),
    }),
    output: z.object({ items: z.array(TillFlag).max(200) }),
    refusals: ['not_published'],
  }),
  settleTillFlag: operation({
    method: 'POST',
    path: '/v1/till-flags/{flagId}/settle',
    scope: 'tills:write',
    summary: 'Say that a flag has been dealt with',
    params: z.object({ flagId: z.string().min(1).max(300) }),
    output: TillFlag,
    refusals: ['unknown_flag', 'not_published'],
  }),
  pairTill: operation({
    method: 'POST',
    path: '/v1/till/pairings',
    scope: 'none',
    summary: 'Make this device the till that a code was made for',
    description: 'Sets a cookie that only this server reads. A code works once, within 15 minutes.',
    body: z.strictObject({ code: z.string().min(1).max(20) }),
    output: z.object({ till: TillId, program: ProgramId }),
    status: 201,
    refusals: ['code_wrong', 'origin_refused'],
  }),
  getOwnTill: operation({
    method: 'GET',
    path: '/v1/till',
    scope: 'till',
    summary: 'Which till this is, and what it needs to know to work without a network',
    output: z.object({
      id: TillId,
      name: Name,
      store: Name,
      zone: z.string(),
      program: z.object({ id: ProgramId, name: z.string(), languages: z.array(Locale) }),
      market: z.string().meta({ description: 'Where those are enrolled who join here.' }),
      currency: CurrencyCode.meta({ description: 'What is paid in.' }),
      country: z.string().exactOptional().meta({ description: 'Whose phone numbers need no country code here.' }),
      currencies: z
        .array(z.object({ currency: CurrencyKey, name: z.string() }))
        .meta({ description: 'What points are called.' }),
      snapshotKey: z.string().meta({ description: 'Public Ed25519 key of snapshots, raw, base64url.' }),
      clock: z.enum(['real', 'sandbox']),
      time: Instant.meta({ description: "The program's clock." }),
    }),
    refusals: ['not_published'],
  }),
  leaveTill: operation({
    method: 'DELETE',
    path: '/v1/till',
    scope: 'till',
    summary: 'This device is no longer a till',
    output: z.undefined(),
    status: 204,
    refusals: ['not_published'],
  }),
  findMemberAtTill: operation({
    method: 'POST',
    path: '/v1/till/members',
    scope: 'till',
    summary: 'Who stands here, and what they can use now',
    description:
      "What was scanned or typed: a card, the code of the member's app, an e-mail, a phone number, or the shop's own id of the customer.",
    body: z.strictObject({ said: Name }),
    output: MemberAtTill,
    refusals: ['unknown_member', 'member_erased', 'not_published'],
  }),
  getReceiptAtTill: operation({
    method: 'GET',
    path: '/v1/till/receipts/{receipt}',
    scope: 'till',
    summary: "What was bought on a receipt of the till's own store, for a return of a part of it",
    params: z.object({ receipt: Name }),
    output: z.object({
      receipt: z.string(),
      occurredAt: Instant,
      currency: CurrencyCode,
      lines: z.array(z.object({ line: z.int(), sku: z.string(), quantity: z.string(), total: MinorUnits })),
    }),
    refusals: ['unknown_purchase', 'not_published'],
  }),
};
