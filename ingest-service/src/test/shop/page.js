// A page of a shop as shop.js sees it: its own clock, network and storage, none of which is real.
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';

const SCRIPT = readFileSync(new URL('shop.js', import.meta.url), 'utf8');

export const VIEW = { product_id: '44600062', category_id: '2103807459595387724', price: 35.79 };

/** Opens a page; the options say what its browser and its script tag are like. */
export function open({ data = {}, navigator = {}, stores = storages(), answers = [], beacons = 99, before = [] } = {}) {
  const page = { requests: [], beacons: [], warnings: [], stores, now: 0 };
  const timers = new Map();
  const listeners = {};
  const document = {
    currentScript: { src: 'https://ingest.shop.example/t/shop.js?v=1', dataset: data },
    hidden: false,
  };
  let nextTimer = 1;
  const window = {};
  Object.defineProperty(window, 'localStorage', { get: () => storeOf(stores.local) });
  Object.defineProperty(window, 'sessionStorage', { get: () => storeOf(stores.session) });
  if (before.length) window.tillstream = { q: before };
  const context = {
    window, document, URL, Blob, crypto, JSON, Math, Date, Array, Uint32Array,
    navigator: { ...navigator, sendBeacon: (url, body) => page.beacons.length < beacons && !!page.beacons.push({ url, body }) },
    console: { warn: (...texts) => page.warnings.push(texts.join(' ')) },
    addEventListener: (name, listener) => { listeners[name] = listener; },
    setTimeout: (action, delay) => { timers.set(nextTimer, { action, at: page.now + delay }); return nextTimer++; },
    fetch: (url, options) => {
      page.requests.push({ url, ...options });
      const answer = answers.length > 0 ? answers.shift() : 202;
      return answer.then ? answer : answered(answer);
    },
  };
  runInNewContext(SCRIPT, context);
  page.tillstream = (...call) => window.tillstream(...call);
  page.hide = async () => { document.hidden = true; listeners.visibilitychange(); await settle(); };
  page.show = () => { document.hidden = false; listeners.visibilitychange(); };
  page.leave = async () => { listeners.pagehide(); await settle(); };
  /** Lets so many seconds go by. */
  page.pass = async seconds => {
    const until = page.now + seconds * 1000;
    for (let due = earliest(timers, until); due; due = earliest(timers, until)) {
      const [timer, { action, at }] = due;
      timers.delete(timer);
      page.now = at;
      action();
      await settle();
    }
    page.now = until;
  };
  return page;
}

export const storages = () => ({ local: {}, session: {} });

/** What a request or a beacon says. */
export const rows = request => JSON.parse(request.body);
export const keyOf = request => new URL(request.url).searchParams.get('request');

/** An answer of this status, or a network that is out. */
export function answered(status, body = '{}') {
  if (status === 'out') return Promise.reject(new TypeError('Failed to fetch'));
  return Promise.resolve({ status, text: () => Promise.resolve(body) });
}

export async function settle() {
  for (let i = 0; i < 20; i++) await null;
}

function storeOf(store) {
  if (store === 'refused') throw new Error('SecurityError');
  return store;
}

function earliest(timers, until) {
  return [...timers].filter(([, { at }]) => at <= until).sort(([, a], [, b]) => a.at - b.at)[0];
}
