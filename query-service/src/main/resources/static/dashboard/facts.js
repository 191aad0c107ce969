// What the warehouse holds at all: asked for every so often, and the rest only when that has changed.

import { get } from './api.js';

const EVERY = 30_000;
const SOON = 5_000;

export class Facts {
  #known;
  #timer;
  #turn = 0;
  #asked = 0;
  #onFacts;
  #onProblem;

  /** onFacts(facts, changed) is told of every answer, onProblem(problem) of every failure. */
  constructor(onFacts, onProblem) {
    this.#onFacts = onFacts;
    this.#onProblem = onProblem;
    document.addEventListener('visibilitychange', () => this.#visibility());
  }

  get known() {
    return this.#known;
  }

  forget() {
    this.#known = undefined;
  }

  async ask() {
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    this.#asked = Date.now();
    let wait = EVERY;
    try {
      const facts = await get('/analytics/kpis');
      if (turn === this.#turn) {
        wait = facts.lines === '0' ? SOON : EVERY;
        this.#take(facts);
      }
    } catch (problem) {
      if (turn === this.#turn) {
        wait = problem.refused ? undefined : Math.max(SOON, (problem.retryAfter ?? 0) * 1000);
        this.#onProblem(problem);
      }
    }
    if (turn === this.#turn) {
      this.#again(wait);
    }
  }

  #take(facts) {
    const changed = JSON.stringify(facts) !== JSON.stringify(this.#known);
    this.#known = changed ? facts : this.#known;
    this.#onFacts(this.#known, changed);
  }

  /** A hidden page asks nothing; when it shows again, it asks at once if it is time. Whoever is refused waits for a key. */
  #again(wait) {
    if (!document.hidden && wait !== undefined) {
      this.#timer = setTimeout(() => this.ask(), wait);
    }
  }

  #visibility() {
    clearTimeout(this.#timer);
    this.#again(Math.max(0, this.#asked + EVERY - Date.now()));
  }
}
