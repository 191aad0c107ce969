// What the address says after its #, so that every view can be bookmarked. A key never stands there.

import { GRAINS, PRESETS, isDay } from './period.js';

const DETAIL = /^#\/(invoice|customer|segment|find)\/([^/]+)$/;

export const DEFAULTS = Object.freeze({ sort: 'revenue' });

/** `{view: 'overview', from, to, last, grain, sort}` or `{view, id}`; what makes no sense is left out. */
export function parseRoute(hash) {
  const detail = DETAIL.exec(hash);
  const id = detail && decoded(detail[2]);
  if (id) {
    return { view: detail[1], id };
  }
  const given = Object.fromEntries(new URLSearchParams(hash.replace(/^#/, '')));
  const route = { view: 'overview', sort: given.sort === 'quantity' ? 'quantity' : 'revenue' };
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

export function overviewHash({ from, to, last, grain, sort }) {
  const parts = new URLSearchParams();
  Object.entries(last ? { last } : { from, to }).forEach(([name, value]) => value && parts.set(name, value));
  if (grain) {
    parts.set('grain', grain);
  }
  if (sort && sort !== DEFAULTS.sort) {
    parts.set('sort', sort);
  }
  return `#${parts}`;
}

export const detailHash = (view, id) => `#/${view}/${encodeURIComponent(id)}`;

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
