// The page: which view the address asks for, and what stands in for it when the service cannot answer.

import { key } from './api.js';
import { showDetail } from './detail.js';
import { byId, h, replace } from './dom.js';
import { Facts } from './facts.js';
import { dayAndTime, instant } from './format.js';
import { Overview } from './overview.js';
import { detailHash, overviewHash, parseRoute } from './route.js';
import { data, plain } from './text.js';

const overview = new Overview();
const facts = new Facts(present, troubled);
let refused;
let failed;

function route() {
  return parseRoute(location.hash);
}

/** Exactly one of the views is to be seen. */
function reveal(id) {
  ['gate', 'empty', 'away', 'overview', 'detail'].forEach(view => (byId(view).hidden = view !== id));
}

function present(known) {
  refused = undefined;
  failed = undefined;
  byId('freshness').textContent = known.lastSale
    ? `Sales until ${dayAndTime(known.lastSale)} · loaded ${instant(known.loadedAt)}` : 'No sales yet';
  showView();
}

/** After a change of address, what is looked up is asked for anew. */
function showView(navigated = false) {
  const current = route();
  document.title = current.view === 'overview' ? 'Tillstream' : `${plain(current.id)} · Tillstream`;
  if (refused) {
    ask(refused);
  } else if (current.view !== 'overview') {
    reveal('detail');
    showDetail(byId('detail'), current, navigated, troubledDetail);
  } else if (failed && !facts.known) {
    replace(byId('away-reason'), data(`${failed.message}.`));
    byId('away-note').hidden = ![503, 504].includes(failed.status);
    reveal('away');
  } else {
    showOverview(current);
  }
  notice(current.view === 'overview' && facts.known && failed);
}

function showOverview(current) {
  byId('home').href = overviewHash(current);
  const empty = facts.known?.lines === '0';
  reveal(empty ? 'empty' : 'overview');
  if (facts.known && !empty) {
    overview.show(current, facts.known);
  }
}

function troubled(problem) {
  if (problem.refused) {
    ask(problem);
  } else {
    failed = problem;
    showView();
  }
}

function troubledDetail(problem) {
  if (problem.refused) {
    ask(problem);
  }
}

function ask(problem) {
  const first = !refused;
  refused = problem;
  notice();
  byId('gate-reason').textContent = reasonOf(problem);
  reveal('gate');
  if (first) {
    byId('gate-key').focus();
  }
}

function reasonOf({ status }) {
  if (status === 403) {
    return 'The key that was sent may not read here. Use one that has the scope.';
  }
  return key.get() ? 'The key that was sent is not known, or no longer valid.' : 'Without one, it shows no figures.';
}

function notice(problem) {
  byId('notice').className = problem ? 'shown' : '';
  replace(byId('notice'), problem && h('p', {}, h('strong', {}, data(problem.message), '. '),
    'The figures below are the last that came; it is tried again every few seconds.'));
}

function onKey(event) {
  event.preventDefault();
  key.set(byId('gate-key').value.trim());
  byId('gate-form').reset();
  restart();
}

function restart() {
  refused = undefined;
  facts.forget();
  byId('forget').hidden = !key.get();
  showView();
  facts.ask();
}

byId('gate-form').addEventListener('submit', onKey);
byId('forget').addEventListener('click', () => {
  key.forget();
  location.reload();
});
byId('refresh').addEventListener('click', () => facts.ask());
byId('skip').addEventListener('click', event => {
  event.preventDefault();
  byId('main').focus();
});
byId('lookup').addEventListener('submit', event => {
  event.preventDefault();
  const number = byId('lookup-number').value.trim();
  if (number) {
    location.hash = detailHash('find', number);
    byId('lookup').reset();
  }
});
addEventListener('hashchange', () => {
  showView(true);
  scrollTo(0, 0);
});
restart();
