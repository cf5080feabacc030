import { type CountryCode, isSupportedCountry } from 'libphonenumber-js/min';

/** The country of a market that is named by one, in whose form phone numbers need no country code. */
export function countryOf(market: string): CountryCode | undefined {
  const code = market === 'UK' ? 'GB' : market;
  return isSupportedCountry(code) ? code : undefined;
}
