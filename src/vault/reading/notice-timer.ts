/**
 * When those who follow the index hear of its changes: many are told as one. What somebody has just changed is told
 * at once, also while a vault is read; a list that only grows need not be drawn as often.
 */

/** In milliseconds: so short that a list follows at once. */
const SOON = 80;

/** In milliseconds, while a vault is read. */
const IN_PASS = 1000;

export class NoticeTimer {
  readonly #isPass: () => boolean;

  #isHurried = false;
  #isUrgent = false;

  /** `isPass` says whether a vault is being read. */
  constructor(isPass: () => boolean) {
    this.#isPass = isPass;
  }

  /** Calls `notice` a moment later; no later than the pass ends. */
  readonly defer = (notice: () => void): void => {
    const latest = performance.now() + IN_PASS;
    const look = (): void => {
      if (this.#isPass() && !this.#isHurried && performance.now() < latest) {
        window.setTimeout(look, SOON);
        return;
      }
      this.#isUrgent = this.#isHurried;
      this.#isHurried = false;
      notice();
    };
    window.setTimeout(look, SOON);
  };

  /** Whether the notice that was called last is of something that somebody had just changed. */
  get isUrgent(): boolean {
    return this.#isUrgent;
  }

  /** Somebody has changed something: the notice that waits does not wait for the pass. */
  hurry(): void {
    this.#isHurried = true;
  }
}
