/** Binary search, in the one form that all searches in sorted lists come down to. */

/** How many of the first `count` indices fit, where all that fit come before all that don't; counted from `from`. */
export function partitionPoint(count: number, fits: (index: number) => boolean, from = 0): number {
  let low = from;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
