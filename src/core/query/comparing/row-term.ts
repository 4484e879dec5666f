/**
 * A cell of the comparison in words of a filter. A filter with one row's own term, and one stage's, is a pressed cell:
 * the list follows it, the table is counted without it. Two rows' terms and more choose rows, for the table too.
 */
import { BETWEEN_TITLES } from '../columns/columns';
import { isTerm, sameFilter, type Condition, type Filter, type Term } from '../language/condition';
import { isCellTerm, narrowedBy, soleTerm } from '../language/filter-edits';
import type { GroupField } from '../language/statement';
import { isTimeUnit, numberOfKey, TIME_UNITS } from '../language/calendar';
import { FOLDER_ALONE, SECTION_ALONE } from '../language/fields';

export const ROW_FIELDS = [
  'asker',
  'note',
  'folder',
  'section',
  'label',
  ...TIME_UNITS,
] as const satisfies readonly GroupField[];
export type RowField = (typeof ROW_FIELDS)[number];

/** The rows that a grouping asks for; askers where it is by something that rows cannot be. */
export function rowFieldOf(groups: readonly { readonly by: GroupField }[]): RowField {
  return ROW_FIELDS.find((field) => field === groups[0]?.by) ?? 'asker';
}

/** Finds the questions of the row, and no others. */
export function rowTerm(by: RowField, key: string | null): Term {
  const field = isTimeUnit(by) ? 'date' : by;
  if (key === null) return { field: 'missing', value: field };
  return { field, value: WRITTEN[by]?.(key) ?? key };
}

const WRITTEN: { readonly [by in RowField]?: (key: string) => string } = {
  folder: (key) => (key === '/' ? FOLDER_ALONE : key + FOLDER_ALONE),
  section: (key) => SECTION_ALONE + key.replaceAll(BETWEEN_TITLES, ` ${SECTION_ALONE}`),
};

/** The key of the row that the condition is the term of; undefined where it is none's. */
function keyOf(by: RowField, condition: Condition): string | null | undefined {
  if (!isTerm(condition)) return undefined;
  const { field, value } = condition;
  const none = rowTerm(by, null);
  if (field === none.field && value === none.value) return null;
  if (field !== none.value) return undefined;
  const key = READ[by] ? READ[by](value) : value;
  if (isTimeUnit(by) && numberOfKey(key, by) === null) return undefined;
  return key !== '' && rowTerm(by, key).value === value ? key : undefined;
}

const READ: { readonly [by in RowField]?: (value: string) => string } = {
  folder: (value) => value.slice(0, -FOLDER_ALONE.length) || '/',
  section: (value) =>
    value.slice(SECTION_ALONE.length).replaceAll(` ${SECTION_ALONE}`, BETWEEN_TITLES),
};

/** Which cell is pressed: undefined is none of the rows, or all columns. */
export interface PressedCell {
  readonly row: string | null | undefined;
  /** A `stageKey`. */
  readonly column: string | undefined;
}

export function pressIn(filter: Filter, by: RowField): PressedCell {
  const cells = filter.filter(isCellTerm).filter(isTerm);
  const [cell] = cells;
  const row = rowConditionIn(filter, by);
  return {
    row: row && keyOf(by, row),
    column: cells.length === 1 && cell?.field === 'stage' ? cell.value : undefined,
  };
}

/** What the table is counted by. */
export function tableFilter(filter: Filter, by: RowField): Filter {
  const row = rowConditionIn(filter, by);
  return filter.filter((each) => each !== row && !isCellTerm(each));
}

function rowConditionIn(filter: Filter, by: RowField): Term | undefined {
  return soleTerm(filter, (each) => keyOf(by, each) !== undefined);
}

/** The filter with the cell pressed, alone; without it where it was pressed before. */
export function withPress(filter: Filter, by: RowField, { row, column }: PressedCell): Filter {
  const rest = tableFilter(filter, by);
  const before = pressIn(filter, by);
  if (before.row === row && before.column === column && rest.length < filter.length) return rest;
  const terms: Term[] = [];
  if (row !== undefined) terms.push(rowTerm(by, row));
  if (column !== undefined) terms.push({ field: 'stage', value: column });
  return narrowedBy(rest, terms);
}

/** The filter with these rows alone; what was pressed goes with what it was pressed in. */
export function withRows(filter: Filter, by: RowField, keys: readonly string[]): Filter {
  const terms = keys.map((key) => rowTerm(by, key));
  const asked = new Set(terms.map(({ field }) => field));
  const rest = tableFilter(filter, by).filter(
    (each) =>
      !(isTerm(each) && asked.has(each.field)) &&
      !('any' in each && each.any.every((one) => one.every((own) => keyOf(by, own) !== undefined))),
  );
  const narrowed = [...rest, ...terms];
  return sameFilter(narrowed, filter) ? filter : narrowed;
}
