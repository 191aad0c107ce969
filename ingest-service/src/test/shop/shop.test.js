import assert from 'node:assert/strict';
import test from 'node:test';
import { answered, keyOf, open, rows, settle, storages, VIEW } from './page.js';

test('sends an event with a time and ids of its own, as a request that needs no preflight', async () => {
  const page = open({ data: { key: 'tsk_web_secret' } });
  page.tillstream('view', VIEW);
  await page.pass(1);
  const [request] = page.requests;
  assert.match(request.url, /^https:\/\/ingest\.shop\.example\/t\/events\?key=tsk_web_secret&request=[0-9-]{7,43}$/);
  assert.equal(request.method, 'POST');
  assert.equal(request.keepalive, true);
  assert.equal(request.headers, undefined);
  const [row] = rows(request);
  assert.deepEqual(Object.keys(row), ['event_time', 'event_type', 'event_id', 'product_id', 'category_id', 'price', 'user_id', 'user_session']);
  assert.equal(row.event_type, 'view');
  assert.match(row.event_time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  assert.match(row.event_id, /^[0-9-]{7,43}$/);
  assert.equal(row.user_id, page.stores.local.tillstream);
  assert.equal(row.user_session, page.stores.session.tillstream);
});

test('goes where the tag says', async () => {
  const page = open({ data: { endpoint: 'https://rows.example/' } });
  page.tillstream('view', VIEW);
  await page.pass(1);
  assert.match(page.requests[0].url, /^https:\/\/rows\.example\/events\?key=&request=/);
});

test('knows its visitor again, in another session', async () => {
  const stores = storages();
  const first = open({ stores });
  const second = open({ stores: { local: stores.local, session: {} } });
  for (const page of [first, second]) {
    page.tillstream('view', VIEW);
    await page.pass(1);
  }
  const [[before], [after]] = [rows(first.requests[0]), rows(second.requests[0])];
  assert.equal(after.user_id, before.user_id);
  assert.notEqual(after.user_session, before.user_session);
  assert.notEqual(after.event_id, before.event_id);
});

test('takes ids of the page, and then keeps none', async () => {
  const page = open();
  page.tillstream('view', { ...VIEW, user_id: '541312140', user_session: '72d76fde', event_id: 'e-1' });
  await page.pass(1);
  const [row] = rows(page.requests[0]);
  assert.deepEqual([row.user_id, row.user_session, row.event_id], ['541312140', '72d76fde', 'e-1']);
  assert.deepEqual(page.stores, storages());
});

test('goes on with ids of the page where the browser keeps none', async () => {
  const page = open({ stores: { local: 'refused', session: 'refused' } });
  page.tillstream('view', VIEW);
  page.tillstream('cart', VIEW);
  await page.pass(1);
  const [view, cart] = rows(page.requests[0]);
  assert.ok(view.user_id && view.user_session);
  assert.equal(cart.user_id, view.user_id);
  assert.equal(cart.user_session, view.user_session);
  page.tillstream('consent', false);
});

test('puts at most 50 events into a request, in their order', async () => {
  const page = open();
  for (let i = 0; i < 120; i++) page.tillstream('view', { ...VIEW, product_id: 'p-' + i });
  await page.pass(1);
  assert.deepEqual(page.requests.map(request => rows(request).length), [50, 50, 20]);
  assert.deepEqual(page.requests.flatMap(rows).map(row => row.product_id), Array.from({ length: 120 }, (_, i) => 'p-' + i));
  assert.equal(new Set(page.requests.map(keyOf)).size, 3);
});

test('puts at most 16 KB into a request, counted as they are sent', async () => {
  const page = open();
  for (let i = 0; i < 30; i++) page.tillstream('view', { ...VIEW, brand: 'é'.repeat(500) });
  await page.pass(1);
  assert.ok(page.requests.length > 1);
  for (const request of page.requests) assert.ok(new TextEncoder().encode(request.body).length <= 16 * 1024);
  assert.equal(page.requests.flatMap(rows).length, 30);
});

test('drops an event that no request can hold, and says so', async () => {
  const page = open();
  page.tillstream('view', { ...VIEW, brand: 'b'.repeat(16_000) });
  page.tillstream('cart', VIEW);
  await page.pass(1);
  assert.deepEqual(page.requests.flatMap(rows).map(row => row.event_type), ['cart']);
  assert.match(page.warnings.join(), /dropped .*bbb/);
});

for (const failure of ['out', 500, 503, 429, 408]) {
  test('sends the same request again after ' + failure, async () => {
    const page = open({ answers: [failure, failure] });
    page.tillstream('view', VIEW);
    await page.pass(0.6);
    assert.equal(page.requests.length, 1);
    page.tillstream('cart', VIEW);
    await page.pass(0.8);
    assert.equal(page.requests.length, 1, 'not at once');
    await page.pass(7);
    const [first, second, third, next] = page.requests;
    assert.equal(second.url, first.url);
    assert.equal(second.body, first.body);
    assert.equal(third.url, first.url);
    assert.equal(third.body, first.body);
    assert.deepEqual(rows(next).map(row => row.event_type), ['cart']);
    assert.notEqual(keyOf(next), keyOf(first));
    assert.equal(page.requests.length, 4);
    assert.deepEqual(page.warnings, []);
  });
}

test('waits longer after each failure, up to two minutes', async () => {
  const page = open({ answers: Array(40).fill(503) });
  page.tillstream('view', VIEW);
  await page.pass(16);
  const soon = page.requests.length;
  assert.ok(soon >= 3 && soon <= 5, soon + ' in 16 s');
  await page.pass(900);
  const later = page.requests.length;
  assert.ok(later >= 10 && later <= 24, later + ' in a quarter of an hour');
});

test('sends nothing else while a request is under way', async () => {
  let answer;
  const page = open({ answers: [new Promise(resolve => { answer = resolve; })] });
  page.tillstream('view', VIEW);
  await page.pass(1);
  page.tillstream('cart', VIEW);
  await page.pass(60);
  assert.equal(page.requests.length, 1);
  answer({ status: 202, text: () => Promise.resolve('{}') });
  await settle();
  assert.deepEqual(page.requests.map(request => rows(request)[0].event_type), ['view', 'cart']);
});

test('drops what is refused, says so, and goes on', async () => {
  const page = open({ answers: [answered(422, '{"detail":"Every row has faults"}')] });
  page.tillstream('click', VIEW);
  await page.pass(1);
  page.tillstream('view', VIEW);
  await page.pass(200);
  assert.deepEqual(page.requests.map(request => rows(request)[0].event_type), ['click', 'view']);
  assert.deepEqual(page.warnings, ['tillstream {"detail":"Every row has faults"}']);
});

test('tells of single rows that are refused', async () => {
  const faults = '{"accepted":1,"rejected":1,"errors":[{"row":1,"field":"price"}]}';
  const page = open({ answers: [answered(202, faults)] });
  page.tillstream('view', VIEW);
  page.tillstream('view', { product_id: '1' });
  await page.pass(200);
  assert.equal(page.requests.length, 1);
  assert.deepEqual(page.warnings, ['tillstream ' + faults]);
});

test('leaves what waits to the browser when the page is hidden', async () => {
  const page = open();
  for (let i = 0; i < 60; i++) page.tillstream('view', VIEW);
  await page.hide();
  await page.pass(60);
  assert.deepEqual(page.beacons.map(beacon => rows(beacon).length), [50, 10]);
  assert.match(page.beacons[0].url, /\/events\?key=&request=/);
  assert.equal(page.requests.length, 0);
  page.show();
  page.tillstream('cart', VIEW);
  await page.pass(1);
  assert.deepEqual(page.requests.flatMap(rows).map(row => row.event_type), ['cart']);
});

test('leaves a request that failed to the browser under the key it had', async () => {
  const page = open({ answers: [503] });
  page.tillstream('view', VIEW);
  await page.pass(1);
  await page.leave();
  await page.pass(60);
  assert.deepEqual(page.beacons, [{ url: page.requests[0].url, body: page.requests[0].body }]);
  assert.equal(page.requests.length, 1);
});

test('leaves alone what is under way when the page goes', async () => {
  const page = open({ answers: [new Promise(() => {})] });
  page.tillstream('view', VIEW);
  await page.pass(1);
  page.tillstream('cart', VIEW);
  await page.leave();
  assert.deepEqual(page.beacons.flatMap(rows).map(row => row.event_type), ['cart']);
});

test('keeps what the browser takes no more of', async () => {
  const page = open({ beacons: 1 });
  for (let i = 0; i < 60; i++) page.tillstream('view', { ...VIEW, product_id: 'p-' + i });
  await page.hide();
  page.show();
  await page.pass(1);
  assert.deepEqual(page.beacons.map(beacon => rows(beacon).length), [50]);
  assert.deepEqual(page.requests.map(request => rows(request).length), [10]);
});

test('keeps no more than 20 requests, and tells of the rest', async () => {
  const page = open({ answers: Array(400).fill('out') });
  for (let i = 0; i < 1_001; i++) page.tillstream('view', VIEW);
  assert.equal(page.warnings.length, 1);
  await page.leave();
  assert.equal(page.beacons.flatMap(rows).length, 1_000);
});

for (const navigator of [{ doNotTrack: '1' }, { globalPrivacyControl: true }]) {
  test('does nothing for ' + Object.keys(navigator), async () => {
    const page = open({ navigator });
    page.tillstream('consent', true);
    page.tillstream('view', VIEW);
    await page.pass(60);
    await page.leave();
    assert.deepEqual([page.requests, page.beacons, page.stores], [[], [], storages()]);
  });
}

for (const consent of ['false', 'required', '']) {
  test('sends and stores nothing before consent: ' + consent, async () => {
    const page = open({ data: { consent } });
    page.tillstream('view', VIEW);
    await page.pass(60);
    await page.leave();
    assert.deepEqual([page.requests, page.beacons, page.stores], [[], [], storages()]);
    page.tillstream('consent', true);
    page.tillstream('cart', VIEW);
    await page.pass(1);
    assert.deepEqual(page.requests.flatMap(rows).map(row => row.event_type), ['cart']);
  });
}

test('sends at once where the page says that it has consent', async () => {
  const page = open({ data: { consent: 'true' } });
  page.tillstream('view', VIEW);
  await page.pass(1);
  assert.equal(page.requests.length, 1);
});

test('forgets everything when consent is taken back', async () => {
  let answer;
  const page = open({ answers: [new Promise(resolve => { answer = resolve; })] });
  page.tillstream('view', VIEW);
  await page.pass(1);
  page.tillstream('cart', VIEW);
  page.tillstream('consent', false);
  answer({ status: 503, text: () => Promise.resolve('') });
  await settle();
  page.tillstream('purchase', VIEW);
  await page.pass(60);
  await page.leave();
  assert.equal(page.requests.length, 1);
  assert.deepEqual([page.beacons, page.stores], [[], storages()]);
});

test('does what the page asked for before it came', async () => {
  const page = open({ before: [['consent', true], ['view', VIEW]], data: { consent: 'false' } });
  await page.pass(1);
  assert.deepEqual(page.requests.flatMap(rows).map(row => row.event_type), ['view']);
});
