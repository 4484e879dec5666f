/**
 * Plans that keep what they promise (see read-back.ts). The text that a plan would make is read once for all its
 * edits; where something does not read as it should, those edits are written as plain tags instead of comments,
 * or left out with the reason.
 */
import type { MarkFormat } from '../model/mark';
import { planMark, planRewrite } from '../model/mark-edits';
import { isSameRoot, type MarkValue, type Question } from '../model/question';
import { findUnkept, type MarkEdits, type UnkeptCode } from './read-back';
import type { TextEdit } from '../model/text-edit';

/** What one question is to get, and the ways to write it, the one that is wanted first. */
export interface Wish extends Omit<MarkEdits, 'edits'> {
  /** A way without edits says that it is so already. */
  readonly ways: readonly (readonly TextEdit[])[];
}

export interface KeptPlan {
  readonly edits: readonly TextEdit[];
  /** How many wishes have edits. */
  readonly written: number;
  /** By the index of their wishes. */
  readonly refused: ReadonlyMap<number, UnkeptCode>;
}

/** Texts are read again for one plan until they come to this many UTF-16 units, and a few times in any case. */
const MOST_READ = 4_000_000;
const LEAST_READINGS = 8;

/** `value`, or no mark, in the format's style or, where that is not read, as a tag. Marks of other roots stay. */
export function markWish(
  text: string,
  question: Wish['question'],
  value: MarkValue | null,
  format: MarkFormat,
): Wish {
  const { root } = format;
  const first = question.marks.find((mark) => isSameRoot(mark.root, root));
  const own = value === null ? [] : [{ ...value, root }];
  const marks = question.marks.flatMap((mark) => {
    if (!isSameRoot(mark.root, root)) return [mark];
    return mark === first ? own : [];
  });
  const ways = stylesOf(format).map((way) => planMark(text, question, value, way));
  return { question, marks: first ? marks : [...marks, ...own], ways };
}

/** The marks of `question` under `root` in `format` or, where that is not read, as tags under its root. */
export function rewriteWish(
  text: string,
  question: Question,
  root: string,
  format: MarkFormat,
): Wish {
  const marks = question.marks.map((mark) =>
    isSameRoot(mark.root, root) ? { ...mark, root: format.root } : mark,
  );
  const ways = stylesOf(format).map((way) => planRewrite(text, question, root, way));
  return { question, marks, ways };
}

function stylesOf(format: MarkFormat): readonly MarkFormat[] {
  return format.style === 'tag' ? [format] : [format, { ...format, style: 'tag' }];
}

/** Plans `wishes` on `text`, which reads as `before` with the marks of `roots`, kind `unmarked` among it. */
export function planKept(
  text: string,
  before: readonly Question[],
  wishes: readonly Wish[],
  roots: readonly string[],
): KeptPlan {
  return new Search(text, before, wishes, roots).run();
}

class Search {
  readonly #text: string;
  readonly #before: readonly Question[];
  readonly #wishes: readonly Wish[];
  readonly #roots: readonly string[];

  /** By wish, the way that is taken; past the last one it is refused. */
  readonly #ways: number[];
  readonly #codes = new Map<number, UnkeptCode>();
  #readings = 0;

  constructor(
    text: string,
    before: readonly Question[],
    wishes: readonly Wish[],
    roots: readonly string[],
  ) {
    this.#text = text;
    this.#before = before;
    this.#wishes = wishes;
    this.#roots = roots;
    this.#ways = wishes.map(() => 0);
  }

  run(): KeptPlan {
    this.#giveUp();
    const given = this.#wishes.flatMap((_, at) => (this.#way(at) > 0 ? [at] : []));
    if (given.length > 1) this.#restore(given);
    const refused = new Map<number, UnkeptCode>();
    let written = 0;
    const edits = this.#wishes.flatMap(({ ways }, at) => {
      if (this.#way(at) >= ways.length) refused.set(at, this.#codes.get(at) ?? 'unread');
      const own = this.#edits(at);
      if (own.length > 0) written += 1;
      return own;
    });
    return { edits, written, refused };
  }

  /** Goes on to the next way of each wish that is not kept, until all are. */
  #giveUp(): void {
    for (let failed = this.#unkept(); failed.size > 0; failed = this.#unkept()) {
      for (const [at, code] of failed) {
        this.#ways[at] = this.#way(at) + 1;
        this.#codes.set(at, code);
      }
    }
  }

  /** What was given up for another's sake is tried again, all together and then in halves. */
  #restore(group: readonly number[]): void {
    const now = group.map((at) => this.#way(at));
    for (let way = 0; way < Math.max(...now); way += 1) {
      if (!this.#mayRead()) break;
      group.forEach((at, index) => (this.#ways[at] = Math.min(way, now[index] ?? 0)));
      if (this.#unkept().size === 0) return;
    }
    group.forEach((at, index) => (this.#ways[at] = now[index] ?? 0));
    if (group.length === 1 || !this.#mayRead()) return;
    const middle = group.length >> 1;
    this.#restore(group.slice(0, middle));
    this.#restore(group.slice(middle));
  }

  #mayRead(): boolean {
    return this.#readings < LEAST_READINGS || this.#readings * this.#text.length < MOST_READ;
  }

  #way(at: number): number {
    return this.#ways[at] ?? 0;
  }

  #edits(at: number): readonly TextEdit[] {
    return this.#wishes[at]?.ways[this.#way(at)] ?? [];
  }

  /** By wish. */
  #unkept(): ReadonlyMap<number, UnkeptCode> {
    const indices: number[] = [];
    const made = this.#wishes.flatMap(({ question, marks }, at): readonly MarkEdits[] => {
      const edits = this.#edits(at);
      if (edits.length === 0) return [];
      indices.push(at);
      return [{ question, marks, edits }];
    });
    if (made.length === 0) return new Map();
    this.#readings += 1;
    const unkept = findUnkept(this.#text, this.#before, made, this.#roots);
    return new Map([...unkept].map(([at, code]) => [indices[at] ?? 0, code]));
  }
}
