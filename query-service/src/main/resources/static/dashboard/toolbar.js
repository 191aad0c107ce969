// The period and the grain that are chosen, as controls.

import { byId } from './dom.js';
import { dayOf } from './period.js';

/** onChoose is told the parts of the route that change. */
export class Toolbar {
  #form = byId('toolbar');
  #sort = byId('product-sort');
  #risk = byId('churn-risk');

  constructor(onChoose) {
    const choices = {
      last: value => ({ last: value === 'all' ? undefined : value, from: undefined, to: undefined, grain: undefined }),
      grain: value => ({ grain: value }),
      from: () => this.#days(),
      to: () => this.#days(),
    };
    this.#form.addEventListener('submit', event => event.preventDefault());
    // A year that is being typed passes through others, which lie outside of what the field allows.
    this.#form.addEventListener('change', ({ target }) => {
      if (target.validity.valid) {
        onChoose(choices[target.name](target.value));
      }
    });
    [this.#sort, this.#risk].forEach(choice =>
      choice.addEventListener('change', ({ target }) => onChoose({ [target.name]: target.value })));
  }

  /** Shows what the route says. */
  show(route, { days, grain, allowed, facts }) {
    const { last, grain: grains, from, to } = this.#form.elements;
    const preset = route.last ?? (route.from || route.to ? '' : 'all');
    last.forEach(radio => (radio.checked = radio.value === preset));
    grains.forEach(radio => {
      radio.checked = radio.value === grain;
      radio.disabled = !allowed.includes(radio.value);
    });
    [from, to].forEach(field => {
      field.min = dayOf(facts.firstSale);
      field.max = dayOf(facts.lastSale);
    });
    this.#set(from, days.from ?? dayOf(facts.firstSale));
    this.#set(to, days.to ?? dayOf(facts.lastSale));
    this.#sort.elements.sort.value = route.sort;
    this.#risk.elements.risk.value = route.risk;
  }

  /** A field that is being typed into is left alone. */
  #set(field, value) {
    if (document.activeElement !== field) {
      field.value = value;
    }
  }

  #days() {
    const { from, to } = this.#form.elements;
    const [first, second] = [from.value, to.value];
    const ordered = first && second && first > second ? [second, first] : [first, second];
    return { last: undefined, from: ordered[0] || undefined, to: ordered[1] || undefined, grain: undefined };
  }
}
