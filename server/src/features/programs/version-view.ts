import type { Output } from '@trofast/contract';
import type { PublishedVersion } from '@trofast/ledger';
import { instantText } from '../../instants.ts';

export function versionView({ number, from, publishedAt, note }: PublishedVersion): Output<'publishVersion'> {
  return {
    number,
    from: instantText(from),
    publishedAt: instantText(publishedAt),
    ...(note === undefined ? {} : { note }),
  };
}
