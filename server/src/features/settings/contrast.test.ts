import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contrast, contrastLeast, readableOn } from './contrast.ts';

test('black on white is 21 to 1, and a colour on itself 1 to 1', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#0b6e4f', '#0b6e4f'), 1);
});

test('on every colour white or black can be read', () => {
  for (let step = 0; step <= 0xffffff; step += 4099) {
    const colour = `#${step.toString(16).padStart(6, '0')}`;
    assert.ok(contrast(readableOn(colour), colour) >= contrastLeast, colour);
  }
});
