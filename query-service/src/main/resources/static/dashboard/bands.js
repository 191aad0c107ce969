// Bands of prices, the lowest first: how well each sells.

import { replace } from './dom.js';
import * as format from './format.js';
import { table } from './table.js';

/** All bands are always there; they have views, purchases or other events, or nothing to show. */
export const someInBands = (rows, { by }) => rows.some(row => row.views !== '0' || row.purchases !== '0' || row[by] !== '0');

export function bandName({ from, to }) {
  if (from === undefined) {
    return `under ${format.count(to)}`;
  }
  return to === undefined ? `${format.count(from)} and more` : `${format.count(from)} – ${format.count(to)}`;
}

export function drawBands(body, rows) {
  replace(body, table({
    caption: 'Bands of prices, with the share of visitors who bought there as bars',
    rows,
    size: row => Number(row.conversionRate ?? 0),
    columns: [
      { head: 'Price', cell: bandName },
      { head: 'Views', numeric: true, extra: true, cell: row => format.count(row.views) },
      { head: 'Bought', numeric: true, cell: row => format.count(row.purchases) },
      { head: 'Conversion', numeric: true, cell: row => format.exactPercent(row.conversionRate) },
      { head: 'Revenue', numeric: true, extra: true, cell: row => format.money(row.revenue) },
    ],
  }));
}
