import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseExact, sum } from './decimals.js';

test('numbers keep their digits, texts and names stay what they are', () => {
  assert.deepEqual(
    parseExact('{"12":-1.50,"a":[12345678901234567890.1234,1e3],"t":"1.5 \\"2\\" 3","n":null,"b":true}'),
    { 12: '-1.50', a: ['12345678901234567890.1234', '1e3'], t: '1.5 "2" 3', n: null, b: true });
});

test('sums are exact', () => {
  assert.equal(sum(['0.1', '0.2']), '0.3');
  assert.equal(sum(['9007199254740993.01', '-0.0100', undefined]), '9007199254740993.0000');
  assert.equal(sum(['-0.05', '0.02']), '-0.03');
  assert.equal(sum(['-7', '3']), '-4');
  assert.equal(sum([]), '0');
});

test('what is no plain decimal has no sum', () => {
  assert.throws(() => sum(['1', 'NaN']), RangeError);
});
