export { type Face, FaceProvider, faceClient, useFace } from './calling/face-client.tsx';
export { createQueryClient } from './calling/query-client.ts';
export {
  askAhead,
  type Pages,
  type ReadOptions,
  useOperation,
  usePages,
  useWrite,
  type WriteOptions,
} from './calling/use-operation.ts';
export {
  dateText,
  decimalsOf,
  localeOf,
  momentText,
  moneyText,
  numberText,
  percentText,
  pointsText,
} from './formats/formats.ts';
export { DateText, Money, Points } from './formats/texts.tsx';
export { DetailPage } from './pages/detail-page.tsx';
export { EmptyState } from './pages/empty-state.tsx';
export { ListPage } from './pages/list-page.tsx';
export { type Column, ListTable } from './pages/list-table.tsx';
export { PageHead } from './pages/page-head.tsx';
export { SkipLink } from './pages/skip-link.tsx';
export { Waiting } from './pages/waiting.tsx';
export { fieldErrors } from './problems/field-errors.ts';
export { ProblemAlert } from './problems/problem-alert.tsx';
export { ColourSchemeSwitcher } from './switchers/colour-scheme-switcher.tsx';
export { LanguageSwitcher } from './switchers/language-switcher.tsx';
export { colourScale, contrastOf, contrastWanted, inkOn, isColour, readableShade } from './theme/colour-scales.ts';
export { showFace, styleNonce, ThemeProvider } from './theme/face-root.tsx';
export { eventKindOf } from './words/event-kinds.ts';
export { firstLanguage, isLanguage, type Language, languages, preferredLanguage } from './words/languages.ts';
export { type CatalogueLoaders, chooseLanguage, startWords } from './words/start-words.ts';
