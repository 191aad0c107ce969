// Tables of figures; one column may be a bar that shows a row's size beside the others'.

import { h } from './dom.js';

/**
 * columns are `{head, cell(row), numeric, extra}`; a cell is text or an element, `extra` columns yield where it is
 * narrow. size(row), if given, is the length of the row's bar.
 */
export function table({ caption, columns, rows, size, className = '' }) {
  const longest = size ? Math.max(...rows.map(row => Math.abs(size(row))), 0) || 1 : 0;
  return h('table', { class: size ? `bars ${className}` : className },
    h('caption', { class: 'hidden' }, caption),
    h('thead', {}, h('tr', {}, columns.map(column => h('th', { scope: 'col', class: classOf(column) }, column.head)))),
    h('tbody', {}, rows.map(row => tableRow(columns, row, size && size(row) / longest))));
}

function tableRow(columns, row, part) {
  const cells = columns.map((column, place) => h(place === 0 ? 'th' : 'td',
    { class: classOf(column), scope: place === 0 && 'row' }, column.cell(row)));
  if (part !== undefined) {
    cells[0].append(bar(part));
  }
  return h('tr', {}, cells);
}

function bar(part) {
  const element = h('span', { class: part < 0 ? 'bar below' : 'bar', 'aria-hidden': 'true' });
  element.style.setProperty('--part', Math.abs(part));
  return element;
}

const classOf = ({ numeric, extra }) => [numeric && 'numeric', extra && 'extra'].filter(Boolean).join(' ') || undefined;
