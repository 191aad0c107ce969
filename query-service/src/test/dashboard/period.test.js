import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as period from './period.js';

const facts = { first: '2010-12-01T08:26:00', last: '2011-12-09T12:50:00' };

test('presets end with the last day there is', () => {
  assert.deepEqual(period.chosenDays({ last: '7d' }, facts), { from: '2011-12-03', to: '2011-12-09' });
  assert.deepEqual(period.chosenDays({ last: '30d' }, facts), { from: '2011-11-10', to: '2011-12-09' });
  assert.deepEqual(period.chosenDays({ last: '12m' }, facts), { from: '2010-12-10', to: '2011-12-09' });
  assert.deepEqual(period.chosenDays({ from: '2011-01-01' }, facts), { from: '2011-01-01' });
});

test('twelve months before a leap day begin on the first of March', () => {
  assert.deepEqual(period.chosenDays({ last: '12m' }, { ...facts, last: '2012-02-29T09:00:00' }),
    { from: '2011-03-01', to: '2012-02-29' });
});

test('the period before is as long and ends the day before', () => {
  assert.deepEqual(period.daysBefore({ from: '2011-03-01', to: '2011-03-31' }, facts),
    { from: '2011-01-29', to: '2011-02-28' });
});

test('there is no period before that trade covers only in part', () => {
  assert.equal(period.daysBefore({ from: '2010-12-10', to: '2011-12-09' }, facts), undefined);
  assert.equal(period.daysBefore({}, facts), undefined);
});

test('hours are for fourteen days at most', () => {
  assert.ok(period.grainsFor({ from: '2011-01-01', to: '2011-01-14' }).allowed.includes('hour'));
  assert.ok(!period.grainsFor({ from: '2011-01-01', to: '2011-01-15' }).allowed.includes('hour'));
  assert.equal(period.grainsFor({ from: '2010-12-01', to: '2011-12-09' }).usual, 'week');
});

test('buckets have no gaps', () => {
  assert.deepEqual(period.bucketsBetween('month', '2010-11', '2011-02'), ['2010-11', '2010-12', '2011-01', '2011-02']);
  assert.deepEqual(period.bucketsBetween('hour', '2010-12-01T22:00', '2010-12-02T01:00'),
    ['2010-12-01T22:00', '2010-12-01T23:00', '2010-12-02T00:00', '2010-12-02T01:00']);
  assert.equal(period.bucketsBetween('day', '2012-02-27', '2012-03-01').length, 4);
});

test('weeks begin on Monday', () => {
  assert.equal(period.bucketOf('week', '2010-12-01'), '2010-11-29');
  assert.equal(period.bucketOf('week', '2010-12-05'), '2010-11-29');
  assert.deepEqual(period.daysOfBucket('week', '2010-11-29'), { from: '2010-11-29', to: '2010-12-05' });
  assert.deepEqual(period.daysOfBucket('month', '2012-02'), { from: '2012-02-01', to: '2012-02-29' });
});

test('only days of the calendar are days', () => {
  assert.ok(period.isDay('2011-02-28'));
  assert.ok(!period.isDay('2011-02-29'));
  assert.ok(!period.isDay('2011-13-01'));
  assert.ok(!period.isDay(undefined));
});
