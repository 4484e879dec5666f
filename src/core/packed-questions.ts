/**
 * A note's questions as one short string, for keeping them in memory and on the device, and back. It holds on to
 * no note's text. A string that is not such a packing, or of another shape, gives null. `unpack(pack(q))`
 * equals `q`.
 */
import type { MarkStyle, PlacedMark, Question, QuestionKind } from './question';

/** Counts up when the packing changes its shape. */
export const PACKING_VERSION = 1;

const KINDS: readonly QuestionKind[] = ['body', 'heading', 'quoted', 'embedded', 'unmarked'];
const STYLES: readonly MarkStyle[] = ['tag', 'comment'];
const NO_MARKS: readonly PlacedMark[] = [];
const NO_QUESTIONS: readonly Question[] = [];

/** The sections, each once, then the questions: short arrays, since keys would double their length. */
export function packQuestions(questions: readonly Question[]): string {
  if (questions.length === 0) return '';
  // Questions under one heading have the very same section.
  const sections = new Map<readonly string[], number>();
  const placeOf = (section: readonly string[]): number => {
    const place = sections.get(section) ?? sections.size;
    sections.set(section, place);
    return place;
  };
  const packed = questions.map((question) => [
    question.start,
    question.end,
    question.markAt,
    question.line,
    question.text,
    KINDS.indexOf(question.kind),
    placeOf(question.section),
    question.label,
    question.speaker,
    question.group,
    ...question.marks.flatMap((mark) => [
      mark.from,
      mark.to,
      mark.stance,
      mark.stage,
      STYLES.indexOf(mark.style),
    ]),
  ]);
  return JSON.stringify([[...sections.keys()], packed]);
}

/** The questions of a packing; null where it is none. */
export function unpackQuestions(packed: string): readonly Question[] | null {
  if (packed === '') return NO_QUESTIONS;
  try {
    const value: unknown = JSON.parse(packed);
    if (!Array.isArray(value)) return null;
    const [sections, questions] = value as readonly unknown[];
    if (!Array.isArray(sections) || !Array.isArray(questions)) return null;
    const trails = sections.map(sectionOf);
    return questions.map((question) => questionOf(new Reader(question), trails));
  } catch {
    return null;
  }
}

function questionOf(fields: Reader, sections: readonly (readonly string[])[]): Question {
  return {
    start: fields.number(),
    end: fields.number(),
    markAt: fields.number(),
    line: fields.number(),
    text: fields.string(),
    kind: fields.oneOf(KINDS),
    section: fields.oneOf(sections),
    label: fields.stringOrNull(),
    speaker: fields.stringOrNull(),
    group: fields.number(),
    marks: marksOf(fields),
  };
}

function marksOf(fields: Reader): readonly PlacedMark[] {
  if (!fields.hasMore()) return NO_MARKS;
  const marks: PlacedMark[] = [];
  while (fields.hasMore()) {
    marks.push({
      from: fields.number(),
      to: fields.number(),
      stance: fields.string(),
      stage: fields.stringOrNull(),
      style: fields.oneOf(STYLES),
    });
  }
  return marks;
}

function sectionOf(value: unknown): readonly string[] {
  const fields = new Reader(value);
  const section: string[] = [];
  while (fields.hasMore()) section.push(fields.string());
  return section;
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
