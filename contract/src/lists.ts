import { z } from 'zod';
import { operation } from './operation.ts';
import { pageOf } from './pages.ts';
import { Day, MemberId, Name } from './values.ts';

const List = z
  .object({
    id: z.string(),
    name: z.string(),
    sentence: z.string().meta({ description: 'What the program says of it; empty for a hidden one.' }),
    members: z.int().meta({ description: 'On it now.' }),
  })
  .meta({ id: 'MemberList', description: 'A list of the program, on which staff put members by hand or by import.' });

const OnList = z
  .object({
    id: MemberId,
    name: z.string().exactOptional(),
    email: z.string().exactOptional(),
    from: Day,
    through: Day.exactOptional(),
  })
  .meta({ id: 'OnList' });

const span = {
  from: Day.exactOptional().meta({ description: 'The first day; today when absent.' }),
  through: Day.exactOptional().meta({ description: 'The last day; for good when absent.' }),
};

const params = z.object({ listId: Name });

export const lists = {
  listLists: operation({
    method: 'GET',
    path: '/v1/lists',
    scope: 'members:read',
    summary: 'The lists of the program, with how many are on them',
    output: z.object({ items: z.array(List) }),
    refusals: ['not_published'],
  }),
  listOnList: operation({
    method: 'GET',
    path: '/v1/lists/{listId}/members',
    scope: 'members:read',
    summary: 'Who is on a list',
    params,
    query: z.strictObject({
      cursor: z.string().max(500).exactOptional(),
      limit: z.int().min(1).max(200).exactOptional(),
    }),
    output: pageOf(OnList),
    refusals: ['unknown_list', 'not_published'],
  }),
  importToList: operation({
    method: 'POST',
    path: '/v1/lists/{listId}/members',
    scope: 'members:write',
    summary: 'Put members on a list: one, or a whole file',
    description:
      'Each line says one of e-mail, phone, card, external id or member id; `text` may be a CSV with a heading that says which, and perhaps `from` and `through`. Without a heading each value is tried as all of them. Who is on the list already stays.',
    params,
    body: z
      .strictObject({ text: z.string().min(1).max(900_000), ...span })
      .meta({ id: 'ListImportInput', examples: [{ text: 'email\nmember@example.com' }] }),
    output: z
      .object({
        added: z.int(),
        already: z.int(),
        problems: z.array(z.object({ line: z.int(), text: z.string(), reason: z.string() })),
      })
      .meta({ id: 'ListImport' }),
    refusals: ['unknown_list', 'not_published'],
  }),
  removeFromList: operation({
    method: 'DELETE',
    path: '/v1/lists/{listId}/members/{memberId}',
    scope: 'members:write',
    summary: 'Take a member off a list',
    params: z.object({ listId: Name, memberId: MemberId }),
    output: z.undefined(),
    status: 204,
    refusals: ['unknown_list', 'unknown_member', 'member_erased', 'not_published'],
  }),
};
