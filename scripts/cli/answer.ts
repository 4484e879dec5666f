/** The answer to a query over notes that were read. */
import { QUESTION_KINDS } from '../../src/core/model/question';
import { PathMap } from '../../src/core/index/path-list';
import type { NoteEntry } from '../../src/core/index/question-index';
import { localDay } from '../../src/core/model/local-day';
import type { Taxonomy } from '../../src/core/model/taxonomy';
import {
  type Answer,
  type AnswerRow,
  ColumnStore,
  type FactContext,
  type NoteChoice,
  query,
  type Query,
} from '../../src/core/query';

export interface Asking {
  /** In the order in which they were found. */
  readonly entries: readonly NoteEntry[];
  readonly facts: FactContext;
  /** The first one is worked with. */
  readonly taxonomies: readonly Taxonomy[];
  /** Where the query does not say. */
  readonly notes: NoteChoice;
}

/** Everything is listed, also what a dashboard lists only when it is asked for. */
export function answerTo(asked: Query, { entries, facts, taxonomies, notes }: Asking): Answer {
  const map = new PathMap<NoteEntry>();
  for (const entry of entries) map.set(entry);
  const context = {
    entries: map.snapshot(),
    store: new ColumnStore(facts),
    taxonomies,
    kinds: QUESTION_KINDS,
    withSkipped: true,
    today: localDay(),
    notes,
  };
  const isInOrder = entries.every(
    (entry, at) => at === 0 || (entries[at - 1]?.path ?? '') < entry.path,
  );
  if (isInOrder || asked.sorts.length > 0 || asked.groups.length > 0) return query(asked, context);
  // Paths were given in another order than that of their names, and nobody asks for one: then it is theirs.
  const { limit = Infinity, ...unlimited } = asked;
  const answer = query(unlimited, context);
  return { ...answer, rows: asFound(answer.rows, entries).slice(0, limit), query: asked };
}

function asFound(rows: readonly AnswerRow[], entries: readonly NoteEntry[]): readonly AnswerRow[] {
  const positions = new Map(entries.map(({ path }, at) => [path, at]));
  const positionOf = ({ path }: AnswerRow): number => positions.get(path) ?? entries.length;
  return [...rows].sort((a, b) => positionOf(a) - positionOf(b));
}
