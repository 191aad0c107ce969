// The panels that are lists: countries, products, segments, customers at stake.

import { get } from './api.js';
import { sum } from './decimals.js';
import { h, replace } from './dom.js';
import * as format from './format.js';
import { detailHash } from './route.js';
import { table } from './table.js';
import { data, plain } from './text.js';

const COUNTRIES = 12;
const PRODUCTS = 13;
const CUSTOMERS = 9;

export const loadCountries = ({ days }, signal) => get('/analytics/sales', { groupBy: 'country', ...days }, signal);

export function drawCountries(body, rows) {
  const rest = rows.slice(COUNTRIES);
  const others = rest.length > 0 && {
    country: `${rest.length} others`,
    invoices: sum(rest.map(row => row.invoices)),
    revenue: sum(rest.map(row => row.revenue)),
  };
  const all = Number(sum(rows.map(row => row.revenue)));
  replace(body, table({
    caption: 'Revenue by country',
    rows: others ? [...rows.slice(0, COUNTRIES), others] : rows,
    size: row => Number(row.revenue),
    columns: [
      { head: 'Country', cell: row => data(row.country) },
      { head: 'Invoices', numeric: true, extra: true, cell: row => format.count(row.invoices) },
      { head: 'Revenue', numeric: true, cell: row => format.money(row.revenue) },
      { head: 'Share', numeric: true, cell: row => (all > 0 ? format.percent(Number(row.revenue) / all) : '') },
    ],
  }));
}

export const loadProducts = ({ days, sort }, signal) =>
  get('/analytics/products', { sort, ...days, limit: PRODUCTS }, signal);

export function drawProducts(body, rows, { sort }) {
  replace(body, table({
    caption: `Products with the highest ${sort}`,
    rows,
    size: row => Number(row[sort]),
    columns: [
      { head: 'Product', cell: row => named(row.stockCode, row.description) },
      { head: 'Units', numeric: true, extra: sort !== 'quantity', cell: row => format.count(row.quantity) },
      { head: 'Revenue', numeric: true, extra: sort === 'quantity', cell: row => format.money(row.revenue) },
    ],
  }));
}

export const loadSegments = (_, signal) => get('/analytics/rfm/segments', {}, signal);

export function drawSegments(body, rows) {
  const all = Number(sum(rows.map(row => row.customers)));
  replace(body, table({
    caption: 'Customers by recency, frequency and value',
    rows,
    size: row => Number(row.revenue),
    columns: [
      { head: 'Segment', cell: row => h('a', { href: detailHash('segment', row.segment) }, format.label(row.segment)) },
      { head: 'Customers', numeric: true, cell: row => format.count(row.customers) },
      { head: 'Share', numeric: true, extra: true, cell: row => format.percent(Number(row.customers) / all) },
      { head: 'Revenue', numeric: true, cell: row => format.money(row.revenue) },
    ],
  }));
}

export const loadChurn = ({ risk }, signal) => get('/analytics/churn', { risk, limit: CUSTOMERS }, signal);

export function drawChurn(body, rows) {
  replace(body, table({
    caption: 'Customers by how long they have not bought, in terms of their own rhythm; those who spent most first',
    rows,
    columns: [
      { head: 'Customer', cell: row => customerLink(row.customerId) },
      { head: 'Last purchase', extra: true, cell: row => format.day(row.lastPurchase) },
      { head: 'Silent for', numeric: true, cell: row => inDays(row.daysSince) },
      { head: 'Usually every', numeric: true, extra: true, cell: row => inDays(row.rhythmDays) },
      { head: 'Spent', numeric: true, cell: row => format.money(row.net) },
    ],
  }));
}

export const customerLink = id => h('a', { href: detailHash('customer', id) }, data(id));

export const named = (code, description) => h('span', { class: 'product', title: plain([code, description ?? ''].join(' ')) },
  h('span', { class: 'code' }, data(code)), description && data(description));

const inDays = text => (text === undefined ? '–' : `${format.oneDecimal(text)} d`);
