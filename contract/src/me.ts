import { z } from 'zod';
import {
  MyActivity,
  MyBalance,
  MyHousehold,
  MyLook,
  MyReward,
  MySection,
  MyStanding,
  MyVoucher,
  MyWhy,
} from './me-views.ts';
import { memberPage } from './member-page.ts';
import { Birthday, Member } from './members.ts';
import { operation } from './operation.ts';
import { PageQuery, pageOf } from './pages.ts';
import { Day, Email, EventId, EventKey, Instant, Locale, MemberId, Name, Phone, ProgramId, Text } from './values.ts';

const gone = ['member_erased', 'unknown_member', 'not_published'] as const;

/** What members see and do themselves. Nobody says here who they are: the session does. */
export const me = {
  getMe: operation({
    method: 'GET',
    path: '/v1/me',
    scope: 'self',
    summary: 'Who I am, my card, and the program it is of',
    output: z.object({
      program: z.object({
        id: ProgramId,
        name: z.string(),
        languages: z.array(Locale),
        hasHouseholds: z.boolean(),
        birthdayIsFixed: z.boolean().meta({ description: 'A birthday that is known is changed by the shop only.' }),
      }),
      member: Member,
      card: z
        .object({ number: z.string() })
        .meta({ description: 'What the card shows as QR and barcode: the number of a card, or the id of the member.' }),
    }),
    refusals: gone,
  }),
  getHome: operation({
    method: 'GET',
    path: '/v1/me/home',
    scope: 'self',
    summary: 'Balances with what expires when, the way to the next level, vouchers, and the rewards within reach',
    output: z.object({
      at: Instant,
      cursor: z.string().meta({ description: 'For `followChanges`: what happened up to here is in this answer.' }),
      balances: z.array(MyBalance),
      standings: z.array(MyStanding),
      vouchers: z.array(MyVoucher),
      rewards: z.array(MyReward).meta({ description: 'At most three: those that can be had, then the nearest.' }),
    }),
    refusals: gone,
  }),
  followChanges: operation({
    method: 'GET',
    path: '/v1/me/changes',
    scope: 'self',
    summary: 'Waits until something happens to my account',
    description:
      'Answers as soon as something has been recorded after `cursor`, on whichever server, or after 25 seconds without. Ask again with the cursor of the answer.',
    query: z.strictObject({
      cursor: z
        .string()
        .regex(/^\d{1,15}$/)
        .meta({ description: 'Of `getHome`, or of the answer before.' }),
    }),
    output: z.object({ cursor: z.string(), changed: z.boolean() }),
    refusals: gone,
  }),
  listMyRewards: operation({
    method: 'GET',
    path: '/v1/me/rewards',
    scope: 'self',
    summary: 'What I can have, and what I am close to',
    output: z.object({ balances: z.array(MyBalance), items: z.array(MyReward) }),
    refusals: gone,
  }),
  redeemMyReward: operation({
    method: 'POST',
    path: '/v1/me/redemptions',
    scope: 'self',
    summary: 'Exchange my points for a reward',
    body: z.strictObject({ id: EventKey.exactOptional(), reward: Name }).meta({ id: 'MyRedemptionInput' }),
    output: z.object({ vouchers: z.array(MyVoucher), balances: z.array(MyBalance) }),
    status: 201,
    keyed: true,
    refusals: [
      ...gone,
      'member_left',
      'unknown_reward',
      'insufficient_points',
      'tier_too_low',
      'reward_not_offered',
      'reward_out_of_stock',
      'limit_reached',
      'condition_not_met',
      'key_reused',
    ],
  }),
  listMyActivity: operation({
    method: 'GET',
    path: '/v1/me/activity',
    scope: 'self',
    summary: 'What happened, newest first',
    query: z.strictObject(PageQuery),
    output: pageOf(MyActivity),
    refusals: gone,
  }),
  getMyActivity: operation({
    method: 'GET',
    path: '/v1/me/activity/{eventId}',
    scope: 'self',
    summary: 'One thing that happened, and why it came out so',
    params: z.object({ eventId: EventId }),
    output: z.object({ ...MyActivity.shape, why: z.array(MyWhy) }).meta({ id: 'MyActivityWithWhy' }),
    refusals: [...gone, 'unknown_event'],
  }),
  readMyProgram: operation({
    method: 'GET',
    path: '/v1/me/program',
    scope: 'self',
    summary: 'How the program works, in plain sentences',
    output: z.object({ version: z.int(), sections: z.array(MySection) }),
    refusals: gone,
  }),
  getMyHousehold: operation({
    method: 'GET',
    path: '/v1/me/household',
    scope: 'self',
    summary: 'Who shares my account, and who else may',
    output: MyHousehold,
    refusals: gone,
  }),
  addToMyHousehold: operation({
    method: 'POST',
    path: '/v1/me/household',
    scope: 'self',
    summary: 'Take somebody into my household',
    description: 'Only whose account it is may. With an e-mail the person can sign in themselves.',
    body: z
      .strictObject({
        id: EventKey.exactOptional(),
        role: Name,
        name: Name,
        email: Email.exactOptional(),
        address: Text.exactOptional().meta({ description: 'Where the role is for people of one address.' }),
      })
      .meta({ id: 'MyHouseholdInput' }),
    output: MyHousehold,
    status: 201,
    keyed: true,
    refusals: [
      ...gone,
      'head_only',
      'already_enrolled',
      'unknown_role',
      'role_closed',
      'role_full',
      'address_differs',
      'condition_not_met',
      'identity_taken',
      'key_reused',
    ],
  }),
  leaveMyHousehold: operation({
    method: 'POST',
    path: '/v1/me/household/leave',
    scope: 'self',
    summary: 'Leave the household, or take somebody out of mine',
    description: 'Points stay with the account.',
    body: z
      .strictObject({
        id: EventKey.exactOptional(),
        member: MemberId.exactOptional().meta({ description: 'Somebody of my household; myself when absent.' }),
      })
      .meta({ id: 'MyHouseholdLeaveInput' }),
    output: z.object({ left: Day }),
    status: 201,
    keyed: true,
    refusals: [...gone, 'head_only', 'head_stays', 'member_left', 'key_reused'],
  }),
  changeMe: operation({
    method: 'PATCH',
    path: '/v1/me',
    scope: 'self',
    summary: 'Correct my name, phone or birthday',
    description: 'What is left out stays.',
    body: z
      .strictObject({
        id: EventKey.exactOptional(),
        name: Name.exactOptional(),
        phone: Phone.exactOptional(),
        birthday: Birthday.exactOptional(),
      })
      .meta({ id: 'MyChangeInput' }),
    output: Member,
    keyed: true,
    refusals: [...gone, 'identity_taken', 'birthday_locked', 'member_left', 'key_reused'],
  }),
  getMyWorth: operation({
    method: 'GET',
    path: '/v1/me/worth',
    scope: 'self',
    summary: 'What the program has given me, and what it has cost me',
    output: memberPage.getMemberPage.output.shape.totals,
    refusals: gone,
  }),
  exportMe: operation({
    method: 'GET',
    path: '/v1/me/export',
    scope: 'self',
    summary: 'Everything that is kept about me, to take along',
    output: memberPage.exportMember.output,
    refusals: gone,
  }),
  listMyLooks: operation({
    method: 'GET',
    path: '/v1/me/looks',
    scope: 'self',
    summary: 'Who looked at my data, newest first',
    query: z.strictObject(PageQuery),
    output: pageOf(MyLook),
    refusals: gone,
  }),
  eraseMe: operation({
    method: 'POST',
    path: '/v1/me/erasure',
    scope: 'self',
    summary: 'Erase me',
    description: 'Deletes all that is personal, for good. Points and vouchers are lost with it.',
    body: z
      .strictObject({
        understood: z.literal(true).meta({ description: 'That it cannot be undone.' }),
      })
      .meta({ id: 'MyErasureInput' }),
    output: z.undefined(),
    status: 204,
    refusals: gone,
  }),
};
