import { type Client, createClient } from '@trofast/sdk';
import { createContext, type ReactNode, use, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export interface Face {
  readonly client: Client;
  /** The program that is looked at; empty before there is one. */
  readonly program: string;
  /** The language that sentences of the server come in. */
  readonly language: string;
}

const FaceContext = createContext<Face | undefined>(undefined);

export interface FaceProviderProps {
  readonly program: string;
  readonly children: ReactNode;
}

/** Gives everything below it the client: same origin, the session's cookie, the program, the reader's language. */
export function FaceProvider({ program, children }: FaceProviderProps) {
  const language = useTranslation().i18n.language;
  const face = useMemo(() => ({ client: faceClient(program, language), program, language }), [program, language]);
  return <FaceContext value={face}>{children}</FaceContext>;
}

export function useFace(): Face {
  const face = use(FaceContext);
  if (face === undefined) throw new Error('useFace is called outside a FaceProvider.');
  return face;
}

/** The client of a face outside React, as for an offline queue. */
export function faceClient(program: string, language: string): Client {
  return createClient({
    url: location.origin,
    locale: language,
    // A person waits: one more try, then they are told.
    retries: 1,
    ...(program !== '' && { program }),
  });
}
