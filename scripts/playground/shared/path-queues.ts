/** Work on files, one piece at a time for each path, in the order in which it came; paths do not wait for each other. */
export class PathQueues {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Does `work` once what was asked for at `path` before is over, also where that failed. */
  inTurn<T>(path: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(path) ?? Promise.resolve();
    const turn = before.then(work, work);
    this.#last.set(path, turn);
    const forget = (): void => {
      if (this.#last.get(path) === turn) this.#last.delete(path);
    };
    turn.then(forget, forget);
    return turn;
  }
}
