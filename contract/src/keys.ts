import { z } from 'zod';
import { operation } from './operation.ts';
import { KEY_SCOPES } from './scopes.ts';
import { Instant, Name, ProgramId } from './values.ts';

const ScopeName = z.enum(KEY_SCOPES).meta({ id: 'Scope' });

const key = {
  id: z.string(),
  name: z.string(),
  scopes: z.array(ScopeName),
  createdAt: Instant,
  revokedAt: Instant.exactOptional(),
};

const ApiKey = z.object(key).meta({ id: 'ApiKey' });

const params = z.object({ programId: ProgramId });

export const keys = {
  createKey: operation({
    method: 'POST',
    path: '/v1/programs/{programId}/keys',
    scope: 'keys:write',
    summary: 'Create an API key of a program',
    description:
      'The secret is answered this once and stored only as a hash. A key can give no scope that it lacks itself.',
    params,
    body: z.strictObject({
      name: Name,
      scopes: z.array(ScopeName).min(1).exactOptional().meta({ description: 'All when absent.' }),
    }),
    output: z.object({ ...key, secret: z.string() }).meta({ id: 'NewApiKey' }),
    status: 201,
    refusals: ['unknown_program'],
  }),
  listKeys: operation({
    method: 'GET',
    path: '/v1/programs/{programId}/keys',
    scope: 'keys:read',
    summary: "A program's API keys, without their secrets",
    params,
    output: z.object({ items: z.array(ApiKey) }),
    refusals: ['unknown_program'],
  }),
  revokeKey: operation({
    method: 'DELETE',
    path: '/v1/programs/{programId}/keys/{keyId}',
    scope: 'keys:write',
    summary: 'Revoke an API key',
    params: z.object({ programId: ProgramId, keyId: z.string().min(1).max(100) }),
    output: z.undefined(),
    status: 204,
    refusals: ['unknown_program', 'unknown_key'],
  }),
};
