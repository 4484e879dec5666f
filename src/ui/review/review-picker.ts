/**
 * The picker of «Review untagged questions»: it goes through a queue of questions. Each choice is written at once and
 * the next question takes its place.
 */
import { Notice, type FuzzyMatch, type TFile } from 'obsidian';
import { changesAmong } from '../../core/marks/change';
import { extractQuestions } from '../../core/reading/extract';
import { isConflict, markOf, SKIP, type MarkValue, type Question } from '../../core/model/question';
import { sameMark } from '../../core/model/mark';
import { holdsGap } from '../../core/text/gap';
import { NO_PROPOSALS } from '../../core/suggest/note-proposals';
import { readNote } from '../../vault/note-text';
import type { TimeSlices } from '../../vault/reading/time-slices';
import { isInputMethods, type KeyPress, onKey } from '../../keys/key-press';
import type { UiContext } from '../context';
import { openQuestion } from '../parts/open-question';
import { markPath } from '../parts/stance-chip';
import type { PickableMark } from '../picker/pickable-marks';
import { StancePicker } from '../picker/stance-picker';
import { learnWritten, proposalsFor } from '../suggest/asked-question';
import { tellLinks } from '../bulk/link-offer';
import { reportOutcome } from '../bulk/write-report';
import { headTexts } from './head-texts';
import { ReviewHead } from './review-head';
import { ReviewHistory, type ReadNote, type ShownQuestion } from './review-history';
import { ReviewOrdering } from './review-ordering';
import type { ReviewQueue } from './review-queue';
import { activeTaxonomy, rootsOf } from '../../settings/taxonomies';

const NOTHING: ReadNote = { read: [], text: '' };

const SKIPPED: MarkValue = { stance: SKIP, stage: null };

export class ReviewPicker extends StancePicker {
  readonly #context: UiContext;
  readonly #queue: ReviewQueue;
  readonly #head: ReviewHead;
  readonly #ordering: ReviewOrdering;
  readonly #onClosed: () => void;
  readonly #history: ReviewHistory;
  #shown: ShownQuestion | null = null;
  /** What is suggested for it. */
  #suggested = NO_PROPOSALS;
  #isDone = false;
  #isClosed = false;

  /** @param slices Of what it works out meanwhile; `onClosed` is told when that is wanted no more. */
  constructor(context: UiContext, queue: ReviewQueue, slices: TimeSlices, onClosed: () => void) {
    super(context, [], () => undefined);
    this.#context = context;
    this.#queue = queue;
    this.#onClosed = onClosed;
    this.#history = new ReviewHistory({
      app: this.app,
      queue,
      read: (file) => this.#read(file),
      isClosed: () => this.#isClosed,
    });
    const { review } = context.strings.editor;
    this.#ordering = new ReviewOrdering(context, {
      queue,
      slices,
      win: this.modalEl.win,
      onChange: () => this.#orderChanged(),
    });
    const { isOffered } = this.#ordering;
    this.#head = new ReviewHead(this.modalEl, context.strings, {
      goBack: () => this.#goBack(),
      leave: () => this.#leave(),
      skip: () => void this.#write(SKIPPED),
      goTo: () => this.#goTo(),
      stop: () => this.close(),
      pickOrder: isOffered ? (button) => this.#ordering.showMenu(button) : null,
    });
    this.#showOrder();
    this.modalEl.prepend(this.#head.element);
    this.setInstructions([
      { command: '↵', purpose: review.keys.tag },
      { command: '⇧ ↵', purpose: review.keys.leave },
      { command: 'x', purpose: context.strings.common.skip },
      { command: 'alt ↑', purpose: review.previous },
      ...(isOffered ? [{ command: 'alt s', purpose: review.keys.order }] : []),
      { command: 'esc', purpose: review.keys.stop },
    ]);
    this.scope.register(
      ['Shift'],
      'Enter',
      onKey(({ isRepeat }) => {
        if (!isRepeat) this.#leave();
        return false;
      }),
    );
  }

  override onOpen(): void {
    void super.onOpen();
    void this.#firstInOrder();
  }

  override onClose(): void {
    super.onClose();
    this.#isClosed = true;
    this.#ordering.close();
    this.#onClosed();
    const { notices } = this.#context.strings.editor;
    const { untagged } = this.#queue;
    const isAll = this.#isDone && untagged === 0;
    new Notice(isAll ? notices.reviewDone : notices.reviewStopped(untagged));
  }

  /** The note at that place of the queue is another than it was: what is shown stays, of how many may be others. */
  noteChanged(note: number): void {
    this.#ordering.noteChanged(note);
    if (this.#shown?.past === null && this.#queue.left > 0) this.#head.showState(this.#leftWords);
  }

  /** The tag modal's key for what is no question, while nothing is typed; and the way back. */
  protected override takesKey({ name, mod, alt, shift, isRepeat }: KeyPress): boolean {
    if (mod || shift) return false;
    if (name === 'x' && !alt && this.inputEl.value === '') {
      if (!isRepeat) void this.#write(SKIPPED);
      return true;
    }
    if (!alt || !(name === 'ArrowUp' || (name === 's' && this.#ordering.isOffered))) return false;
    if (isRepeat) return true;
    if (name === 's') this.#ordering.goOn();
    else this.#goBack();
    return true;
  }

  // A choice does not close this picker, and a key that is held does not choose for the next question.
  override selectSuggestion(
    { item }: FuzzyMatch<PickableMark>,
    event: MouseEvent | KeyboardEvent,
  ): void {
    if (isInputMethods(event) || ('repeat' in event && event.repeat)) return;
    // Obsidian takes Enter for the list wherever the keyboard is; on a button it is the button's.
    const target = 'key' in event ? event.targetNode : null;
    if (target?.instanceOf(HTMLButtonElement)) {
      target.click();
      return;
    }
    void this.#write(item.value);
  }

  /** Null clears. */
  async #write(value: MarkValue | null): Promise<void> {
    const shown = this.#takeShown();
    if (!shown) return;
    if (!this.#isSo(shown.question, value)) await this.#change(shown, value);
    // It holds a gap, and stays untagged by what it has.
    else if (shown.past === null) this.#history.decide(shown, true);
    await this.#goOn(shown);
  }

  async #change(shown: ShownQuestion, value: MarkValue | null): Promise<void> {
    const { writer } = this.#context;
    const { file, question, read, past } = shown;
    const suggested = this.#suggested;
    const outcome = await writer.write(file, changesAmong(read, [{ question, value }]));
    if (outcome.failure ?? outcome.refused[0]) {
      reportOutcome(this.#context, file, outcome);
      // Shown once more it stays what it was.
      if (past === null) this.#history.decide(shown, true);
      return;
    }
    if (outcome.links) tellLinks(this.#context, outcome.links);
    this.#history.decide(shown, staysUntagged(question, value));
    learnWritten(this.#context, file.path, question, suggested, value);
  }

  /** Whether it is tagged so already: nothing is written then, and nothing learnt. */
  #isSo(question: Question, value: MarkValue | null): boolean {
    const { root } = activeTaxonomy(this.#context.settings.get());
    return sameMark(markOf(question, root), value) && !isConflict(question, root);
  }

  #leave(): void {
    const shown = this.#takeShown();
    if (!shown) return;
    // Shown once more it stays what it was.
    if (shown.past === null) this.#history.decide(shown, true);
    void this.#goOn(shown);
  }

  /** From a question of before to the one behind it; from the newest to the next. */
  async #goOn({ file, past, place }: ShownQuestion): Promise<void> {
    if (!this.app.vault.getFileByPath(file.path)) this.#queue.lose(place.note);
    if (past === null || !(await this.#showDecided(past + 1, 1))) await this.#next();
  }

  #goBack(): void {
    const shown = this.#takeShown();
    if (!shown) return;
    const from = shown.past ?? this.#history.length;
    void this.#showDecided(from - 1, -1).then((isShown) => {
      if (!isShown && !this.#isClosed) this.#show(shown);
    });
  }

  /** Shows what was decided, the first from there on that its note still has; returns whether there is any. */
  async #showDecided(first: number, by: 1 | -1): Promise<boolean> {
    const found = await this.#history.find(first, by);
    if (found && !this.#isClosed) this.#show(found);
    return found !== null || this.#isClosed;
  }

  #goTo(): void {
    const shown = this.#takeShown();
    if (!shown) return;
    this.close();
    const roots = rootsOf(this.#context.settings.get());
    void openQuestion(this.app, shown.file, shown.question, roots, false);
  }

  /** The shown question, once: a second key before the next one is there means nothing. */
  #takeShown() {
    const shown = this.#shown;
    this.#shown = null;
    return shown;
  }

  async #next(): Promise<void> {
    for (let path = this.#queue.next(); path !== null; path = this.#queue.next()) {
      const file = this.app.vault.getFileByPath(path);
      const { read, text } = file ? await this.#read(file) : NOTHING;
      // Whoever closed it while a note was written or read has been told already.
      if (this.#isClosed) return;
      const next = this.#queue.questionIn(read);
      if (file && next) {
        this.#show({ file, question: next.question, read, text, place: next.place, past: null });
        return;
      }
    }
    if (this.#isClosed) return;
    this.#isDone = true;
    this.close();
  }

  #orderChanged(): void {
    this.inputEl.focus();
    this.#showOrder();
    // What is shown once more stays; any other question waits for its turn in the new order.
    if (this.#shown?.past === null && this.#takeShown()) void this.#firstInOrder();
    else void this.#ordering.firstLook();
  }

  async #firstInOrder(): Promise<void> {
    await this.#ordering.firstLook();
    if (!this.#isClosed) await this.#next();
  }

  #showOrder(): void {
    this.#head.showOrder(this.#ordering.name, this.#ordering.spokenName);
  }

  async #read(file: TFile): Promise<ReadNote> {
    const roots = rootsOf(this.#context.settings.get());
    try {
      const text = await readNote(this.app, file);
      return { text, read: extractQuestions(text, { roots }) };
    } catch {
      // A note that went away between two questions has none to review.
      return NOTHING;
    }
  }

  #show(shown: ShownQuestion): void {
    this.#shown = shown;
    const { question, past } = shown;
    const state = past === null ? this.#leftWords : this.#tagOf(question);
    const canGoBack = (past ?? this.#history.length) > 0;
    this.#head.show(headTexts(this.#context, shown, state), canGoBack);
    this.pickFor([question]);
    this.type('');
    this.#suggestFor(shown);
  }

  #suggestFor(shown: ShownQuestion): void {
    const { file, question, read, text } = shown;
    const asked = { path: file.path, read, question, text };
    const suggested = () => (this.#suggested = proposalsFor(this.#context, asked));
    this.suggest(suggested());
    void this.#context.suggester.ready().then(() => {
      if (this.#shown === shown) this.suggestLate(suggested);
    });
  }

  get #leftWords(): string {
    return this.#context.strings.editor.reviewLeft(this.#queue.left);
  }

  /** What a question is tagged with that is shown once more. */
  #tagOf(question: Question): string {
    const { language, settings, strings } = this.#context;
    const taxonomy = activeTaxonomy(settings.get());
    return markPath(markOf(question, taxonomy.root), taxonomy, language, strings);
  }
}

/** A question that is begun counts as untagged whatever its tag, but for «not a question». */
function staysUntagged({ text }: Question, value: MarkValue | null): boolean {
  return value === null || (value.stance !== SKIP && holdsGap(text));
}
