import type { QueryClient } from '@tanstack/react-query';
import { askAhead, faceClient, firstLanguage } from '@trofast/ui';
import { readLastKnown } from './last-known.ts';

/** What the first page will want is asked for while the words are still loading: on a phone, each answer takes a while. */
export async function askForFirstPage(queries: QueryClient, program: string) {
  if (program === '') return;
  const language = firstLanguage();
  const face = { client: faceClient(program, language), program, language };
  const askForMine = () => {
    void askAhead(queries, face, 'getMe', {});
    void askAhead(queries, face, 'getHome', {});
  };
  const isKnown = readLastKnown(program) !== undefined;
  void askAhead(queries, face, 'getBrand', { programId: program });
  if (isKnown) askForMine();
  const session = await askAhead(queries, face, 'getMemberSession', {});
  if (!isKnown && session?.memberId !== undefined) askForMine();
}
