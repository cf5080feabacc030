import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogueProblems } from '@trofast/ui/testing';
import { da } from './da.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';
import { sv } from './sv.ts';

test('every text is in every language with the same placeholders', () => {
  assert.deepEqual(catalogueProblems({ da, sv, nb, en }), []);
});
