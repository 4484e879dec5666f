/** A bar over time: what was asked in one month, quarter or year, parted by stage or stance. */
import type { TimelineBucket } from '../../../core/query';
import { columnColor } from '../model/compare/table-look';
import {
  bucketTip,
  countUnder,
  depthOf,
  heightOf,
  isFew,
  segmentsOf,
  type ShownTimeline,
  tickName,
  yearAt,
} from '../model/timeline/timeline-look';

interface TimelineBarProps {
  readonly shown: ShownTimeline;
  readonly bucket: TimelineBucket;
  readonly at: number;
  /** Whether the Tab key goes to it. */
  readonly isCursor: boolean;
  readonly isChosen: boolean;
  /** Whether the chosen bars begin, or end, with it. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

export function TimelineBar(props: TimelineBarProps) {
  const { shown, bucket, at, isCursor, isChosen, isFirst, isLast } = props;
  const { timeline, words } = shown;
  const { total, byFile, key, until } = bucket;
  const states = {
    'is-chosen': isChosen,
    'is-first': isFirst,
    'is-last': isLast,
    'is-few': isFew(bucket),
    'is-empty': total === 0,
    'is-gap': key !== until,
    'is-undated': key === null,
  };
  const year = yearAt(shown, at);
  return (
    <div
      role="presentation"
      class={['question-stance-timeline-bar', ...Object.keys(states).filter(isOn)].join(' ')}
    >
      <div
        role="option"
        class="question-stance-timeline-option"
        data-at={at}
        tabIndex={isCursor ? 0 : -1}
        aria-selected={isChosen}
        aria-label={bucketTip(shown, bucket)}
        data-tooltip-position="top"
      >
        {isFirst && <span class="question-stance-timeline-handle is-from" />}
        {isLast && <span class="question-stance-timeline-handle is-to" />}
      </div>
      <span class="question-stance-timeline-plot" aria-hidden="true">
        <span
          class="question-stance-timeline-stack"
          style={{ height: `${(100 * heightOf(shown, bucket)).toFixed(2)}%` }}
        >
          {segmentsOf(shown, bucket).map(({ column, at, count, figure, isStart }) => (
            <i
              key={column.key}
              class={`${columnColor(column, words)} ${isStart ? 'is-start' : ''}`}
              style={{
                flexGrow: count,
                '--question-stance-shade': depthOf(timeline, at).toFixed(2),
              }}
            >
              {figure}
            </i>
          ))}
        </span>
      </span>
      <span class="question-stance-timeline-file" aria-hidden="true">
        {byFile > 0 && <i style={{ width: `${(100 * byFile) / total}%` }} />}
      </span>
      <b aria-hidden="true">{tickName(shown, bucket)}</b>
      <span class="question-stance-timeline-count" aria-hidden="true">
        {countUnder(shown, bucket)}
      </span>
      <b class="question-stance-timeline-year" aria-hidden="true">
        {year}
      </b>
    </div>
  );

  function isOn(state: string): boolean {
    return Object.entries(states).some(([name, is]) => name === state && is);
  }
}
