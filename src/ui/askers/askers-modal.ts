/**
 * «Set who asks in this note»: the names that the note gives or its headings hold, each with the questions that it gets
 * by what is ticked now, and what is typed beside them; written as the note's property. Asked of a section, it says
 * whose the questions there will be, and where its headings hold no name that is ticked.
 */
import { Modal, Notice, parseYaml, Setting, TextComponent, type TFile } from 'obsidian';
import { AskerNames, shownName } from '../../core/askers/asker-names';
import { askerOfEach } from '../../core/askers/asker-of';
import { writtenAskers, type WrittenAskers } from '../../core/askers/asker-property';
import { proposedAskers } from '../../core/askers/proposed-askers';
import { isListed, type Question } from '../../core/model/question';
import { foldText, noteName } from '../../core/query';
import { extractQuestions } from '../../core/reading/extract';
import { onKey } from '../../keys/key-press';
import { rootsOf } from '../../settings/taxonomies';
import { failureOf } from '../../vault/failure';
import { readNote } from '../../vault/note-text';
import { actionNotice } from '../bulk/action-notice';
import { takeBack } from '../bulk/undo-actions';
import { undoNotice } from '../bulk/undo-notice';
import type { UiContext } from '../context';
import { failureLine } from '../notices/failure-line';
import { LONG_NOTICE } from '../notices/notice-time';
import { closeWithPlugin } from '../parts/close-with-plugin';
import { nameDialog } from '../parts/dialog-name';
import { returnKeyboard } from '../parts/return-focus';

/** `section`: the headings of the section that it is asked of, outermost first. */
export async function setAskers(
  context: UiContext,
  file: TFile,
  section: readonly string[] = [],
): Promise<void> {
  const { app, operations, settings, strings } = context;
  const { notes, lists } = settings.get();
  try {
    const text = await readNote(app, file);
    const written = writtenAskers(text, notes.askersProperty, parseYaml);
    const options = { roots: rootsOf(settings.get()), unmarked: lists.showUnmarked };
    const questions = extractQuestions(text, options);
    if (operations.stopped.aborted) return;
    new AskersModal(context, file, questions, written, section).open();
  } catch (error) {
    new Notice(failureLine(strings, noteName(file.path), failureOf(error)), LONG_NOTICE);
  }
}

/** A name of the list; `count` shows how many questions it gets. */
interface Choice {
  readonly name: string;
  readonly box: HTMLInputElement;
  readonly count: HTMLElement;
}

class AskersModal extends Modal {
  readonly #choices: Choice[] = [];
  #list: HTMLElement | null = null;
  #nobody: HTMLElement | null = null;
  #outcome: HTMLElement | null = null;

  readonly #context: UiContext;
  readonly #file: TFile;
  readonly #property: string;
  readonly #questions: readonly Question[];
  readonly #written: WrittenAskers;
  readonly #section: readonly string[];

  constructor(
    context: UiContext,
    file: TFile,
    questions: readonly Question[],
    written: WrittenAskers,
    section: readonly string[],
  ) {
    super(context.app);
    returnKeyboard(this);
    this.#context = context;
    this.#file = file;
    this.#property = context.settings.get().notes.askersProperty;
    this.#questions = questions.filter(isListed);
    this.#written = written;
    this.#section = section;
    closeWithPlugin(context, this);
  }

  override onOpen(): void {
    const { common, tagging } = this.#context.strings;
    const words = tagging.askers;
    const { contentEl } = this;
    this.setTitle(words.title(noteName(this.#file.path)));
    this.modalEl.addClass('question-stance-askers');
    nameDialog(this, 'question-stance-askers-name');
    contentEl.createEl('p', { text: words.help(this.#property), cls: 'question-stance-faint' });
    this.#list = contentEl.createEl('ul', { attr: { 'aria-labelledby': this.titleEl.id } });
    const rest = contentEl.createDiv('question-stance-askers-row is-nobody');
    rest.createSpan({ text: words.nobody });
    this.#nobody = rest.createSpan('question-stance-askers-count');
    this.#outcome = contentEl.createEl('p', { attr: { role: 'status', dir: 'auto' } });
    this.#addNames();
    const row = new Setting(contentEl).setName(words.other);
    const typed = new TextComponent(row.controlEl);
    typed.inputEl.setAttr('aria-label', words.other);
    const add = (): void => {
      if (typed.getValue().trim() === '') return;
      this.#tick(typed.getValue().trim());
      typed.setValue('').inputEl.focus();
    };
    row.addButton((button) => button.setButtonText(words.add).onClick(add));
    new Setting(contentEl)
      .addButton((button) =>
        button
          .setButtonText(words.write)
          .setCta()
          .onClick(() => void this.#write()),
      )
      .addButton((button) => button.setButtonText(common.cancel).onClick(() => this.close()));
    this.modalEl.addEventListener(
      'keydown',
      onKey(({ name: key }, event: KeyboardEvent) => {
        const isInBox = this.#choices.some(({ box }) => box === event.target);
        if (key !== 'Enter' || (event.target !== typed.inputEl && !isInBox)) return;
        event.preventDefault();
        if (!isInBox && typed.getValue().trim() !== '') add();
        else void this.#write();
      }),
    );
    (this.#choices[0]?.box ?? typed.inputEl).focus();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  /** What the note says is ticked; where it says nothing, whoever surely is meant, by the section if there is one. */
  #addNames(): void {
    const { names } = this.#written;
    const known = new AskerNames(names);
    for (const name of names) this.#add(name, true);
    for (const { name, isSure } of proposedAskers(this.#questions)) {
      if (known.ofSpeaker(name) !== null) continue;
      const isHere = this.#section.some((title) => new AskerNames([name]).heldBy(title).length > 0);
      this.#add(name, isHere || (isSure && names.length === 0 && this.#section.length === 0));
    }
    this.#count();
  }

  #add(name: string, isTicked: boolean): void {
    const row = this.#list?.createEl('li').createEl('label', 'question-stance-askers-row');
    if (!row) return;
    const box = row.createEl('input', { type: 'checkbox' });
    box.checked = isTicked;
    box.addEventListener('change', () => this.#count());
    row.createSpan({ text: shownName(name), attr: { dir: 'auto' } });
    this.#choices.push({ name, box, count: row.createSpan('question-stance-askers-count') });
  }

  #tick(typed: string): void {
    const folded = foldText(typed);
    const same = this.#choices.find(({ name }) => foldText(shownName(name)) === folded);
    if (same) same.box.checked = true;
    else this.#add(typed, true);
    this.#count();
  }

  get #ticked(): readonly string[] {
    return this.#choices.filter(({ box }) => box.checked).map(({ name }) => name);
  }

  #count(): void {
    const { common, tagging } = this.#context.strings;
    const ticked = this.#ticked;
    for (const { name, box, count } of this.#choices) {
      const asked = this.#askedBy(box.checked ? ticked : [...ticked, name]);
      count.setText(common.questions(asked.get(shownName(name)) ?? 0));
    }
    this.#nobody?.setText(common.questions(this.#askedBy(ticked).get(null) ?? 0));
    const section = this.#section.at(-1);
    if (section === undefined) return;
    const asked = this.#askedBy(ticked, this.#section);
    const here = [...asked]
      .filter(([, count]) => count > 0)
      .map(([name, count]) => `${name ?? tagging.askers.nobody} ${count}`);
    const isHeld = this.#section.some((title) => new AskerNames(ticked).heldBy(title).length > 0);
    const told = tagging.askers.inSection(section, here.join(common.listed));
    this.#outcome?.setText(isHeld || !asked.has(null) ? told : `${told} ${tagging.askers.notHeld}`);
  }

  /** How many questions each has where these are the askers; in one section where it is given. */
  #askedBy(names: readonly string[], section: readonly string[] = []): Map<string | null, number> {
    const askerOf = askerOfEach(new AskerNames(names));
    const counts = new Map<string | null, number>();
    for (const question of this.#questions) {
      if (section.some((title, depth) => question.section[depth] !== title)) continue;
      const asker = askerOf(question);
      counts.set(asker, (counts.get(asker) ?? 0) + 1);
    }
    return counts;
  }

  async #write(): Promise<void> {
    const { operations, strings, writer } = this.#context;
    const wanted = this.#ticked;
    this.close();
    const begun: number[] = [];
    const { failure, refused } = await writer.writeAskers(
      this.#file,
      { property: this.#property, before: this.#written.said, wanted, parse: parseYaml },
      { onBegin: (id) => begun.push(id) },
    );
    const words = strings.tagging.askers;
    const note = noteName(this.#file.path);
    const [operation] = begun;
    if (failure || refused) {
      new Notice(
        failure ? failureLine(strings, note, failure) : words[refused ?? 'changed'](note),
        LONG_NOTICE,
      );
    } else if (operation === undefined) actionNotice([words.written(note)]);
    else {
      const act = (): void => void takeBack(this.#context, 'undo', operation);
      undoNotice(operations, [words.written(note)], { way: 'undo', operation }, [
        { label: strings.bulk.summary.undo, act },
      ]);
    }
  }
}
