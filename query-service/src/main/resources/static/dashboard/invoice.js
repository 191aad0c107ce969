// An invoice, laid out as the receipt it was.

import { get } from './api.js';
import { h } from './dom.js';
import * as format from './format.js';
import { customerLink, named } from './lists.js';
import { table } from './table.js';

export async function invoiceView(number, signal) {
  const invoice = await get(`/invoices/${encodeURIComponent(number)}`, {}, signal);
  return h('article', { class: 'slip', 'aria-labelledby': 'slip-title' },
    h('header', {},
      h('h1', { id: 'slip-title' }, `Invoice ${invoice.invoiceNo}`),
      invoice.kind !== 'SALE' && h('p', { class: 'tag' }, format.label(invoice.kind)),
      h('dl', { class: 'facts' },
        fact('Customer', invoice.customerId ? customerLink(invoice.customerId) : 'Guest'),
        fact('Date', format.dayAndTime(invoice.date)),
        fact('Country', invoice.country),
        fact('Lines', format.count(invoice.lineCount)))),
    table({
      caption: `Lines of invoice ${invoice.invoiceNo}`,
      rows: invoice.lines,
      columns: [
        { head: 'Product', cell: product },
        { head: 'Units', numeric: true, cell: line => format.count(line.quantity) },
        { head: 'Price', numeric: true, cell: line => format.price(line.unitPrice) },
        { head: 'Amount', numeric: true, cell: line => format.money(line.lineTotal) },
      ],
    }),
    h('p', { class: 'sum' }, h('span', {}, 'Total'), h('strong', {}, format.money(invoice.total))));
}

export const fact = (name, value) => h('div', {}, h('dt', {}, name), h('dd', {}, value));

/** What rules derived from the line stands beneath it. */
function product(line) {
  const derived = Object.entries(line.attributes ?? {}).map(([name, value]) => `${name} ${value}`);
  return h('span', {}, named(line.stockCode, line.description),
    derived.length > 0 && h('small', {}, derived.join(' · ')));
}
