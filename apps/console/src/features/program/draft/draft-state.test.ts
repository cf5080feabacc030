import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { changeDraft, openDraft } from './draft-state.ts';

const TEXT = readFileSync(
  new URL('../../../../../../programs/points-for-a-webshop/program.yaml', import.meta.url),
  'utf8',
);

test('a mistake leaves the last good sentences and names its line', () => {
  const draft = changeDraft(openDraft(TEXT), { kind: 'edit', text: TEXT.replace('by: 2', 'by: two') });
  assert.equal(draft.problems.length, 1);
  assert.ok(draft.program);
  assert.notEqual(draft.text, draft.saved);
});

test('what is undone is as it was, and undoing nothing changes nothing', () => {
  const opened = openDraft(TEXT);
  const edited = changeDraft(opened, { kind: 'edit', text: TEXT.replace('by: 2', 'by: 3') });
  assert.equal(changeDraft(edited, { kind: 'undo' }).text, TEXT);
  assert.equal(changeDraft(opened, { kind: 'undo' }), opened);
});

test('a discarded draft can be had back', () => {
  const edited = changeDraft(openDraft(TEXT), { kind: 'edit', text: TEXT.replace('by: 2', 'by: 3') });
  const discarded = changeDraft(edited, { kind: 'discard' });
  assert.equal(discarded.text, TEXT);
  assert.equal(changeDraft(discarded, { kind: 'undo' }).text, edited.text);
});
