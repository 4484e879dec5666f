/**
 * Changes to the marks of one note, planned on the text as it is now. Each change names a question as it
 * was read earlier; where the text has changed since, the question is found again by its text, and a
 * change whose question can't be found again without doubt is refused, never guessed.
 */
import { extractQuestions } from '../reading/extract';
import { markWish, planKept, type Wish } from './kept-plan';
import type { MarkFormat } from '../model/mark';
import type { MarkValue, Question } from '../model/question';
import type { UnkeptCode } from './read-back';
import type { TextEdit } from '../model/text-edit';

/** Give `question` the mark `value`, or none. */
export interface MarkChange {
  readonly question: Question;
  readonly value: MarkValue | null;
  /** How many questions of the note read so when it was read, this one included. Journals may lack it. */
  readonly alike?: number;
  /** Which of them it is, from 1 on. */
  readonly nth?: number;
}

export interface RefusedChange {
  readonly change: MarkChange;
  /**
   * `gone`: no question reads so any more; `ambiguous`: which one of those that do is not certain; for the others
   * see read-back.ts.
   */
  readonly code: 'gone' | 'ambiguous' | UnkeptCode;
}

/** Why a question is not found again. */
type Lost = 'gone' | 'ambiguous';

export interface ChangePlan {
  readonly edits: readonly TextEdit[];
  /** Changes that have edits (of a rewrite, marks); the others were so already or are refused. */
  readonly written: number;
  readonly refused: readonly RefusedChange[];
}

/**
 * Shorter questions (`Why?`, `為什麼？`) recur in a note: one that reads so in another section may be
 * another one, whose twin has been deleted. In UTF-16 units.
 */
const RECURRING_LENGTH = 12;

/** Changes of some of a note's questions, all of which are `read`: that a twin went away will show. */
export function changesAmong(
  read: readonly Question[],
  asked: readonly Pick<MarkChange, 'question' | 'value'>[],
): readonly MarkChange[] {
  const counts = countWordings(read);
  const ordinals = ordinalsOf(read);
  return asked.map(({ question, value }) => {
    const alike = counts.get(wordingOf(question));
    const nth = ordinals.get(question.end);
    if (alike === undefined || nth === undefined) return { question, value };
    return { question, value, alike, nth };
  });
}

/**
 * Plans all `changes` on `text`. Questions of the changes must come from one reading of the note, which
 * may have had other line ends (an editor's text has LF, its file may have CRLF). Where two changes name
 * one question, the later counts. The note is read with all of `roots`, the format's among them.
 */
export function planChanges(
  text: string,
  changes: readonly MarkChange[],
  format: MarkFormat,
  roots: readonly string[] = [format.root],
): ChangePlan {
  const now = extractQuestions(text, { roots, unmarked: true });
  const refused: RefusedChange[] = [];
  const asked: MarkChange[] = [];
  const wishes: Wish[] = [];
  for (const [change, found] of findAll(text, latestOf(changes), now)) {
    if (typeof found === 'string') {
      refused.push({ change, code: found });
      continue;
    }
    asked.push(change);
    wishes.push(markWish(text, found, change.value, format));
  }
  const kept = planKept(text, now, wishes, roots);
  for (const [at, code] of kept.refused) {
    const change = asked[at];
    if (change) refused.push({ change, code });
  }
  const { edits, written } = kept;
  return { edits, written, refused };
}

/**
 * The question of `now` that is `before`: the one of the same text at the same place, else the only one of
 * the same text under the same headings, label and speaker, else the only one of the same text in the note.
 */
export function findAgain(before: Question, now: readonly Question[]): Question | Lost {
  const wanted = wordingOf(before);
  const alike = now.filter((question) => wordingOf(question) === wanted);
  const samePlace = alike.find(({ end, line }) => end === before.end && line === before.line);
  if (samePlace) return samePlace;
  const context = contextOf(before);
  const sameContext = alike.filter((question) => contextOf(question) === context);
  const [only, second] = sameContext.length > 0 ? sameContext : alike;
  if (!only) return 'gone';
  if (second) return 'ambiguous';
  const recurs = sameContext.length === 0 && wanted.length < RECURRING_LENGTH;
  return recurs ? 'ambiguous' : only;
}

/** Each change with its question. Questions that stand in place are taken first, and none is taken twice. */
function findAll(
  text: string,
  changes: readonly MarkChange[],
  now: readonly Question[],
): readonly (readonly [MarkChange, Question | Lost])[] {
  const counts = countWordings(now);
  // Which twin is gone nobody knows: what stands in the question's place may be the next one, moved up.
  const isBereft = ({ question, alike = 0 }: MarkChange) => {
    const count = counts.get(wordingOf(question)) ?? 0;
    return count > 0 && count < alike;
  };
  const ordinals = ordinalsOf(now);
  // All are there, but text of just the right length has moved another one to the question's place.
  const isShifted = ({ question, alike, nth }: MarkChange, there: Question) =>
    alike === counts.get(wordingOf(question)) &&
    nth !== undefined &&
    nth !== ordinals.get(there.end);
  const inPlace = findInPlace(text, changes, now);
  const taken = new Set(inPlace.values());
  const free = new Map<string, Question[]>();
  for (const question of now) {
    if (taken.has(question)) continue;
    const wording = wordingOf(question);
    const alike = free.get(wording);
    if (alike) alike.push(question);
    else free.set(wording, [question]);
  }
  const moved = new Map<MarkChange, Question | Lost>();
  const claims = new Map<Question, number>();
  for (const change of changes) {
    if (inPlace.has(change)) continue;
    const found = findAgain(change.question, free.get(wordingOf(change.question)) ?? []);
    moved.set(change, found);
    if (typeof found !== 'string') claims.set(found, (claims.get(found) ?? 0) + 1);
  }
  return changes.map((change) => {
    const there = inPlace.get(change);
    if (isBereft(change) || (there && isShifted(change, there))) return [change, 'ambiguous'];
    const found = there ?? moved.get(change) ?? 'gone';
    const disputed = typeof found !== 'string' && (claims.get(found) ?? 0) > 1;
    return [change, disputed ? 'ambiguous' : found];
  });
}

/** The changes whose questions stand where they stood, read with whichever line ends place more of them. */
function findInPlace(
  text: string,
  changes: readonly MarkChange[],
  now: readonly Question[],
): ReadonlyMap<MarkChange, Question> {
  const asIs = matchPlaces(changes, new Map(now.map((question) => [question.end, question])));
  if (asIs.size === changes.length) return asIs;
  const converted = matchPlaces(changes, byOtherEnd(text, now));
  return converted.size > asIs.size ? converted : asIs;
}

function matchPlaces(
  changes: readonly MarkChange[],
  byEnd: ReadonlyMap<number, Question>,
): ReadonlyMap<MarkChange, Question> {
  const found = new Map<MarkChange, Question>();
  for (const change of changes) {
    const { question } = change;
    const there = byEnd.get(question.end);
    // Without the line, an offset counted with other line ends could hit the next question of the same text.
    if (there?.line !== question.line) continue;
    if (wordingOf(there) === wordingOf(question)) found.set(change, there);
  }
  return found;
}

/** The questions by the ends they would have in a text with CRLF where `text` has LF, or the other way round. */
function byOtherEnd(text: string, now: readonly Question[]): ReadonlyMap<number, Question> {
  const hasCrlf = text.includes('\r\n');
  const byEnd = new Map<number, Question>();
  let newline = text.indexOf('\n');
  let breaks = 0;
  for (const question of now) {
    while (newline !== -1 && newline < question.end) {
      if (!hasCrlf || text[newline - 1] === '\r') breaks += 1;
      newline = text.indexOf('\n', newline + 1);
    }
    byEnd.set(question.end + (hasCrlf ? -breaks : breaks), question);
  }
  return byEnd;
}

function latestOf(changes: readonly MarkChange[]): readonly MarkChange[] {
  const byPlace = new Map<number, MarkChange>();
  for (const change of changes) byPlace.set(change.question.end, change);
  return [...byPlace.values()];
}

/** The question's text as far as it counts: a mark inside it, or another line break, may leave a space. */
function wordingOf({ text }: Question): string {
  return text.replace(/\s/g, '');
}

function countWordings(questions: readonly Question[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const question of questions) {
    const wording = wordingOf(question);
    counts.set(wording, (counts.get(wording) ?? 0) + 1);
  }
  return counts;
}

/** Which of the questions of the same words each is, from 1 on, by its end. */
function ordinalsOf(questions: readonly Question[]): ReadonlyMap<number, number> {
  const counts = new Map<string, number>();
  return new Map(
    questions.map((question) => {
      const wording = wordingOf(question);
      const nth = (counts.get(wording) ?? 0) + 1;
      counts.set(wording, nth);
      return [question.end, nth];
    }),
  );
}

function contextOf(question: Question): string {
  const section = question.section.map((heading) => heading.replace(/\s/g, ''));
  return JSON.stringify([section, question.label, question.speaker]);
}
