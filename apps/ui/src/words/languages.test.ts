import assert from 'node:assert/strict';
import { test } from 'node:test';
import { preferredLanguage } from './languages.ts';

const wanted: readonly [claim: string, tags: readonly string[], language: string][] = [
  ['a language that nobody here speaks falls back to English', ['fr-FR'], 'en'],
  ['nothing asked for is English', [], 'en'],
  ['the first that we speak wins', ['fi-FI', 'sv-FI', 'en'], 'sv'],
  ['Norwegian of any kind is bokmål', ['nn-NO'], 'nb'],
  ['the region does not matter', ['da-DK'], 'da'],
];

for (const [claim, tags, language] of wanted) {
  test(claim, () => assert.equal(preferredLanguage(tags), language));
}
