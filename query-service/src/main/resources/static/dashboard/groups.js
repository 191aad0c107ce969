// Categories and brands: what is looked at, bought and earned of each.

import { h, replace } from './dom.js';
import * as format from './format.js';
import { table } from './table.js';
import { data } from './text.js';

/** Events may come without either. */
export const categoryName = ({ category }) => nameOf(category, 'without a category');
export const brandName = ({ brand }) => nameOf(brand, 'without a brand');

const nameOf = (name, absent) => (name === undefined ? h('span', { class: 'scope' }, absent) : data(name));

export function drawCategories(body, rows) {
  const name = { head: 'Category', cell: categoryName };
  replace(body, groupTable('Categories with the highest revenue', name, rows, 'revenue'));
}

export function drawBrands(body, rows, { sort }) {
  replace(body, groupTable(`Brands with the most ${sort}`, { head: 'Brand', cell: brandName }, rows, sort));
}

function groupTable(caption, name, rows, sort) {
  return table({
    caption,
    rows,
    size: row => Number(row[sort]),
    columns: [
      name,
      { head: 'Views', numeric: true, extra: sort !== 'views', cell: row => format.count(row.views) },
      { head: 'Bought', numeric: true, extra: sort !== 'purchases', cell: row => format.count(row.purchases) },
      { head: 'Conversion', numeric: true, cell: row => format.exactPercent(row.conversionRate) },
      { head: 'Revenue', numeric: true, extra: sort !== 'revenue', cell: row => format.money(row.revenue) },
    ],
  });
}
