import { z } from 'zod';
import { operation } from './operation.ts';
import { pageOf } from './pages.ts';
import { CurrencyKey, Day, MemberId, Name, Points } from './values.ts';

const FoundMember = z
  .object({
    id: MemberId,
    accountId: z.string(),
    name: z.string().exactOptional(),
    email: z.string().exactOptional(),
    phone: z.string().exactOptional(),
    externalId: z.string().exactOptional(),
    cards: z.array(z.string()),
    market: z.string(),
    since: Day,
    levels: z.record(z.string(), z.string()).meta({ description: 'Level by ladder, where one has been reached.' }),
    lists: z.array(z.string()),
    points: z
      .record(CurrencyKey, Points)
      .meta({ description: 'Available and pending after the last event of the account.' }),
    purchases: z.int(),
    lastPurchase: Day.exactOptional(),
  })
  .meta({ id: 'FoundMember', description: 'A line of the list of members.' });

export const memberSearch = {
  searchMembers: operation({
    method: 'GET',
    path: '/v1/member-search',
    scope: 'members:read',
    summary: 'Search and list members',
    description:
      'By the beginnings of name, e-mail, phone, card, external id or member id; every word must be found. In the order of what was found; without a text, newest members first.',
    query: z.strictObject({
      text: z.string().max(200).exactOptional(),
      ladder: Name.exactOptional().meta({ description: "With `level`; the program's only ladder when absent." }),
      level: Name.exactOptional(),
      list: Name.exactOptional(),
      market: Name.exactOptional(),
      joinedFrom: Day.exactOptional(),
      joinedThrough: Day.exactOptional(),
      currency: CurrencyKey.exactOptional().meta({
        description: "With `pointsAtLeast`; the program's only currency when absent.",
      }),
      pointsAtLeast: Points.exactOptional(),
      lastPurchaseFrom: Day.exactOptional(),
      lastPurchaseThrough: Day.exactOptional(),
      cursor: z.string().max(500).exactOptional(),
      limit: z.int().min(1).max(200).exactOptional(),
    }),
    output: pageOf(FoundMember),
    refusals: ['not_published', 'unknown_currency', 'unknown_list', 'unknown_market'],
  }),
};
