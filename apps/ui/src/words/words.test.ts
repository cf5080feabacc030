import assert from 'node:assert/strict';
import { test } from 'node:test';
import { da } from './da.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';
import { sv } from './sv.ts';
import { catalogueProblems } from './testing.ts';

test('every text of the kit is in every language with the same placeholders', () => {
  assert.deepEqual(catalogueProblems({ da, sv, nb, en }), []);
});

test('a missing text, an empty one and a lost placeholder are told', () => {
  const english = { hello: 'Hello {{name}}', more: { here: 'here' } };
  assert.deepEqual(
    catalogueProblems({ en: english, da: { hello: 'Hej', more: { here: 'her' } }, sv: { hello: ' ' }, nb: english }),
    [
      'da: hello has other placeholders than en',
      'sv: more.here is missing',
      'sv: hello is empty',
      'sv: hello has other placeholders than en',
    ],
  );
});
