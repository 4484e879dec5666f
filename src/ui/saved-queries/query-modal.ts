/**
 * Asks for a saved query's name and text: a new one, one that is changed, or the view that is to be saved. Says below
 * the text what is wrong with it, and in which line; such a query can be saved all the same, since the rest of it runs.
 */
import { DropdownComponent, Modal, Setting, TextAreaComponent, TextComponent } from 'obsidian';
import type { App, ButtonComponent } from 'obsidian';
import { type Preset, readQuery } from '../../core/query';
import { problemSentence } from '../../i18n/query-problem';
import type { Strings } from '../../i18n';
import { onKey } from '../../keys/key-press';
import { isQueryNameTaken, moveQuery, putQuery, type Queries } from '../../settings/saved-queries';
import type { Settings } from '../../settings/schema';
import { nameDialog } from '../parts/dialog-name';
import { returnKeyboard } from '../parts/return-focus';

export interface QueryModalOptions {
  readonly title: string;
  /** The name under which it is saved; null for a new one. */
  readonly own: string | null;
  readonly name: string;
  readonly text: string;
  /** The settings of this moment. */
  readonly settings: () => Settings;
  readonly save: (queries: Queries) => void;
}

export class QueryModal extends Modal {
  #name: TextComponent | null = null;
  #text: TextAreaComponent | null = null;
  #place: DropdownComponent | null = null;
  #save: ButtonComponent | null = null;
  #nameFault: HTMLElement | null = null;
  #problems: HTMLElement | null = null;

  readonly #strings: Strings;
  readonly #options: QueryModalOptions;

  constructor(app: App, strings: Strings, options: QueryModalOptions) {
    super(app);
    returnKeyboard(this);
    this.#strings = strings;
    this.#options = options;
  }

  override onOpen(): void {
    const words = this.#strings.settings.queries;
    const { title, name, text } = this.#options;
    this.setTitle(title);
    this.modalEl.addClass('question-stance-query-modal');
    nameDialog(this, 'question-stance-query-modal-name');
    const nameRow = new Setting(this.contentEl).setName(words.name);
    this.#nameFault = nameRow.infoEl.createDiv('question-stance-new-term-fault');
    this.#name = new TextComponent(nameRow.controlEl).setValue(name).onChange(() => this.#check());
    this.#name.inputEl.setAttr('aria-label', words.name);
    const textRow = new Setting(this.contentEl).setName(words.text).setDesc(words.textDesc);
    textRow.settingEl.addClass('question-stance-query-text');
    this.#text = new TextAreaComponent(textRow.controlEl)
      .setValue(text)
      .onChange(() => this.#check());
    this.#text.inputEl.setAttrs({
      'aria-label': words.text,
      'aria-describedby': 'question-stance-query-problems',
      rows: '6',
      spellcheck: 'false',
      autocapitalize: 'off',
    });
    this.#problems = this.contentEl.createDiv({
      cls: 'question-stance-query-problems',
      attr: { id: 'question-stance-query-problems', role: 'status' },
    });
    this.#showPlace();
    new Setting(this.contentEl)
      .addButton((button) => {
        this.#save = button.setButtonText(words.save).setCta();
        button.onClick(() => this.#submit());
      })
      .addButton((button) => button.setButtonText(words.cancel).onClick(() => this.close()));
    const { inputEl } = this.#name;
    inputEl.addEventListener(
      'keydown',
      onKey(({ name: key }, event: KeyboardEvent) => {
        if (key !== 'Enter') return;
        event.preventDefault();
        this.#submit();
      }),
    );
    this.#check();
    inputEl.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  /** What dragging in the list does, for the keyboard. */
  #showPlace(): void {
    const { own, settings } = this.#options;
    const { queries } = settings();
    const at = queries.findIndex(({ name }) => name === own);
    if (at === -1 || queries.length < 2) return;
    const { queries: words, taxonomy } = this.#strings.settings;
    const row = new Setting(this.contentEl).setName(words.place);
    this.#place = new DropdownComponent(row.controlEl);
    for (const [place, { name }] of queries.entries()) {
      this.#place.addOption(name, taxonomy.place(String(place + 1)));
    }
    this.#place.setValue(own ?? '');
    this.#place.selectEl.setAttr('aria-label', words.place);
  }

  /** Says what is wrong; returns what can be saved, or null. */
  #check(): Preset | null {
    const { own, settings } = this.#options;
    const { queries, taxonomies } = settings();
    const name = this.#name?.getValue().trim() ?? '';
    const text = this.#text?.getValue() ?? '';
    const isTaken = isQueryNameTaken(queries, name, own);
    this.#nameFault?.setText(isTaken ? this.#strings.settings.queries.nameTaken : '');
    // As it would be saved, so that a query that names itself is told.
    const presets = name === '' ? queries : putQuery(queries, { name, text }, own);
    const { problems } = readQuery(`preset ${name}`, { taxonomies, presets });
    const inText = readQuery(text, { taxonomies, presets }).problems;
    const loops = problems.filter(({ code }) => code === 'preset-in-itself');
    const told = [
      ...inText.filter(({ code }) => code !== 'preset-in-itself'),
      ...(name === '' ? [] : loops.map((problem) => ({ ...problem, line: 0 }))),
    ];
    this.#problems?.empty();
    for (const problem of told) {
      const sentence = problemSentence(problem, this.#strings.query);
      this.#problems?.createEl('p', {
        text: problem.line === 0 ? sentence : this.#strings.query.line(problem.line, sentence),
        attr: { dir: 'auto' },
      });
    }
    this.#save?.setDisabled(name === '' || isTaken);
    return name === '' || isTaken ? null : { name, text };
  }

  #submit(): void {
    const query = this.#check();
    if (!query) return;
    const { own, settings, save } = this.#options;
    const { queries } = settings();
    const place = this.#place?.getValue() ?? own;
    const moved = own === null || place === null ? queries : moveQuery(queries, own, place);
    this.close();
    save(putQuery(moved, query, own));
  }
}
