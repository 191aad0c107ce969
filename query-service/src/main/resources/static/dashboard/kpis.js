// The key figures: how revenue adds up, like the foot of a receipt, and six more beside it.

import { get } from './api.js';
import { h, replace } from './dom.js';
import * as format from './format.js';

const FOOT = [
  ['sales', 'Sales'],
  ['cancellations', 'Cancellations'],
  ['adjustments', 'Adjustments'],
];

const TILES = [
  ['invoices', 'Invoices', format.count],
  ['customers', 'Customers', format.count],
  ['averageInvoice', 'Average invoice', format.money],
  ['cancellationRate', 'Cancellation rate', format.exactPercent],
  ['lines', 'Lines', format.count],
  ['quantity', 'Units', format.count],
];

/** Figures of the chosen days, and of those before where there are any. */
export async function loadKpis({ days, before }, signal) {
  const [chosen, earlier] = await Promise.all([
    get('/analytics/kpis', days, signal),
    before && get('/analytics/kpis', before, signal),
  ]);
  return { chosen, earlier };
}

export function drawKpis(body, { chosen, earlier }, { days, before }) {
  const changed = name => earlier && changeOf(name, chosen[name], earlier[name]);
  const foot = FOOT.map(([name, label]) => footRow(label, chosen[name], changed(name)));
  replace(body,
    h('div', { class: 'receipt' },
      h('dl', {}, ...foot, footRow('Revenue', chosen.revenue, changed('revenue'), 'total')),
      h('p', { class: 'note' }, remark(days, before, chosen))),
    h('dl', { class: 'tiles' }, TILES.map(([name, label, written]) => h('div', {},
      h('dt', {}, label),
      h('dd', { class: 'figure' }, written(chosen[name])),
      h('dd', { class: 'change' }, changed(name) || ' ')))));
}

function footRow(label, amount, changed, kind) {
  return h('div', { class: kind }, h('dt', {}, label), h('dd', { class: 'change' }, changed || ''),
    h('dd', { class: 'amount' }, format.money(amount)));
}

/** By how much a figure grew, by its size: more cancellations are a plus although their amount is negative. */
export function changeOf(name, text, earlierText) {
  if (text === undefined || earlierText === undefined || Number(earlierText) === 0) {
    return undefined;
  }
  const [figure, earlier] = [Math.abs(Number(text)), Math.abs(Number(earlierText))];
  return name === 'cancellationRate'
    ? `${format.signedPercent(figure - earlier).replace(/\s?%/, '')} points`
    : format.signedPercent(figure / earlier - 1);
}

function remark(days, before, { products, countries }) {
  if (before) {
    return `Changes are against ${format.day(before.from)} – ${format.day(before.to)}.`;
  }
  return days.from ? 'There is no whole period of that length before, so no changes are shown.'
    : `${format.count(products)} products, sold to ${format.count(countries)} countries.`;
}
