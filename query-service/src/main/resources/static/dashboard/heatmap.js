// Weekdays by hours, as a table whose cells are the darker the more they hold.

import { h } from './dom.js';
import { rough, weekday } from './format.js';

const DAYS = 7;

/** `cells[weekday][hour]`, Monday first, of rows with `hour` and the figure that value(row) is. */
export function byWeekday(rows, value) {
  const cells = Array.from({ length: DAYS }, () => new Array(24).fill(0));
  for (const row of rows) {
    const day = (new Date(`${row.hour.slice(0, 10)}T00:00Z`).getUTCDay() + 6) % DAYS;
    cells[day][Number(row.hour.slice(11, 13))] += value(row);
  }
  return cells;
}

/** The first of January 2001 was a Monday, hence the names of weekdays. */
export function heatmap(cells, caption) {
  const hours = hoursWithTrade(cells);
  const highest = Math.max(...cells.flat(), 1);
  return h('table', { class: 'heatmap' },
    h('caption', { class: 'hidden' }, caption),
    h('thead', {}, h('tr', {}, h('td'), hours.map(hour => h('th', { scope: 'col' }, String(hour).padStart(2, '0'))))),
    h('tbody', {}, cells.map((day, index) => h('tr', {},
      h('th', { scope: 'row' }, weekday(`2001-01-0${index + 1}`)),
      hours.map(hour => cell(day[hour], highest))))));
}

function cell(value, highest) {
  const part = Math.max(0, value) / highest;
  const element = h('td', {}, h('span', {}, value === 0 ? '' : rough(value)));
  element.style.setProperty('--part', part.toFixed(3));
  return element;
}

function hoursWithTrade(cells) {
  const used = Array.from({ length: 24 }, (_, hour) => hour).filter(hour => cells.some(day => day[hour] !== 0));
  const [first, last] = used.length ? [used[0], used.at(-1)] : [9, 17];
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}
