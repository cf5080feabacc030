import type { Speech } from '../document/unbound.ts';
import type { Market, Setting, SettingPiece } from '../program.ts';
import { formatDay, listWithAnd } from './formats.ts';

const WORDS = {
  en: { within: 'in', from: 'from' },
  da: { within: 'i', from: 'fra den' },
  sv: { within: 'i', from: 'från och med den' },
  nb: { within: 'i', from: 'fra' },
} as const;

/** All that a setting may be: one value, or each market's, with later values in brackets. */
export function saySetting<T>(
  setting: Setting<T>,
  { locale, program }: Speech,
  sayValue: (value: T, market: Market | undefined) => string,
): string {
  const pieces = setting.pieces ?? [];
  const markets = new Map<string | undefined, SettingPiece<T>[]>();
  for (const piece of pieces) markets.set(piece.market, [...(markets.get(piece.market) ?? []), piece]);
  const words = WORDS[locale];
  const said = [...markets].map(([id, own]) => {
    const market = program.markets.get(id ?? '') ?? [...program.markets.values()][0];
    const [first, ...later] = own.map((piece) => ({ from: piece.from, text: sayValue(piece.value, market) }));
    const changes = later.map(({ from, text }) => `${words.from} ${formatDay(from ?? 0, locale)} ${text}`);
    const text = `${first?.text ?? ''}${changes.length > 0 ? ` (${changes.join(', ')})` : ''}`;
    return { text, where: market?.name[locale] ?? '' };
  });
  if (new Set(said.map(({ text }) => text)).size <= 1) return said[0]?.text ?? '';
  return listWithAnd(
    said.map(({ text, where }) => `${text} ${words.within} ${where}`),
    locale,
  );
}
