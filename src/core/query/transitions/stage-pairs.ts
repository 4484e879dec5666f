/**
 * The pairs of stages, with how often one follows the other and how often it would if what is asked next did not depend
 * on what was asked before. Pairs that would be expected and are never seen are among them.
 */
import { expectedIn, LEAST_EXPECTED, REMARKABLE, residualOf } from '../comparing/difference';
import type { Transitions } from './transitions';

export interface TransitionPair {
  /** Positions of columns. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly expected: number;
  /** Whether enough are expected to say how far the count is from it. */
  readonly isJudged: boolean;
  /** Clearly more often than expected (1), clearly less often (−1), or neither (0); 0 where too few are expected. */
  readonly leaning: -1 | 0 | 1;
}

/** First what can be judged, the farthest from what is expected first; then the others, the most frequent first. */
export function stagePairs({
  rows,
  all,
}: Pick<Transitions, 'rows' | 'all'>): readonly TransitionPair[] {
  const ranked = rows.flatMap((row, from) =>
    Array.from(row.counts, (count, to) => {
      const expected = expectedIn(row, all, to);
      const isJudged = expected >= LEAST_EXPECTED;
      // Where one stage alone is gone to, or from, nothing else could be.
      const residual = residualOf(row, all, to) ?? 0;
      const leaning = residual >= REMARKABLE ? 1 : residual <= -REMARKABLE ? -1 : 0;
      return { from, to, count, expected, isJudged, leaning, far: Math.abs(residual) } as const;
    }).filter(({ count, isJudged }) => count > 0 || isJudged),
  );
  ranked.sort(
    (a, b) =>
      Number(b.isJudged) - Number(a.isJudged) ||
      b.far - a.far ||
      b.count - a.count ||
      b.expected - a.expected,
  );
  return ranked.map(({ far: _, ...pair }) => pair);
}
