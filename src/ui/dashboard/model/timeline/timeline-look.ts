/** How bars over time read and look: their names, what stands in them, how high they are. Knows no element. */
import {
  type ComparedColumn,
  FEW,
  type Span,
  type Timeline,
  type TimelineBucket,
  type TimeUnit,
  UNDATED,
} from '../../../../core/query';
import type { Wording } from '../../../parts/wording';
import type { Numbers } from '../../state/dashboard-state';
import { columnName, shareText, stanceName } from '../compare/table-look';

/** A timeline as it is shown. */
export interface ShownTimeline {
  readonly timeline: Timeline;
  /** Those of time, and behind them what has no day. */
  readonly buckets: readonly TimelineBucket[];
  readonly numbers: Numbers;
  readonly words: Wording;
  /** The largest number of a bucket. */
  readonly most: number;
}

/** What the bars' room is high, in pixels. */
export const PLOT = 240;

/** A figure needs so much of a segment, in pixels. */
const FIGURE = 15;

export function shownTimeline(timeline: Timeline, numbers: Numbers, words: Wording): ShownTimeline {
  const { buckets, undated } = timeline;
  const all = undated ? [...buckets, undated] : buckets;
  const most = all.reduce((largest, { total }) => Math.max(largest, total), 0);
  return { timeline, buckets: all, numbers, words, most };
}

/** The year of a key, and which of its parts it is. */
function partsOf(key: string): readonly [year: string, part: number] {
  const [year = '', part = '1'] = key.split(/-Q?/);
  return [year, Number(part)];
}

export function bucketName(key: string, unit: TimeUnit, { strings }: Wording): string {
  const [year, part] = partsOf(key);
  return strings.timeline[unit](year, part);
}

export function spanName(span: Span, unit: TimeUnit, words: Wording): string {
  if (span === UNDATED) return words.strings.dashboard.noDate;
  const [from, to] = [bucketName(span.from, unit, words), bucketName(span.to, unit, words)];
  return from === to ? from : words.strings.timeline.span(from, to);
}

/** The span that a bar stands for. */
export function spanOf({ key, until }: TimelineBucket): Span {
  return key === null || until === null ? UNDATED : { from: key, to: until };
}

export function isWithinSpan({ key, until }: TimelineBucket, span: Span | null): boolean {
  if (span === null) return false;
  if (span === UNDATED || key === null || until === null) return span === UNDATED && key === null;
  return key <= span.to && until >= span.from;
}

/** What stands right under a bar. */
export function tickName(
  { timeline, words }: ShownTimeline,
  { key, until }: TimelineBucket,
): string {
  if (key === null) return words.strings.dashboard.noDate;
  if (key !== until) return '⋯';
  const [year, part] = partsOf(key);
  if (timeline.unit === 'year') return year;
  return timeline.unit === 'quarter' ? `Q${part}` : words.strings.timeline.monthTick(part);
}

/** The year that begins with a bar, where bars are less. */
export function yearAt({ timeline, buckets }: ShownTimeline, at: number): string {
  const key = buckets[at]?.key ?? null;
  if (timeline.unit === 'year' || key === null) return '';
  const [year] = partsOf(key);
  const before = buckets[at - 1]?.until ?? null;
  return before !== null && partsOf(before)[0] === year ? '' : year;
}

/** How many questions, in words under the bar. */
export function countUnder({ words }: ShownTimeline, { total }: TimelineBucket): string {
  const { timeline } = words.strings;
  return total === 0 ? timeline.none : timeline.count(total);
}

export function isFew({ total }: TimelineBucket): boolean {
  return total > 0 && total < FEW;
}

/** The height of a bar, from 0 to 1. */
export function heightOf({ numbers, most }: ShownTimeline, { total }: TimelineBucket): number {
  if (total === 0) return 0;
  return numbers === 'share' ? 1 : total / most;
}

export interface Segment {
  readonly column: ComparedColumn;
  /** Its position among the columns. */
  readonly at: number;
  readonly count: number;
  /** Empty where there is no room for it. */
  readonly figure: string;
  /** Whether the segment below it is another stance's. */
  readonly isStart: boolean;
}

/** From the ground up; what counts none is left out. */
export function segmentsOf(shown: ShownTimeline, bucket: TimelineBucket): readonly Segment[] {
  const { timeline, words } = shown;
  const high = (PLOT * heightOf(shown, bucket)) / Math.max(1, bucket.total);
  let before: string | null = null;
  return timeline.columns.flatMap((column, at) => {
    const count = bucket.counts[at] ?? 0;
    if (count === 0) return [];
    const isStart = before !== null && before !== column.stance;
    before = column.stance;
    const figure = high * count >= FIGURE ? words.strings.dashboard.number(count) : '';
    return [{ column, at, count, figure, isStart }];
  });
}

/** What a bar has to be wide for its words, in pixels; Chinese letters are twice as wide as others. */
export function widthOfBars(shown: ShownTimeline): number {
  const texts = shown.buckets.flatMap((bucket) => [
    tickName(shown, bucket),
    countUnder(shown, bucket),
  ]);
  const widest = texts.map((text) => text.replace(/[^\0-\xff]/g, 'xx').length);
  return Math.max(32, 7 * widest.reduce((most, each) => Math.max(most, each), 0) + 4);
}

export function barPartName(
  { parts }: Pick<Timeline, 'parts'>,
  column: ComparedColumn,
  words: Wording,
): string {
  return parts === 'stance' ? stanceName(column, words) : columnName(column, words);
}

/** How deep the column's colour is, from 0 to 1: of a stance's stages the first is deepest. */
export function depthOf({ columns, parts }: Timeline, at: number): number {
  if (parts === 'stance') return 0.8;
  const own = columns.filter(({ stance }) => stance === columns[at]?.stance);
  const position = own.findIndex(({ key }) => key === columns[at]?.key);
  return own.length < 2 ? 0.8 : 1 - position / (own.length - 1);
}

/** Everything that there is to say of a bar, a line each. */
export function bucketTip(shown: ShownTimeline, bucket: TimelineBucket): string {
  const { timeline, words } = shown;
  const { strings } = words;
  const name = spanName(spanOf(bucket), timeline.unit, words);
  const lines = [strings.timeline.bucket(name, bucket.total)];
  for (const { column, count } of [...segmentsOf(shown, bucket)].reverse()) {
    const share = shareText(count / bucket.total, words);
    lines.push(strings.timeline.part(barPartName(timeline, column, words), share, count));
  }
  if (bucket.byFile > 0) lines.push(strings.timeline.byFile(bucket.byFile));
  if (isFew(bucket)) lines.push(strings.timeline.few(FEW));
  return lines.join('\n');
}
