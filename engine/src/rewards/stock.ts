import type { Program } from '../program.ts';

const GIFT = 'gift:';

/** The name under which the stock of a gift is kept, apart from the rewards. */
export function giftStock(id: string): string {
  return `${GIFT}${id}`;
}

/** How many there are in all of a reward or gift, by the name its stock is kept under; absent: any number. */
export function stockOf({ rewards, gifts }: Program, name: string): number | undefined {
  return name.startsWith(GIFT) ? gifts.get(name.slice(GIFT.length))?.stock : rewards.get(name)?.stock;
}

/** Names of everything in a program that is in stock by number. */
export function stockNames({ rewards, gifts }: Program): readonly string[] {
  return [
    ...[...rewards.values()].filter(({ stock }) => stock !== undefined).map(({ id }) => id),
    ...[...gifts.values()].filter(({ stock }) => stock !== undefined).map(({ id }) => giftStock(id)),
  ];
}

/** Whose stock a name is of, for sentences. */
export function giftOfStock(name: string): string | undefined {
  return name.startsWith(GIFT) ? name.slice(GIFT.length) : undefined;
}
