import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ProblemError } from '@trofast/sdk';
import { useFace } from '@trofast/ui';

interface ExamplesFile {
  readonly text: string;
  readonly etag: string;
}

/** The worked examples of a program as text, and a way to keep another. */
export function useExamples(programId: string) {
  const { client } = useFace();
  const queries = useQueryClient();
  const key = ['examples to edit', programId];
  const query = useQuery({
    queryKey: key,
    queryFn: async (): Promise<ExamplesFile> => {
      const answer = await client.exchange('getExamples', { programId });
      if (!answer.ok) throw new ProblemError(answer.problem);
      return { text: answer.output ?? '', etag: answer.headers.get('ETag') ?? '*' };
    },
  });
  const saving = useMutation({
    mutationFn: async (text: string) => {
      const ifMatch = query.data?.etag ?? '*';
      const answer = await client.exchange('saveExamples', { programId, body: text }, { ifMatch });
      if (!answer.ok) throw new ProblemError(answer.problem);
      queries.setQueryData<ExamplesFile>(key, { text, etag: answer.headers.get('ETag') ?? '*' });
    },
  });
  return { query, saving, text: query.data?.text ?? '' };
}
