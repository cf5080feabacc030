import assert from 'node:assert/strict';
import { test } from 'node:test';
import { colourScale, contrastOf, contrastWanted, inkOn, isColour, readableShade } from './colour-scales.ts';

const brands = ['#ffe600', '#ff5a1f', '#e4002b', '#7a1fa2', '#0057b8', '#00a37a', '#808080', '#000000', '#ffffff'];

for (const brand of brands) {
  test(`white text can be read on a shade of ${brand}, and dark text on its lightest`, () => {
    const scale = colourScale(brand);
    assert.ok(scale.every(isColour), scale.join(' '));
    assert.ok(contrastOf(scale[readableShade(scale)] ?? '', '#ffffff') >= contrastWanted);
    assert.ok(contrastOf(scale[0], scale[9]) >= 7);
  });
}

test('black on white has the contrast of 21, and a colour on itself none', () => {
  assert.equal(contrastOf('#000000', '#ffffff'), 21);
  assert.equal(contrastOf('#123456', '#123456'), 1);
});

test('ink is black on a light brand and white on a dark one', () => {
  assert.equal(inkOn('#ffe600'), '#000000');
  assert.equal(inkOn('#0b3d2e'), '#ffffff');
});
