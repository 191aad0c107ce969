// The overview: what was sold in a period, in panels that load each for itself.

import { get } from './api.js';
import { byId } from './dom.js';
import { drawHours, loadHours } from './hours.js';
import { drawKpis, loadKpis } from './kpis.js';
import * as lists from './lists.js';
import { Panel } from './panel.js';
import { bounded, chosenDays, daysBefore, daysOfBucket, grainsFor } from './period.js';
import { drawRevenue, loadRevenue } from './revenue.js';
import { overviewHash } from './route.js';
import { Toolbar } from './toolbar.js';

const CLOSER = { month: 'day', week: 'day', day: 'hour' };

/** What there is to show: the key figures of all time. */
export async function loadSalesFacts() {
  const kpis = await get('/analytics/kpis');
  return { ...kpis, first: kpis.firstSale, last: kpis.lastSale, empty: kpis.lines === '0' };
}

export class Overview {
  #route;
  #asked;
  #toolbar = new Toolbar(byId('toolbar'), [byId('product-sort'), byId('churn-risk')], change => this.#go(change));
  #ranged = [
    new Panel('kpis', {
      load: loadKpis,
      draw: drawKpis,
      downloads: [{
        path: '/analytics/kpis',
        parameters: ({ days }) => days,
        name: ({ days }) => `key-figures${suffix(days)}`,
      }],
    }),
    new Panel('revenue', {
      load: loadRevenue,
      draw: drawRevenue(key => this.#closer(key)),
      downloads: [sales(asked => asked.grain)],
    }),
    new Panel('countries', { load: lists.loadCountries, draw: lists.drawCountries, downloads: [sales(() => 'country')] }),
    new Panel('hours', { load: loadHours, draw: drawHours, downloads: [sales(() => 'hour')] }),
  ];
  #products = new Panel('products', {
    load: lists.loadProducts,
    draw: lists.drawProducts,
    downloads: [{
      path: '/analytics/products',
      parameters: ({ days, sort }) => ({ sort, ...days, limit: 100_000 }),
      name: ({ days, sort }) => `products-by-${sort}${suffix(days)}`,
    }],
  });
  #segments = new Panel('segments', {
    load: lists.loadSegments,
    draw: lists.drawSegments,
    downloads: [whole('CSV', '/analytics/rfm/segments', 'segments'), whole('CSV of customers', '/analytics/rfm', 'rfm')],
  });
  #churn = new Panel('churn', {
    load: lists.loadChurn,
    draw: lists.drawChurn,
    downloads: [whole('CSV', '/analytics/churn', 'churn')],
  });

  /** Shows the route; panels load only when what they are asked, or what the warehouse holds, is another. */
  show(route, facts) {
    const days = chosenDays(route, facts);
    const { allowed, usual } = grainsFor(bounded(days, facts));
    const grain = allowed.includes(route.grain) ? route.grain : usual;
    const asked = { days, grain, sort: route.sort, risk: route.risk, before: daysBefore(days, facts), facts };
    const earlier = this.#asked;
    const newFacts = facts !== earlier?.facts;
    const newDays = newFacts || overviewHash(days) !== overviewHash(earlier.days) || grain !== earlier.grain;
    this.#route = route;
    this.#asked = asked;
    this.#toolbar.show(route, { days, grain, allowed, facts });
    refresh(this.#ranged, newDays, asked);
    refresh([this.#products], newDays || asked.sort !== earlier.sort, asked);
    refresh([this.#churn], newFacts || asked.risk !== earlier.risk, asked);
    refresh([this.#segments], newFacts, asked);
  }

  #go(change) {
    location.hash = overviewHash({ ...this.#route, ...change });
  }

  #closer(key) {
    const { grain } = this.#asked;
    this.#go({ last: undefined, ...daysOfBucket(grain, key), grain: CLOSER[grain] });
  }
}

/** A panel that could not load tries again in any case. */
function refresh(panels, changed, asked) {
  panels.filter(panel => changed || panel.failed).forEach(panel => panel.refresh(asked));
}

function sales(groupBy) {
  return {
    path: '/analytics/sales',
    parameters: asked => ({ groupBy: groupBy(asked), ...asked.days }),
    name: asked => `sales-by-${groupBy(asked)}${suffix(asked.days)}`,
  };
}

const whole = (label, path, name) => ({ label, path, parameters: () => ({}), name: () => name });

const suffix = ({ from, to }) => [from && `-from-${from}`, to && `-to-${to}`].filter(Boolean).join('');
