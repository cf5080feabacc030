import { yaml } from '@codemirror/lang-yaml';
import { EditorState, RangeSetBuilder, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { Problem } from '@trofast/engine';
import { styleNonce } from '@trofast/ui';
import { useEffect, useRef } from 'react';
import { changeBetween } from './change-between.ts';
import { editorLook, highlight } from './editor-look.ts';

export interface YamlEditorProps {
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly label: string;
  readonly isReadOnly: boolean;
  readonly onChange: (text: string) => void;
}

const showProblems = StateEffect.define<readonly Problem[]>();

/** Lines with problems, marked. */
const problemLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, { effects, changes, state }) => {
    const shown = effects.find((effect) => effect.is(showProblems));
    return shown ? marksOf(shown.value, state) : marks.map(changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function marksOf(problems: readonly Problem[], { doc }: EditorState): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const byLine = Map.groupBy(problems, ({ line }) => Math.min(Math.max(line, 1), doc.lines));
  for (const line of [...byLine.keys()].toSorted((a, b) => a - b)) {
    const title =
      byLine
        .get(line)
        ?.map(({ message }) => message)
        .join('\n') ?? '';
    const at = doc.line(line).from;
    builder.add(at, at, Decoration.line({ class: 'cm-problem', attributes: { title } }));
  }
  return builder.finish();
}

/** The document as text, with its problems where they are. Changes from outside keep the cursor where it was. */
export function YamlEditor({ text, problems, label, isReadOnly, onChange }: YamlEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const latest = useRef({ text, onChange });
  latest.current = { text, onChange };

  // The editor keeps its own page of the document; React only gives it the place and what changes.
  useEffect(() => {
    if (place.current === null) return;
    const editor = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: latest.current.text,
        extensions: [
          lineNumbers(),
          drawSelection(),
          highlightActiveLine(),
          yaml(),
          highlight,
          editorLook,
          problemLines,
          keymap.of([{ key: 'Enter', run: breakLine }]),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label }),
          EditorState.readOnly.of(isReadOnly),
          EditorView.cspNonce.of(styleNonce),
          EditorView.updateListener.of(({ docChanged, state }) => {
            const now = state.doc.toString();
            if (docChanged && now !== latest.current.text) latest.current.onChange(now);
          }),
        ],
      }),
    });
    view.current = editor;
    return () => editor.destroy();
  }, [label, isReadOnly]);

  useEffect(() => {
    const editor = view.current;
    const change = editor && changeBetween(editor.state.doc.toString(), text);
    editor?.dispatch({ ...(change && { changes: change }), effects: showProblems.of(problems) });
  }, [text, problems]);

  return <div ref={place} />;
}

/** A new line as far in as the one before it. */
function breakLine(editor: EditorView): boolean {
  const { state } = editor;
  if (state.readOnly) return false;
  const { text } = state.doc.lineAt(state.selection.main.from);
  const indent = /^\s*/.exec(text)?.[0] ?? '';
  editor.dispatch(state.replaceSelection(`\n${indent}`), { scrollIntoView: true, userEvent: 'input' });
  return true;
}
