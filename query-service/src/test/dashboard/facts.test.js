import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Facts } from './facts.js';

let visibility;
globalThis.document = { hidden: false, addEventListener: (_, listener) => (visibility = listener) };

/** Answers what it is given in turn, the last of it again and again. */
function asked(t, ...answers) {
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 });
  t.after(() => mock.timers.reset());
  const questions = { count: 0, answers: 0 };
  const load = async () => {
    questions.count += 1;
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer instanceof Error) {
      throw answer;
    }
    return { ...answer };
  };
  return { questions, facts: new Facts(load, () => (questions.answers += 1)) };
}

async function pass(millis) {
  mock.timers.tick(millis);
  for (let turn = 0; turn < 10; turn++) {
    await Promise.resolve();
  }
}

test('facts are asked for only while their view is watched', async t => {
  const { questions, facts } = asked(t, { first: '2019-10-01' });
  await pass(60_000);
  assert.equal(questions.count, 0);
  facts.watch(true);
  await pass(1);
  assert.equal(questions.count, 1);
  await pass(30_000);
  assert.equal(questions.count, 2);
  facts.watch(false);
  await pass(300_000);
  assert.equal(questions.count, 2);
  facts.watch(true);
  await pass(1);
  assert.equal(questions.count, 3);
});

test('who comes back within the time does not ask again', async t => {
  const { questions, facts } = asked(t, { first: '2019-10-01' });
  facts.watch(true);
  await pass(1);
  facts.watch(false);
  await pass(10_000);
  facts.watch(true);
  await pass(19_000);
  assert.equal(questions.count, 1);
  await pass(1_000);
  assert.equal(questions.count, 2);
});

test('a hidden page asks nothing', async t => {
  const { questions, facts } = asked(t, { first: '2019-10-01' });
  facts.watch(true);
  await pass(1);
  document.hidden = true;
  visibility();
  await pass(100_000);
  assert.equal(questions.count, 1);
  document.hidden = false;
  visibility();
  await pass(1);
  assert.equal(questions.count, 2);
});

test('facts are the same object until something changes', async t => {
  const { facts } = asked(t, { lines: '1' }, { lines: '1' }, { lines: '2' });
  await facts.ask();
  const first = facts.known;
  await facts.ask();
  assert.equal(facts.known, first);
  await facts.ask();
  assert.deepEqual(facts.known, { lines: '2' });
});

test('what is known stays when the service fails, and it is asked again soon', async t => {
  const { questions, facts } = asked(t, { lines: '1' }, new Error('away'), { lines: '1' });
  facts.watch(true);
  await pass(1);
  await pass(30_000);
  assert.equal(facts.problem.message, 'away');
  assert.deepEqual(facts.known, { lines: '1' });
  await pass(5_000);
  assert.equal(facts.problem, undefined);
  assert.equal(questions.answers, 3);
});

test('whoever is refused waits for a key', async t => {
  const { questions, facts } = asked(t, Object.assign(new Error('refused'), { refused: true }));
  facts.watch(true);
  await pass(1);
  await pass(300_000);
  assert.equal(questions.count, 1);
});
