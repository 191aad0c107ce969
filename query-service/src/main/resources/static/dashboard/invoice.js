// An invoice, laid out as the receipt it was.

import { get } from './api.js';
import { h } from './dom.js';
import * as format from './format.js';
import { customerLink, named } from './lists.js';
import { detailHash } from './route.js';
import { table } from './table.js';
import { data } from './text.js';

export async function invoiceView(number, signal, store) {
  try {
    return slip(await get(`/invoices/${encodeURIComponent(number.toWellFormed())}`, { store }, signal));
  } catch (problem) {
    if (problem.stores) {
      return shopsOf(number, problem.stores);
    }
    throw problem;
  }
}

/** Where several shops have an invoice of that number. */
function shopsOf(number, stores) {
  return h('section', { class: 'message' }, h('h1', {}, 'Invoice ', data(number)),
    h('p', {}, 'Several shops have an invoice of this number:'),
    h('ul', {}, stores.map(store =>
      h('li', {}, h('a', { href: detailHash('invoice', number, store) }, store ? data(store) : 'Without a shop')))));
}

function slip(invoice) {
  return h('article', { class: 'slip', 'aria-labelledby': 'slip-title' },
    h('header', {},
      h('h1', { id: 'slip-title' }, 'Invoice ', data(invoice.invoiceNo)),
      invoice.kind !== 'SALE' && h('p', { class: 'tag' }, format.label(invoice.kind)),
      h('dl', { class: 'facts' },
        fact('Customer', invoice.customerId ? customerLink(invoice.customerId) : 'Guest'),
        fact('Date', format.dayAndTime(invoice.date)),
        fact('Country', data(invoice.country)),
        invoice.storeId && fact('Shop', data(invoice.storeId)),
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

/** The parts with something between them. */
export const between = (separator, parts) => parts.flatMap((part, place) => (place === 0 ? [part] : [separator, part]));

export const fact = (name, value) => h('div', {}, h('dt', {}, name), h('dd', {}, value));

/** What rules derived from the line stands beneath it. */
function product(line) {
  const derived = Object.entries(line.attributes ?? {}).map(([name, value]) => data(`${name} ${value}`));
  return h('span', {}, named(line.stockCode, line.description),
    derived.length > 0 && h('small', {}, between(' · ', derived)));
}
