/**
 * The one door to queries: their words, rows, groups, counts, and what lists are laid out by. The folders below are
 * for each other.
 */
export type { Answer, AnswerCounts, AnswerGroup, AnswerRow } from './answer';
export { answerRow } from './answer-row';
export { type ExplainedPart, type FilterPart, filterParts } from './explain';
export { query, type QueryContext } from './run-query';
export { type StageExamples, stageExamples } from './stage-examples';
export { type ListedRows, listedRows, type RowGroup } from './listed-rows';
export {
  ASKERS_PROPERTY,
  DATE_PROPERTIES,
  type FactContext,
  type FactNeed,
  type NoteFacts,
  type NoteFactsSource,
} from './columns/note-facts';
export { type GivenGroup, GivenNotes, type ListedField } from './columns/given-notes';
export { nameKey } from './columns/property-name';
export { findAllMatches, findMatches, foldText, mapUnits } from './columns/folded-text';
export { isWithin, noteName, type NoteChoice, type Row } from './columns/row';
export { prepareRows } from './internal/filter-rows';
export type { ListQuery } from './internal/chunk-result';
export { factNeedsOf } from './internal/fact-needs';
export { type ListNeeds, listNeedsOf } from './internal/list-needs';
export { ColumnStore } from './internal/column-store';
export { unknownCells } from './internal/count';
export { type Facet, facetsOf } from './internal/facets';
export {
  compareQuestions,
  type ComparedColumn,
  ComparedRow,
  type Comparison,
} from './comparing/comparison';
export {
  expectedIn,
  LEAST_EXPECTED,
  leaningOf,
  orderRows,
  ROW_ORDERS,
  type RowOrder,
} from './comparing/difference';
export { pairOf } from './comparing/row-pair';
export {
  pressIn,
  type PressedCell,
  ROW_FIELDS,
  type RowField,
  rowFieldOf,
  rowTerm,
  tableFilter,
  withPress,
  withRows,
} from './comparing/row-term';
export { countTransitions, type Transitions } from './transitions/transitions';
export {
  GROUP_OF_WITHIN,
  pressedPair,
  type StagePair,
  transitionFilter,
  withinOf,
  withPair,
  withPairIn,
} from './transitions/pair-term';
export { stagePairs, type TransitionPair } from './transitions/stage-pairs';
export { formatAfter, readAfter, type Within, WITHINS } from './language/after-value';
export {
  countMonths,
  FEW,
  type Timeline,
  type TimelineBucket,
  timelineOf,
  timelineOrder,
  type TimelineParts,
  timelineParts,
  unitOf,
} from './timeline/timeline';
export { type ShareChange, changesIn, type SpanCounts, spanCounts } from './timeline/share-changes';
export {
  pressedSpan,
  type PressedSpan,
  type Span,
  spanInUnit,
  UNDATED,
  withoutSpan,
  withSpan,
} from './timeline/time-span';
export { endsWithin, isLargerUnit, TIME_UNITS, type TimeUnit } from './language/calendar';
export { titlesOf } from './arranging/group-key';
export { groupId, innermostGroups, renameGroupId } from './arranging/group-id';
export type { Collapsed } from './internal/laid-rows';
export { layoutOf } from './internal/layout';
export {
  MOST_GROUPINGS,
  type Ordering,
  type Part,
  PARTS,
  SORT_FIELDS,
  type SortField,
} from './language/statement';
export type { Listed } from './internal/listing';
export { QueryRunner } from './internal/query-runner';
export type { QueryResult } from './internal/result';
export { WarmIndex } from './internal/warm-index';
export { KnownValues } from './internal/known-values';
export { completeQuery, completionsAt } from './completing/complete';
export {
  type CompletionContext,
  type CompletionItem,
  type KnownField,
  type KnownValue,
  MOST_COMPLETIONS,
  type QueryCompletion,
} from './completing/completion';
export {
  type CompletionPlace,
  completionPlace,
  type InstructionWords,
} from './completing/completion-place';
export {
  type Condition,
  type Filter,
  isNegation,
  isTerm,
  mapTerms,
  sameCondition,
  sameFilter,
  type Term,
  termsIn,
} from './language/condition';
export { DATE_PROPERTY, type Field, FIELDS, IS_VALUES, isField } from './language/fields';
export {
  asksForSkipped,
  isCellTerm,
  kindsAskedFor,
  markTerm,
  toggleCondition,
} from './language/filter-edits';
export { formatFilterLine, formatQuery } from './language/format-query';
export { nearestOf } from './language/nearest';
export { formatCondition, formatFilter, parseFilter } from './language/parse';
export { findPreset, type QueryReading, type ReadContext, readQuery } from './language/read-query';
export { isUnfinished, readSearchLine, type SearchLine } from './language/search-line';
export {
  EMPTY_QUERY,
  GROUP_FIELDS,
  type GroupField,
  type Preset,
  type Query,
  type ViewName,
  VIEWS,
} from './language/statement';
export { readCondition } from './language/stored-condition';
export type { LocatedProblem, ProblemCode, QueryProblem } from './language/problem';
