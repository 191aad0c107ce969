// A panel loads and draws for itself: what fails in one leaves the others alone, and only its newest answer is shown.

import { saveCsv } from './api.js';
import { byId, h, replace } from './dom.js';
import { data } from './text.js';

export class Panel {
  #body;
  #downloads;
  #load;
  #draw;
  #nothing;
  #newest;
  #drawn = false;
  #failed = false;
  #asked;

  /**
   * load(asked, signal) gets the rows, draw(body, rows, asked) shows them; downloads are
   * `{label, path, parameters(asked), name}` of what can be saved as CSV; nothing is what stands there without any rows.
   */
  constructor(id, { load, draw, downloads, nothing = 'No rows in this period.' }) {
    const section = byId(id);
    this.#body = section.querySelector('.body');
    this.#load = load;
    this.#draw = draw;
    this.#nothing = nothing;
    this.#downloads = section.querySelector('[data-csv]');
    this.#downloads.setAttribute('aria-live', 'polite');
    this.#downloads.append(...downloads.map(download => this.#button(download)));
    replace(this.#body, h('div', { class: 'loading' }));
  }

  get failed() {
    return this.#failed;
  }

  async refresh(asked) {
    this.#newest?.abort();
    const turn = new AbortController();
    this.#newest = turn;
    this.#asked = asked;
    this.#downloads.querySelectorAll('button').forEach(button => (button.disabled = false));
    this.#body.setAttribute('aria-busy', 'true');
    try {
      const rows = await this.#load(asked, turn.signal);
      if (this.#newest === turn) {
        this.#show(rows, asked);
      }
    } catch (error) {
      if (this.#newest === turn) {
        this.#fail(error);
      }
    } finally {
      if (this.#newest === turn) {
        this.#body.removeAttribute('aria-busy');
      }
    }
  }

  #show(rows, asked) {
    this.#drawn = true;
    this.#failed = false;
    this.#body.classList.remove('stale');
    if (Array.isArray(rows) && rows.length === 0) {
      replace(this.#body, h('p', { class: 'nothing' }, this.#nothing));
    } else {
      this.#draw(this.#body, rows, asked);
    }
  }

  /** What was there stays, greyed, under a line that says why. */
  #fail(error) {
    this.#failed = true;
    const again = h('button', { type: 'button', class: 'quiet', onclick: () => this.refresh(this.#asked) }, 'Try again');
    const line = h('p', { class: 'failed', role: 'alert' }, data(error.message), '. ', again);
    this.#body.querySelector(':scope > .failed')?.remove();
    this.#body.classList.toggle('stale', this.#drawn);
    if (this.#drawn) {
      this.#body.prepend(line);
    } else {
      replace(this.#body, line);
    }
  }

  /** A button that saves what the panel shows, all of it; its label tells when that failed. */
  #button({ label = 'CSV', path, parameters, name }) {
    const save = async event => {
      const button = event.currentTarget;
      button.disabled = true;
      try {
        await saveCsv(path, parameters(this.#asked), `${name(this.#asked)}.csv`);
        button.textContent = label;
      } catch (error) {
        replace(button, `${label}: `, data(error.message));
      } finally {
        button.disabled = false;
      }
    };
    return h('button', { type: 'button', class: 'quiet', title: 'Save as a file', onclick: save, disabled: true }, label);
  }
}
