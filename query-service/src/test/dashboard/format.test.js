import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as format from './format.js';
import { changeOf } from './kpis.js';

test('money is rounded as text, not as a float', () => {
  assert.equal(format.money('9007199254740993.015').replace(/\D/g, ''), '900719925474099302');
  assert.match(format.money('-1745.6700'), /^−1.745.67$/);
  assert.equal(format.money(undefined), '–');
  assert.match(format.price('0.0010'), /^0.001$/);
});

test('times are the shop’s, wherever the reader is', () => {
  assert.match(format.time('2010-12-01T08:26:00'), /08.26/);
  assert.match(format.bucketName('month', '2010-12'), /2010/);
});

test('durations are told in two units', () => {
  const told = seconds => format.duration(seconds).replace(/\u00a0/g, ' ');
  assert.equal(format.duration(undefined), '–');
  assert.equal(told('0'), '0 s');
  assert.equal(told('59.4'), '59 s');
  assert.equal(told('74.5'), '1 min 15 s');
  assert.equal(told('120'), '2 min');
  assert.equal(told('7199'), '1 h 59 min');
  assert.equal(told('93600'), '1 d 2 h');
});

test('names of the service become labels', () => {
  assert.equal(format.label('NEEDS_ATTENTION'), 'Needs attention');
});

test('changes go by size', () => {
  assert.match(changeOf('cancellations', '-150', '-100'), /^\+50\s?%$/);
  assert.match(changeOf('revenue', '50', '100'), /^−50\s?%$/);
  assert.match(changeOf('cancellationRate', '0.15', '0.10'), /^\+5 points$/);
  assert.equal(changeOf('sales', '1', '0'), undefined);
});
