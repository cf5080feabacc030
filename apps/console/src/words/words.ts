import type { CatalogueLoaders } from '@trofast/ui';
import type { en } from './en.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    app: typeof en;
  }
  interface CustomTypeOptions {
    defaultNS: 'app';
  }
}

export const words: CatalogueLoaders = {
  da: () => import('./da.ts'),
  sv: () => import('./sv.ts'),
  nb: () => import('./nb.ts'),
  en: () => import('./en.ts'),
};
