// How far visitors go: from a view to the cart to a purchase, with the share that goes on and how long it takes.

import { h, replace } from './dom.js';
import * as format from './format.js';
import { brandName, categoryName } from './groups.js';
import { fact } from './invoice.js';
import { table } from './table.js';

const GROUPS = {
  category1: { head: 'Category', cell: categoryName },
  brand: { head: 'Brand', cell: brandName },
  day: { head: 'Day', cell: row => format.day(row.day) },
};

const NAMES = { sessions: 'Sessions', users: 'Users' };

/** The steps in their order: `{name, count, part, rate, seconds}`; part is the share of those who took the first. */
export function stepsOf(row, by) {
  const first = Number(row.viewed);
  const part = count => (first > 0 ? Number(count) / first : 0);
  const all = Number(row[by]);
  return [
    { name: 'Viewed a product', count: row.viewed, rate: all > 0 ? first / all : undefined, of: `of all ${by}` },
    { name: 'Put into the cart', count: row.carted, rate: row.cartRate, of: 'of those', seconds: row.secondsToCart },
    { name: 'Bought', count: row.purchased, rate: row.purchaseRate, of: 'of those', seconds: row.secondsToPurchase },
  ].map(step => ({ ...step, part: part(step.count) }));
}

export function drawFunnel(body, [row], { by }) {
  replace(body,
    h('ol', { class: 'funnel', 'aria-label': 'Steps from a view to a purchase' }, stepsOf(row, by).map(stepItem)),
    h('dl', { class: 'facts' },
      fact(NAMES[by], h('strong', {}, format.count(row[by]))),
      fact('From view to purchase', h('strong', {}, format.exactPercent(row.funnelRate))),
      fact('Bought anything', h('strong', {}, format.count(row.converted))),
      fact('Conversion', h('strong', {}, format.exactPercent(row.conversionRate)))),
    h('p', { class: 'note' }, `A step counts for ${by} that took the steps before it. Times are medians. `
      + `Bought anything counts all ${by} with a purchase, whatever came before.`));
}

function stepItem({ name, count, part, rate, of, seconds }) {
  const bar = h('span', { class: 'part', 'aria-hidden': 'true' });
  bar.style.setProperty('--part', part);
  return h('li', {},
    h('span', { class: 'name' }, name),
    h('span', { class: 'count' }, format.count(count)),
    bar,
    h('span', { class: 'scope' }, rate !== undefined && `${format.exactPercent(rate)} ${of}`,
      seconds !== undefined && `, after ${format.duration(seconds)}`));
}

/** Days come in their order, and the latest is to be seen first. */
export function drawFunnels(body, rows, { by, groupBy }) {
  const { head, cell } = GROUPS[groupBy];
  replace(body, table({
    caption: `Funnel by ${head.toLowerCase()}, with conversion as bars`,
    rows: groupBy === 'day' ? [...rows].reverse() : rows,
    size: row => Number(row.conversionRate ?? 0),
    columns: [
      { head, cell },
      { head: NAMES[by], numeric: true, cell: row => format.count(row[by]) },
      { head: 'View to cart', numeric: true, extra: true, cell: row => format.exactPercent(row.cartRate) },
      { head: 'Time to cart', numeric: true, extra: true, cell: row => format.duration(row.secondsToCart) },
      { head: 'Cart to purchase', numeric: true, extra: true, cell: row => format.exactPercent(row.purchaseRate) },
      { head: 'Time to purchase', numeric: true, extra: true, cell: row => format.duration(row.secondsToPurchase) },
      { head: 'View to purchase', numeric: true, extra: true, cell: row => format.exactPercent(row.funnelRate) },
      { head: 'Conversion', numeric: true, cell: row => format.exactPercent(row.conversionRate) },
    ],
  }));
}
