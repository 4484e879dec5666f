/**
 * Keeps what the modal suggests up to date: at the cursor before it is drawn, what else is in sight with it as
 * far as a part of a frame goes, all others behind it in slices of time; and all of it anew after a choice, a
 * rejection, and whatever else is learnt meanwhile.
 */
import { markOf, type Question } from '../../core/model/question';
import {
  proposalOutcome,
  rejectedOutcome,
  type NoteProposals,
  type QuestionProposals,
} from '../../core/suggest/note-proposals';
import type { SuggestMode } from '../../core/suggest/suggest-mode';
import { EventLoopYields } from '../../vault/reading/event-loop-yields';
import { TimeSlices } from '../../vault/reading/time-slices';
import type { Suggester } from '../../vault/suggest/suggester';
import { countedMarkToBe, type Rejection } from './choices';
import type { TagState } from './tag-state';

/** As many rows come before all others; more are never in sight. */
const MOST_IN_SIGHT = 100;
/** How long drawing waits for what is in sight, in milliseconds. */
const BEFORE_DRAWING = 8;
/** So many out of sight are worked out before the modal hears of them. */
const TOLD_AT_ONCE = 100;
/** Other news may come many at a time, as while the vault is read; in milliseconds. */
const NEWS_WAIT = 100;

export interface FollowedModal {
  readonly path: string;
  /** The note as it was read with the questions of the state. */
  readonly text: string;
  readonly state: () => TagState;
  readonly suggest: (mode: SuggestMode, proposals: TagState['suggested']) => void;
}

type FollowedSuggester = Pick<
  Suggester,
  'mode' | 'ofNote' | 'ready' | 'subscribe' | 'reject' | 'takeRejectionBack'
>;

export class SuggestionFollower {
  readonly #suggester: FollowedSuggester;
  readonly #modal: FollowedModal;
  readonly #note: NoteProposals;
  readonly #yields = new EventLoopYields();
  readonly #slices = new TimeSlices(this.#yields.yieldToEventLoop);
  readonly #unsubscribe: () => void;
  /** Questions whose proposals are those of now. */
  #known = new Set<number>();
  /** Those that were drawn since all was worked out anew, the last drawn last. */
  #drawn = new Set<number>();
  /** What the modal has not heard of yet. */
  #found = new Map<number, QuestionProposals>();
  #marks: readonly ReturnType<typeof countedMarkToBe>[] = [];
  /** Goes up whenever all is to be worked out anew, or for good. */
  #round = 0;
  #isLooking = false;
  #isTelling = false;
  #news: number | null = null;

  constructor(suggester: FollowedSuggester, modal: FollowedModal) {
    this.#suggester = suggester;
    this.#modal = modal;
    this.#note = suggester.ofNote(modal.path, modal.state().questions, modal.text);
    this.#unsubscribe = suggester.subscribe(() => {
      if (!this.#isTelling) this.#news ??= window.setTimeout(() => this.#startAnew(), NEWS_WAIT);
    });
    this.#startAnew();
    void suggester.ready();
  }

  /** A row is drawn: what is suggested there comes before all that is out of sight. */
  draws(index: number): void {
    this.#drawn.delete(index);
    this.#drawn.add(index);
    if (this.#isLooking || this.#known.has(index)) return;
    this.#isLooking = true;
    queueMicrotask(() => {
      this.#isLooking = false;
      this.#look();
    });
  }

  /** The modal's state is another than before. */
  changed(before: TagState): void {
    const { choices, cursor, visible } = this.#modal.state();
    if (choices.rejected !== before.choices.rejected) {
      this.#isTelling = true;
      this.#tellRejections(before.choices.rejected, choices.rejected);
      this.#isTelling = false;
    }
    const isOther =
      choices.now !== before.choices.now || choices.rejected !== before.choices.rejected;
    if (isOther) this.#startAnew();
    else if (visible !== before.visible) void this.#workOnRest();
    else if (cursor !== before.cursor) this.#look();
  }

  /** Nothing is worked out any more; what was chosen and not written counts no more. */
  close(): void {
    this.#round += 1;
    this.#unsubscribe();
    this.#yields.close();
    if (this.#news !== null) window.clearTimeout(this.#news);
    this.#note.close();
  }

  #startAnew(): void {
    if (this.#news !== null) window.clearTimeout(this.#news);
    this.#news = null;
    this.#round += 1;
    const { mode } = this.#suggester;
    const { choices, questions, mode: before } = this.#modal.state();
    this.#known = new Set();
    this.#found = new Map();
    this.#marks = questions.map((_, index) => countedMarkToBe(choices.now, questions, index));
    if (mode !== before) this.#modal.suggest(mode, new Map());
    if (mode !== 'off') this.#look();
  }

  /** Works out what is in sight and not known, as far as there is time; then the rest. */
  #look(): void {
    const { cursor } = this.#modal.state();
    this.#drawn = new Set([...this.#drawn].slice(-MOST_IN_SIGHT));
    const end = performance.now() + BEFORE_DRAWING;
    for (const index of cursor === null ? this.#drawn : [cursor, ...this.#drawn]) {
      this.#work(index);
      if (performance.now() > end) break;
    }
    this.#tell();
    void this.#workOnRest();
  }

  async #workOnRest(): Promise<void> {
    const round = ++this.#round;
    for (const index of [...this.#drawn, ...this.#modal.state().visible]) {
      if (this.#slices.isOver) {
        const isInSight = [...this.#found.keys()].some((other) => this.#drawn.has(other));
        if (isInSight || this.#found.size >= TOLD_AT_ONCE) this.#tell();
        await this.#slices.next();
        if (round !== this.#round) return;
      }
      this.#slices.work(() => this.#work(index));
    }
    this.#tell();
  }

  #work(index: number): void {
    if (this.#known.has(index) || this.#suggester.mode === 'off') return;
    const { choices, cursor, questions } = this.#modal.state();
    const question = questions[index];
    if (!question) return;
    // What has a mark shows proposals at the cursor alone, and only where the mark is no more than chosen.
    const isChosen = choices.now.has(index);
    if (isChosen ? index !== cursor : markOf(question) !== null) return;
    this.#found.set(index, this.#note.of(index, this.#marks));
    this.#known.add(index);
  }

  #tell(): void {
    const found = this.#found;
    this.#found = new Map();
    if (found.size > 0) this.#modal.suggest(this.#suggester.mode, found);
  }

  #tellRejections(
    before: ReadonlyMap<string, Rejection>,
    now: ReadonlyMap<string, Rejection>,
  ): void {
    for (const [hash, { text, stage, proposed }] of now) {
      if (!before.has(hash)) this.#suggester.reject(text, stage, rejectedOutcome(proposed));
    }
    for (const [hash, { text, stage, proposed }] of before) {
      if (now.has(hash)) continue;
      this.#suggester.takeRejectionBack(text, stage, rejectedOutcome(proposed));
    }
  }
}

/** What is learnt of choices that were written: of each question that was none of the refused. */
export function writtenChoices(
  { choices, questions }: TagState,
  isRefused: (question: Question) => boolean,
): Parameters<Suggester['learn']>[1] {
  return [...choices.stood].flatMap(([index, proposed]) => {
    const question = questions[index];
    const chosen = choices.now.get(index);
    if (!question || chosen === undefined || isRefused(question)) return [];
    const outcome = proposalOutcome(proposed, chosen);
    return outcome ? [{ text: question.text, outcome }] : [];
  });
}
