// The customers of one segment, best first.

import { get } from './api.js';
import { h } from './dom.js';
import * as format from './format.js';
import { customerLink } from './lists.js';
import { table } from './table.js';

const MOST = 200;

export async function segmentView(segment, signal) {
  const rows = await get('/analytics/rfm', { segment, limit: MOST }, signal);
  return h('section', { class: 'panel', 'aria-labelledby': 'segment-title' },
    h('header', {}, h('h1', { id: 'segment-title' }, format.label(segment)),
      h('p', { class: 'scope' }, rows.length === MOST ? `the best ${MOST}` : `${rows.length} customers`)),
    h('div', { class: 'body' }, rows.length === 0 ? h('p', { class: 'nothing' }, 'No customers are in this segment.')
      : customers(rows)));
}

function customers(rows) {
  return table({
    caption: 'Customers, with scores from 1 to 5',
    rows,
    columns: [
      { head: 'Customer', cell: row => customerLink(row.customerId) },
      { head: 'Recency', numeric: true, extra: true, cell: row => row.recency },
      { head: 'Frequency', numeric: true, extra: true, cell: row => row.frequency },
      { head: 'Value', numeric: true, extra: true, cell: row => row.monetary },
      { head: 'Last purchase', cell: row => format.day(row.lastPurchase) },
      { head: 'Invoices', numeric: true, cell: row => format.count(row.invoices) },
      { head: 'Spent', numeric: true, cell: row => format.money(row.net) },
    ],
  });
}
