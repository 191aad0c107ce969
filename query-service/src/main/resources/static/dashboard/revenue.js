// Revenue over time: the chart, what its cursor is on, and the same as a table.

import { get } from './api.js';
import { h, replace } from './dom.js';
import * as format from './format.js';
import { sum } from './decimals.js';
import { bounded, bucketOf, bucketsBetween } from './period.js';
import { table } from './table.js';
import { timeChart } from './timechart.js';

const SERIES = ['sales', 'cancellations', 'revenue'];
const MOST_BUCKETS = 5000;

export const loadRevenue = ({ days, grain }, signal) =>
  get('/analytics/sales', { groupBy: grain, ...days, limit: MOST_BUCKETS }, signal);

/** onPick is told the bucket that is chosen, unless there is no finer grain. */
export const drawRevenue = onPick => (body, rows, { days, grain, facts }) => {
  const within = bounded(days, facts);
  const points = withGaps(rows, grain, within);
  const span = `${format.day(within.from)} – ${format.day(within.to)}`;
  const all = Object.fromEntries(SERIES.map(name => [name, sum(rows.map(row => row[name]))]));
  const readout = h('div', { class: 'readout', 'aria-live': 'polite' });
  const chart = h('div');
  const show = point => {
    const figures = point ? point.row ?? {} : all;
    replace(readout,
      h('p', { class: 'when' }, point ? format.bucketName(grain, point.key) : span),
      h('dl', {}, SERIES.map(name => h('div', { class: name },
        h('dt', {}, format.label(name)), h('dd', {}, format.money(figures[name] ?? '0'))))));
  };
  const closer = grain !== 'hour';
  const hadFocus = body.querySelector('.timechart:focus') !== null;
  show();
  replace(body, readout, chart, asTable(rows, grain));
  timeChart(chart, points, {
    grain,
    label: `Revenue by ${grain}, ${span}. Arrow keys go from ${grain} to ${grain}.${closer ? ' Enter looks closer.' : ''}`,
    onCursor: index => show(points[index]),
    onPick: closer && (index => onPick(points[index].key)),
  });
  if (hadFocus) {
    chart.firstElementChild.focus();
  }
};

/** Every bucket of the days, also those without trade, from the first that has some. */
function withGaps(rows, grain, { from, to }) {
  const byKey = new Map(rows.map(row => [row[grain], row]));
  const last = grain === 'hour' ? `${to}T23:00` : bucketOf(grain, to);
  const first = [bucketOf(grain, from), rows[0][grain]].sort()[rows.length < MOST_BUCKETS ? 0 : 1];
  return bucketsBetween(grain, first, last).map(key => {
    const row = byKey.get(key);
    const [sales, cancellations, revenue] = SERIES.map(name => Number(row?.[name] ?? 0));
    return { key, row, sales, cancellations, revenue };
  });
}

function asTable(rows, grain) {
  const details = h('details', { class: 'behind' }, h('summary', {}, 'As a table'));
  details.addEventListener('toggle', () => {
    if (details.open && details.childElementCount === 1) {
      details.append(h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `Revenue by ${grain}` },
        table({
          caption: `Revenue by ${grain}`,
          rows: [...rows].reverse(),
          columns: [
            { head: format.label(grain), cell: row => format.bucketName(grain, row[grain]) },
            ...SERIES.map(name => ({ head: format.label(name), numeric: true, cell: row => format.money(row[name]) })),
            { head: 'Invoices', numeric: true, extra: true, cell: row => format.count(row.invoices) },
          ],
        })));
    }
  });
  return details;
}
