/**
 * What filters, counts and groups ask of the questions of some notes, one column for each thing asked: plain
 * numbers side by side are gone through many times faster than the questions themselves. Made once for notes
 * that stay as they are; texts are folded when first somebody searches.
 */
import {
  countedMark,
  isConflict,
  isSkipped,
  markOf,
  QUESTION_KINDS,
  type Question,
  type QuestionKind,
} from '../../model/question';
import { askerOfEach } from '../../askers/asker-of';
import type { NoteEntry } from '../../index/question-index';
import type { Codes } from './codes';
import { FactColumns } from './fact-columns';
import { foldText } from './folded-text';
import { NO_FACTS, type FactContext, type FactNeed } from './note-facts';
import { noteName } from './row';
import { stageKey } from '../../model/stage-key';
import { partitionPoint } from '../../text/partition-point';
import { firstOfRun } from './run-bounds';

/** What `Columns.flags` says of a question. `begun`: it has a mark that does not count yet, since it holds a gap. */
export const FLAGS = { marked: 1, skipped: 2, conflict: 4, begun: 8 } as const;

/** The bit for a kind in `Columns.kinds`. */
export function kindBit(kind: QuestionKind): number {
  return 1 << QUESTION_KINDS.indexOf(kind);
}

/** Strings end to end, to be searched as one. */
export interface Joined {
  readonly text: string;
  /** Where each string begins, and, last, where all end. */
  readonly starts: Int32Array;
}

/** Stands in no name and no question; so nothing is found across it. */
export const BREAK = '\n';

/** Stands between the titles of a section; nobody types it. */
export const BETWEEN_TITLES = '\u0001';

/** The sections of the questions: those next to each other under the same headings share one. */
export interface Sections {
  /** The titles of each section, folded. */
  readonly titles: Joined;
  /** The first question under each, and, last, how many questions there are. */
  readonly firsts: Int32Array;
}

/** What searches of questions look through. */
interface Folded {
  readonly words: Joined;
  readonly sections: Sections;
}

/** Text, label and speaker. */
const WORDS = 3;

export class Columns {
  /** The first question of each note, and, last, how many there are. */
  readonly firsts: Int32Array;
  /** How many questions there are. */
  readonly size: number;
  /** Codes of `stageKey`; 0 where no mark counts. */
  readonly stages: Int32Array;
  readonly labels: Int32Array;
  readonly speakers: Int32Array;
  /** Codes of sections: their titles, outermost first, with `BETWEEN_TITLES` between; 0 above every heading. */
  readonly trails: Int32Array;
  /** 1-based, of the question's start. */
  readonly lines: Int32Array;
  readonly kinds: Uint8Array;
  /** By note: 1 where it is in scope. */
  readonly inScope: Uint8Array;
  readonly flags: Uint8Array;
  /** What is known of the notes beside their questions. */
  readonly facts: FactColumns;
  #askers: { readonly property: string; readonly codes: Int32Array } | null = null;
  #folded: Folded | null = null;
  #names: Joined | null = null;
  #paths: readonly string[] | null = null;

  constructor(
    readonly entries: readonly NoteEntry[],
    readonly codes: Codes,
    facts: FactContext = NO_FACTS,
  ) {
    this.facts = new FactColumns(entries, codes, facts);
    this.firsts = new Int32Array(entries.length + 1);
    this.inScope = new Uint8Array(entries.length);
    const questions: Question[] = [];
    entries.forEach((entry, at) => {
      for (const question of entry.questions.read()) questions.push(question);
      this.firsts[at + 1] = questions.length;
      this.inScope[at] = entry.scope.inScope ? 1 : 0;
    });
    const { length } = questions;
    this.size = length;
    this.stages = new Int32Array(length);
    this.labels = new Int32Array(length);
    this.speakers = new Int32Array(length);
    this.trails = new Int32Array(length);
    this.lines = new Int32Array(length);
    this.kinds = new Uint8Array(length);
    this.flags = new Uint8Array(length);
    let section: readonly string[] | null = null;
    let trail = 0;
    questions.forEach((question, at) => {
      // Questions under one heading have the very same section.
      if (question.section !== section) {
        section = question.section;
        trail = codes.codeOf(section.length === 0 ? null : section.join(BETWEEN_TITLES));
      }
      this.trails[at] = trail;
      this.lines[at] = question.line;
      const mark = markOf(question);
      this.labels[at] = codes.codeOf(question.label);
      this.speakers[at] = codes.codeOf(question.speaker);
      this.kinds[at] = kindBit(question.kind);
      if (!mark) return;
      const counted = countedMark(question);
      if (counted) this.stages[at] = codes.codeOf(stageKey(counted));
      this.flags[at] =
        (counted ? FLAGS.marked : FLAGS.begun) |
        (isSkipped(question) ? FLAGS.skipped : 0) |
        (isConflict(question) ? FLAGS.conflict : 0);
    });
  }

  /**
   * Who asks, as `asker-of.ts` says; the speakers themselves where no note names its askers. Made when first asked for,
   * and anew where another property names them.
   */
  get askers(): Int32Array {
    return this.#makeAskers();
  }

  #makeAskers(): Int32Array {
    const property = this.facts.askersProperty;
    if (this.#askers?.property !== property) this.#askers = { property, codes: this.#askersNow() };
    return this.#askers.codes;
  }

  #askersNow(): Int32Array {
    let codes = this.speakers;
    this.entries.forEach(({ questions }, note) => {
      let at = firstOfRun(this.firsts, note);
      const names = at === this.firsts[note + 1] ? null : this.facts.askersOf(note);
      if (!names) return;
      if (codes === this.speakers) codes = codes.slice();
      const askerOf = askerOfEach(names);
      for (const question of questions.read()) {
        codes[at] = this.codes.codeOf(askerOf(question));
        at += 1;
      }
    });
    return codes;
  }

  /** Whether nothing has to be read of the notes for it any more. */
  isReady(need: FactNeed): boolean {
    if (need.kind !== 'askers') return this.facts.isReady(need);
    return this.#askers?.property === this.facts.askersProperty;
  }

  make(need: FactNeed): void {
    if (need.kind === 'askers') this.#makeAskers();
    else this.facts.make(need);
  }

  /** The folded text, label and speaker of each question. */
  get words(): Joined {
    return this.#searched.words;
  }

  /** The folded sections of the questions. */
  get sections(): Sections {
    return this.#searched.sections;
  }

  /** The folded name of each note. */
  get names(): Joined {
    this.#names ??= foldTogether(
      this.entries.map(({ path }) => noteName(path)),
      1,
    );
    return this.#names;
  }

  /** The folded path of each note. */
  get paths(): readonly string[] {
    this.#paths ??= this.entries.map(({ path }) => foldText(path));
    return this.#paths;
  }

  /** Folds what searches need, which would otherwise be folded at the first of them. */
  foldNow(): void {
    if (this.#folded && this.#names) return;
    this.#folded = this.#searched;
    this.#names = this.names;
  }

  get #searched(): Folded {
    this.#folded ??= foldQuestions(this.entries);
    return this.#folded;
  }

  /** The question at a position, the same object each time; null where there is none. */
  questionAt(position: number): Question | null {
    const note = this.noteOf(position);
    return this.entries[note]?.questions.all()[position - firstOfRun(this.firsts, note)] ?? null;
  }

  /** The note of a question, by their positions. */
  noteOf(question: number): number {
    const behind = partitionPoint(
      this.entries.length,
      (note) => firstOfRun(this.firsts, note) <= question,
    );
    return Math.max(0, behind - 1);
  }
}

/** Both at once, since every look at a note's questions unpacks them. */
function foldQuestions(entries: readonly NoteEntry[]): Folded {
  const words: string[] = [];
  const titles: string[] = [];
  const firsts: number[] = [];
  for (const { questions } of entries) {
    let last: readonly string[] | null = null;
    for (const { text, label, speaker, section } of questions.read()) {
      // Questions under one heading have the very same section.
      if (section !== last) {
        titles.push(section.join(BETWEEN_TITLES));
        firsts.push(words.length / WORDS);
      }
      last = section;
      words.push(text, label ?? '', speaker ?? '');
    }
  }
  return {
    words: foldTogether(words, WORDS),
    sections: {
      titles: foldTogether(titles, 1),
      firsts: Int32Array.from([...firsts, words.length / WORDS]),
    },
  };
}

/**
 * Folds strings as one, which takes a fraction of the time that folding them one by one takes. Every
 * `together` of them are one string of the result.
 */
function foldTogether(strings: readonly string[], together: number): Joined {
  let text = strings.length === 0 ? '' : foldText(strings.join(BREAK) + BREAK);
  let starts = startsIn(text, together);
  if (starts.length !== strings.length / together + 1) {
    // Somewhere a break stands where none should; it must not shift what follows.
    text = strings.map((each) => foldText(each).replaceAll(BREAK, ' ') + BREAK).join('');
    starts = startsIn(text, together);
  }
  return { text, starts };
}

/** Where every so-and-so-many-eth string begins, and where the last one ends. */
function startsIn(text: string, together: number): Int32Array {
  const starts = [0];
  let breaks = 0;
  for (let at = text.indexOf(BREAK); at !== -1; at = text.indexOf(BREAK, at + 1)) {
    breaks += 1;
    if (breaks % together === 0) starts.push(at + 1);
  }
  return Int32Array.from(starts);
}
