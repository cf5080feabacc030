import { z } from 'zod';
import { operation } from './operation.ts';
import { Instant, MemberId } from './values.ts';

const Note = z
  .object({
    id: z.string(),
    at: Instant,
    author: z.string(),
    text: z.string(),
    isOwn: z.boolean().meta({ description: 'Written by who asks: only then it can be deleted.' }),
  })
  .meta({ id: 'Note' });

const params = z.object({ memberId: MemberId });

/** What staff write about a member for each other. Personal data: exported with it and deleted with it. */
export const notes = {
  addNote: operation({
    method: 'POST',
    path: '/v1/members/{memberId}/notes',
    scope: 'notes:write',
    summary: 'Write a note about a member',
    params,
    body: z.strictObject({ text: z.string().min(1).max(4000) }).meta({ id: 'NoteInput' }),
    output: Note,
    status: 201,
    refusals: ['unknown_member', 'member_erased', 'not_published'],
  }),
  listNotes: operation({
    method: 'GET',
    path: '/v1/members/{memberId}/notes',
    scope: 'members:read',
    summary: 'Notes about a member, newest first',
    params,
    output: z.object({ items: z.array(Note) }),
    refusals: ['unknown_member', 'member_erased', 'not_published'],
  }),
  deleteNote: operation({
    method: 'DELETE',
    path: '/v1/members/{memberId}/notes/{noteId}',
    scope: 'notes:write',
    summary: "Delete one's own note",
    params: z.object({ memberId: MemberId, noteId: z.string().min(1).max(100) }),
    output: z.undefined(),
    status: 204,
    refusals: ['unknown_note', 'not_yours', 'not_published'],
  }),
};
