import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ticksOf, timeLabels } from './axes.js';
import { byWeekday } from './heatmap.js';
import { bucketsBetween } from './period.js';

test('ticks are round and within the range', () => {
  assert.deepEqual(ticksOf(-60, 410, 6), [0, 100, 200, 300, 400]);
  assert.deepEqual(ticksOf(0, 1, 4), [0, 0.25, 0.5, 0.75, 1]);
  assert.deepEqual(ticksOf(0, 0, 4).filter(Number.isNaN), []);
});

test('labels of time never touch', () => {
  const year = bucketsBetween('day', '2010-12-01', '2011-12-09');
  for (const width of [280, 700, 1600]) {
    const places = timeLabels('day', year, width).map(({ index }) => (index / year.length) * width);
    assert.ok(places.length > 1);
    places.slice(1).forEach((place, before) => assert.ok(place - places[before] > 40, `${width}: ${places}`));
  }
});

test('hours add up by weekday, Monday first', () => {
  const cells = byWeekday([{ hour: '2010-12-06T09:00', value: 1 }, { hour: '2010-12-13T09:00', value: 2 },
    { hour: '2010-12-12T20:00', value: 4 }], row => row.value);
  assert.equal(cells[0][9], 3);
  assert.equal(cells[6][20], 4);
});
