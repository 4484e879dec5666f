/**
 * What a list shows, or what of it is chosen, as the rows of an answer: in the list's order and groups, collapsed ones
 * too. Rows are made as they are asked for, one after the other, and not kept, since a list may have hundreds of
 * thousands.
 */
import type { NoteEntry } from '../index/question-index';
import type { Question } from '../model/question';
import type { AnswerRow } from './answer';
import { answerRow } from './answer-row';
import { type ArrangedGroup, fittingAt } from './arranging/arrange';
import type { ListedField } from './columns/given-notes';
import type { Row } from './columns/row';
import type { QueryResult } from './internal/result';
import { firstOfRun } from './columns/run-bounds';

/** As `AnswerGroup`, for whoever goes through the rows once. */
export interface RowGroup {
  readonly field: ListedField;
  readonly key: string | null;
  readonly groups: readonly RowGroup[];
  readonly rows: Iterable<AnswerRow>;
}

export interface ListedRows {
  readonly size: number;
  /** Groups without rows are left out; none where the list has none. */
  readonly groups: readonly RowGroup[];
  readonly rows: Iterable<AnswerRow>;
  /** The paths of the notes that the rows are in, each once. */
  readonly notes: Iterable<string>;
}

/** Of `chosen`, those that the list has; all of the list where it is null. */
export function listedRows(result: QueryResult, chosen: readonly Row[] | null = null): ListedRows {
  const { order, groups } = result.arranged;
  if (!chosen) return listed(result, order, groups);
  const isChosen = new Uint8Array(order.length);
  for (const { entry, question } of chosen) {
    const at = result.orderOf(entry, question);
    if (at !== -1) isChosen[at] = 1;
  }
  // By position in the order: how many of those before it are left.
  const before = new Int32Array(order.length + 1);
  for (let at = 0; at < order.length; at++)
    before[at + 1] = (before[at] ?? 0) + (isChosen[at] ?? 0);
  const left = order.filter((_, at) => isChosen[at] === 1);
  return listed(result, left, leftGroups(groups, before));
}

function listed(
  result: QueryResult,
  order: Int32Array,
  groups: readonly ArrangedGroup[],
): ListedRows {
  return {
    size: order.length,
    groups: groupsOf(result, order, groups),
    rows: rowsOf(result, order, 0, order.length),
    notes: notesOf(result, order),
  };
}

function leftGroups(
  groups: readonly ArrangedGroup[],
  before: Int32Array,
): readonly ArrangedGroup[] {
  return groups.flatMap((group) => {
    const [from, to] = [before[group.from] ?? 0, before[group.to] ?? 0];
    return from === to ? [] : [{ ...group, from, to, groups: leftGroups(group.groups, before) }];
  });
}

function groupsOf(
  result: QueryResult,
  order: Int32Array,
  groups: readonly ArrangedGroup[],
): readonly RowGroup[] {
  return groups.map(({ field, key, from, to, groups: within }) => ({
    field,
    key,
    groups: groupsOf(result, order, within),
    rows: rowsOf(result, order, from, to),
  }));
}

/** The rows of a stretch of the order. The questions of a note are read once for all that stand together. */
function rowsOf(
  { chunks, arranged: { starts } }: QueryResult,
  order: Int32Array,
  from: number,
  to: number,
): Iterable<AnswerRow> {
  return {
    *[Symbol.iterator]() {
      let last: NoteEntry | null = null;
      let questions: readonly Question[] = [];
      for (let at = from; at < to; at++) {
        const found = fittingAt(chunks, starts, order[at] ?? -1);
        if (!found) continue;
        const { columns } = found.chunk;
        const note = columns.noteOf(found.position);
        const entry = columns.entries[note];
        if (!entry) continue;
        if (last !== entry) questions = entry.questions.read();
        last = entry;
        const question = questions[found.position - firstOfRun(columns.firsts, note)];
        const date = columns.codes.textOf(columns.facts.days[note] ?? 0);
        const asker = columns.codes.textOf(columns.askers[found.position] ?? 0);
        if (question) yield answerRow({ entry, question }, date, asker);
      }
    },
  };
}

function notesOf(
  { chunks, arranged: { starts } }: QueryResult,
  order: Int32Array,
): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      const isListed = new Uint8Array(starts.at(-1) ?? 0);
      for (const position of order) isListed[position] = 1;
      for (const [at, { columns, fitting }] of chunks.entries()) {
        let end = 0;
        for (const [within, position] of fitting.entries()) {
          // Of a note that has been told, nothing more is asked.
          if (position < end || isListed[(starts[at] ?? 0) + within] === 0) continue;
          const note = columns.noteOf(position);
          end = columns.firsts[note + 1] ?? Infinity;
          yield columns.entries[note]?.path ?? '';
        }
      }
    },
  };
}
