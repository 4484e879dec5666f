/** What two rows ask that the other never does, and what both do, as a sentence whose parts list their questions. */
import { Fragment, type ComponentChildren } from 'preact';
import { pairOf, type ComparedRow } from '../../../core/query';
import type { OnPress } from './compare-cell';
import { columnColor, columnName, rowName, type ShownTable } from '../model/compare/table-look';

export interface PairProps {
  readonly table: ShownTable;
  readonly first: ComparedRow;
  readonly second: ComparedRow;
  readonly onPress: OnPress;
}

export function CompareSentence({ table, first, second, onPress }: PairProps) {
  const { words } = table;
  const { compare, dashboard } = words.strings;
  const { onlyFirst, onlySecond, both } = pairOf(first, second);
  const part = (row: ComparedRow, column: number, isNamed: boolean) => {
    const at = table.comparison.columns[column];
    const number = dashboard.number(row.countAt(column));
    return (
      at && (
        <button
          type="button"
          class={`question-stance-compare-part ${columnColor(at, words)}`}
          onClick={() => onPress(row, column)}
        >
          {isNamed ? `${columnName(at, words)} ${number}` : number}
        </button>
      )
    );
  };
  const listed = (columns: readonly number[], draw: (column: number) => ComponentChildren) =>
    columns.map((column, at) => (
      <Fragment key={column}>
        {at > 0 && compare.comma}
        {draw(column)}
        {at === columns.length - 1 && compare.stop}
      </Fragment>
    ));
  const alone = (one: ComparedRow, other: ComparedRow, columns: readonly number[]) => {
    const pieces = columns.length > 0 ? compare.asksAlone : compare.asksNothingAlone;
    const [name, otherName] = [rowName(table, one), rowName(table, other)];
    return (
      <p>
        <bdi>{name}</bdi>
        {spaced(name, pieces.between, otherName)}
        <bdi>{otherName}</bdi>
        {spaced(otherName, pieces.behind, '')}
        {listed(columns, (column) => part(one, column, true))}
      </p>
    );
  };
  return (
    <div class="question-stance-compare-sentence">
      {alone(first, second, onlyFirst)}
      {alone(second, first, onlySecond)}
      <p class="question-stance-faint">
        {both.length > 0 ? compare.both : compare.bothNothing}
        {listed(both, (column) => (
          <>
            {part(first, column, true)}
            {compare.and}
            {part(second, column, false)}
          </>
        ))}
      </p>
    </div>
  );
}

const LATIN = /^[\p{Script=Latin}\d]$/u;
const CHINESE = /^\p{Script=Han}$/u;

/** With a space where Latin and Chinese letters would touch, as both are set in one line. */
function spaced(before: string, text: string, after: string): string {
  const touch = (left: string, right: string): string =>
    (LATIN.test(left) && CHINESE.test(right)) || (CHINESE.test(left) && LATIN.test(right))
      ? ' '
      : '';
  return touch(before.slice(-1), text.charAt(0)) + text + touch(text.slice(-1), after.charAt(0));
}
