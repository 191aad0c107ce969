// What the warehouse holds at all: asked for every so often, and the rest only when that has changed.

const EVERY = 30_000;
const SOON = 5_000;

export class Facts {
  #known;
  #problem;
  #timer;
  #turn = 0;
  #asked = 0;
  #watched = false;
  #load;
  #onAnswer;

  /** load() gets `{first, last, empty}` and what else makes a difference; onAnswer() is told of answers and failures. */
  constructor(load, onAnswer) {
    this.#load = load;
    this.#onAnswer = onAnswer;
    document.addEventListener('visibilitychange', () => this.#wait());
  }

  /** What came last, the same object until something changes. */
  get known() {
    return this.#known;
  }

  /** Why the newest question was not answered, if it was not. */
  get problem() {
    return this.#problem;
  }

  forget() {
    this.#known = undefined;
    this.#problem = undefined;
    this.#asked = 0;
  }

  /** Asks from here on, at once if it is time, or no more. */
  watch(watched) {
    if (this.#watched !== watched) {
      this.#watched = watched;
      this.#wait();
    }
  }

  async ask() {
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    this.#asked = Date.now();
    const wait = await this.#answered(turn);
    if (turn === this.#turn) {
      this.#onAnswer();
      this.#again(wait);
    }
  }

  /** Takes the answer, and tells how long to wait before the next question. */
  async #answered(turn) {
    try {
      const facts = await this.#load();
      if (turn === this.#turn) {
        const changed = JSON.stringify(facts) !== JSON.stringify(this.#known);
        this.#known = changed ? facts : this.#known;
        this.#problem = undefined;
      }
      return facts.empty ? SOON : EVERY;
    } catch (problem) {
      if (turn === this.#turn) {
        this.#problem = problem;
      }
      return problem.refused ? undefined : Math.max(SOON, (problem.retryAfter ?? 0) * 1000);
    }
  }

  /** A hidden page asks nothing; when it shows again, it asks at once if it is time. Whoever is refused waits for a key. */
  #again(wait) {
    if (this.#watched && !document.hidden && wait !== undefined) {
      this.#timer = setTimeout(() => this.ask(), wait);
    }
  }

  #wait() {
    clearTimeout(this.#timer);
    this.#again(Math.max(0, this.#asked + EVERY - Date.now()));
  }
}
