/**
 * «Review untagged questions»: one picker that goes through the articles' untagged questions. Each choice is
 * written at once and the next question takes its place.
 */
import { Notice, type FuzzyMatch, type TFile } from 'obsidian';
import { changesAmong } from '../../core/marks/change';
import { extractQuestions } from '../../core/reading/extract';
import type { MarkValue, Question } from '../../core/model/question';
import { noteName } from '../../core/query';
import { readNote } from '../../vault/note-text';
import type { CommandHost } from '../app/commands';
import { activeNote } from '../parts/active-note';
import { isInputMethods, onKey } from '../../keys/key-press';
import type { UiContext } from '../context';
import { closeWithPlugin } from '../parts/close-with-plugin';
import { followPath } from '../parts/follow-renames';
import { openQuestion } from '../parts/open-question';
import { sectionInNote } from '../parts/question-section';
import type { PickableMark } from '../picker/pickable-marks';
import { StancePicker } from '../picker/stance-picker';
import { tellLinks } from '../bulk/link-offer';
import { reportOutcome } from '../bulk/write-report';
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
}

class ReviewPicker extends StancePicker {
  readonly #context: UiContext;
  readonly #queue: ReviewQueue;
  readonly #placeEl: HTMLElement;
  readonly #leftEl: HTMLElement;
  readonly #textEl: HTMLElement;
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
    this.#textEl = head.createDiv({
      cls: 'question-stance-review-question',
      attr: { dir: 'auto', role: 'status' },
    });
    const actions = head.createDiv('question-stance-review-actions');
    const addButton = (text: string, act: () => void) =>
      actions.createEl('button', { text }).addEventListener('click', act);
    addButton(review.leave, () => this.#leave());
    addButton(review.goTo, () => this.#goTo());
    addButton(review.stop, () => this.close());
    this.modalEl.prepend(head);
    this.setInstructions([
      { command: '↵', purpose: review.keys.tag },
      { command: '⇧ ↵', purpose: review.keys.leave },
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
    const { file, question, read } = shown;
    const outcome = await writer.write(file, changesAmong(read, [{ question, value }]));
    if (outcome.failure ?? outcome.refused[0]) {
      reportOutcome(this.#context, file, outcome);
      this.#queue.leave();
    } else if (outcome.links) tellLinks(this.#context, outcome.links);
    await this.#next();
  }

  #leave(): void {
    if (!this.#takeShown()) return;
    this.#queue.leave();
    void this.#next();
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
      const read = file ? await this.#read(file) : [];
      const question = this.#queue.step(read);
      // Whoever closed it while a note was written or read has been told already.
      if (this.#isClosed) return;
      if (file && question) {
        this.#show({ file, question, read });
        return;
      }
    }
    if (this.#isClosed) return;
    this.#isDone = true;
    this.close();
  }

  async #read(file: TFile): Promise<readonly Question[]> {
    const roots = rootsOf(this.#context.settings.get());
    try {
      return extractQuestions(await readNote(this.app, file), { roots });
    } catch {
      // A note that went away between two questions has none to review.
      return [];
    }
  }

  #show(shown: Shown): void {
    this.#shown = shown;
    const { file, question } = shown;
    const { label, text } = question;
    const section = sectionInNote(file.path, question);
    const place = [noteName(file.path), ...section, ...(label === null ? [] : [label])];
    this.#placeEl.setText(place.join(' › '));
    this.#leftEl.setText(this.#context.strings.editor.reviewLeft(this.#queue.left));
    this.#textEl.setText(text);
    this.type('');
  }
}
