import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsAsked, wordsOf } from './words.ts';

test('a name is found without its accents, from the front or the back', () => {
  const words = wordsOf('m-1', { name: 'Åse-Marie Jørgensen' }, []);
  for (const word of ['ase-marie jorgensen', 'ase-marie', 'marie', 'jorgensen', 'm-1']) assert.ok(words.includes(word));
});

test('a phone number is found with its country and without, however it is typed', () => {
  const words = wordsOf('m-1', { phone: '+47 900 00 001' }, []);
  for (const typed of ['+47 900', '900 00 001']) {
    const [asked = ''] = wordsAsked(typed);
    assert.ok(
      words.some((word) => word.startsWith(asked)),
      typed,
    );
  }
});

test('a card is found as it is printed and as it is read', () => {
  assert.deepEqual(wordsAsked('2640 0012'), ['26400012']);
  assert.ok(wordsOf('m-1', {}, ['2640-0012']).includes('26400012'));
});

test('words that are typed must all begin something; nothing typed is no word', () => {
  assert.deepEqual(wordsAsked('  Jørg  AN '), ['jorg', 'an']);
  assert.deepEqual(wordsAsked('   '), []);
  assert.deepEqual(wordsAsked('member@example.com'), ['member@example.com']);
});
