// One invoice, one customer, one segment: views that are looked up rather than summed.

import { get } from './api.js';
import { h, replace } from './dom.js';
import { label } from './format.js';
import { customerView } from './customer.js';
import { invoiceView } from './invoice.js';
import { detailHash } from './route.js';
import { segmentView } from './segment.js';
import { data } from './text.js';

const VIEWS = { invoice: invoiceView, customer: customerView, segment: segmentView, find: findView };
/** What else is asked for can only be a customer, and may not even be part of a path: `..` */
const INVOICE_NUMBER = /^[A-Za-z0-9_-]+$/;
let shown;
let newest;

/** Shows the view, anew or unless it is there already; onProblem is told why it could not. */
export async function showDetail(host, { view, id, store }, anew, onProblem) {
  const asked = JSON.stringify([view, id, store]);
  if (shown === asked && !anew) {
    return;
  }
  newest?.abort();
  const turn = new AbortController();
  newest = turn;
  shown = asked;
  replace(host, back(), h('div', { class: 'panel' }, h('div', { class: 'body loading tall', 'aria-busy': 'true' })));
  try {
    const content = await VIEWS[view](id, turn.signal, store);
    if (newest === turn) {
      replace(host, back(), content);
    }
  } catch (problem) {
    if (newest === turn) {
      shown = problem.status === 404 ? asked : undefined;
      replace(host, back(), failure(view, id, problem));
      onProblem(problem);
    }
  }
}

/** A number may be an invoice's, a customer's, or both: what is found alone is shown at once. */
async function findView(number, signal) {
  const found = await Promise.all([
    INVOICE_NUMBER.test(number) && exists(`/invoices/${number}`, {}, signal),
    exists('/customers', { id: number }, signal),
  ]);
  const views = ['invoice', 'customer'].filter((_, place) => found[place]);
  if (views.length === 1) {
    location.replace(detailHash(views[0], number));
    return h('div');
  }
  return h('section', { class: 'message' }, h('h1', {}, data(number)), views.length === 0
    ? h('p', {}, 'There is neither an invoice nor a customer of this number yet.')
    : h('ul', {}, views.map(view => h('li', {}, h('a', { href: detailHash(view, number) }, `${label(view)} `, data(number))))));
}

async function exists(path, parameters, signal) {
  try {
    await get(path, parameters, signal);
    return true;
  } catch (problem) {
    if (problem.status === 404 || problem.status === 400) {
      return false;
    }
    if (problem.stores) {
      return true;
    }
    throw problem;
  }
}

function failure(view, id, problem) {
  return h('section', { class: 'message' }, h('h1', {}, view !== 'find' && `${label(view)} `, data(id)),
    h('p', { role: 'alert' }, data(`${problem.message}.`)));
}

const back = () => h('p', { class: 'back' }, h('a', { href: document.getElementById('home').hash || '#' }, '← Overview'));
