import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parts, plain } from './text.js';

test('shows what would turn the text around', () => {
  assert.equal(plain('\u202eynamreG'), '[U+202E]ynamreG');
  assert.equal(plain('a\u2066b\u2069'), 'a[U+2066]b[U+2069]');
});

test('shows what is not seen', () => {
  for (const [character, name] of [['\u200b', 'U+200B'], ['\u200d', 'U+200D'], ['\ufeff', 'U+FEFF'], ['\u00ad', 'U+00AD'],
    ['\n', 'U+000A'], ['\u0000', 'U+0000'], ['\u3164', 'U+3164'], ['\u{e0041}', 'U+E0041'], ['\ud800', 'U+D800'],
    ['\u2028', 'U+2028'], ['\ufe0f', 'U+FE0F']]) {
    assert.deepEqual(parts(`1${character}2`),
      [{ text: '1', unseen: false }, { text: name, unseen: true }, { text: '2', unseen: false }], name);
  }
});

test('leaves text alone in which everything is seen', () => {
  for (const text of ['WHITE HANGING HEART', 'Côte d\u2019Ivoire', 'Cote\u0301', '\u05d0\u05d1\u05d2', '\u4e2d\u56fd', '']) {
    assert.deepEqual(parts(text), [{ text, unseen: false }]);
  }
});

test('leaves emoji whole', () => {
  for (const emoji of ['\u2764\ufe0f', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}', '\u{1f1e9}\u{1f1ea}']) {
    assert.equal(plain(`A ${emoji} B`), `A ${emoji} B`);
  }
});
