// Who comes back to buy: a row for each month of first purchases, a column for each month since.

import { h, replace } from './dom.js';
import * as format from './format.js';
import { plusMonths } from './period.js';

/**
 * `{cohort, users, rates}` in order of time, and in rates the share of every month until the last; months in which none
 * bought are absent in the rows, and zero here.
 */
export function triangleOf(rows, lastMonth) {
  const last = rows.reduce((latest, { month }) => (month > latest ? month : latest), lastMonth);
  const byCohort = new Map();
  for (const row of rows) {
    const known = byCohort.get(row.cohort) ?? { cohort: row.cohort, users: row.cohortUsers, rates: zeros(row.cohort, last) };
    known.rates[Number(row.monthsSince)] = row.retentionRate;
    byCohort.set(row.cohort, known);
  }
  return [...byCohort.values()].sort((one, other) => (one.cohort < other.cohort ? -1 : 1));
}

function zeros(cohort, last) {
  const rates = [];
  for (let month = cohort; month <= last; month = plusMonths(`${month}-01`, 1).slice(0, 7)) {
    rates.push('0');
  }
  return rates;
}

export function drawCohorts(body, rows, { facts }) {
  const cohorts = triangleOf(rows, facts.last.slice(0, 7));
  const months = Math.max(...cohorts.map(({ rates }) => rates.length));
  const highest = Math.max(...cohorts.flatMap(({ rates }) => rates.slice(1).map(Number)), 0) || 1;
  const caption = 'Share of users who bought again, by months since their first purchase';
  replace(body,
    h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
      h('table', { class: 'triangle' },
        h('caption', { class: 'hidden' }, caption),
        h('thead', {}, h('tr', {},
          h('th', { scope: 'col' }, 'First bought'),
          h('th', { scope: 'col', class: 'numeric' }, 'Users'),
          Array.from({ length: months }, (_, since) => h('th', { scope: 'col' }, since === 0 ? 'Month 0' : `+${since}`)))),
        h('tbody', {}, cohorts.map(cohort => cohortRow(cohort, months, highest))))),
    h('p', { class: 'note' }, 'The period picks first purchases; what users bought later counts whenever it was. '
      + 'Months are in UTC, and the latest may still go on.'));
}

function cohortRow({ cohort, users, rates }, months, highest) {
  return h('tr', {},
    h('th', { scope: 'row' }, format.shortMonthAndYear(cohort)),
    h('td', { class: 'numeric' }, format.count(users)),
    Array.from({ length: months }, (_, since) => rateCell(rates[since], since, highest)));
}

/** All of a cohort bought in its first month, which is no measure for the others. */
function rateCell(rate, since, highest) {
  if (rate === undefined) {
    return h('td', { class: 'none' });
  }
  const cell = h('td', {}, format.percent(rate));
  cell.style.setProperty('--part', (since === 0 ? 0 : Number(rate) / highest).toFixed(3));
  return cell;
}
