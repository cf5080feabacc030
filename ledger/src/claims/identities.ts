import type { Identity } from '../requests.ts';

/** How a value is compared: people write the same address and number in several ways. */
export function comparedValue({ kind, value }: Identity): string {
  switch (kind) {
    case 'email':
      return value.trim().toLowerCase();
    case 'phone':
      return value.replaceAll(/[\s().\-/]/g, '').replace(/^00/, '+');
    case 'card':
      return value.replaceAll(/\s/g, '');
    case 'external_id':
      return value;
  }
}
