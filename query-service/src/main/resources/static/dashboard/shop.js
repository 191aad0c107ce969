// What visitors of web shops do in a period, in panels that load each for itself.

import { get } from './api.js';
import { drawBands, someInBands } from './bands.js';
import { drawCartHours, drawCarts, loadCarts } from './carts.js';
import { drawCohorts } from './cohorts.js';
import { byId } from './dom.js';
import { drawFunnel, drawFunnels } from './funnel.js';
import { drawBrands, drawCategories } from './groups.js';
import { Panel } from './panel.js';
import { chosenDays } from './period.js';
import { shopHash } from './route.js';
import { Toolbar } from './toolbar.js';

const GROUPS = 12;
const MOST_HOURS = 10_000;

const NO_EVENTS = 'No events in this period.';
const NO_VISITS = 'No visits in this period.';
const NO_CARTS = 'No carts in this period.';

const counted = ({ days, by }) => ({ by, ...days });

/** some(rows, asked) tells whether there is anything to draw; most is how many rows the panel has room for. */
const PANELS = [
  {
    id: 'funnel',
    path: '/analytics/funnel',
    parameters: counted,
    some: ([all], { by }) => all[by] !== '0',
    draw: drawFunnel,
    nothing: NO_VISITS,
  },
  {
    id: 'carts',
    path: '/analytics/carts',
    parameters: asked => ({ groupBy: 'category1', ...counted(asked) }),
    load: loadCarts,
    draw: drawCarts,
    nothing: NO_CARTS,
  },
  {
    id: 'categories',
    path: '/analytics/categories',
    parameters: asked => ({ level: asked.level, ...counted(asked) }),
    most: GROUPS,
    draw: drawCategories,
  },
  {
    id: 'brands',
    path: '/analytics/brands',
    parameters: asked => ({ sort: asked.sort, ...counted(asked) }),
    most: GROUPS,
    draw: drawBrands,
  },
  {
    id: 'funnels',
    path: '/analytics/funnel',
    parameters: asked => ({ groupBy: asked.groupBy, ...counted(asked) }),
    most: GROUPS,
    draw: drawFunnels,
    nothing: NO_VISITS,
  },
  { id: 'prices', path: '/analytics/prices', parameters: counted, some: someInBands, draw: drawBands },
  {
    id: 'retention',
    path: '/analytics/retention',
    parameters: ({ days }) => days,
    draw: drawCohorts,
    nothing: 'Nobody bought for the first time in this period.',
  },
  {
    id: 'cart-hours',
    path: '/analytics/carts',
    parameters: asked => ({ groupBy: 'hour', ...counted(asked) }),
    most: MOST_HOURS,
    draw: drawCartHours(MOST_HOURS),
    nothing: NO_CARTS,
  },
];

/** What there is to show: the days on which visits began. Events that name no session still have users. */
export async function loadShopFacts() {
  const daysOf = by => get('/analytics/funnel', { groupBy: 'day', by });
  const ofSessions = await daysOf('sessions');
  return shopFacts(ofSessions.length > 0 ? ofSessions : await daysOf('users'));
}

export const shopFacts = days => ({ first: days[0]?.day, last: days.at(-1)?.day, empty: days.length === 0, days });

export class Shop {
  #route;
  #asked;
  #toolbar = new Toolbar(byId('shop-toolbar'), ['funnel-group', 'category-level', 'brand-sort'].map(byId),
    change => this.#go(change));
  #panels = PANELS.map(description => ({ panel: panelOf(description), parameters: description.parameters }));

  /** Shows the route; panels load only when what they are asked, or what the warehouse holds, is another. */
  show(route, facts) {
    const days = chosenDays(route, facts);
    const { by, groupBy, level, sort } = route;
    const asked = { days, by, groupBy, level, sort, facts };
    const earlier = this.#asked;
    this.#route = route;
    this.#asked = asked;
    this.#toolbar.show(route, { days, facts });
    this.#panels
      .filter(({ panel, parameters }) => panel.failed || facts !== earlier?.facts
        || textOf(parameters(asked)) !== textOf(parameters(earlier)))
      .forEach(({ panel }) => panel.refresh(asked));
  }

  #go(change) {
    location.hash = shopHash({ ...this.#route, ...change });
  }
}

const textOf = parameters => String(new URLSearchParams(parameters));

function panelOf({ id, path, parameters, most, some = rows => rows.length > 0, load, draw, nothing = NO_EVENTS }) {
  const all = async (asked, signal) => {
    const rows = await get(path, { ...parameters(asked), limit: most }, signal);
    return some(rows, asked) ? rows : [];
  };
  return new Panel(id, {
    load: load ?? all,
    draw,
    nothing,
    downloads: [{ path, parameters, name: asked => [id, ...Object.values(parameters(asked))].join('-') }],
  });
}
