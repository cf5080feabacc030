import type { Output } from '@trofast/contract';
import { instantText } from '../../instants.ts';
import type { TillRow } from './queries.ts';

export function tillView(row: TillRow): Output<'changeTill'> {
  return {
    id: row.id,
    name: row.name,
    store: row.store,
    ...(row.zone === null ? {} : { zone: row.zone }),
    offlineLimit: row.offline_limit,
    state: row.token_hash !== null ? 'paired' : row.code_expires_at !== null ? 'waiting' : 'unpaired',
    createdAt: instantText(row.created_at),
    ...(row.paired_at === null ? {} : { pairedAt: instantText(row.paired_at) }),
    ...(row.last_seen_at === null ? {} : { seenAt: instantText(row.last_seen_at) }),
  };
}
