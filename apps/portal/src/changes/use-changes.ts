import { useQueryClient } from '@tanstack/react-query';
import { useFace } from '@trofast/ui';
import { useEffect } from 'react';
import { followChanges } from './follow-changes.ts';

/** While the page is seen, what happens to the account shows by itself. */
export function useChanges(cursor: string | undefined) {
  const { client } = useFace();
  const queries = useQueryClient();
  const begun = cursor !== undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: later cursors come with the answers
  useEffect(() => {
    if (cursor === undefined) return;
    let stop: AbortController | undefined;
    const refresh = () => void queries.invalidateQueries();
    const follow = () => {
      stop?.abort();
      if (document.visibilityState === 'hidden') return;
      stop = new AbortController();
      void followChanges({ client, cursor, signal: stop.signal, onChange: refresh });
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      stop?.abort();
    };
  }, [client, queries, begun]);
}
