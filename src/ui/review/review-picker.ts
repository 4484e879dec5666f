/**
 * «Review untagged questions»: one picker that goes through the articles' untagged questions. Each choice is
 * written at once and the next question takes its place.
 */
import { Notice, parseYaml, type FuzzyMatch, type TFile } from 'obsidian';
import { changesAmong } from '../../core/marks/change';
import { extractQuestions } from '../../core/reading/extract';
import { markOf, SKIP, type MarkValue, type Question } from '../../core/model/question';
import { noteName } from '../../core/query';
import { readNote } from '../../vault/note-text';
import type { CommandHost } from '../app/commands';
import { activeNote } from '../parts/active-note';
import { isInputMethods, type KeyPress, onKey } from '../../keys/key-press';
import type { UiContext } from '../context';
import { closeWithPlugin } from '../parts/close-with-plugin';
import { followPath } from '../parts/follow-renames';
import { openQuestion } from '../parts/open-question';
import { sectionInNote } from '../parts/question-section';
import { markPath } from '../parts/stance-chip';
import type { PickableMark } from '../picker/pickable-marks';
import { StancePicker } from '../picker/stance-picker';
import { tellLinks } from '../bulk/link-offer';
import { reportOutcome } from '../bulk/write-report';
import { askerIn, passageAround } from './review-passage';
import { ReviewQueue, untaggedOf } from './review-queue';
import { activeTaxonomy, rootsOf } from '../../settings/taxonomies';

export function registerReview(host: CommandHost, context: UiContext): void {
  host.addCommand({
    id: 'review-untagged',
    name: context.strings.editor.commands.review,
    icon: 'list-checks',
    callback: () => startReview(context),
  });
}

function startReview(context: UiContext): void {
  const { notices } = context.strings.editor;
  const { root } = activeTaxonomy(context.settings.get());
  const articles = [...context.index.entries()].filter(({ scope }) => scope.inScope);
  const notes = articles
    .map(({ path, questions }) => ({ path, untagged: untaggedOf(questions.read(), root).length }))
    .filter(({ untagged }) => untagged > 0);
  const isReading = context.index.progress.phase === 'indexing';
  if (notes.length === 0 && isReading) new Notice(context.strings.dashboard.indexing);
  else if (articles.length === 0) new Notice(notices.noArticles);
  else if (notes.length === 0) new Notice(notices.reviewDone);
  else {
    const queue = inOrder(notes, activeNote(context)).map(({ path, untagged }) => ({
      now: followPath(context.app, path),
      untagged,
    }));
    const picker = new ReviewPicker(context, new ReviewQueue(queue, root));
    closeWithPlugin(context, picker);
    picker.open();
  }
}

/** An article with questions that are untagged. */
interface FoundNote {
  readonly path: string;
  readonly untagged: number;
}

/** By path, the note that is open first. */
function inOrder(notes: readonly FoundNote[], open: TFile | null): readonly FoundNote[] {
  const rank = ({ path }: FoundNote) => (path === open?.path ? 0 : 1);
  return [...notes].sort((a, b) => rank(a) - rank(b) || a.path.localeCompare(b.path));
}

interface Shown {
  readonly file: TFile;
  readonly question: Question;
  /** All questions of the note, as it was read. */
  readonly read: readonly Question[];
  readonly text: string;
  /** Of what was decided before, where it stands among it. */
  readonly past: number | null;
}

/** A question that was shown and is tagged now, or was left untagged. */
interface Decided {
  readonly now: () => string;
  /** Its place among the questions of its note, and its words. */
  readonly at: number;
  readonly text: string;
  readonly isLeft: boolean;
}

const NOTHING = { read: [], text: '' };

const SKIPPED: MarkValue = { stance: SKIP, stage: null };

class ReviewPicker extends StancePicker {
  readonly #context: UiContext;
  readonly #queue: ReviewQueue;
  readonly #placeEl: HTMLElement;
  readonly #leftEl: HTMLElement;
  readonly #textEl: HTMLElement;
  readonly #aboveEl: HTMLElement;
  readonly #belowEl: HTMLElement;
  readonly #previousEl: HTMLButtonElement;
  readonly #decided: Decided[] = [];
  #shown: Shown | null = null;
  #isDone = false;
  #isClosed = false;

  constructor(context: UiContext, queue: ReviewQueue) {
    super(context, [], () => undefined);
    this.#context = context;
    this.#queue = queue;
    const { review } = context.strings.editor;
    const head = this.modalEl.createDiv('question-stance-review');
    const line = head.createDiv('question-stance-review-line');
    this.#placeEl = line.createDiv('question-stance-review-place').createSpan();
    this.#leftEl = line.createDiv('question-stance-review-left');
    const passage = head.createDiv('question-stance-review-passage');
    this.#aboveEl = passage.createDiv({
      cls: 'question-stance-review-around',
      attr: { dir: 'auto' },
    });
    this.#textEl = passage.createDiv({
      cls: 'question-stance-review-question',
      attr: { dir: 'auto', role: 'status' },
    });
    this.#belowEl = passage.createDiv({
      cls: 'question-stance-review-around',
      attr: { dir: 'auto' },
    });
    const actions = head.createDiv('question-stance-review-actions');
    const addButton = (text: string, act: () => void): HTMLButtonElement => {
      const button = actions.createEl('button', { text });
      button.addEventListener('click', act);
      return button;
    };
    this.#previousEl = addButton(review.previous, () => this.#goBack());
    addButton(review.leave, () => this.#leave());
    addButton(context.strings.common.skip, () => void this.#write(SKIPPED));
    addButton(review.goTo, () => this.#goTo());
    addButton(review.stop, () => this.close());
    this.modalEl.prepend(head);
    this.setInstructions([
      { command: '↵', purpose: review.keys.tag },
      { command: '⇧ ↵', purpose: review.keys.leave },
      { command: 'x', purpose: context.strings.common.skip },
      { command: 'alt ↑', purpose: review.previous },
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
    void this.#next();
  }

  override onClose(): void {
    super.onClose();
    this.#isClosed = true;
    const { notices } = this.#context.strings.editor;
    const { untagged } = this.#queue;
    const isAll = this.#isDone && untagged === 0;
    new Notice(isAll ? notices.reviewDone : notices.reviewStopped(untagged));
  }

  /** The tag modal's key for what is no question, while nothing is typed; and the way back. */
  protected override takesKey({ name, mod, alt, shift, isRepeat }: KeyPress): boolean {
    if (mod || shift) return false;
    if (name === 'x' && !alt && this.inputEl.value === '') {
      if (!isRepeat) void this.#write(SKIPPED);
      return true;
    }
    if (name !== 'ArrowUp' || !alt) return false;
    if (!isRepeat) this.#goBack();
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
    if (item.value) void this.#write(item.value);
  }

  async #write(value: MarkValue): Promise<void> {
    const { writer } = this.#context;
    const shown = this.#takeShown();
    if (!shown) return;
    const { file, question, read, past } = shown;
    const outcome = await writer.write(file, changesAmong(read, [{ question, value }]));
    if (outcome.failure ?? outcome.refused[0]) {
      reportOutcome(this.#context, file, outcome);
      this.#decide(shown, true);
    } else {
      if (outcome.links) tellLinks(this.#context, outcome.links);
      this.#decide(shown, false);
    }
    await this.#goOn(past);
  }

  #leave(): void {
    const shown = this.#takeShown();
    if (!shown) return;
    // Shown once more it stays what it was.
    if (shown.past === null) this.#decide(shown, true);
    void this.#goOn(shown.past);
  }

  /** Remembers what became of the shown question. */
  #decide({ file, question, read, past }: Shown, isLeft: boolean): void {
    const before = past === null ? null : this.#decided[past];
    if (before) {
      if (before.isLeft && !isLeft) this.#queue.taggedBehind(before.now());
      if (!isLeft) this.#decided[past ?? 0] = { ...before, isLeft };
      return;
    }
    if (isLeft) this.#queue.leave();
    const now = followPath(this.app, file.path);
    this.#decided.push({ now, at: read.indexOf(question), text: question.text, isLeft });
  }

  /** From a question of before to the one behind it; from the newest to the next. */
  async #goOn(past: number | null): Promise<void> {
    if (past === null || !(await this.#showDecided(past + 1, 1))) await this.#next();
  }

  #goBack(): void {
    const shown = this.#takeShown();
    if (!shown) return;
    const from = shown.past ?? this.#decided.length;
    void this.#showDecided(from - 1, -1).then((isShown) => {
      if (!isShown && !this.#isClosed) this.#show(shown);
    });
  }

  /** Shows what was decided, the first from there on that its note still has; returns whether there is any. */
  async #showDecided(first: number, step: 1 | -1): Promise<boolean> {
    for (let past = first; ; past += step) {
      const decided = this.#decided[past];
      if (!decided) return false;
      const file = this.app.vault.getFileByPath(decided.now());
      const { read, text } = file ? await this.#read(file) : NOTHING;
      if (this.#isClosed) return true;
      const question = read[decided.at];
      if (!file || question?.text !== decided.text) continue;
      this.#show({ file, question, read, text, past });
      return true;
    }
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
    for (let { path } = this.#queue; path !== null; { path } = this.#queue) {
      const file = this.app.vault.getFileByPath(path);
      const { read, text } = file ? await this.#read(file) : NOTHING;
      const question = this.#queue.step(read);
      // Whoever closed it while a note was written or read has been told already.
      if (this.#isClosed) return;
      if (file && question) {
        this.#show({ file, question, read, text, past: null });
        return;
      }
    }
    if (this.#isClosed) return;
    this.#isDone = true;
    this.close();
  }

  async #read(file: TFile): Promise<Pick<Shown, 'read' | 'text'>> {
    const roots = rootsOf(this.#context.settings.get());
    try {
      const text = await readNote(this.app, file);
      return { text, read: extractQuestions(text, { roots }) };
    } catch {
      // A note that went away between two questions has none to review.
      return NOTHING;
    }
  }

  #show(shown: Shown): void {
    this.#shown = shown;
    const { file, question, past } = shown;
    const { settings, strings } = this.#context;
    const { label, text } = question;
    const section = sectionInNote(file.path, question);
    const asker = askerIn(shown, settings.get().notes.askersProperty, parseYaml);
    const parts = [...section, label, asker].filter((part) => part !== null);
    const place = [noteName(file.path), ...new Set(parts)];
    this.#placeEl.setText(place.join(' › '));
    this.#leftEl.setText(
      past === null ? strings.editor.reviewLeft(this.#queue.left) : this.#tagOf(question),
    );
    this.#previousEl.disabled = (past ?? this.#decided.length) === 0;
    const { above, below } = passageAround(shown.text, question);
    this.#aboveEl.setText(above);
    this.#belowEl.setText(below);
    this.#textEl.setText(text);
    this.type('');
  }

  /** What a question is tagged with that is shown once more. */
  #tagOf(question: Question): string {
    const { language, settings, strings } = this.#context;
    const taxonomy = activeTaxonomy(settings.get());
    return markPath(markOf(question, taxonomy.root), taxonomy, language, strings);
  }
}
