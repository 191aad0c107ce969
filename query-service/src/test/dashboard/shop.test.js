import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bandName, someInBands } from './bands.js';
import { triangleOf } from './cohorts.js';
import { stepsOf } from './funnel.js';
import { chosenDays } from './period.js';
import { shopFacts } from './shop.js';

const cohort = (first, month, monthsSince, retentionRate) =>
  ({ cohort: first, month, monthsSince, cohortUsers: '100', users: '10', retentionRate });

test('facts span the days on which visits began', () => {
  const facts = shopFacts([{ day: '2019-10-01', sessions: '3' }, { day: '2019-10-31', sessions: '1' }]);
  assert.equal(facts.empty, false);
  assert.deepEqual(chosenDays({ last: '7d' }, facts), { from: '2019-10-25', to: '2019-10-31' });
  assert.equal(shopFacts([]).empty, true);
});

test('steps are measured by those who took the first', () => {
  const steps = stepsOf({ sessions: '200', viewed: '160', carted: '40', purchased: '8', cartRate: '0.2500',
    purchaseRate: '0.2000', secondsToCart: '74.5', secondsToPurchase: '412' }, 'sessions');
  assert.deepEqual(steps.map(({ part }) => part), [1, 0.25, 0.05]);
  assert.deepEqual(steps.map(({ rate }) => Number(rate)), [0.8, 0.25, 0.2]);
  assert.deepEqual(steps.map(({ seconds }) => seconds), [undefined, '74.5', '412']);
});

test('without a view there is no step and no rate', () => {
  const steps = stepsOf({ users: '5', viewed: '0', carted: '0', purchased: '0', converted: '5' }, 'users');
  assert.deepEqual(steps.map(({ part }) => part), [0, 0, 0]);
  assert.deepEqual(steps.map(({ rate }) => rate), [0, undefined, undefined]);
});

test('bands are named by their prices', () => {
  assert.equal(bandName({ to: '1.00' }), 'under 1');
  assert.match(bandName({ from: '0.50', to: '2' }), /^0.5 – 2$/);
  assert.match(bandName({ from: '1000.00' }), /^1.?000 and more$/);
});

test('bands without any event are nothing to show', () => {
  const empty = { views: '0', purchases: '0', sessions: '0' };
  assert.equal(someInBands([empty, empty], { by: 'sessions' }), false);
  assert.equal(someInBands([empty, { ...empty, purchases: '1' }], { by: 'sessions' }), true);
  assert.equal(someInBands([{ ...empty, sessions: '1' }], { by: 'sessions' }), true);
});

test('months in which nobody came back are zero, and those to come are not there', () => {
  const rows = [cohort('2019-11', '2019-11', '0', '1.0000'), cohort('2019-10', '2019-10', '0', '1.0000'),
    cohort('2019-10', '2019-12', '2', '0.1000')];
  assert.deepEqual(triangleOf(rows, '2020-01'), [
    { cohort: '2019-10', users: '100', rates: ['1.0000', '0', '0.1000', '0'] },
    { cohort: '2019-11', users: '100', rates: ['1.0000', '0', '0'] },
  ]);
});

test('purchases after the last day that is known make further months', () => {
  const rows = [cohort('2019-12', '2019-12', '0', '1.0000'), cohort('2019-12', '2020-02', '2', '0.5000')];
  assert.deepEqual(triangleOf(rows, '2019-12')[0].rates, ['1.0000', '0', '0.5000']);
});
