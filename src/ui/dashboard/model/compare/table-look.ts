/** How the cells of a comparison read and look: the figures, the shade, what is said of each. Knows no element. */
import {
  type ComparedColumn,
  type ComparedRow,
  type Comparison,
  expectedIn,
  leaningOf,
  LEAST_EXPECTED,
} from '../../../../core/query';
import { findStage, findStance, localized } from '../../../../core/model/taxonomy';
import { colorClass, markLabel } from '../../../parts/stance-chip';
import type { Wording } from '../../../parts/wording';
import { groupName } from '../term-label';
import type { Numbers } from '../../state/dashboard-state';

/** A table as it is shown. */
export interface ShownTable {
  readonly comparison: Comparison;
  /** In their order; what has no key is last. */
  readonly rows: readonly ComparedRow[];
  readonly numbers: Numbers;
  readonly words: Wording;
  /** The largest number of the rows' cells, as `numbers` says: what is shaded deepest. */
  readonly most: number;
}

export function shownTable(
  comparison: Comparison,
  rows: readonly ComparedRow[],
  numbers: Numbers,
  words: Wording,
): ShownTable {
  let most = 0;
  for (const row of rows) {
    for (let at = 0; at < comparison.columns.length; at++) {
      most = Math.max(most, amountOf(row, at, numbers));
    }
  }
  return { comparison, rows, numbers, words, most };
}

function amountOf(row: ComparedRow, column: number, numbers: Numbers): number {
  const count = row.countAt(column);
  return numbers === 'count' ? count : count / Math.max(1, row.total);
}

/** From 0 to 1; the row of all is no deeper than the deepest. */
export function shadeOf({ numbers, most }: ShownTable, row: ComparedRow, column: number): number {
  return most === 0 ? 0 : Math.min(1, amountOf(row, column, numbers) / most);
}

/** A share as it is read, plainly rounded; what is asked at all is never said to be none. */
export function shareText(share: number, { strings }: Wording): string {
  const percent = Math.round(100 * share);
  return percent === 0 && share > 0 ? strings.compare.underOne : strings.compare.share(percent);
}

export function cellShare(row: ComparedRow, column: number, words: Wording): string {
  return shareText(amountOf(row, column, 'share'), words);
}

export function rowName({ comparison: { by, all }, words }: ShownTable, row: ComparedRow): string {
  return row === all ? words.strings.compare.all : groupName(row.key, by, words);
}

export function columnName(column: ComparedColumn, words: Wording): string {
  const { language, strings, taxonomy } = words;
  return column.stage === null
    ? strings.dashboard.noStage
    : markLabel(column, taxonomy, language, strings);
}

export function columnColor({ stance }: ComparedColumn, { taxonomy }: Wording): string {
  return colorClass({ stance, stage: null }, taxonomy);
}

export function stanceName({ stance }: ComparedColumn, { taxonomy, language }: Wording): string {
  const known = findStance(taxonomy, stance);
  return known ? localized(known.label, language) : stance;
}

/** What the stage asks; empty where there is none. */
export function columnMeaning(column: ComparedColumn, { taxonomy, language }: Wording): string {
  const stance = findStance(taxonomy, column.stance);
  const stage = stance && findStage(stance, column.stage);
  return stage ? localized(stage.asks, language) : '';
}

/** Whether the column is its stance's first. */
export function startsPath({ columns }: Comparison, column: number): boolean {
  return columns[column - 1]?.stance !== columns[column]?.stance;
}

/** ▲ where something is clearly more than what it is compared with (1), ▼ where clearly less (−1), else nothing. */
export function leaningArrow(leaning: -1 | 0 | 1): string {
  return (['▼', '', '▲'] as const)[1 + leaning] ?? '';
}

/** The arrow of what the row asks beside what the others ask. */
export function cellArrow(
  { comparison: { all } }: ShownTable,
  row: ComparedRow,
  column: number,
): string {
  return leaningArrow(leaningOf(row, all, column));
}

/** What stands in a cell: share and number, or the number alone; where it leans, with the arrow between. */
export function figuresOf(
  table: ShownTable,
  row: ComparedRow,
  column: number,
): readonly [main: string, arrow: string, small: string] {
  const { numbers, words } = table;
  const count = row.countAt(column);
  const number = words.strings.dashboard.number(count);
  const arrow = cellArrow(table, row, column);
  return numbers === 'share' && count > 0
    ? [cellShare(row, column, words), arrow, number]
    : [number, arrow, ''];
}

/** Everything that there is to say of a cell, a line each. */
export function cellTip(table: ShownTable, row: ComparedRow, column: number): string {
  const { comparison, words } = table;
  const { compare } = words.strings;
  const count = row.countAt(column);
  const at = comparison.columns[column];
  const expected = row === comparison.all ? 0 : expectedIn(row, comparison.all, column);
  const leaning = leaningOf(row, comparison.all, column);
  const lines = [compare.place(rowName(table, row), at ? columnName(at, words) : '')];
  const figures = figuresOf(table, row, column).filter((text) => text !== '');
  lines.push(compare.cell(figures.join(' '), row.total));
  if (count === 0) lines.push(compare.neverAsked);
  if (leaning !== 0) lines.push(compare.leanings[leaning > 0 ? 'more' : 'less']);
  if (expected >= LEAST_EXPECTED) lines.push(compare.expected(Math.round(expected)));
  if (count > 0) lines.push(compare.press);
  return lines.join('\n');
}
