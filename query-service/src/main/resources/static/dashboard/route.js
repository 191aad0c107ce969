// What the address says after its #, so that every view can be bookmarked. A key never stands there.

import { GRAINS, PRESETS, isDay } from './period.js';

const DETAIL = /^#\/(invoice|customer|segment|find)\/([^/]+)(?:\/([^/]*))?$/;
const SHOP = /^#\/shop(?:\?(.*))?$/;

/** What can be chosen in each view beside the period; the first is what holds unless the address says another. */
const CHOICES = {
  overview: { sort: ['revenue', 'quantity'], risk: ['at-risk', 'lost', 'once'] },
  shop: {
    by: ['sessions', 'users'],
    groupBy: ['category1', 'brand', 'day'],
    level: ['1', '2', '3'],
    sort: ['revenue', 'purchases', 'views'],
  },
};

/**
 * `{view: 'overview', from, to, last, grain, sort, risk}`, `{view: 'shop', from, to, last, by, groupBy, level, sort}`, or
 * `{view, id, store}` with the shop of an invoice where several have one of that number; what makes no sense is left out.
 */
export function parseRoute(hash) {
  const detail = DETAIL.exec(hash);
  const id = detail && decoded(detail[2]);
  if (id) {
    return { view: detail[1], id, ...(detail[3] !== undefined && { store: decoded(detail[3]) }) };
  }
  const shop = SHOP.exec(hash);
  if (shop) {
    return { view: 'shop', ...chosen('shop', parametersOf(shop[1] ?? '')) };
  }
  const given = parametersOf(hash.replace(/^#/, ''));
  const route = { view: 'overview', ...chosen('overview', given) };
  return GRAINS.includes(given.grain) ? { ...route, grain: given.grain } : route;
}

const parametersOf = text => Object.fromEntries(new URLSearchParams(text));

function chosen(view, given) {
  const route = Object.fromEntries(Object.entries(CHOICES[view])
    .map(([name, known]) => [name, known.includes(given[name]) ? given[name] : known[0]]));
  if (PRESETS.includes(given.last)) {
    route.last = given.last;
  } else {
    Object.assign(route, isDay(given.from) && { from: given.from }, isDay(given.to) && { to: given.to });
  }
  if (route.from > route.to) {
    delete route.to;
  }
  return route;
}

export const overviewHash = route => `#${parameters('overview', route)}`;

export function shopHash(route) {
  const given = String(parameters('shop', route));
  return given ? `#/shop?${given}` : '#/shop';
}

/** What holds anyway is left out. */
function parameters(view, { from, to, last, grain, ...others }) {
  const choices = Object.entries(CHOICES[view]).map(([name, known]) => [name, others[name] !== known[0] && others[name]]);
  const period = Object.entries(last ? { last } : { from, to });
  return new URLSearchParams([...period, ['grain', grain], ...choices].filter(([, value]) => value));
}

/** Half a pair cannot be part of an address; it becomes what stands for an unknown character. */
export const detailHash = (view, id, store) => `#/${[view, id, store].filter(part => part !== undefined)
  .map(part => encodeURIComponent(part.toWellFormed())).join('/')}`;

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
