/**
 * What is proposed for the questions of one note, of what is known of the vault at that moment and of the marks that
 * the note's questions have or are to have. Asking changes no note and no mark.
 */
import {
  countedMark,
  SKIP,
  type MarkValue,
  type PlacedMark,
  type Question,
} from '../model/question';
import { stageKey } from '../model/stage-key';
import type { Taxonomy } from '../model/taxonomy';
import { opinionsFrom, wordingOpinion } from './opinions';
import type { Opinion } from './opinion';
import { priorOf } from './prior';
import { ghostOf, proposalsFrom, type Ghost, type Proposal } from './proposals';
import type { ProposalOutcome, SourceRecords } from './source-records';
import type { SuggestMode } from './suggest-mode';
import type { TagMemory } from './tag-memory';
import type { Surroundings, TaggedQuestion } from './tagged-question';
import { AFTER, BEFORE } from './wording/worded-question';

/** How many are proposed for a question. */
export const MOST_PROPOSALS = 3;

export interface Knowledge {
  readonly memory: TagMemory;
  readonly taxonomy: Taxonomy;
  readonly records: SourceRecords;
  /** Hashes of `rejectionOf`. */
  readonly rejected: ReadonlySet<string>;
  readonly mode: SuggestMode;
}

export interface QuestionProposals {
  /** The three likeliest, the likeliest first; none where nothing is known of the question. */
  readonly proposals: readonly Proposal[];
  /** The first one where it may stand at the question by itself; null where none may. */
  readonly ghost: Ghost;
  /** What it was made of. */
  readonly opinions: readonly Pick<Opinion, 'source' | 'scores'>[];
}

/** By the place of a question in its note. */
export type MarksByPlace = readonly (MarkValue | null)[];

export const NO_PROPOSALS: QuestionProposals = { proposals: [], ghost: null, opinions: [] };

export class NoteProposals {
  readonly #knowledge: () => Knowledge;
  readonly #path: string;
  readonly #questions: readonly Question[];
  readonly #text: string | null;
  #placed: readonly PlacedMark[] | null = null;
  /** What the wording says stays the same: by place, once it was asked for. */
  readonly #wordings = new Map<number, Opinion | null>();
  #wordingsOf: Taxonomy | null = null;
  #tagged: { readonly marks: MarksByPlace; readonly questions: readonly TaggedQuestion[] } | null =
    null;

  /**
   * @param questions Of the note as it was read, with the marks of the taxonomy's root alone.
   * @param text The note's text, for what stands around a question; null where it is not at hand.
   */
  constructor(
    knowledge: () => Knowledge,
    path: string,
    questions: readonly Question[],
    text: string | null,
  ) {
    this.#knowledge = knowledge;
    this.#path = path;
    this.#questions = questions;
    this.#text = text;
  }

  /** The marks that the questions of the note count by as they stand there. */
  get marks(): MarksByPlace {
    return this.#questions.map((question) => countedMark(question));
  }

  /**
   * For the question at a place, while those of the note have `marks`, chosen and not yet written ones included. Its own
   * mark does not speak for itself.
   */
  of(place: number, marks: MarksByPlace): QuestionProposals {
    const question = this.#questions[place];
    const { memory, taxonomy, records, rejected, mode } = this.#knowledge();
    if (!question || mode === 'off') return NO_PROPOSALS;
    const own = marks[place] ?? null;
    const others = own === null ? marks : marks.map((mark, at) => (at === place ? null : mark));
    memory.putAhead(this.#path, this.#taggedBy(others));
    const prior = priorOf(taxonomy, memory.tags);
    const wording = this.#wordingOf(place, question, taxonomy);
    const previous = previousOf(place, this.#questions, others);
    const asked = { ...surroundingsOf(question), path: this.#path, previous };
    const fromTags = opinionsFrom(memory, asked, prior);
    const opinions = wording ? [...fromTags, wording] : fromTags;
    if (opinions.length === 0) return NO_PROPOSALS;
    const proposals = proposalsFrom({
      text: question.text,
      prior,
      opinions,
      records,
      rejected,
      most: MOST_PROPOSALS,
    });
    return {
      proposals,
      ghost: mode === 'ghosts' ? ghostOf(proposals, records) : null,
      opinions: opinions.map(({ source, scores }) => ({ source, scores })),
    };
  }

  /** What was chosen in the note and not written counts no more. */
  close(): void {
    this.#knowledge().memory.settle();
  }

  #taggedBy(marks: MarksByPlace): readonly TaggedQuestion[] {
    if (this.#tagged?.marks !== marks) {
      this.#tagged = { marks, questions: taggedQuestions(this.#questions, marks) };
    }
    return this.#tagged.questions;
  }

  #wordingOf(place: number, question: Question, taxonomy: Taxonomy): Opinion | null {
    if (this.#wordingsOf !== taxonomy) this.#wordings.clear();
    this.#wordingsOf = taxonomy;
    const known = this.#wordings.get(place);
    if (known !== undefined) return known;
    const { text, speaker, label } = question;
    const said = wordingOpinion({ text, speaker, label, ...this.#around(question) }, taxonomy);
    this.#wordings.set(place, said);
    return said;
  }

  /** The text right before and behind a question, without marks: they are not what is asked. */
  #around({ start, markAt }: Question): { readonly before?: string; readonly after?: string } {
    if (this.#text === null) return {};
    return {
      before: this.#plain(Math.max(0, start - 2 * BEFORE), start).slice(-BEFORE),
      after: this.#plain(markAt, markAt + 2 * AFTER).slice(0, AFTER),
    };
  }

  #plain(from: number, to: number): string {
    const text = this.#text ?? '';
    let plain = '';
    let at = from;
    this.#placed ??= this.#questions.flatMap(({ marks }) => marks);
    for (const mark of this.#placed) {
      if (mark.to <= at || mark.from >= to) continue;
      plain += text.slice(at, Math.max(at, mark.from));
      at = mark.to;
    }
    return plain + text.slice(at, Math.max(at, to));
  }
}

/**
 * What came of a question whose mark was chosen, for the record; null where nothing was proposed, or it was cleared.
 * Sources speak of stages: a bare stance, and «not a question», say something of a ghost only.
 */
export function proposalOutcome(
  { opinions, ghost }: QuestionProposals,
  chosen: MarkValue | null,
): ProposalOutcome | null {
  if (chosen === null || opinions.length === 0) return null;
  const stood = ghost && { source: ghost.lead, stage: stageKey(ghost.mark) };
  const isStage = chosen.stance !== SKIP && chosen.stage !== null;
  if (!isStage && stood === null) return null;
  return { opinions: isStage ? opinions : [], chosen: stageKey(chosen), ghost: stood };
}

/** A ghost that was sent away, for the record. */
export function rejectedOutcome({ ghost }: QuestionProposals): ProposalOutcome | null {
  if (ghost === null) return null;
  return { opinions: [], chosen: '', ghost: { source: ghost.lead, stage: stageKey(ghost.mark) } };
}

/** Those of a note's questions that have a stage, in its order. */
export function taggedQuestions(
  questions: readonly Question[],
  marks: MarksByPlace,
): readonly TaggedQuestion[] {
  const names = new Map<string, string>();
  /** Names are told again for each question: one string of each is enough for all that keep them. */
  const shared = (name: string): string => {
    const known = names.get(name) ?? name;
    names.set(name, known);
    return known;
  };
  return questions.flatMap((question, place) => {
    const stage = stageOf(marks[place]);
    if (stage === null) return [];
    const { text, label, section, asker, group } = surroundingsOf(question);
    const own = label === null ? null : shared(label);
    return [{ text, label: own, section, asker, group, stage: shared(stage) }];
  });
}

function previousOf(
  place: number,
  questions: readonly Question[],
  marks: MarksByPlace,
): Pick<TaggedQuestion, 'stage' | 'group'> | null {
  for (let at = place - 1; at >= 0; at--) {
    const stage = stageOf(marks[at]);
    const group = questions[at]?.group;
    if (stage !== null && group !== undefined) return { stage, group };
  }
  return null;
}

/** The key of a mark with a stage. */
function stageOf(mark: MarkValue | null | undefined): string | null {
  return !mark || mark.stance === SKIP || mark.stage === null ? null : stageKey(mark);
}

function surroundingsOf({ text, label, section, speaker, group }: Question): Surroundings {
  return { text, label, section: section[section.length - 1] ?? null, asker: speaker, group };
}
