import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError } from '@trofast/sdk';
import { fieldErrors } from './field-errors.ts';

test('an error that is no problem names no field', () => {
  assert.deepEqual(fieldErrors(new TypeError('reset')), {});
  assert.deepEqual(fieldErrors(undefined), {});
});

test('each bad field is found by its name', () => {
  const problem = new ProblemError({
    type: '/docs/problems#malformed',
    code: 'malformed',
    status: 400,
    title: 'The request is not as it should be',
    errors: [
      { pointer: '/email', detail: 'must be an e-mail address' },
      { pointer: '/lines/0/a~1b', detail: 'must be whole' },
    ],
  });
  assert.deepEqual(fieldErrors(problem), { email: 'must be an e-mail address', 'lines.0.a/b': 'must be whole' });
});
