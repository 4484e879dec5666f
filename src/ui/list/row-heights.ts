/**
 * Where the rows of a list stand, in pixels, when most of them were never measured: those count as the
 * estimate. Measuring a row, finding its top and finding the row at an offset take about the same time in a
 * list of a hundred and of a hundred thousand rows.
 */
import { partitionPoint } from '../../core/text/partition-point';

export class RowHeights {
  #estimate = 0;
  #count = 0;
  /** By row: how much more than the estimate it measures; 0 where nothing is known of it. */
  #extra = new Float64Array(16);
  /** Sums of `#extra` over ranges, as a Fenwick tree. */
  #sums = new Float64Array(17);
  /** By row: 1 where its height was measured, or assumed when it was drawn. */
  #known = new Uint8Array(16);
  /** Whether nothing is known of any row: then all the arrays hold zeros. */
  #isBlank = true;

  /** How many rows there are. Rows that stay at their places keep their heights. */
  setCount(count: number): void {
    this.#count = count;
    if (count > this.#extra.length) this.#grow(count * 2);
  }

  /** The height of rows that were never measured; a new one forgets all measures. */
  setEstimate(estimate: number): void {
    if (estimate === this.#estimate) return;
    this.#estimate = estimate;
    if (this.#isBlank) return;
    this.#isBlank = true;
    this.#extra.fill(0);
    this.#sums.fill(0);
    this.#known.fill(0);
  }

  get total(): number {
    return this.top(this.#count);
  }

  /** The top of a row; of the row after the last, the end. */
  top(row: number): number {
    let sum = row * this.#estimate;
    for (let at = row; at > 0; at -= at & -at) sum += this.#sums[at] ?? 0;
    return sum;
  }

  height(row: number): number {
    return this.#estimate + (this.#extra[row] ?? 0);
  }

  /** Takes a guess for a row that is drawn the first time; says by how much it differs from the estimate. */
  assume(row: number, height: number): number {
    return this.#known[row] === 1 ? 0 : this.measure(row, height);
  }

  /** Takes a measured height; says by how much it differs from what was known. */
  measure(row: number, height: number): number {
    if (row < 0 || row >= this.#count) return 0;
    this.#isBlank = false;
    this.#known[row] = 1;
    const change = height - this.height(row);
    if (change === 0) return 0;
    this.#extra[row] = height - this.#estimate;
    for (let at = row + 1; at < this.#sums.length; at += at & -at) {
      this.#sums[at] = (this.#sums[at] ?? 0) + change;
    }
    return change;
  }

  /** The row at an offset; the first or the last one where the offset is outside. */
  rowAt(offset: number): number {
    return Math.max(0, partitionPoint(this.#count, (row) => this.top(row) <= offset) - 1);
  }

  #grow(capacity: number): void {
    const extra = new Float64Array(capacity);
    const sums = new Float64Array(capacity + 1);
    if (this.#isBlank) {
      this.#extra = extra;
      this.#sums = sums;
      this.#known = new Uint8Array(capacity);
      return;
    }
    extra.set(this.#extra);
    for (let at = 1; at <= capacity; at++) {
      sums[at] = (sums[at] ?? 0) + (extra[at - 1] ?? 0);
      const next = at + (at & -at);
      if (next <= capacity) sums[next] = (sums[next] ?? 0) + (sums[at] ?? 0);
    }
    const known = new Uint8Array(capacity);
    known.set(this.#known);
    this.#extra = extra;
    this.#sums = sums;
    this.#known = known;
  }
}
