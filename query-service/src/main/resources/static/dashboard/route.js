// What the address says after its #, so that every view can be bookmarked. A key never stands there.

import { GRAINS, PRESETS, isDay } from './period.js';

const DETAIL = /^#\/(invoice|customer|segment|find)\/([^/]+)(?:\/([^/]*))?$/;

export const SORTS = ['revenue', 'quantity'];
export const RISKS = ['at-risk', 'lost', 'once'];

/**
 * `{view: 'overview', from, to, last, grain, sort, risk}`, or `{view, id, store}` with the shop of an invoice where several
 * have one of that number; what makes no sense is left out.
 */
export function parseRoute(hash) {
  const detail = DETAIL.exec(hash);
  const id = detail && decoded(detail[2]);
  if (id) {
    return { view: detail[1], id, ...(detail[3] !== undefined && { store: decoded(detail[3]) }) };
  }
  const given = Object.fromEntries(new URLSearchParams(hash.replace(/^#/, '')));
  const route = { view: 'overview', sort: oneOf(SORTS, given.sort), risk: oneOf(RISKS, given.risk) };
  if (PRESETS.includes(given.last)) {
    route.last = given.last;
  } else {
    Object.assign(route, isDay(given.from) && { from: given.from }, isDay(given.to) && { to: given.to });
  }
  if (route.from > route.to) {
    delete route.to;
  }
  return GRAINS.includes(given.grain) ? { ...route, grain: given.grain } : route;
}

export function overviewHash({ from, to, last, grain, sort = SORTS[0], risk = RISKS[0] }) {
  const parts = new URLSearchParams();
  Object.entries(last ? { last } : { from, to }).forEach(([name, value]) => value && parts.set(name, value));
  if (grain) {
    parts.set('grain', grain);
  }
  if (sort !== SORTS[0]) {
    parts.set('sort', sort);
  }
  if (risk !== RISKS[0]) {
    parts.set('risk', risk);
  }
  return `#${parts}`;
}

/** Half a pair cannot be part of an address; it becomes what stands for an unknown character. */
export const detailHash = (view, id, store) => `#/${[view, id, store].filter(part => part !== undefined)
  .map(part => encodeURIComponent(part.toWellFormed())).join('/')}`;

const oneOf = (known, given) => (known.includes(given) ? given : known[0]);

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
