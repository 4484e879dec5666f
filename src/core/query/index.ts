/**
 * The one door to queries: filters and their words, rows, groups, counts, and what lists are laid out by. The folders below are
 * for each other.
 */
export { findMatches, foldText } from './columns/folded-text';
export { isWithin, noteName, type Row, type NoteChoice as Scope } from './columns/row';
export {
  applyFilter,
  FIELDS,
  type Filter,
  type FilterTerm,
  IS_VALUES,
  isCellTerm,
  markTerm,
  prepareRows,
  sameTerm,
  toggleTerm,
} from './filter/filter';
export { type FilterError, type FilterErrorCode, parseFilter } from './filter/parse';
export { QueryRunner } from './internal/query-runner';
export { ColumnStore } from './internal/column-store';
export { unknownCells } from './internal/count';
export { type Facet, facetsOf } from './internal/facets';
export { GROUP_KEYS, type Grouping, GROUPINGS, groupRows } from './internal/group';
export { layoutOf } from './internal/layout';
export type { Listed } from './internal/listing';
export type { QueryResult } from './internal/result';
export type { Query } from './internal/chunk-result';
export { WarmIndex } from './internal/warm-index';
