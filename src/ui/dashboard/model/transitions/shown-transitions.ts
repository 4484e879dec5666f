/** How transitions read: names and figures of each pair, what the map draws of them, and all as text. Knows no element. */
import { markdownTable, writeRecords } from '../../../../core/export';
import {
  LEAST_EXPECTED,
  stagePairs,
  type StagePair,
  type TransitionPair,
  type Transitions,
} from '../../../../core/query';
import type { Wording } from '../../../parts/wording';
import { columnName, leaningArrow, stanceName } from '../compare/table-look';
import type { MapLink, MapStage } from './map-parts';

/** Transitions as they are shown. */
export interface ShownTransitions {
  readonly transitions: Transitions;
  /** In the order of the table. */
  readonly pairs: readonly TransitionPair[];
  readonly words: Wording;
}

export interface PairLink extends MapLink {
  readonly pair: TransitionPair;
}

/** Pairs on the map that would be expected and are never seen. */
const MOST_NEVER = 3;

export function shownTransitions(transitions: Transitions, words: Wording): ShownTransitions {
  return { transitions, pairs: stagePairs(transitions), words };
}

export function stageName({ transitions, words }: ShownTransitions, position: number): string {
  const column = transitions.columns[position];
  if (!column) return '';
  const name = columnName(column, words);
  return column.stage === null ? `${stanceName(column, words)} › ${name}` : name;
}

export function pairName(shown: ShownTransitions, { from, to }: TransitionPair): string {
  const { transitions } = shown.words.strings;
  const [start, end] = [stageName(shown, from), stageName(shown, to)];
  return from === to ? `${start} ${transitions.stays}` : transitions.pair(start, end);
}

/** In the words of a filter. */
export function keysOfPair({ columns }: Transitions, { from, to }: TransitionPair): StagePair {
  return { from: columns[from]?.key ?? '', to: columns[to]?.key ?? '' };
}

/** Names a pair whatever its place, and whatever stages there are beside its own. */
export function pairKey({ transitions }: ShownTransitions, pair: TransitionPair): string {
  const { from, to } = keysOfPair(transitions, pair);
  return `${from} ${to}`;
}

export function expectedText({ words }: ShownTransitions, { expected }: TransitionPair): string {
  return words.strings.dashboard.number(rounded(expected));
}

/** With plus or minus; ▲ or ▼ before it where it is clearly more or less. */
export function differenceText(shown: ShownTransitions, pair: TransitionPair): string {
  const difference = rounded(pair.count - pair.expected);
  const number =
    (difference < 0 ? '−' : '+') + shown.words.strings.dashboard.number(Math.abs(difference));
  return `${leaningArrow(pair.leaning)} ${number}`.trim();
}

/** Everything that there is to say of a pair, a line each. */
export function pairTip(shown: ShownTransitions, pair: TransitionPair): string {
  const { count, from, isJudged, leaning } = pair;
  const { transitions: says } = shown.words.strings;
  const total = shown.transitions.rows[from]?.total ?? 0;
  const expected = says.expected(expectedText(shown, pair));
  return [
    pairName(shown, pair),
    count === 0 ? says.never : says.ofSteps(count, total),
    isJudged ? expected : says.tooFew(expected),
    ...(leaning === 0 ? [] : [says.leanings[leaning > 0 ? 'more' : 'less']]),
    ...(count === 0 ? [] : [says.press]),
  ].join('\n');
}

/** The stages of each stance that has any, in their order. */
export function mapPaths(shown: ShownTransitions): readonly (readonly MapStage[])[] {
  const paths = new Map<string, MapStage[]>();
  shown.transitions.columns.forEach(({ stance, stage }, column) => {
    if (stage === null) return;
    const path = paths.get(stance) ?? [];
    paths.set(stance, path);
    path.push({ column, name: stageName(shown, column) });
  });
  return [...paths.values()];
}

/** What the map may draw, the strongest first: from stage to stage, also what is clearly missing. */
export function mapLinks({ pairs, transitions, words }: ShownTransitions): readonly PairLink[] {
  const isStage = (position: number) => transitions.columns[position]?.stage !== null;
  const { number } = words.strings.dashboard;
  let never = 0;
  return [...pairs]
    .sort((a, b) => strength(b) - strength(a))
    .filter(
      ({ from, to, count, leaning }) =>
        isStage(from) && isStage(to) && (count > 0 || (leaning < 0 && never++ < MOST_NEVER)),
    )
    .map((pair) => {
      const { from, to, count } = pair;
      return { from, to, count, label: leaningArrow(pair.leaning) + number(count), pair };
    });
}

function strength({ count, expected }: TransitionPair): number {
  return count === 0 ? expected : count;
}

export function transitionsAsMarkdown(shown: ShownTransitions): string {
  const { transitions: says } = shown.words.strings;
  const text = (pair: TransitionPair): string =>
    pair.isJudged ? differenceText(shown, pair) : `${differenceText(shown, pair)} ${says.few}`;
  return markdownTable(
    records(shown, (pair) => [expectedText(shown, pair), text(pair)]),
    2,
  );
}

export function transitionsAsTsv(shown: ShownTransitions): string {
  const numbers = ({ count, expected }: TransitionPair) => [
    rounded(expected),
    rounded(count - expected),
  ];
  return [...writeRecords('tsv', records(shown, numbers))].join('');
}

function records(
  shown: ShownTransitions,
  figures: (pair: TransitionPair) => readonly (string | number)[],
): readonly (readonly (string | number)[])[] {
  const { pairs, transitions, words } = shown;
  const { heads, all } = words.strings.transitions;
  const [from = '', to = ''] = heads.pair.split(' → ');
  return [
    [from, to, heads.count, heads.expected, heads.difference],
    ...pairs.map((pair) => [
      stageName(shown, pair.from),
      stageName(shown, pair.to),
      pair.count,
      ...figures(pair),
    ]),
    [all, '', transitions.all.total, '', ''],
  ];
}

/** To a tenth. */
function rounded(number: number): number {
  return Math.round(10 * number) / 10;
}

/** What stands below: how many questions and steps there are, and what has no place. */
export function sentencesOf(
  { pairs, transitions, words }: ShownTransitions,
  drawn: readonly { readonly link: MapLink }[],
): string {
  const says = words.strings.transitions;
  const { all, begins, nobody, others, questions } = transitions;
  const seen = pairs.filter(({ count }) => count > 0).length;
  const onMap = drawn.filter(({ link }) => link.count > 0);
  const steps = onMap.reduce((sum, { link }) => sum + link.count, 0);
  const sentences = [
    says.sum(
      questions.reduce((sum, count) => sum + count, 0),
      all.total,
    ),
    ...(begins > 0 ? [says.begins(begins)] : []),
    ...(nobody > 0 ? [says.nobody(nobody)] : []),
    ...(others > 0 ? [says.others(others)] : []),
    ...(onMap.length < seen ? [says.shown(onMap.length, seen, steps, all.total)] : []),
    says.judged(LEAST_EXPECTED),
  ];
  return sentences.reduce((text, sentence) => text + says.behind(sentence));
}
