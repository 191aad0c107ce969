// The period and what else is chosen, as controls.

import { dayOf } from './period.js';

/** onChoose is told the parts of the route that change. */
export class Toolbar {
  #form;
  #choices;

  /** The form has fields for the period; in it and in the other forms, a field has the name of its part of the route. */
  constructor(form, others, onChoose) {
    this.#form = form;
    this.#choices = others;
    const periods = {
      last: value => ({ last: value === 'all' ? undefined : value, from: undefined, to: undefined, grain: undefined }),
      from: () => this.#days(),
      to: () => this.#days(),
    };
    form.addEventListener('submit', event => event.preventDefault());
    // A year that is being typed passes through others, which lie outside of what the field allows.
    [form, ...others].forEach(choice => choice.addEventListener('change', ({ target: { name, value, validity } }) => {
      if (validity.valid) {
        onChoose(periods[name]?.(value) ?? { [name]: value });
      }
    }));
  }

  /** Shows what the route says; allowed are the grains that make sense, where there are any. */
  show(route, { days, facts, grain, allowed = [] }) {
    const { last, from, to } = this.#form.elements;
    const preset = route.last ?? (route.from || route.to ? '' : 'all');
    last.forEach(radio => (radio.checked = radio.value === preset));
    [from, to].forEach(field => {
      field.min = dayOf(facts.first);
      field.max = dayOf(facts.last);
    });
    this.#set(from, days.from ?? dayOf(facts.first));
    this.#set(to, days.to ?? dayOf(facts.last));
    this.#form.elements.grain?.forEach(radio => (radio.disabled = !allowed.includes(radio.value)));
    this.#radios().forEach(radio => (radio.checked = radio.value === (radio.name === 'grain' ? grain : route[radio.name])));
  }

  /** Those that stand for a part of the route each. */
  #radios() {
    return [this.#form, ...this.#choices].flatMap(form => [...form.elements])
      .filter(({ type, name }) => type === 'radio' && name !== 'last');
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
