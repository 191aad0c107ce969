import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detailHash, overviewHash, parseRoute, shopHash } from './route.js';

test('an address without anything is the overview of all', () => {
  assert.deepEqual(parseRoute(''), { view: 'overview', sort: 'revenue', risk: 'at-risk' });
  assert.equal(overviewHash(parseRoute('')), '#');
});

test('what is chosen survives the way through the address', () => {
  for (const hash of ['#last=30d&grain=day', '#from=2011-01-01&to=2011-02-01&sort=quantity', '#risk=lost']) {
    assert.equal(overviewHash(parseRoute(hash)), hash);
  }
});

test('what makes no sense is left out', () => {
  assert.equal(overviewHash(parseRoute('#from=2011-02-30&to=tomorrow&grain=year&sort=x&last=2y&key=tsk_secret')), '#');
  assert.equal(overviewHash(parseRoute('#from=2011-02-01&to=2011-01-01')), '#from=2011-02-01');
});

test('the shop has choices of its own', () => {
  assert.deepEqual(parseRoute('#/shop'), { view: 'shop', by: 'sessions', groupBy: 'category1', level: '1', sort: 'revenue' });
  assert.equal(shopHash(parseRoute('#/shop')), '#/shop');
  for (const hash of ['#/shop?last=30d&by=users', '#/shop?from=2019-10-01&to=2019-10-31&groupBy=day&level=3&sort=views']) {
    assert.equal(shopHash(parseRoute(hash)), hash);
  }
  assert.equal(shopHash(parseRoute('#/shop?by=robots&level=4&sort=quantity&last=2y&grain=day&from=x')), '#/shop');
  assert.equal(parseRoute('#/shopping').view, 'overview');
});

test('numbers of any kind can be looked up', () => {
  assert.deepEqual(parseRoute('#/customer/17850'), { view: 'customer', id: '17850' });
  assert.deepEqual(parseRoute(detailHash('invoice', 'a/b?c#d é')), { view: 'invoice', id: 'a/b?c#d é' });
  assert.deepEqual(parseRoute(detailHash('invoice', '1', 'a/b c')), { view: 'invoice', id: '1', store: 'a/b c' });
  assert.deepEqual(parseRoute(detailHash('invoice', '1', '')), { view: 'invoice', id: '1', store: '' });
  for (const id of ['acme/42', '..', '.', 'a;b', '100%', 'back\\slash', '\u202eynamreG']) {
    assert.deepEqual(parseRoute(detailHash('customer', id)), { view: 'customer', id });
  }
  assert.equal(parseRoute(detailHash('customer', 'half \ud800')).id, 'half \ufffd');
  assert.equal(parseRoute('#/customer/%E0%A4%A').view, 'overview');
  assert.equal(parseRoute('#/nothing/1').view, 'overview');
});
