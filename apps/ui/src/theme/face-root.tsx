import { MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, StrictMode, useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import { type CatalogueLoaders, startWords } from '../words/start-words.ts';
import { faceTheme } from './theme.ts';

/** The nonce that the server puts into each page for styles made while it runs. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

// Read by what locks scrolling behind a dialog, which has no other way to be told.
Object.assign(globalThis, { __webpack_nonce__: styleNonce });

export interface ThemeProviderProps {
  /** The program's own colour, where it has one: `#1d6f5c`. */
  readonly brandColour?: string | undefined;
  readonly children: ReactNode;
}

export function ThemeProvider({ brandColour, children }: ThemeProviderProps) {
  const theme = useMemo(() => faceTheme(brandColour), [brandColour]);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => styleNonce}>
      {children}
    </MantineProvider>
  );
}

export interface FaceStart {
  readonly words: CatalogueLoaders;
  readonly queries: QueryClient;
  readonly children: ReactNode;
}

/** Shows a face once its words are here. */
export async function showFace({ words, queries, children }: FaceStart) {
  const place = document.getElementById('root');
  if (place === null) throw new Error('The page has no element #root.');
  await startWords(words);
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </StrictMode>,
  );
}
