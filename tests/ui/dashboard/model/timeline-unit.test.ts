// What bars over time stand for while a span of them is pressed, and other notes or another filter would have other bars.
import { describe, expect, it } from 'vitest';
import { QuestionIndex } from '../../../../src/core/index/question-index';
import { formatFilter, type TimeUnit } from '../../../../src/core/query';
import { DEFAULT_SETTINGS } from '../../../../src/settings/schema';
import { DashboardModel } from '../../../../src/ui/dashboard/model/dashboard-model';
import { parseState } from '../../../../src/ui/dashboard/state/dashboard-state';
import { storeOf } from '../../../core/query/comparing/compared';
import { note } from '../../../core/query/note-sketch';

/** Keys of months, so many from the first of a year on. */
const months = (from: number, count: number): readonly string[] =>
  Array.from(
    { length: count },
    (_, at) => `${from + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  );

const FEW = months(2025, 9);
const MANY = [...months(2018, 84), ...FEW];
const TOO_MANY = [...months(2010, 180), ...FEW];

/** A timeline of notes, one for each of the months, each with one question. */
function opened(first: readonly string[], all = first) {
  const days = Object.fromEntries(all.map((key) => [`${key}.md`, `${key}-10`]));
  let tell = (): void => undefined;
  const index = new QuestionIndex((notice) => (tell = notice));
  const bring = (keys: readonly string[]): void => {
    for (const key of keys) {
      index.put(note(`${key}.md`, [{ text: 'Why?', tag: 'inward/anomaly', label: key }]));
    }
    tell();
  };
  bring(first);
  index.setProgress({ phase: 'ready', done: 1, total: 1 });
  const model: DashboardModel = new DashboardModel({
    columns: storeOf(days, {}),
    index,
    settings: { get: () => DEFAULT_SETTINGS, subscribe: () => () => undefined },
    navigate: (state) => model.show(state),
    keep: () => undefined,
  });
  model.setView('timeline');
  const drawn = () => {
    const { timeline, span } = model.shown;
    const { unit, all: counted } = timeline.value;
    const words = formatFilter(model.state.value.filter);
    return `${unit} of ${counted.total}, ${JSON.stringify(span.value?.span ?? null)}, ${words}`;
  };
  return { model, bring, drawn };
}

const APRIL = { from: '2025-04', to: '2025-04' };
const PRESSED = '{"from":"2025-04","to":"2025-04"}, date:2025-04';

describe('bars that choose their unit by themselves', () => {
  it('stay as they are under a pressed span while notes come, all of them counted', () => {
    const { model, bring, drawn } = opened(FEW, MANY);
    model.pressSpan(APRIL);
    expect(drawn()).toBe(`month of 9, ${PRESSED}`);
    bring(MANY);
    expect(drawn()).toBe(`month of 93, ${PRESSED}`);
    model.pressSpan(null);
    expect(drawn()).toBe('year of 93, null, ');
  });

  it('stay as they are while another condition goes, or comes', () => {
    const { model, drawn } = opened(MANY);
    const label = { field: 'label', value: '2025-04' } as const;
    model.setFilter([label]);
    model.pressSpan(APRIL);
    expect(drawn()).toBe(
      'month of 1, {"from":"2025-04","to":"2025-04"}, label:2025-04 date:2025-04',
    );
    model.toggle(label);
    expect(drawn()).toBe(`month of 93, ${PRESSED}`);
    model.pressSpan(null);
    model.pressSpan({ from: '2024', to: '2025' });
    model.toggle(label);
    expect(drawn()).toBe('year of 1, {"from":"2024","to":"2025"}, date:2024..2025 label:2025-04');
  });

  it('stay as they are also once the workspace has been closed in between', () => {
    const { model } = opened(FEW);
    model.pressSpan(APRIL);
    const again = opened(MANY);
    again.model.show(parseState(JSON.parse(JSON.stringify(model.state.value))));
    expect(again.drawn()).toBe(`month of 93, ${PRESSED}`);
  });

  it('stay as they are when they are parted otherwise', () => {
    const { model, bring, drawn } = opened(FEW, MANY);
    model.pressSpan(APRIL);
    bring(MANY);
    model.setTimeline(null, 'stance');
    expect(drawn()).toBe(`month of 93, ${PRESSED}`);
  });

  it('are narrowed by a pressed span where its unit would have too many of them to draw', () => {
    const { model, bring, drawn } = opened(FEW, TOO_MANY);
    model.pressSpan(APRIL);
    bring(TOO_MANY);
    expect(drawn()).toBe('month of 1, null, date:2025-04');
  });

  it('are narrowed by a date that was typed, until the bar that is left is pressed', () => {
    const { model, drawn } = opened(MANY);
    model.query.search('date:2025-04');
    expect(drawn()).toBe('month of 1, null, date:2025-04');
    model.pressSpan(APRIL);
    expect(drawn()).toBe(`month of 93, ${PRESSED}`);
    model.query.search('date:2025-05');
    expect(drawn()).toBe('month of 1, null, date:2025-05');
  });

  it.each<[unit: TimeUnit, pressed: string, notes: readonly string[], drawn: string]>([
    ['month', '2025-04', MANY, 'year of 93, {"from":"2025","to":"2025"}, date:2025'],
    ['quarter', '2025-Q2', MANY, 'year of 93, {"from":"2025","to":"2025"}, date:2025'],
    ['month', '2025-04', FEW, `month of 9, ${PRESSED}`],
    ['year', '2025', FEW, 'month of 9, null, date:2025'],
  ])('take a span of a %s, %s, over to what fits', (unit, pressed, notes, expected) => {
    const { model, drawn } = opened(notes);
    model.setTimeline(unit, 'stage');
    model.pressSpan({ from: pressed, to: pressed });
    model.setTimeline(null, 'stage');
    expect(drawn()).toBe(expected);
  });
});

describe('bars whose unit is asked for', () => {
  it('take a span over, which stays pressed where they choose by themselves again', () => {
    const { model, bring, drawn } = opened(FEW, MANY);
    model.pressSpan(APRIL);
    model.setTimeline('quarter', 'stage');
    expect(drawn()).toBe('quarter of 9, {"from":"2025-Q2","to":"2025-Q2"}, date:2025-Q2');
    model.setTimeline('month', 'stage');
    model.setTimeline(null, 'stage');
    bring(MANY);
    expect(drawn()).toBe('month of 93, {"from":"2025-04","to":"2025-06"}, date:2025-04..2025-06');
  });
});
