/** Work in steps, as a generator: whoever has it done decides what happens between two of them. */

export type Incremental<Result> = Generator<undefined, Result>;

/** Takes all steps at once. */
export function runToEnd<Result>(steps: Incremental<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
