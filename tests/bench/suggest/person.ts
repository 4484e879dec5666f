/**
 * A person who tags a note in the modal and knows what each question is to have: takes the shortest way that stands on
 * the screen, key by key, through the modal's own table of keys and reducer.
 */
import { sameMark } from '../../../src/core/model/mark';
import { SKIP, type MarkValue } from '../../../src/core/model/question';
import type { Taxonomy } from '../../../src/core/model/taxonomy';
import {
  type NoteProposals,
  proposalOutcome,
  type QuestionProposals,
} from '../../../src/core/suggest/note-proposals';
import type { Source } from '../../../src/core/suggest/opinion';
import type { ProposalOutcome } from '../../../src/core/suggest/source-records';
import type { SuggestMode } from '../../../src/core/suggest/suggest-mode';
import { countedMarkToBe, markToBe } from '../../../src/ui/tag-modal/choices';
import { choiceKey, intentOf, NO_STAGE_KEY, PROPOSAL_KEYS } from '../../../src/ui/tag-modal/keys';
import { openTagging, reduceTagging } from '../../../src/ui/tag-modal/model';
import { ghostAt, ghostsIn, proposalsAtCursor } from '../../../src/ui/tag-modal/suggested';
import type { TagState } from '../../../src/ui/tag-modal/tag-state';
import type { TaggedNote } from './tagged-note';

export interface Manner {
  readonly mode: SuggestMode;
  /**
   * Whether «accept all» is used: only as the modal opens, only for three ghosts or more, and only where every one of
   * them is right, as somebody sees who reads the rows before.
   */
  readonly acceptsAll: boolean;
}

/** What stood at a question when the person came to it, or accepted all. */
export interface Met {
  readonly index: number;
  readonly truth: MarkValue | null;
  /** The place of the right one among the proposals, from 0; null where it was not among them. */
  readonly place: number | null;
  readonly ghost: { readonly lead: Source; readonly isRight: boolean } | null;
}

export interface Played {
  readonly keys: number;
  readonly met: readonly Met[];
  /** To be recorded once the note is written. */
  readonly outcomes: readonly ProposalOutcome[];
  /** By the question's place. */
  readonly marks: readonly (MarkValue | null)[];
}

/** As much of what proposes as a person needs. */
type Proposing = Pick<NoteProposals, 'of'>;

interface Key {
  readonly name: string;
  readonly shift?: boolean;
}

const SHOWS = { embedded: false, unmarked: false, skipped: false };
const NEXT: Key = { name: 'ArrowDown' };
const NEXT_UNTAGGED: Key = { name: 'u' };
const SKIP_KEY: Key = { name: 'x' };
const ACCEPT: Key = { name: 'y' };
const ACCEPT_ALL: Key = { name: 'y', shift: true };
/** Two keys, and one to leap over them: fewer ghosts are not worth it. */
const WORTH_ACCEPTING_ALL = 3;

export function playNote(
  note: TaggedNote,
  taxonomy: Taxonomy,
  proposals: Proposing,
  { mode, acceptsAll }: Manner,
): Played {
  const session = new Session(note, taxonomy, proposals, mode);
  if (acceptsAll) session.acceptAllIfRight();
  session.walk();
  return session.played;
}

class Session {
  #state: TagState;
  #keys = 0;
  readonly #note: TaggedNote;
  readonly #proposals: Proposing;
  readonly #met = new Map<number, Met>();

  constructor(note: TaggedNote, taxonomy: Taxonomy, proposals: Proposing, mode: SuggestMode) {
    this.#note = note;
    this.#proposals = proposals;
    this.#state = openTagging(note.questions, taxonomy, SHOWS, { mode });
    this.#suggest();
  }

  get played(): Played {
    const { questions, choices } = this.#state;
    return {
      keys: this.#keys,
      met: [...this.#met.values()],
      outcomes: [...choices.stood].flatMap(([index, stood]) => {
        const outcome = proposalOutcome(stood, choices.now.get(index) ?? null);
        return outcome ? [outcome] : [];
      }),
      marks: questions.map((_, index) => markToBe(choices.now, questions, index)),
    };
  }

  acceptAllIfRight(): void {
    const ghosts = ghostsIn(this.#state);
    const areRight = [...ghosts].every(([index, { mark }]) => this.#isRight(index, mark));
    if (ghosts.size < WORTH_ACCEPTING_ALL || !areRight) return;
    for (const index of ghosts.keys()) this.#meet(index);
    this.#press(ACCEPT_ALL);
    this.#press(ACCEPT_ALL);
  }

  /** From the first question to the last; each gets what it is to have, or is passed by. */
  walk(): void {
    const { visible } = this.#state;
    for (const index of visible) {
      if (this.#isDone(index)) continue;
      // Behind questions that were accepted together.
      if (this.#state.cursor !== index) this.#press(NEXT_UNTAGGED);
      if (this.#state.cursor !== index) throw new Error('the cursor is elsewhere');
      this.#meet(index);
      this.#answer(index, index === visible[visible.length - 1]);
    }
  }

  #isDone(index: number): boolean {
    const { choices, questions } = this.#state;
    return countedMarkToBe(choices.now, questions, index) !== null;
  }

  #answer(index: number, isLast: boolean): void {
    const truth = this.#note.truth[index] ?? null;
    if (truth === null) {
      if (!isLast) this.#press(NEXT);
      return;
    }
    for (const key of this.#keysFor(index, truth)) this.#press(key);
    const { choices, questions } = this.#state;
    if (!sameMark(markToBe(choices.now, questions, index), truth)) {
      throw new Error('the keys chose something else');
    }
  }

  #keysFor(index: number, truth: MarkValue): readonly Key[] {
    const ghost = ghostAt(this.#state, index);
    if (ghost && this.#isRight(index, ghost.mark)) return [ACCEPT];
    const place = placeOf(this.#state, truth);
    const proposalKey = place === null ? undefined : PROPOSAL_KEYS[place];
    if (proposalKey !== undefined) return [{ name: proposalKey }];
    if (truth.stance === SKIP) return [SKIP_KEY];
    const { stances } = this.#state.taxonomy;
    const stance = stances.findIndex(({ id }) => id === truth.stance);
    const stage = stances[stance]?.stages.findIndex(({ id }) => id === truth.stage) ?? -1;
    const stageKey = truth.stage === null ? String(NO_STAGE_KEY) : choiceKey(stage);
    return [choiceKey(stance), stageKey].flatMap((name) => (name === null ? [] : [{ name }]));
  }

  #press({ name, shift = false }: Key): void {
    const press = { name, shift, mod: false, alt: false, isRepeat: false };
    const intent = intentOf(this.#state, press);
    if (intent?.do !== 'act') throw new Error(`${name} is no key of the list`);
    this.#keys += 1;
    const { choices } = this.#state;
    this.#state = reduceTagging(this.#state, intent.action);
    if (this.#state.choices !== choices) this.#suggest();
  }

  /** As the modal does it: of the marks as they are to be, chosen ones included. */
  #suggest(): void {
    const { mode, visible, questions, choices } = this.#state;
    if (mode === 'off') return;
    const marks = questions.map((_, index) => countedMarkToBe(choices.now, questions, index));
    const proposals = new Map<number, QuestionProposals>(
      visible
        .filter((index) => !choices.now.has(index))
        .map((index) => [index, this.#proposals.of(index, marks)]),
    );
    this.#state = reduceTagging(this.#state, { type: 'suggest', mode, proposals });
  }

  #meet(index: number): void {
    const truth = this.#note.truth[index] ?? null;
    const ghost = ghostAt(this.#state, index);
    this.#met.set(index, {
      index,
      truth,
      place: truth && index === this.#state.cursor ? placeOf(this.#state, truth) : null,
      ghost: ghost && { lead: ghost.lead, isRight: this.#isRight(index, ghost.mark) },
    });
  }

  #isRight(index: number, mark: MarkValue): boolean {
    return sameMark(this.#note.truth[index] ?? null, mark);
  }
}

function placeOf(state: TagState, truth: MarkValue): number | null {
  const place = proposalsAtCursor(state).findIndex(({ mark }) => sameMark(mark, truth));
  return place === -1 ? null : place;
}
