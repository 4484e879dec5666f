/** A span of a timeline beside all that came before it: whose share has changed, and by how much. */
import type { Span } from './time-span';
import { UNDATED } from './time-span';
import type { Timeline, TimelineBucket } from './timeline';

/** How often something is asked within the span, and before it. */
export interface ShareChange {
  readonly stance: string;
  /** Null: any of the stance's, and those without. */
  readonly stage: string | null;
  readonly within: number;
  readonly before: number;
}

export interface SpanCounts {
  readonly within: number;
  readonly before: number;
  /** By stance, and by what the bars are parted by; each in the order of the columns. */
  readonly stances: readonly ShareChange[];
  readonly parts: readonly ShareChange[];
}

/** Null where there is no time before and after, as for questions without a day. */
export function spanCounts({ buckets, columns }: Timeline, span: Span): SpanCounts | null {
  if (span === UNDATED) return null;
  const sum = (some: readonly TimelineBucket[]): readonly number[] =>
    columns.map((_, at) => some.reduce((count, { counts }) => count + (counts[at] ?? 0), 0));
  const of = (isMeant: (key: string) => boolean): readonly number[] =>
    sum(buckets.filter(({ key }) => key !== null && isMeant(key)));
  const within = of((key) => key >= span.from && key <= span.to);
  const before = of((key) => key < span.from);
  const parts = columns.map(({ stance, stage }, at): ShareChange => ({
    stance,
    stage,
    within: within[at] ?? 0,
    before: before[at] ?? 0,
  }));
  const stances = [...new Set(columns.map(({ stance }) => stance))].map((stance): ShareChange => {
    const own = parts.filter((part) => part.stance === stance);
    return { stance, stage: null, within: total(own, 'within'), before: total(own, 'before') };
  });
  return { within: total(parts, 'within'), before: total(parts, 'before'), stances, parts };
}

function total(changes: readonly ShareChange[], of: 'within' | 'before'): number {
  return changes.reduce((sum, change) => sum + change[of], 0);
}

/** What has changed its share most first; none where there is nothing before, or nothing within. */
export function changesIn(
  { within, before }: SpanCounts,
  changes: readonly ShareChange[],
): readonly ShareChange[] {
  if (within === 0 || before === 0) return [];
  // Whole numbers: of two stances one gains what the other loses, to the digit.
  const size = (change: ShareChange): number =>
    Math.abs(change.within * before - change.before * within);
  return [...changes].sort((a, b) => size(b) - size(a));
}
