import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conditionsToAdd, effectsToAdd, type Field, fieldOfSection } from '@trofast/engine';
import { fields } from '../../../words/en/fields.ts';

const SECTIONS = [
  'program',
  'products',
  'bases',
  'currencies',
  'counters',
  'ladders',
  'rules',
  'rewards',
  'lists',
  'clubs',
  'households',
  'transfers',
  'gifts',
  'onStart',
  'offers',
  'challenges',
  'benefits',
  'referral',
] as const;

function* namesIn(field: Field): Generator<readonly ['words' | 'options', string]> {
  if (field.kind === 'group') {
    for (const { word, field: inner } of field.words) {
      yield ['words', word];
      yield* namesIn(inner);
    }
  }
  if (field.kind === 'list' || field.kind === 'by_name') yield* namesIn(field.element);
  if (field.kind === 'one_of') for (const inner of field.alternatives) yield* namesIn(inner);
  if (field.kind === 'choice') for (const option of field.options) yield ['options', option];
}

test('every word and choice of an editor has a name that people know', () => {
  const all = [
    ...SECTIONS.map(fieldOfSection),
    ...conditionsToAdd().map(({ field }) => field),
    ...effectsToAdd().map(({ field }) => field),
  ];
  const missing = all.flatMap((field) =>
    [...namesIn(field)].filter(([kind, name]) => {
      const known = Object.keys(fields[kind]);
      return !known.includes(name) && !known.some((key) => key.endsWith(`-${name}`));
    }),
  );
  assert.deepEqual([...new Set(missing.map((one) => one.join('.')))], []);
});
