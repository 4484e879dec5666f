/**
 * What a text reads as once edits of marks are made, compared with what it reads as now: whether each mark is
 * read as that mark of that question, can be taken out to the byte, and leaves every other question as it was.
 */
import { CHARACTER, classAt, withoutSpaces } from '../text/character';
import { extractQuestions } from '../reading/extract';
import { sameMark } from '../model/mark';
import { planClearing } from '../model/mark-edits';
import { isSameRoot, type Question, type RootedMark } from '../model/question';
import { applyEdits, inTextOrder, OffsetMap, type TextEdit } from '../model/text-edit';

/**
 * `unread`: the mark would not be read there, as in a link's text or behind an open `%%`; `disturbs`: something
 * else would read otherwise.
 */
export type UnkeptCode = 'unread' | 'disturbs';

/** Edits that give a question its marks. */
export interface MarkEdits {
  /** The question as it reads now; of a sentence that its mark is to make a question of, the place alone. */
  readonly question: Pick<Question, 'markAt' | 'marks'> & Partial<Question>;
  /** What is to be read there afterwards. */
  readonly marks: readonly RootedMark[];
  readonly edits: readonly TextEdit[];
}

/** Those of `made` that `text`, which reads as `before`, would not keep; by their index. One reading for all. */
export function findUnkept(
  text: string,
  before: readonly Question[],
  made: readonly MarkEdits[],
  roots: readonly string[],
): ReadonlyMap<number, UnkeptCode> {
  const edits = inTextOrder(made.flatMap((of) => of.edits));
  const applied = applyEdits(text, edits);
  if (!applied.ok) return new Map(made.map((_, at) => [at, 'disturbs']));
  const after = extractQuestions(applied.text, { roots, unmarked: true });
  const comparison = new TextComparison(text, applied.text, after, new OffsetMap(edits));
  const unread = comparison.findUnread(made);
  return unread.size > 0 ? unread : comparison.findDisturbing(before, made);
}

class TextComparison {
  readonly #byEnd: ReadonlyMap<number, Question>;
  readonly #byMark: ReadonlyMap<number, Question>;
  /** Questions of after that are accounted for. */
  readonly #known = new Set<Question>();

  readonly #text: string;
  readonly #textAfter: string;
  readonly #after: readonly Question[];
  readonly #offsets: OffsetMap;

  constructor(text: string, textAfter: string, after: readonly Question[], offsets: OffsetMap) {
    this.#text = text;
    this.#textAfter = textAfter;
    this.#after = after;
    this.#offsets = offsets;
    this.#byEnd = new Map(after.map((question) => [question.end, question]));
    this.#byMark = new Map(after.flatMap((of) => of.marks.map((mark) => [mark.to, of])));
  }

  findUnread(made: readonly MarkEdits[]): ReadonlyMap<number, UnkeptCode> {
    const unread = new Map<number, UnkeptCode>();
    made.forEach((wanted, at) => {
      const found = this.#find(wanted);
      if (found) this.#known.add(found);
      if (!this.#isRead(wanted, found)) unread.set(at, 'unread');
    });
    return unread;
  }

  findDisturbing(
    before: readonly Question[],
    made: readonly MarkEdits[],
  ): ReadonlyMap<number, UnkeptCode> {
    const disturbing = new Map<number, UnkeptCode>();
    const blame = (markAt: number): void => {
      let nearest = 0;
      made.forEach(({ question }, at) => {
        if (question.markAt <= markAt) nearest = at;
      });
      disturbing.set(nearest, 'disturbs');
    };
    const own = new Map(made.map((wanted) => [wanted.question.end, wanted]));
    // A sentence that becomes a question, or is none any more, says something to its label and its sentence.
    const makes = made.some((wanted) => !this.#asks(wanted.question));
    const unmakes = made.some(({ question, marks }) => marks.length === 0 && !this.#asks(question));
    for (const was of before) {
      if (was.kind === 'unmarked' || (own.has(was.end) && !this.#asks(was))) continue;
      const is = this.#byEnd.get(this.#offsets.moved(was.end, 'before'));
      if (is) this.#known.add(is);
      const marks = own.get(was.end)?.marks ?? was.marks;
      const isKept =
        is !== undefined &&
        sameMarks(is.marks, marks) &&
        (unmakes || this.#readsAlike(was, is, makes));
      if (!isKept && !(unmakes && !this.#asks(was))) blame(was.markAt);
    }
    if (unmakes) return disturbing;
    for (const is of this.#after) {
      if (is.kind === 'unmarked' || this.#known.has(is)) continue;
      blame(this.#offsets.original(is.markAt));
    }
    return disturbing;
  }

  #find({ question, edits }: MarkEdits): Question | undefined {
    if (this.#asks(question))
      return this.#byEnd.get(this.#offsets.moved(question.end ?? 0, 'before'));
    const [edit] = edits;
    if (!edit) return undefined;
    const end = this.#offsets.moved(edit.from, 'before') + edit.insert.trimEnd().length;
    return this.#byMark.get(end);
  }

  #isRead(wanted: MarkEdits, found: Question | undefined): boolean {
    const { question, marks, edits } = wanted;
    if (marks.length === 0 && !this.#asks(question)) return true;
    if (!found || !sameMarks(found.marks, marks)) return false;
    const [edit] = edits;
    if (question.marks.length > 0 || !edit) return true;
    // Cleared again, the text is to the byte what it was.
    const [back] = planClearing(this.#textAfter, found);
    const from = this.#offsets.moved(edit.from, 'before');
    return back?.from === from && back.to === from + edit.insert.length;
  }

  /** Whether it ends in an asking sign, which makes it a question with a mark or without. */
  #asks({ kind, end }: Partial<Question>): boolean {
    return (
      end !== undefined && kind !== 'unmarked' && classAt(this.#text, end - 1) === CHARACTER.ask
    );
  }

  #readsAlike(was: Question, is: Question, mayGainLabel: boolean): boolean {
    return (
      is.kind === was.kind &&
      is.start === this.#offsets.moved(was.start, 'after') &&
      is.speaker === was.speaker &&
      (mayGainLabel || is.label === was.label) &&
      withoutSpaces(is.text) === withoutSpaces(was.text) &&
      withoutSpaces(is.section.join('\n')) === withoutSpaces(was.section.join('\n'))
    );
  }
}

function sameMarks(are: readonly RootedMark[], wanted: readonly RootedMark[]): boolean {
  return (
    are.length === wanted.length &&
    are.every((mark, at) => {
      const other = wanted[at];
      return other && isSameRoot(mark.root, other.root) && sameMark(mark, other);
    })
  );
}
