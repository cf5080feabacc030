import { LOCALES, type Locale } from '@trofast/engine';

/** The first of our languages that `Accept-Language` prefers; Norwegian is Bokmål here, whatever it is called. */
export function preferredLocale(header: string | undefined): Locale {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
      const quality = Number(
        rest
          .find((field) => field.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? 1,
      );
      return { language: tag.split('-')[0] ?? '', quality: Number.isFinite(quality) ? quality : 0 };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  for (const { language } of wanted) {
    const name = language === 'no' || language === 'nn' ? 'nb' : language;
    const known = LOCALES.find((locale) => locale === name);
    if (known) return known;
  }
  return 'en';
}
