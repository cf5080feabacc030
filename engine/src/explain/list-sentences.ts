import { nameIn } from '../document/leaves/references.ts';
import type { Speech } from '../document/unbound.ts';
import type { Gift, MemberList } from '../program.ts';
import { formatShortMoney } from './formats.ts';
import { quoted } from './known-codes.ts';
import { PHRASES } from './phrases.ts';
import { saySetting } from './settings.ts';
import { capitalised, paragraph } from './texts.ts';
import { saySpan } from './what-follows.ts';

/** A list: how members come on it, from when and until when it counts. */
export function sayList({ name, hidden, span }: MemberList, { locale }: Speech): string {
  const phrases = PHRASES[locale];
  return paragraph([
    phrases.listed(quoted(nameIn(name, locale), locale)),
    hidden ? phrases.hidden : '',
    saySpan(span, locale),
  ]);
}

/** A gift: what it is, and what it costs to keep it without cause. */
export function sayGift({ name, sku, worth, stock }: Gift, speech: Speech): string {
  const { locale } = speech;
  const phrases = PHRASES[locale];
  const money = saySetting(worth, speech, (value, market) => formatShortMoney(value, market?.currency ?? '', locale));
  return paragraph([
    capitalised(phrases.giftWorth(nameIn(name, locale), phrases.productCode(sku), money), locale),
    stock === undefined ? '' : phrases.stock(String(stock)),
  ]);
}
