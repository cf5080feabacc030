import { z } from 'zod';
import { operation } from './operation.ts';
import { PageQuery, pageOf } from './pages.ts';
import { Instant, MemberId } from './values.ts';

const AuditEntry = z
  .object({
    id: z.string(),
    at: Instant,
    kind: z.enum(['key', 'staff', 'till']),
    actor: z.string().meta({ description: 'Such as `staff:…`, `till:…` or `key:…`.' }),
    name: z.string().meta({ description: 'What the person, key or till was called then.' }),
    operation: z.string(),
    summary: z.string().meta({ description: 'The operation in a few words.' }),
    isLook: z.boolean().meta({ description: 'It only read.' }),
    memberId: MemberId.exactOptional(),
    outcome: z.string().meta({ description: '`ok`, or the code of the refusal.' }),
    requestId: z.string(),
  })
  .meta({ id: 'AuditEntry' });

export const audit = {
  listAudit: operation({
    method: 'GET',
    path: '/v1/audit',
    scope: 'audit:read',
    summary: 'Who did and who saw what, newest first',
    query: z.strictObject({
      ...PageQuery,
      actor: z.string().max(200).exactOptional(),
      memberId: MemberId.exactOptional(),
      operation: z.string().max(100).exactOptional(),
      kind: z.enum(['key', 'staff', 'till']).exactOptional(),
      looks: z.boolean().exactOptional().meta({ description: 'Only looks, or only writes.' }),
      from: Instant.exactOptional(),
      until: Instant.exactOptional(),
    }),
    output: pageOf(AuditEntry),
    refusals: [],
  }),
};
