/**
 * What a query is answered with: plain frozen data that any door can print, draw or hand on. Rows and groups are made
 * when somebody first looks at them, since a vault may have hundreds of thousands.
 */
import type { ExplainedPart } from './explain';
import type { QuestionKind, RootedMark } from '../model/question';
import type { QueryProblem } from './language/problem';
import type { ListedField } from './columns/given-notes';
import type { Query } from './language/statement';

/** One question, with what is known of it and of its note. */
export interface AnswerRow {
  readonly path: string;
  /** UTF-16 offsets into the note's text, as in `Question`. */
  readonly start: number;
  readonly end: number;
  /** 1-based line of `start`. */
  readonly line: number;
  readonly text: string;
  readonly kind: QuestionKind;
  /** The headings above it, outermost first. */
  readonly section: readonly string[];
  readonly label: string | null;
  readonly speaker: string | null;
  /** Who asks: the speaker, or whom the note's property and headings name. */
  readonly asker: string | null;
  /** Shared, within the note, by questions asked in one breath. */
  readonly group: number;
  /** The day of its note, `YYYY-MM-DD`. */
  readonly date: string | null;
  /** The first mark under the root that is worked with; null where the question still holds a stem's gap. */
  readonly mark: RootedMark | null;
  /** The others: of other roots, repeated after a bad merge, or not counted yet. */
  readonly otherMarks: readonly RootedMark[];
}

export interface AnswerGroup {
  readonly field: ListedField;
  /** What its rows share; null where they have no such part. A section is its innermost heading's trail. */
  readonly key: string | null;
  readonly size: number;
  /** The groups within, where two groupings are asked for. */
  readonly groups: readonly AnswerGroup[];
  /** In their order; those of the groups within, one after the other. */
  readonly rows: readonly AnswerRow[];
}

/** How many questions fit, by what their mark says. */
export interface AnswerCounts {
  /** Different notes among what fits. */
  readonly notes: number;
  readonly tagged: number;
  readonly untagged: number;
  /** Those that say «not a question». */
  readonly skipped: number;
  /** By `stance/stage`; `stance/` where the mark has no stage. What counts none is absent. */
  readonly byStage: Readonly<Record<string, number>>;
  readonly byStance: Readonly<Record<string, number>>;
}

export interface Answer {
  /** Questions of the notes that are looked at, before the filter. */
  readonly total: number;
  /** Questions that fit, before any limit. */
  readonly matched: number;
  readonly groups: readonly AnswerGroup[];
  /** What fits, sorted and limited. */
  readonly rows: readonly AnswerRow[];
  readonly counts: AnswerCounts;
  readonly errors: readonly QueryProblem[];
  /** Each part of the filter, those within others behind them; null where the query does not ask for it. */
  readonly explained: readonly ExplainedPart[] | null;
  /** The query as it was understood. */
  readonly query: Query;
}
