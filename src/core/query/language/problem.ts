/** What is wrong with a query, as data: the interface makes sentences of the codes. The rest of the query runs. */

export type ProblemCode =
  /** A field's name, a value of a field, or a preset that nobody knows; `known` says which there are. */
  | 'unknown-field'
  | 'unknown-value'
  | 'unknown-preset'
  /** The taxonomy has no such stance or stage. The term counts all the same: notes may hold it. */
  | 'unknown-stage'
  | 'missing-value'
  /** `scope note` or `scope folder` without a path, where the query stands in no note. */
  | 'no-note'
  | 'unclosed-quote'
  | 'text-after-quote'
  | 'unclosed-bracket'
  | 'unopened-bracket'
  | 'empty-brackets'
  /** `-` or `OR` with nothing to stand for. */
  | 'missing-term'
  | 'bad-date'
  | 'bad-number'
  /** A word behind an instruction that takes no more. */
  | 'too-many-words'
  /** Groups in groups in groups. */
  | 'too-many-groupings'
  | 'preset-in-itself'
  /** Brackets in brackets, terms or characters beyond what a person writes. */
  | 'too-deep'
  | 'too-many-terms'
  | 'too-long';

export interface QueryProblem {
  readonly code: ProblemCode;
  /** 1-based line of `from`. */
  readonly line: number;
  /** UTF-16 offsets into the query as written, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** What stands there, as far as it matters. */
  readonly word: string;
  /** What was probably meant. */
  readonly nearest: string | null;
  /** What there is to choose from, where that is a short list. */
  readonly known: readonly string[];
}

/** What a reader reports before lines are counted. */
export type LocatedProblem = Omit<QueryProblem, 'line'>;

export function problemAt(
  code: ProblemCode,
  from: number,
  to: number,
  more: {
    readonly word?: string;
    readonly nearest?: string | null;
    readonly known?: readonly string[];
  } = {},
): LocatedProblem {
  return {
    code,
    from,
    to,
    word: more.word ?? '',
    nearest: more.nearest ?? null,
    known: more.known ?? [],
  };
}
