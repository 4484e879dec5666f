/**
 * What Question Stance offers to other plugins and to scripts:
 *
 *     const api = app.plugins.plugins['question-stance']?.api;
 *
 * All that is handed out is frozen and stays as it was; ask again for news. After the plugin was switched off every
 * method throws an `Error` whose `code` is `'unloaded'`. This file stands alone, so that it can be copied.
 */

export interface QuestionStanceApi {
  /** Counts up when something is taken away or means something else; what is new has a name for `hasCapability`. */
  readonly apiVersion: 1;
  hasCapability(name: string): boolean;
  /**
   * The questions that fit a query (see docs/queries.md), once the notes are read that it looks at: articles where
   * it does not say. What is wrong with it stands in `errors`, and the rest of it runs.
   */
  query(text: string): Promise<Answer>;
  /** Each part of the query's filter, with the number of questions that it fits alone. */
  explain(text: string): Promise<readonly ExplainedPart[]>;
  /** What is wrong with a query; none if nothing is. */
  validate(text: string): readonly QueryProblem[];
  /** All questions of a note as it is now, those that no list shows too; none where there is no such note. */
  questionsIn(path: string): Promise<readonly QuestionRow[]>;
  /** The one that is worked with first. */
  taxonomies(): readonly TaxonomyInfo[];
  /**
   * Tags questions as the interface does: in the notes, with a journal, and taken back by «Undo last tagging». A
   * question that changed since it was read is found again, or left alone and reported.
   */
  tag(changes: readonly TagChange[]): Promise<TagReport>;
  /**
   * Calls the listener after changes of the questions, or once all notes are read; at once where `ready` is true
   * already. Returns what ends it.
   */
  on(event: 'changed' | 'ready', listener: () => void): () => void;
}

export interface Answer {
  /** Questions of the notes that are looked at, before the filter. */
  readonly total: number;
  /** Questions that fit, before any limit. */
  readonly matched: number;
  readonly groups: readonly AnswerGroup[];
  readonly rows: readonly QuestionRow[];
  readonly counts: AnswerCounts;
  readonly errors: readonly QueryProblem[];
}

export interface AnswerGroup {
  /** What it is a group of: `note`, `stance`, `asker` and so on. */
  readonly field: string;
  /** What its questions share; null where they have no such part. */
  readonly key: string | null;
  readonly size: number;
  readonly groups: readonly AnswerGroup[];
  readonly rows: readonly QuestionRow[];
}

export interface AnswerCounts {
  readonly notes: number;
  readonly tagged: number;
  readonly untagged: number;
  readonly skipped: number;
  /** By `stance/stage`; `stance/` where there is no stage. */
  readonly byStage: Readonly<Record<string, number>>;
  readonly byStance: Readonly<Record<string, number>>;
}

export interface Mark {
  readonly stance: string;
  readonly stage: string | null;
}

export interface QuestionRow {
  readonly path: string;
  /** UTF-16 offsets into the note's text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** From 1 on. */
  readonly line: number;
  readonly text: string;
  readonly kind: 'body' | 'heading' | 'quoted' | 'embedded' | 'unmarked';
  /** The headings above it, outermost first. */
  readonly section: readonly string[];
  readonly label: string | null;
  readonly speaker: string | null;
  readonly asker: string | null;
  /** Shared, within the note, by questions asked in one breath. */
  readonly group: number;
  /** The day of its note, `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly mark: (Mark & { readonly root: string }) | null;
  readonly otherMarks: readonly (Mark & { readonly root: string })[];
}

export interface ExplainedPart {
  readonly words: string;
  /** 0 for the conditions of the filter itself, 1 for their parts, and so on. */
  readonly depth: number;
  readonly matched: number;
}

export interface QueryProblem {
  readonly code: string;
  /** From 1 on. */
  readonly line: number;
  /** UTF-16 offsets into the query, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly word: string;
  /** What was probably meant. */
  readonly nearest: string | null;
  readonly known: readonly string[];
}

export interface TaxonomyInfo {
  readonly id: string;
  readonly root: string;
  /** In the interface's language, as all names here. */
  readonly name: string;
  readonly stances: readonly {
    readonly id: string;
    readonly name: string;
    readonly stages: readonly {
      readonly id: string;
      readonly name: string;
      /** What a question of this stage asks. */
      readonly asks: string;
    }[];
  }[];
}

export interface TagChange {
  readonly path: string;
  /** Of a `QuestionRow`; its text is compared, so that no other question is tagged in its place. */
  readonly start: number;
  readonly text: string;
  /** Null takes its tag away. */
  readonly mark: Mark | null;
}

export interface TagReport {
  /** Questions that have another mark now. */
  readonly written: number;
  /** Changes that were left alone, with why. */
  readonly refused: readonly (TagChange & { readonly reason: string })[];
}
