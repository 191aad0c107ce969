// A customer: what the invoices add up to, and the invoices, newest first, page by page.

import { get } from './api.js';
import { h, replace } from './dom.js';
import * as format from './format.js';
import { between, fact } from './invoice.js';
import { detailHash } from './route.js';
import { table } from './table.js';
import { data } from './text.js';

const PAGE = 50;
/** Ids go as parameters: some, such as acme/42, cannot be part of a path. */
const INVOICES = '/customers/invoices';

export async function customerView(id, signal) {
  const [customer, page] = await Promise.all([
    get('/customers', { id }, signal),
    get(INVOICES, { id, limit: PAGE }, signal),
  ]);
  return h('article', { 'aria-labelledby': 'customer-title' },
    h('header', { class: 'panel summary' },
      h('h1', { id: 'customer-title' }, 'Customer ', data(customer.customerId)),
      h('dl', { class: 'facts' },
        fact('Net spend', h('strong', {}, format.money(customer.netSpend))),
        fact('Sales', format.money(customer.sales)),
        fact('Cancellations', format.money(customer.cancellations)),
        fact('Invoices', format.count(customer.invoices)),
        fact('First purchase', format.day(customer.firstPurchase)),
        fact('Last purchase', format.day(customer.lastPurchase)),
        fact(customer.countries.length > 1 ? 'Countries' : 'Country', between(', ', customer.countries.map(data))))),
    invoices(id, page, signal));
}

function invoices(id, first, signal) {
  const list = invoiceTable(first.invoices);
  const more = h('p', { class: 'more' });
  const follow = page => more.replaceChildren(...(page.next ? [nextButton(page.next)] : []));
  const nextButton = cursor => {
    const button = h('button', { type: 'button' }, 'Show more');
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        const page = await get(INVOICES, { id, limit: PAGE, cursor }, signal);
        list.tBodies[0].append(...invoiceTable(page.invoices).tBodies[0].rows);
        follow(page);
      } catch (problem) {
        button.disabled = false;
        replace(button, data(problem.message), '. Try again');
      }
    });
    return button;
  };
  follow(first);
  return h('section', { class: 'panel', 'aria-labelledby': 'invoices-title' },
    h('header', {}, h('h2', { id: 'invoices-title' }, 'Invoices')), h('div', { class: 'body' }, list, more));
}

function invoiceTable(rows) {
  return table({
    caption: 'Invoices, newest first',
    rows,
    columns: [
      { head: 'Invoice', cell: row => h('a', { href: detailHash('invoice', row.invoiceNo, row.storeId) }, data(row.invoiceNo)) },
      { head: 'Date', cell: row => format.dayAndTime(row.date) },
      { head: 'Kind', extra: true, cell: row => format.label(row.kind) },
      { head: 'Country', extra: true, cell: row => data(row.country) },
      { head: 'Lines', numeric: true, cell: row => format.count(row.lineCount) },
      { head: 'Total', numeric: true, cell: row => format.money(row.total) },
    ],
  });
}
