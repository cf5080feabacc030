import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ProblemError } from '@trofast/sdk';
import { ProblemAlert, useFace, Waiting } from '@trofast/ui';
import { createContext, type ReactNode, use, useCallback, useMemo, useReducer, useRef } from 'react';
import { addTo, removeAt, setAt } from '../editing/edit-document.ts';
import type { Path, Written } from '../editing/written.ts';
import { changeDraft, type DraftState, openDraft } from './draft-state.ts';

/** The draft that is worked on, and what can be done to it. */
export interface Draft extends DraftState {
  readonly programId: string;
  readonly mayEdit: boolean;
  readonly isDirty: boolean;
  edit(text: string): void;
  setAt(path: Path, value: Written): void;
  addTo(path: Path, element: Written): void;
  removeAt(path: Path): void;
  undo(): void;
  discard(): void;
  /** Keeps the text on the server; rejects with what the server refused. */
  save(): Promise<void>;
  readonly isSaving: boolean;
  readonly saveError: Error | null;
}

const DraftContext = createContext<Draft | undefined>(undefined);

export function useDraft(): Draft {
  const draft = use(DraftContext);
  if (draft === undefined) throw new Error('useDraft is called outside a DraftProvider.');
  return draft;
}

export interface DraftProviderProps {
  readonly programId: string;
  readonly mayEdit: boolean;
  readonly children: ReactNode;
}

/** Fetches the draft and gives it to everything below. */
export function DraftProvider({ programId, mayEdit, children }: DraftProviderProps) {
  const { client } = useFace();
  const query = useQuery({
    queryKey: ['draft to edit', programId],
    queryFn: async () => {
      const answer = await client.exchange('getDraft', { programId });
      if (!answer.ok) throw new ProblemError(answer.problem);
      return { text: answer.output, etag: answer.headers.get('ETag') ?? '*' };
    },
    // What somebody else saves meanwhile shows when this is saved, not under the hands of who is typing.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Waiting lines={8} />;
  return (
    <OpenedDraft key={programId} programId={programId} mayEdit={mayEdit} opened={query.data}>
      {children}
    </OpenedDraft>
  );
}

interface Opened {
  readonly text: string;
  readonly etag: string;
}

function OpenedDraft({ programId, mayEdit, opened, children }: DraftProviderProps & { readonly opened: Opened }) {
  const [state, change] = useReducer(changeDraft, opened.text, openDraft);
  const saving = useSaving(programId, opened.etag, (text) => change({ kind: 'saved', text }));
  const { text } = state;
  const edit = useCallback((next: string) => change({ kind: 'edit', text: next }), []);
  const draft = useMemo(
    (): Draft => ({
      ...state,
      programId,
      mayEdit,
      isDirty: state.text !== state.saved,
      edit,
      setAt: (path, value) => edit(setAt(text, path, value)),
      addTo: (path, element) => edit(addTo(text, path, element)),
      removeAt: (path) => edit(removeAt(text, path)),
      undo: () => change({ kind: 'undo' }),
      discard: () => change({ kind: 'discard' }),
      save: async () => {
        if (state.text !== state.saved) await saving.mutateAsync(state.text);
      },
      isSaving: saving.isPending,
      saveError: saving.error,
    }),
    [state, text, programId, mayEdit, edit, saving],
  );
  return <DraftContext value={draft}>{children}</DraftContext>;
}

function useSaving(programId: string, etag: string, onSaved: (text: string) => void) {
  const { client } = useFace();
  const queries = useQueryClient();
  const seen = useRef(etag);
  return useMutation({
    mutationFn: async (text: string) => {
      const answer = await client.exchange('saveDraft', { programId, body: text }, { ifMatch: seen.current });
      if (!answer.ok) throw new ProblemError(answer.problem);
      seen.current = answer.headers.get('ETag') ?? '*';
      queries.setQueryData(['draft to edit', programId], { text, etag: seen.current });
      return text;
    },
    onSuccess: onSaved,
  });
}
