import { z } from 'zod';
import { operation } from './operation.ts';
import { Attributes, Day, Email, EventKey, Instant, MemberId, Name, Phone, Text } from './values.ts';

export const Birthday = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  .meta({ id: 'Birthday', description: 'Month and day, without the year.', examples: ['03-31'] });

const cards = z.array(Name).max(20);

const ListStay = z
  .strictObject({
    list: Name,
    from: Day.exactOptional().meta({ description: 'The first day; the day of joining the list when absent.' }),
    through: Day.exactOptional().meta({ description: 'The last day.' }),
  })
  .meta({ id: 'ListStay', description: 'Days on a list of the program.' });

export const Member = z
  .object({
    id: MemberId,
    accountId: z.string(),
    market: z.string(),
    since: Day,
    name: Name.exactOptional(),
    email: Email.exactOptional(),
    phone: z.string().exactOptional(),
    externalId: Name.exactOptional(),
    cards: z.array(z.string()),
    cardKinds: z.array(z.string()),
    birthday: Birthday.exactOptional(),
    attributes: Attributes,
    lists: z.array(ListStay).exactOptional(),
    role: z.string().exactOptional().meta({ description: 'In a household; absent for whose account it is.' }),
    referralCode: z
      .string()
      .exactOptional()
      .meta({ description: 'What friends join with, where the program has referrals.' }),
    left: Day.exactOptional().meta({ description: 'No longer of the household from this day on.' }),
  })
  .meta({ id: 'Member' });

export const personal = {
  name: Name.exactOptional(),
  email: Email.exactOptional(),
  phone: Phone.exactOptional(),
  externalId: Name.exactOptional().meta({ description: "The shop's own id of the customer." }),
};

export const known = {
  cards: cards.exactOptional(),
  cardKinds: cards.exactOptional().meta({ description: 'Kinds of card held, where a ladder has them as a way in.' }),
  birthday: Birthday.exactOptional(),
  attributes: Attributes.exactOptional().meta({ description: 'What rules look at. Nothing that names a person.' }),
  lists: z.array(ListStay).max(100).exactOptional().meta({ description: 'Lists to be put on.' }),
  address: Text.exactOptional().meta({ description: 'Kept only as a keyed hash, for households of one address.' }),
};

const params = z.object({ memberId: MemberId });

export const members = {
  enrolMember: operation({
    method: 'POST',
    path: '/v1/members',
    scope: 'members:write',
    summary: 'Enrol a member',
    description: 'The same key sent again, even at the same moment, is one enrolment with one answer.',
    body: z
      .strictObject({
        id: EventKey.exactOptional(),
        occurredAt: Instant.exactOptional(),
        ...personal,
        ...known,
        market: Name.exactOptional().meta({ description: "The program's only market when absent." }),
        referralCode: Name.exactOptional().meta({ description: 'Of the member who brought this person.' }),
      })
      .meta({
        id: 'EnrolmentInput',
        examples: [{ id: 'customer-1', email: 'member@example.com', name: 'First Customer' }],
      }),
    output: Member,
    status: 201,
    keyed: true,
    refusals: [
      'unknown_market',
      'unknown_list',
      'already_enrolled',
      'unknown_referral_code',
      'identity_taken',
      'too_late',
      'too_far_ahead',
      'key_reused',
      'not_published',
    ],
  }),
  findMember: operation({
    method: 'GET',
    path: '/v1/members',
    scope: 'members:read',
    summary: "Find a member by e-mail, phone, card or the shop's own id",
    description: 'Answers one member or none. Exactly one of the four says who.',
    query: z
      .strictObject({
        email: Email.exactOptional(),
        phone: Phone.exactOptional(),
        card: Name.exactOptional(),
        externalId: Name.exactOptional(),
      })
      .meta({ minProperties: 1, maxProperties: 1 }),
    output: z.object({ items: z.array(Member) }),
    refusals: ['not_published'],
  }),
  getMember: operation({
    method: 'GET',
    path: '/v1/members/{memberId}',
    scope: 'members:read',
    summary: 'A member',
    params,
    output: Member,
    refusals: ['unknown_member', 'member_erased', 'not_published'],
  }),
  changeMember: operation({
    method: 'PATCH',
    path: '/v1/members/{memberId}',
    scope: 'members:write',
    summary: "Change a member's name, contact, cards, attributes or lists",
    description:
      'What is left out stays. `cards` and `cardKinds` replace the whole list; attributes are merged by name.',
    params,
    body: z
      .strictObject({
        id: EventKey.exactOptional(),
        ...personal,
        ...known,
        leaves: z.array(Name).max(100).exactOptional().meta({ description: 'Lists to be taken off.' }),
        byStaff: z
          .boolean()
          .exactOptional()
          .meta({ description: 'Staff may change a birthday that is known, where members may not.' }),
      })
      .meta({ id: 'MemberChangeInput' }),
    output: Member,
    keyed: true,
    refusals: [
      'unknown_member',
      'unknown_list',
      'member_erased',
      'member_left',
      'identity_taken',
      'birthday_locked',
      'key_reused',
      'not_published',
    ],
  }),
  eraseMember: operation({
    method: 'DELETE',
    path: '/v1/members/{memberId}',
    scope: 'members:erase',
    summary: 'Erase a person',
    description: 'Deletes all personal data. The book keeps its sums, without a name.',
    params,
    output: z.undefined(),
    status: 204,
    refusals: ['unknown_member', 'member_erased', 'not_published'],
  }),
};
