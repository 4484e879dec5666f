/**
 * A note's questions as one short string, for keeping them in memory and on the device, and back. It holds on to
 * no note's text. A string that is not such a packing, or of another shape, gives null. `unpack(pack(q))`
 * equals `q`.
 */
import { MARK_STYLES, QUESTION_KINDS, type PlacedMark, type Question } from '../model/question';

/** Counts up when the packing changes its shape. */
export const PACKING_VERSION = 2;

const NO_MARKS: readonly PlacedMark[] = [];
const NO_ROOTS: readonly string[] = [];
const NO_QUESTIONS: readonly Question[] = [];

/**
 * The sections, each once, then the questions, then the roots of their marks, each once: short arrays, since keys
 * would double their length.
 */
export function packQuestions(questions: readonly Question[]): string {
  if (questions.length === 0) return '';
  // Questions under one heading have the very same section.
  const sections = new Map<readonly string[], number>();
  const roots = new Map<string, number>();
  const packed = questions.map((question) => [
    question.start,
    question.end,
    question.markAt,
    question.line,
    question.text,
    QUESTION_KINDS.indexOf(question.kind),
    numberIn(sections, question.section),
    question.label,
    question.speaker,
    question.group,
    ...question.marks.flatMap((mark) => [
      mark.from,
      mark.to,
      mark.stance,
      mark.stage,
      MARK_STYLES.indexOf(mark.style),
      numberIn(roots, mark.root),
    ]),
  ]);
  return JSON.stringify([
    [...sections.keys()],
    packed,
    ...(roots.size > 0 ? [[...roots.keys()]] : []),
  ]);
}

/** The number of `each` among those met so far, in their order. */
function numberIn<T>(met: Map<T, number>, each: T): number {
  const number = met.get(each) ?? met.size;
  met.set(each, number);
  return number;
}

/** The questions of a packing; null where it is none. */
export function unpackQuestions(packed: string): readonly Question[] | null {
  if (packed === '') return NO_QUESTIONS;
  try {
    const value: unknown = JSON.parse(packed);
    if (!Array.isArray(value)) return null;
    const [sections, questions, roots] = value as readonly unknown[];
    if (!Array.isArray(sections) || !Array.isArray(questions)) return null;
    const trails = sections.map(stringsOf);
    const known = roots === undefined ? NO_ROOTS : stringsOf(roots);
    return questions.map((question) => questionOf(new Reader(question), trails, known));
  } catch {
    return null;
  }
}

function questionOf(
  fields: Reader,
  sections: readonly (readonly string[])[],
  roots: readonly string[],
): Question {
  return {
    start: fields.number(),
    end: fields.number(),
    markAt: fields.number(),
    line: fields.number(),
    text: fields.string(),
    kind: fields.oneOf(QUESTION_KINDS),
    section: fields.oneOf(sections),
    label: fields.stringOrNull(),
    speaker: fields.stringOrNull(),
    group: fields.number(),
    marks: marksOf(fields, roots),
  };
}

function marksOf(fields: Reader, roots: readonly string[]): readonly PlacedMark[] {
  if (!fields.hasMore()) return NO_MARKS;
  const marks: PlacedMark[] = [];
  while (fields.hasMore()) {
    marks.push({
      from: fields.number(),
      to: fields.number(),
      stance: fields.string(),
      stage: fields.stringOrNull(),
      style: fields.oneOf(MARK_STYLES),
      root: fields.oneOf(roots),
    });
  }
  return marks;
}

function stringsOf(value: unknown): readonly string[] {
  const fields = new Reader(value);
  const strings: string[] = [];
  while (fields.hasMore()) strings.push(fields.string());
  return strings;
}

/** Takes one field after the other; throws where it is not what is asked for. */
class Reader {
  readonly #fields: readonly unknown[];
  #at = 0;

  constructor(value: unknown) {
    if (!Array.isArray(value)) throw new TypeError('not packed');
    this.#fields = value;
  }

  hasMore(): boolean {
    return this.#at < this.#fields.length;
  }

  number(): number {
    const value = this.#next();
    if (typeof value !== 'number') throw new TypeError('not a number');
    return value;
  }

  string(): string {
    const value = this.#next();
    if (typeof value !== 'string') throw new TypeError('not a string');
    return value;
  }

  stringOrNull(): string | null {
    const value = this.#next();
    if (value !== null && typeof value !== 'string') throw new TypeError('not a string');
    return value;
  }

  oneOf<T>(values: readonly T[]): T {
    const value = values[this.number()];
    if (value === undefined) throw new RangeError('not one of them');
    return value;
  }

  #next(): unknown {
    const value = this.#fields[this.#at];
    this.#at += 1;
    return value;
  }
}
