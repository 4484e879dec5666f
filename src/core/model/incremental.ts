/** Work in pieces, as a generator: whoever has it done decides what happens between two of them. */

export type Incremental<Result> = Generator<undefined, Result>;

/** Does all pieces at once. */
export function runToEnd<Result>(pieces: Incremental<Result>): Result {
  for (;;) {
    const piece = pieces.next();
    if (piece.done === true) return piece.value;
  }
}
