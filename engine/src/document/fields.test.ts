import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LOCALES } from '../program.ts';
import { conditionsToAdd, effectsToAdd, type Field, fieldOfSection } from './fields.ts';
import { DOCUMENT_PARTS, programSchema } from './program-schema.ts';

function* valuesIn(field: Field, place: string): Generator<readonly [string, Field]> {
  yield [place, field];
  if (field.kind === 'group')
    for (const { word, field: inner } of field.words) yield* valuesIn(inner, `${place}.${word}`);
  if (field.kind === 'list' || field.kind === 'by_name') yield* valuesIn(field.element, `${place}[]`);
  if (field.kind === 'one_of') for (const inner of field.alternatives) yield* valuesIn(inner, `${place}|`);
}

test('every parameter of every rule part has a field of its own kind', () => {
  for (const { code, field, sentence } of [...conditionsToAdd(), ...effectsToAdd()]) {
    for (const locale of LOCALES) assert.doesNotMatch(sentence[locale], /[{}]/);
    for (const [place, inner] of valuesIn(field, code)) assert.notEqual(inner.kind, 'written', place);
  }
});

test('what a condition asks for is said by kind, and by the part whose names are meant', () => {
  const spend = conditionsToAdd().find(({ code }) => code === 'spend_at_least');
  assert.deepEqual(spend?.field, {
    kind: 'group',
    words: [
      { word: 'base', field: { kind: 'value', value: 'name', of: 'bases', varies: false }, isRequired: true },
      { word: 'amount', field: { kind: 'value', value: 'money', varies: true }, isRequired: true },
    ],
  });
  assert.equal(spend?.sentence.da, 'der bruges mindst … på …');
});

test('a rule has its trigger, its conditions and its effects as fields', () => {
  const rules = fieldOfSection('rules');
  assert.ok(rules.kind === 'list' && rules.element.kind === 'group');
  const kinds = new Map(rules.element.words.map(({ word, field }) => [word, field]));
  assert.deepEqual(kinds.get('when'), { kind: 'list', element: { kind: 'condition' } });
  assert.deepEqual(kinds.get('then'), { kind: 'list', element: { kind: 'effect' } });
  assert.equal(kinds.get('on')?.kind, 'one_of');
});

test('all parts but parameters can be edited without writing the document', () => {
  for (const part of Object.keys(DOCUMENT_PARTS) as (keyof typeof DOCUMENT_PARTS)[]) {
    if (part === 'parameters' || part === 'program') continue;
    for (const [place, inner] of valuesIn(fieldOfSection(part), part)) assert.notEqual(inner.kind, 'written', place);
  }
});

test('the published schema has nothing that only forms need', () => {
  assert.doesNotMatch(JSON.stringify(programSchema()), /"(field|varies)":/);
});
