import { type Problem, type Program, readProgram } from '@trofast/engine';
import { type Written, writtenOf } from '../editing/written.ts';

/** A draft while it is edited: its text, and all that is read from it. */
export interface DraftState {
  readonly text: string;
  /** As the server has it. */
  readonly saved: string;
  readonly problems: readonly Problem[];
  /** Of the text, or of the last text without problems, so that its sentences stay while one is typing. */
  readonly program: Program | undefined;
  readonly written: Written | undefined;
  /** Earlier texts, the latest last. */
  readonly past: readonly string[];
}

export type DraftAction =
  | { readonly kind: 'edit'; readonly text: string }
  | { readonly kind: 'undo' }
  | { readonly kind: 'saved'; readonly text: string }
  | { readonly kind: 'discard' };

const KEPT = 100;

export function openDraft(text: string): DraftState {
  return read({ text, saved: text, problems: [], program: undefined, written: undefined, past: [] }, text);
}

export function changeDraft(state: DraftState, action: DraftAction): DraftState {
  switch (action.kind) {
    case 'edit':
      if (action.text === state.text) return state;
      return { ...read(state, action.text), past: [...state.past.slice(-KEPT), state.text] };
    case 'undo': {
      const before = state.past.at(-1);
      return before === undefined ? state : { ...read(state, before), past: state.past.slice(0, -1) };
    }
    case 'saved':
      return { ...state, saved: action.text };
    case 'discard':
      return { ...read(state, state.saved), past: [...state.past.slice(-KEPT), state.text] };
  }
}

function read(state: DraftState, text: string): DraftState {
  const reading = readProgram(text);
  const written = writtenOf(text) ?? state.written;
  if ('problems' in reading) return { ...state, text, written, problems: reading.problems };
  return { ...state, text, written, problems: [], program: reading.program };
}
