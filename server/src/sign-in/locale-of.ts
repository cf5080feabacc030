import { LOCALES, type Locale } from '@trofast/engine';

export function localeOf(stored: string | null | undefined): Locale {
  return LOCALES.find((locale) => locale === stored) ?? 'en';
}
