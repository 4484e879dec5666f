/**
 * The modal «Tag questions in this note»: reads the note's questions as they are now, lets the user choose
 * tags for them, and writes all choices at once. Leaving with choices unwritten asks first; where the plugin
 * goes, the modal goes with it and says what was not written.
 */
import { signal, type Signal } from '@preact/signals';
import { Menu, Modal, Notice, Platform, Scope, type TFile } from 'obsidian';
import { render } from 'preact';
import { findStrays } from '../../core/marks/stray';
import type { RefusedChange } from '../../core/marks/change';
import { noteName } from '../../core/query';
import type { UiContext } from '../context';
import { LONG_NOTICE } from '../notices/notice-time';
import { openQuestion } from '../parts/open-question';
import { keepToOnce } from '../../keys/held-key';
import { onKey, type KeyPress } from '../../keys/key-press';
import { readNote } from '../../vault/note-text';
import { stayAboveKeyboard } from '../parts/above-keyboard';
import { reportStrays } from '../notices/stray-report';
import { followChoice } from '../notices/follow-links';
import { nameDialog } from '../parts/dialog-name';
import { setAskers } from '../askers/askers-modal';
import { reportOutcome } from '../bulk/write-report';
import { chosenChanges } from './choices';
import { confirmLeaving } from './confirm-leaving';
import { SuggestionFollower, writtenChoices } from './follow-suggestions';
import { followFocus, nextAtEdge, toList } from './focus-ring';
import { intentOf, intentRepeats } from './keys';
import type { ModalEnvironment } from './modal-environment';
import { openTagging, reduceTagging, type Opening, type TagAction } from './model';
import { cursorIn, readQuestions, type OpenedNote } from './read-note';
import type { Shows, TagState } from './tag-state';
import { TagModalView } from './tag-modal-view';
import { activeTaxonomy, rootsOf } from '../../settings/taxonomies';
import { reasonOf } from '../../vault/failure';
import { returnKeyboard } from '../parts/return-focus';

/** Up to this many questions, the modal is only as tall as they need. */
const FEW = 6;

/**
 * Opens the modal for `file`, at the question where its editor's cursor is if the writer is in it; tells the
 * user where the note can't be read.
 */
export async function openTagModal(context: UiContext, file: TFile): Promise<void> {
  const offset = cursorIn(context, file);
  try {
    const note = await readQuestions(context, file);
    if (context.operations.stopped.aborted) return;
    new TagModal(context, file, note, offset).open();
  } catch (error) {
    const { unreadable } = context.strings.tagging.notices;
    new Notice(unreadable(noteName(file.path), reasonOf(error)));
  }
}

class TagModal extends Modal {
  readonly #state: Signal<TagState>;
  #environment: ModalEnvironment | null = null;
  #leaveKeyboard: (() => void) | null = null;
  readonly #closing = new AbortController();
  #isWriting = false;
  /** Choices are written or given up: closing asks no more. */
  #mayClose = false;

  readonly #context: UiContext;
  readonly #file: TFile;
  #suggestions: SuggestionFollower;

  constructor(
    context: UiContext,
    file: TFile,
    { text, questions }: OpenedNote,
    offset: number | null,
  ) {
    super(context.app);
    returnKeyboard(this);
    this.#context = context;
    this.#file = file;
    const settings = context.settings.get();
    const { lists } = settings;
    const shows: Shows = {
      embedded: lists.showEmbedded,
      unmarked: lists.showUnmarked,
      skipped: false,
    };
    this.#state = signal(openTagging(questions, activeTaxonomy(settings), shows, { offset }));
    this.#suggestions = this.#follow(text);
    // A scope of its own: the one a modal has by itself closes on Escape before the modal can go back.
    this.scope = new Scope();
    this.scope.register(
      null,
      null,
      onKey((press, event: KeyboardEvent) => this.#onKey(press, event)),
    );
  }

  override onOpen(): void {
    const { stopped } = this.#context.operations;
    stopped.addEventListener('abort', () => this.#goWithPlugin(), { signal: this.#closing.signal });
    this.setTitle(this.#context.strings.tagging.commands.tagNote);
    this.modalEl.addClass('question-stance-tag-modal');
    nameDialog(this, 'question-stance-tag-modal-name');
    this.#leaveKeyboard = stayAboveKeyboard(this);
    this.modalEl.toggleClass('is-short', this.#state.value.questions.length <= FEW);
    const { app, settings, language, strings } = this.#context;
    const environment: ModalEnvironment = {
      taxonomy: this.#state.value.taxonomy,
      language,
      strings,
      modKey: Platform.isMacOS ? '⌘' : 'Ctrl',
      noteName: noteName(this.#file.path),
      act: (action) => this.#act(action),
      draws: (index) => this.#suggestions.draws(index),
      keepKeyboard: () => toList(this.modalEl),
      write: () => void this.#write(),
      linksTo: (choices) =>
        followChoice(this.#context, () => {
          const changes = chosenChanges(choices, this.#state.value.questions);
          return this.#context.writer.countLinks([{ file: this.#file, changes }]);
        }),
      strays: {
        read: async () => {
          const text = await readNote(app, this.#file);
          return findStrays(text, rootsOf(settings.get())).map(({ line }) => line);
        },
        clear: () => this.#clearStrays(),
        keepKeyboard: () => toList(this.modalEl),
      },
      askedBy: (section, event) => {
        const set = () => void setAskers(this.#context, this.#file, section);
        if (!event) {
          set();
          return;
        }
        const menu = new Menu();
        menu.addItem((item) =>
          item.setTitle(strings.tagging.askers.menu).setIcon('users').onClick(set),
        );
        menu.showAtMouseEvent(event);
      },
      clicked: { row: null },
      open: (index, event) => {
        const question = this.#state.value.questions[index];
        if (!question) return;
        keepToOnce(event, true);
        const show = () => openQuestion(app, this.#file, question, rootsOf(settings.get()), false);
        this.#leave(() => void show());
      },
    };
    this.#environment = environment;
    render(<TagModalView environment={environment} state={this.#state} />, this.contentEl);
  }

  override onClose(): void {
    this.#closing.abort();
    this.#suggestions.close();
    this.#leaveKeyboard?.();
    render(null, this.contentEl);
  }

  /** Every way out comes through here: the cross, the page behind, the phone's back gesture. */
  override close(): void {
    this.#leave(() => undefined);
  }

  #act(action: TagAction): void {
    const before = this.#state.value;
    this.#state.value = reduceTagging(before, action);
    this.#suggestions.changed(before);
  }

  /** The note's questions as they are now, with no choices. */
  async #openAgain(opening: Opening = {}): Promise<void> {
    const { text, questions } = await readQuestions(this.#context, this.#file);
    const { taxonomy, shows } = this.#state.value;
    this.#suggestions.close();
    this.#state.value = openTagging(questions, taxonomy, shows, opening);
    this.#suggestions = this.#follow(text);
  }

  #follow(text: string): SuggestionFollower {
    return new SuggestionFollower(this.#context.suggester, {
      path: this.#file.path,
      text,
      state: () => this.#state.value,
      suggest: (mode, proposals) => {
        this.#state.value = reduceTagging(this.#state.value, { type: 'suggest', mode, proposals });
      },
    });
  }

  #goWithPlugin(): void {
    // What is being written is told once it is known how far that came.
    if (!this.#isWriting) this.#tellUnwritten();
    super.close();
  }

  #tellUnwritten(): void {
    const unwritten = this.#state.value.choices.now.size;
    if (unwritten === 0) return;
    new Notice(this.#context.strings.tagging.leave.pluginGone(unwritten), LONG_NOTICE);
  }

  #leave(after: () => void): void {
    const unwritten = this.#state.value.choices.now.size;
    if (this.#mayClose || unwritten === 0) {
      super.close();
      after();
      return;
    }
    confirmLeaving(this.#context, unwritten, {
      write: () => void this.#write(after),
      discard: () => {
        this.#mayClose = true;
        this.#leave(after);
      },
    });
  }

  #onKey(press: KeyPress, event: KeyboardEvent): false | undefined {
    const { name } = press;
    if (name === 'Tab') return this.#onTab(press);
    const isOnButton =
      event.targetNode?.instanceOf(HTMLElement) && event.targetNode.closest('button') !== null;
    if (isOnButton && (name === 'Enter' || name === 'Space')) {
      keepToOnce(event);
      return undefined;
    }
    const intent = intentOf(this.#state.value, press);
    if (!intent) return undefined;
    if (press.isRepeat && !intentRepeats(intent)) return false;
    if (intent.do !== 'act' && intent.do !== 'open') keepToOnce(event);
    const environment = this.#environment;
    const { cursor, questions } = this.#state.value;
    if (intent.do === 'act') {
      environment?.act(intent.action);
      followFocus(this.modalEl, this.#state.value.focus);
    } else if (intent.do === 'write') environment?.write();
    else if (intent.do === 'leave') this.close();
    else if (intent.do === 'asked-by') environment?.askedBy(questions[cursor ?? -1]?.section ?? []);
    else if (cursor !== null) environment?.open(cursor, event);
    return false;
  }

  #onTab({ shift }: KeyPress): false | undefined {
    const next = nextAtEdge(this.modalEl, shift);
    next?.focus();
    return next ? false : undefined;
  }

  async #clearStrays(): Promise<void> {
    const { strings, writer } = this.#context;
    reportStrays(strings, this.#file, await writer.clearStrays(this.#file));
    if (this.#state.value.choices.now.size === 0) await this.#openAgain();
  }

  async #write(after: () => void = () => undefined): Promise<void> {
    const { choices, questions } = this.#state.value;
    const changes = chosenChanges(choices.now, questions);
    if (changes.length === 0) {
      this.#leave(after);
      return;
    }
    if (this.#isWriting) return;
    this.#isWriting = true;
    try {
      const outcome = await this.#context.writer.write(this.#file, changes);
      const isUntouched = outcome.written === 0 && outcome.refused.length === 0;
      const { stopped } = this.#context.operations;
      if (stopped.aborted && isUntouched && !outcome.failure) {
        this.#tellUnwritten();
        return;
      }
      reportOutcome(this.#context, this.#file, outcome);
      if (outcome.failure === null) this.#learn(outcome.refused);
      if (outcome.failure !== null || stopped.aborted) return;
      if (outcome.refused.length > 0) {
        await this.#openAgain({ unwritten: outcome.refused });
        return;
      }
      this.#mayClose = true;
      this.#leave(after);
    } finally {
      this.#isWriting = false;
    }
  }
  /** What was proposed where a choice was written is on the sources' records from now on. */
  #learn(refused: readonly RefusedChange[]): void {
    const ends = new Set(refused.map(({ change }) => change.question.end));
    const learnt = writtenChoices(this.#state.value, ({ end }) => ends.has(end));
    this.#context.suggester.learn(this.#file.path, learnt);
  }
}
