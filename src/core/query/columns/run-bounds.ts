/**
 * Runs that lie end to end: those of a note's questions in a column, of a section's, of a text's characters. An array
 * says where each begins and, last, where all end.
 */

export function firstOfRun(firsts: Int32Array, run: number): number {
  return firsts[run] ?? 0;
}

/** Just behind its last. */
export function endOfRun(firsts: Int32Array, run: number): number {
  return firsts[run + 1] ?? 0;
}

/** Sets what stands in the run to 1. */
export function fillRun(hits: Uint8Array, firsts: Int32Array, run: number): void {
  hits.fill(1, firstOfRun(firsts, run), endOfRun(firsts, run));
}
