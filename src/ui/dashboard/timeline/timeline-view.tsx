/** How asking changes: bars over time, what they are parted by, a chosen span beside all before it, and its questions. */
import { useMemo } from 'preact/hooks';
import {
  type ShareChange,
  changesIn,
  DATE_PROPERTY,
  FEW,
  isTerm,
  type Span,
  spanCounts,
  TIME_UNITS,
  unitOf,
} from '../../../core/query';
import { useDashboard, useWords } from '../actions/dashboard-context';
import { ExitsTool, NothingDrawn, NumbersSwitch, WithList } from '../compare/picture-frame';
import { Switch } from '../filter/switch';
import type { ViewProps } from '../list/question-list';
import { columnColor, columnName, shareText, stanceName } from '../model/compare/table-look';
import type { PictureLook } from '../model/drawing';
import {
  depthOf,
  barPartName,
  type ShownTimeline,
  shownTimeline,
  spanName,
} from '../model/timeline/timeline-look';
import { timelinePicture } from '../model/timeline/timeline-picture';
import { timelineAsMarkdown, timelineAsTsv } from '../model/timeline/timeline-text';
import { TimelineBars } from './timeline-bars';

const FITTING = 'fitting';
const UNITS = [FITTING, ...TIME_UNITS] as const;
const PARTS = ['stage', 'stance'] as const;

export function TimelineView(props: ViewProps) {
  return (
    <WithList list={props}>
      <TimelineBody />
    </WithList>
  );
}

/** The bars alone. */
export function TimelineBody() {
  const { model, strings } = useDashboard();
  const words = useWords();
  const { compare } = strings;
  const timeline = model.shown.timeline.value;
  const span = model.shown.span.value?.span ?? null;
  const { comparing, groups } = model.state.value;
  const { numbers } = comparing;
  const shown = useMemo(
    () => shownTimeline(timeline, numbers, words),
    [timeline, numbers, words.taxonomy],
  );
  const unit = unitOf(groups);
  const { parts } = timeline;
  const source = {
    name: strings.timeline.table,
    asMarkdown: () => timelineAsMarkdown(shown),
    asTsv: () => timelineAsTsv(shown),
    draw: (look: PictureLook) => timelinePicture(shown, look),
  };
  return (
    <section class="question-stance-compare question-stance-timeline">
      <div class="question-stance-compare-tools">
        <Switch
          of="timeline-unit"
          name={strings.timeline.unit}
          values={UNITS}
          nameOf={(each) => strings.timeline.units[each]}
          current={unit ? timeline.unit : FITTING}
          onChoose={(chosen) => model.setTimeline(chosen === FITTING ? null : chosen, parts)}
        />
        <NumbersSwitch />
        <Switch
          of="timeline-parts"
          name={strings.timeline.parts}
          values={PARTS}
          nameOf={(each) => strings.timeline.partNames[each]}
          current={parts}
          onChoose={(chosen) => model.setTimeline(unit, chosen)}
        />
        <ExitsTool source={source} />
      </div>
      {timeline.all.total === 0 ? (
        <NothingDrawn title={strings.timeline.nothing} hint={compare.nothingHint} />
      ) : (
        <>
          <TimelineBars shown={shown} span={span} onPress={(pressed) => model.pressSpan(pressed)} />
          <Legend shown={shown} />
          <div class="question-stance-compare-says">
            {span ? (
              <Sentence shown={shown} span={span} />
            ) : (
              <p class="question-stance-faint">{strings.timeline.hint}</p>
            )}
            {span && (
              <button type="button" onClick={() => model.pressSpan(null)}>
                {strings.timeline.clear}
              </button>
            )}
          </div>
        </>
      )}
    </section>
  );
}

function Legend({ shown }: { readonly shown: ShownTimeline }) {
  const { model } = useDashboard();
  const { timeline, numbers, words } = shown;
  const { columns, all, others, parts } = timeline;
  const { compare, timeline: strings } = words.strings;
  const asked = columns.map((column, at) => ({ column, at })).filter(({ at }) => all.counts[at]);
  const isOnlySaid = model.state.value.filter.some(
    (each) => isTerm(each) && each.field === 'has' && each.value === DATE_PROPERTY,
  );
  return (
    <>
      <ul class="question-stance-compare-legend question-stance-timeline-parts">
        {asked.map(({ column, at }) => (
          <li key={column.key} class={columnColor(column, words)}>
            <i
              class="question-stance-timeline-swatch"
              style={{ '--question-stance-shade': depthOf(timeline, at).toFixed(2) }}
            />
            {barPartName(timeline, column, words)}
          </li>
        ))}
      </ul>
      <div class="question-stance-compare-legend">
        <span>{strings.heights[numbers]}</span>
        <span>{strings.inAll(all.total)}</span>
        {parts === 'stage' && new Set(asked.map(({ column }) => column.stance)).size > 1 && (
          <span>
            <i class="question-stance-timeline-line" aria-hidden="true" />
            {strings.stances}
          </span>
        )}
        <span>
          <i class="question-stance-compare-never" aria-hidden="true" />
          {strings.few(FEW)}
        </span>
        {others > 0 && <span>{compare.others(others)}</span>}
        {all.byFile > 0 && (
          <span>
            <i class="question-stance-timeline-hatch" aria-hidden="true" />
            {strings.byFile(all.byFile)}
          </span>
        )}
        {(all.byFile > 0 || isOnlySaid) && (
          <button
            type="button"
            class="question-stance-timeline-said"
            aria-pressed={isOnlySaid}
            onClick={() => model.toggle({ field: 'has', value: DATE_PROPERTY })}
          >
            {strings.onlySaid}
          </button>
        )}
      </div>
    </>
  );
}

/** What has changed from all that came before the span. */
function Sentence({ shown, span }: { readonly shown: ShownTimeline; readonly span: Span }) {
  const { timeline, words } = shown;
  const { timeline: strings } = words.strings;
  const counts = useMemo(() => spanCounts(timeline, span), [timeline, span]);
  const name = spanName(span, timeline.unit, words);
  const total = counts ? counts.within : (timeline.undated?.total ?? 0);
  if (!counts || counts.before === 0 || total === 0) {
    return (
      <div class="question-stance-compare-sentence">
        <p>
          <b>{name}</b>
          {strings.colon}
          {strings.total(total)} {counts && total > 0 && strings.nothingBefore}
        </p>
      </div>
    );
  }
  const say = (change: ShareChange, called: string): string => {
    const figures = (count: number, all: number): string =>
      strings.figures(shareText(count / all, words), count, all);
    const { within, before } = change;
    return strings.change(called, figures(within, counts.within), figures(before, counts.before));
  };
  const [stance] = counts.stances.length > 1 ? changesIn(counts, counts.stances) : [];
  const [stage] = timeline.parts === 'stage' ? changesIn(counts, counts.parts) : [];
  const isFew = Math.min(counts.within, counts.before) < FEW;
  return (
    <div class="question-stance-compare-sentence">
      <p>
        <b>{name}</b>
        {strings.colon}
        {stance ? say(stance, stanceName({ ...stance, key: '' }, words)) : strings.total(total)}
      </p>
      {stage && (
        <p class="question-stance-faint">
          {strings.mostChanged}
          {say(stage, columnName({ ...stage, key: '' }, words))}
        </p>
      )}
      {isFew && <p class="question-stance-faint">{strings.fewToCompare(FEW)}</p>}
    </div>
  );
}
