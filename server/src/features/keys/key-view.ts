import type { Output } from '@trofast/contract';
import { instantText } from '../../instants.ts';
import { scopesOf } from './find-caller.ts';
import type { ApiKeyRow } from './queries.ts';

export function keyView(row: ApiKeyRow): Output<'listKeys'>['items'][number] {
  return {
    id: row.id,
    name: row.name,
    scopes: [...scopesOf(row)],
    createdAt: instantText(row.created_at),
    ...(row.revoked_at === null ? {} : { revokedAt: instantText(row.revoked_at) }),
  };
}
