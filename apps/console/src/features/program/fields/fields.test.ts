import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { conditionsToAdd, effectsToAdd, readProgram } from '@trofast/engine';
import { addTo } from '../editing/edit-document.ts';
import { writtenOf } from '../editing/written.ts';
import { durationParts, durationText, moneyParts, moneyText, shownDecimal, writtenDecimal } from './codecs.ts';
import { type Beginning, defaultValue, freeName } from './default-value.ts';
import { choicesOf, levelsBeside } from './names.ts';

const TEXT = readFileSync(new URL('../../../../../../programs/gift-shop/program.yaml', import.meta.url), 'utf8');
const written = writtenOf(TEXT);

const beginning: Beginning = {
  today: '2026-01-05',
  languages: ['en', 'da', 'sv', 'nb'],
  unnamed: 'new',
  firstPart: () => ({ spend_at_least: { base: 'goods', amount: '10' } }),
  firstNameOf: (section) =>
    (section === 'levels' ? levelsBeside(written, ['ladders', 'status'], 'en') : choicesOf(written, section, 'en'))[0]
      ?.value ?? 'new',
};

test('money and times are written back as they were', () => {
  for (const text of ['10.00 DKK', '5', '']) assert.equal(moneyText(moneyParts(text)), text);
  for (const text of ['P14D', 'P6M', 'P1Y', 'PT2H']) {
    const parts = durationParts(text);
    assert.ok(parts);
    assert.equal(durationText(parts), text);
  }
  assert.equal(durationParts('P1Y6M'), undefined);
  assert.equal(writtenDecimal(shownDecimal('1.25', 'da')), '1.25');
});

test('a new rule has a name that is not taken', () => {
  assert.equal(freeName('Dobbelt op på lørdage!', []), 'dobbelt-op-pa-lordage');
  assert.equal(freeName('earn', ['earn', 'earn-2']), 'earn-3');
  assert.equal(freeName('???', []), 'rule');
});

test('what a part is called is what people read', () => {
  assert.deepEqual(choicesOf(written, 'markets', 'en').length, 1);
  assert.deepEqual(
    levelsBeside(written, ['rules', 0, 'then', 0, 'earn', 'factor', 'levels'], 'da').map(({ label }) => label),
    ['Bronze', 'Sølv', 'Guld'],
  );
});

test('conditions that need nothing which this program does not have are whole as they begin', () => {
  const whole = new Set([
    'spend_at_least',
    'channel_is',
    'store_is',
    'market_is',
    'weekday_is',
    'code_entered',
    'paid_with',
    'member_for',
  ]);
  for (const { code, field } of conditionsToAdd().filter((part) => whole.has(part.code))) {
    const text = addTo(TEXT, ['rules', 0, 'when'], { [code]: defaultValue(field, beginning) });
    const reading = readProgram(text);
    assert.ok('program' in reading, `${code}: ${JSON.stringify(reading)}`);
  }
  for (const { code, field } of effectsToAdd().filter((part) => ['earn', 'give', 'multiply'].includes(part.code))) {
    const text = addTo(TEXT, ['rules', 0, 'then'], { [code]: defaultValue(field, beginning) });
    const reading = readProgram(text);
    assert.ok('program' in reading, `${code}: ${JSON.stringify(reading)}`);
  }
});
