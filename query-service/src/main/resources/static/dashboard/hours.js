// When the shop sells: revenue by weekday and hour.

import { get } from './api.js';
import { h, replace } from './dom.js';
import { byWeekday, heatmap } from './heatmap.js';
import { day } from './format.js';

const MOST_HOURS = 10_000;

export const loadHours = ({ days }, signal) =>
  get('/analytics/sales', { groupBy: 'hour', ...days, limit: MOST_HOURS }, signal);

export function drawHours(body, rows) {
  const cut = rows.length === MOST_HOURS && `Since ${day(rows[0].hour)}; earlier hours are left out.`;
  replace(body,
    h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Revenue by weekday and hour' },
      heatmap(byWeekday(rows, row => Number(row.revenue)), 'Revenue by weekday and hour of the day')),
    cut && h('p', { class: 'note' }, cut));
}
