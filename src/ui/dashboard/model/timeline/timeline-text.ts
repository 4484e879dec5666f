/** The timeline as a table of text: to read, as it is shown, or to reckon with, as counts. */
import { markdownTable, writeRecords } from '../../../../core/export';
import type { TimelineBucket } from '../../../../core/query';
import { shareText, stanceName } from '../compare/table-look';
import { barPartName, type ShownTimeline, spanName, spanOf } from './timeline-look';

export function timelineAsMarkdown(shown: ShownTimeline): string {
  const { numbers, words } = shown;
  return markdownTable(
    timelineRecords(shown, (count, total) => {
      const figure = words.strings.dashboard.number(count);
      return numbers === 'count' || total === 0
        ? figure
        : `${shareText(count / total, words)} (${figure})`;
    }),
    1,
  );
}

export function timelineAsTsv(shown: ShownTimeline): string {
  return [
    ...writeRecords(
      'tsv',
      timelineRecords(shown, (count) => count),
    ),
  ].join('');
}

/** A head, a line a bar, and all. */
export function timelineRecords(
  { timeline, buckets, words }: ShownTimeline,
  cell: (count: number, total: number) => string | number,
): readonly (readonly (string | number)[])[] {
  const { columns, parts, unit, all } = timeline;
  const { compare, dashboard } = words.strings;
  const names = columns.map((column) => {
    const name = barPartName(timeline, column, words);
    return parts === 'stance' ? name : `${stanceName(column, words)} › ${name}`;
  });
  const line = (name: string, { counts, total }: TimelineBucket) => [
    name,
    ...Array.from(counts, (count) => cell(count, total)),
    total,
  ];
  return [
    [dashboard.fields[unit], ...names, compare.total],
    ...buckets.map((bucket) => line(spanName(spanOf(bucket), unit, words), bucket)),
    line(compare.all, all),
  ];
}
