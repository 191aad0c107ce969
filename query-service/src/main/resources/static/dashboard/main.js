// The page: which view the address asks for, and what stands in for it when the service cannot answer.

import { key } from './api.js';
import { showDetail } from './detail.js';
import { byId, h, replace } from './dom.js';
import { Facts } from './facts.js';
import { day, dayAndTime, instant } from './format.js';
import { Overview, loadSalesFacts } from './overview.js';
import { detailHash, overviewHash, parseRoute, shopHash } from './route.js';
import { Shop, loadShopFacts } from './shop.js';
import { data, plain } from './text.js';

/** The views that sum up what the warehouse holds: what tells of it, what shows it, and what stands there without any. */
const boards = {
  overview: {
    facts: new Facts(loadSalesFacts, answered),
    panels: new Overview(),
    empty: 'empty',
    hash: overviewHash,
    meaning: 'Revenue is sales less cancellations, with adjustments.',
    freshness: ({ empty, last, loadedAt }) =>
      (empty ? 'No sales yet' : `Sales until ${dayAndTime(last)} · loaded ${instant(loadedAt)}`),
  },
  shop: {
    facts: new Facts(loadShopFacts, answered),
    panels: new Shop(),
    empty: 'no-events',
    hash: shopHash,
    meaning: 'Revenue is the sum of the prices of what was bought. Times are in UTC.',
    freshness: ({ empty, last }) => (empty ? 'No events yet' : `Visits until ${day(last)}`),
  },
};
let watched = boards.overview;
let refused;

function route() {
  return parseRoute(location.hash);
}

/** Exactly one of the views is to be seen. */
function reveal(id) {
  ['gate', 'empty', 'no-events', 'away', 'overview', 'shop', 'detail'].forEach(view => (byId(view).hidden = view !== id));
}

function answered() {
  const { problem } = watched.facts;
  if (problem?.refused) {
    ask(problem);
  } else {
    refused = problem && refused;
    showView();
  }
}

/** After a change of address, what is looked up is asked for anew. */
function showView(navigated = false) {
  const current = route();
  const board = boards[current.view];
  watch(board ?? watched);
  document.title = titleOf(current);
  markLinks(current);
  if (refused) {
    ask(refused);
  } else if (!board) {
    reveal('detail');
    showDetail(byId('detail'), current, navigated, troubledDetail);
  } else {
    showBoard(board, current);
  }
  notice(board?.facts.known && board.facts.problem);
}

/** Only one of the boards asks. */
function watch(board) {
  watched = board;
  Object.values(boards).forEach(({ facts }) => facts.watch(facts === board.facts));
  const { known } = board.facts;
  byId('freshness').textContent = known ? board.freshness(known) : '\u00a0';
  byId('meaning').textContent = board.meaning;
}

function titleOf({ view, id }) {
  const name = view === 'shop' ? 'Shop' : id && plain(id);
  return name ? `${name} · Tillstream` : 'Tillstream';
}

/** A link leads back to what was chosen in its view. */
function markLinks(current) {
  for (const view of Object.keys(boards)) {
    const link = byId(`to-${view}`);
    if (view === current.view) {
      link.href = boards[view].hash(current);
      link.setAttribute('aria-current', 'page');
    } else {
      link.removeAttribute('aria-current');
    }
  }
  byId('home').href = byId('to-overview').href;
}

function showBoard({ facts: { known, problem }, panels, empty }, current) {
  if (problem && !known) {
    replace(byId('away-reason'), data(`${problem.message}.`));
    byId('away-note').hidden = ![503, 504].includes(problem.status);
    reveal('away');
  } else {
    reveal(known?.empty ? empty : current.view);
    if (known && !known.empty) {
      panels.show(current, known);
    }
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
  Object.values(boards).forEach(({ facts }) => facts.forget());
  byId('forget').hidden = !key.get();
  showView();
  watched.facts.ask();
}

byId('gate-form').addEventListener('submit', onKey);
byId('forget').addEventListener('click', () => {
  key.forget();
  location.reload();
});
byId('refresh').addEventListener('click', () => watched.facts.ask());
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
