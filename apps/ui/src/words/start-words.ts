import i18next, { type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { en } from './en.ts';
import { firstLanguage, type Language, rememberLanguage } from './languages.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    ui: typeof en;
  }
}

/** A catalogue in each language, loaded when the language is chosen: `{ da: () => import('./words/da.ts') … }`. */
export type CatalogueLoaders = Readonly<Record<Language, () => Promise<Readonly<Record<string, object>>>>>;

const ours: CatalogueLoaders = {
  da: () => import('./da.ts'),
  sv: () => import('./sv.ts'),
  nb: () => import('./nb.ts'),
  en: () => import('./en.ts'),
};

let catalogues: Readonly<Record<'ui' | 'app', CatalogueLoaders>> | undefined;

/** Loads the words of a face in the language of this device. Render when it has settled. */
export async function startWords(app: CatalogueLoaders) {
  catalogues = { ui: ours, app };
  await i18next.use(initReactI18next).init({
    ns: ['app', 'ui'],
    defaultNS: 'app',
    resources: {},
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await showLanguage(firstLanguage());
}

/** Changes the language and remembers it on this device. */
export async function chooseLanguage(language: Language) {
  rememberLanguage(language);
  await showLanguage(language);
}

async function showLanguage(language: Language) {
  const loaded = Object.entries(catalogues ?? {}).map(async ([namespace, loaders]) => {
    if (i18next.hasResourceBundle(language, namespace)) return;
    const catalogue = (await loaders[language]())[language];
    i18next.addResourceBundle(language, namespace, catalogue as ResourceLanguage);
  });
  await Promise.all(loaded);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
