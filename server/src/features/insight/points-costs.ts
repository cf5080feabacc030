import { type Currency, type Day, minorDigits, type Program } from '@trofast/engine';
import { type UnitCost, unitCost } from '@trofast/insight';
import type { StoredSettings } from '../settings/index.ts';

/** What one smallest unit of a currency costs in a market: by the settings, else by the program; perhaps unknown. */
export function unitCostIn(
  program: Program,
  { costPerPoint = [] }: StoredSettings,
  currency: Currency,
  market: string,
  day: Day,
): UnitCost | undefined {
  const money = program.markets.get(market)?.currency;
  if (money === undefined) return undefined;
  const stated = costPerPoint.find((one) => one.currency === currency.id && one.money === money);
  if (stated) return unitCost(stated.cost, minorDigits(money), currency.decimals);
  const own = currency.cost?.({ market, day });
  if (own === undefined) return undefined;
  return { numerator: BigInt(own.n), denominator: BigInt(own.d) * 10n ** BigInt(currency.decimals) };
}
