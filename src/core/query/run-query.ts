/**
 * The one query: words or a structure in, an answer as plain frozen data out. Whoever wants answers goes through here,
 * save lists that have to follow every change of a vault, which keep what they know between two answers (`QueryRunner`);
 * both stand on the same columns, finders and orders.
 */
import type { PathList } from '../index/path-list';
import type { NoteEntry } from '../index/question-index';
import { runToEnd } from '../model/incremental';
import { folderOf } from '../model/path';
import type { QuestionKind } from '../model/question';
import type { Stances, Taxonomy } from '../model/taxonomy';
import type { Answer, AnswerCounts, AnswerGroup, AnswerRow } from './answer';
import { answerRow } from './answer-row';
import { fittingAt, type ArrangedGroup } from './arranging/arrange';
import type { FittingChunk } from './arranging/order-keys';
import type { NoteChoice } from './columns/row';
import type { ListQuery } from './internal/chunk-result';
import type { ColumnStore } from './internal/column-store';
import type { MatrixCount } from './internal/count';
import { QueryRunner } from './internal/query-runner';
import { rowAt, type QueryResult } from './internal/result';
import type { Filter } from './language/condition';
import { explainFilter, type ExplainedPart } from './explain';
import { asksForSkipped, kindsAskedFor } from './language/filter-edits';
import { readQuery } from './language/read-query';
import type { NoteChoiceWords, Preset, Query } from './language/statement';

export interface QueryContext {
  readonly entries: PathList<NoteEntry>;
  /** Remembers what was worked out; the same for all queries of a host. */
  readonly store: ColumnStore;
  /** The first one is worked with. */
  readonly taxonomies: readonly Taxonomy[];
  readonly presets?: readonly Preset[];
  /** The kinds of untagged questions that are listed without being asked for; tagged ones always are. */
  readonly kinds: readonly QuestionKind[];
  /** Whether questions that say «not a question» are listed without being asked for. */
  readonly withSkipped?: boolean;
  /** The day it is, `YYYY-MM-DD`. */
  readonly today: string;
  /** The notes that are looked at where the query does not say. */
  readonly notes: NoteChoice;
  /** The note that the query stands in; null or absent where it stands in none. */
  readonly here?: string | null;
}

/** Never throws. What is wrong with a text is told in `errors`, and the rest of the query runs. */
export function query(asked: string | Query, context: QueryContext): Answer {
  const { here = null } = context;
  const { query: read, problems } =
    typeof asked === 'string'
      ? readQuery(asked, { ...context, here })
      : { query: asked, problems: [] };
  const notes = notesOf(read.notes, context);
  const runner = new QueryRunner(context.store);
  const list = listQuery(read, notes, context);
  for (const { by } of read.sorts) {
    if (by !== 'text' && by !== 'note') continue;
    const columnsOf = (entries: readonly NoteEntry[]) => context.store.of(entries);
    runToEnd(context.store.sorted.prepare(context.entries, by, columnsOf));
  }
  const taxonomy = workedWith(context);
  const result = runner.run(context.entries, list, taxonomy);
  const rowsIn = rowMaker(result);
  const groups = once(() => groupsOf(result.arranged.groups, rowsIn));
  const answer: Answer = {
    total: result.listed,
    matched: result.totals.total,
    counts: countsOf(result.totals),
    errors: Object.freeze(problems),
    query: read,
    explained: read.explain ? explain(read.filter, list, context) : null,
    get groups() {
      return groups();
    },
    get rows() {
      return rowsIn(0, result.arranged.order.length);
    },
  };
  return Object.freeze(answer);
}

function workedWith({ taxonomies: [first] }: QueryContext): Stances {
  return first ?? { stances: [] };
}

/** The query as lists ask it. */
function listQuery(read: Query, notes: NoteChoice | null, context: QueryContext): ListQuery {
  const { filter, groups, sorts, limit, limitGroups } = read;
  return {
    notes,
    kinds: [...new Set([...context.kinds, ...kindsAskedFor(filter)])],
    withSkipped: context.withSkipped === true || asksForSkipped(filter),
    filter,
    today: context.today,
    groups,
    sorts,
    ...(limit === undefined ? {} : { limit }),
    ...(limitGroups === undefined ? {} : { limitGroups }),
  };
}

/** Null is no note at all: the query asks for its own note or folder and stands in none, which reading it tells. */
function notesOf(
  words: NoteChoiceWords | undefined,
  { notes, here = null }: QueryContext,
): NoteChoice | null {
  if (!words) return notes;
  const { kind, path } = words;
  if (kind === 'articles' || kind === 'vault') return { kind };
  const own = here === null ? null : kind === 'note' ? here : folderOf(here);
  const wanted = path ?? own;
  return wanted === null ? null : { kind, path: wanted };
}

function countsOf({
  notes,
  tagged,
  untagged,
  skipped,
  byStage,
  byStance,
}: MatrixCount): AnswerCounts {
  return Object.freeze({
    notes,
    tagged,
    untagged,
    skipped,
    byStage: Object.freeze(Object.fromEntries(byStage)),
    byStance: Object.freeze(Object.fromEntries(byStance)),
  });
}

type RowsIn = (from: number, to: number) => readonly AnswerRow[];

/** Makes the rows of a stretch of the order, each once. */
function rowMaker(result: QueryResult): RowsIn {
  const { chunks } = result;
  const made: (AnswerRow | undefined)[] = [];
  return (from, to) => {
    const { order, starts } = result.arranged;
    const rows: AnswerRow[] = [];
    for (let at = from; at < to; at++) {
      const place = made[at] ? null : fittingAt(chunks, starts, order[at] ?? -1);
      const row = (made[at] ??= place ? rowOf(place.chunk, place.position) : undefined);
      if (row) rows.push(row);
    }
    return Object.freeze(rows);
  };
}

function rowOf({ columns }: FittingChunk, position: number): AnswerRow | undefined {
  const found = rowAt(columns, position);
  if (!found) return undefined;
  const day = columns.facts.days[columns.noteOf(position)] ?? 0;
  const asker = columns.askers[position] ?? 0;
  return answerRow(found, columns.codes.textOf(day), columns.codes.textOf(asker));
}

function groupsOf(groups: readonly ArrangedGroup[], rowsIn: RowsIn): readonly AnswerGroup[] {
  return Object.freeze(
    groups.map(({ field, key, from, to, groups: inner }): AnswerGroup => {
      const within = once(() => groupsOf(inner, rowsIn));
      return Object.freeze({
        field,
        key,
        size: to - from,
        get groups() {
          return within();
        },
        get rows() {
          return rowsIn(from, to);
        },
      });
    }),
  );
}

/** Made when somebody first looks. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

function explain(filter: Filter, list: ListQuery, context: QueryContext): readonly ExplainedPart[] {
  const runner = new QueryRunner(context.store);
  const parts = explainFilter(filter, (part) => {
    const { notes, kinds, withSkipped, today } = list;
    const alone = { notes, kinds, withSkipped, today, filter: part, groups: [], sorts: [] };
    return runner.run(context.entries, alone, workedWith(context)).totals.total;
  });
  return Object.freeze(parts);
}
