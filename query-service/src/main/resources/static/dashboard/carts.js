// What becomes of carts: how many are abandoned, what is left in them, and when they are filled.

import { get } from './api.js';
import { h, replace } from './dom.js';
import * as format from './format.js';
import { categoryName } from './groups.js';
import { byWeekday, heatmap } from './heatmap.js';
import { fact } from './invoice.js';
import { table } from './table.js';

const CATEGORIES = 6;

/** The carts of all and of the categories with the highest value left; no rows where there are no carts. */
export async function loadCarts({ days, by }, signal) {
  const [[all], categories] = await Promise.all([
    get('/analytics/carts', { by, ...days }, signal),
    get('/analytics/carts', { groupBy: 'category1', by, ...days, limit: CATEGORIES }, signal),
  ]);
  return all.carts === '0' ? [] : { all, categories };
}

export function drawCarts(body, { all, categories }) {
  replace(body,
    h('dl', { class: 'facts' },
      fact('Abandonment', h('strong', {}, format.exactPercent(all.abandonmentRate))),
      fact('Value abandoned', h('strong', {}, format.money(all.valueAbandoned))),
      fact('Carts', h('strong', {}, format.count(all.carts))),
      fact('Abandoned', h('strong', {}, format.count(all.abandoned)))),
    table({
      caption: 'Carts by category, those with the highest value left first',
      rows: categories,
      size: row => Number(row.valueAbandoned),
      className: 'under',
      columns: [
        { head: 'Category', cell: categoryName },
        { head: 'Carts', numeric: true, extra: true, cell: row => format.count(row.carts) },
        { head: 'Abandoned', numeric: true, cell: row => format.exactPercent(row.abandonmentRate) },
        { head: 'Value abandoned', numeric: true, cell: row => format.money(row.valueAbandoned) },
      ],
    }),
    h('p', { class: 'note' }, `Pieces for ${format.money(all.valuePut)} were put in, and pieces for `
      + `${format.money(all.valueLeft)} were neither taken out nor bought.`));
}

/** Of more hours than most, the latest are there. */
export const drawCartHours = most => (body, rows) => {
  const cut = rows.length === most && `Since ${format.day(rows[0].hour)}; earlier hours are left out.`;
  const caption = 'Abandoned carts by weekday and hour, in UTC';
  replace(body,
    h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
      heatmap(byWeekday(rows, row => Number(row.abandoned)), caption)),
    cut && h('p', { class: 'note' }, cut));
};
