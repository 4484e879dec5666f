/**
 * Asks for a new stance with its first stage, or for a new stage: for each a name, and the word that stands in
 * tags, which the name suggests where it can. Shows the tag that comes of it.
 */
import { Modal, Setting, TextComponent, type App, type ButtonComponent } from 'obsidian';
import { suggestId, type IdFault } from '../../core/model/taxonomy-edit';
import type { Strings } from '../../i18n';
import { onKey } from '../../keys/key-press';
import { nameDialog } from '../parts/dialog-name';
import { returnKeyboard } from '../parts/return-focus';

export interface TermField {
  readonly heading: string;
  readonly isNameTaken: (name: string) => boolean;
  /** Said where the name is taken. */
  readonly nameTaken: string;
  readonly idFault: (id: string) => IdFault | null;
}

export interface NewTermOptions {
  readonly title: string;
  /** The words that stand before the new ones in the tag. */
  readonly path: readonly string[];
  readonly fields: readonly TermField[];
  /** Gets what was asked for, in the order of the fields. */
  readonly add: (terms: readonly Typed[]) => void;
}

interface Typed {
  readonly name: string;
  readonly id: string;
}

/** A field as it stands on the screen. */
interface Shown {
  readonly field: TermField;
  readonly name: TextComponent;
  readonly word: TextComponent;
  readonly nameFault: HTMLElement;
  readonly wordFault: HTMLElement;
  /** The word was typed, and is not the name's any more. */
  isOwnWord: boolean;
}

export class NewTermModal extends Modal {
  readonly #shown: Shown[] = [];
  #add: ButtonComponent | null = null;
  #tag: HTMLElement | null = null;
  /** The list that it was opened from is drawn anew with what comes of it. */

  readonly #strings: Strings;
  readonly #options: NewTermOptions;

  constructor(app: App, strings: Strings, options: NewTermOptions) {
    super(app);
    returnKeyboard(this);
    this.#strings = strings;
    this.#options = options;
  }

  override onOpen(): void {
    const { contentEl } = this;
    const words = this.#strings.settings.taxonomy;
    this.setTitle(this.#options.title);
    this.modalEl.addClass('question-stance-new-term');
    nameDialog(this, 'question-stance-new-term-name');
    for (const field of this.#options.fields) this.#showField(field);
    const tag = new Setting(contentEl).setName(words.tag);
    this.#tag = tag.controlEl.createEl('code');
    new Setting(contentEl)
      .addButton((button) => {
        this.#add = button.setButtonText(words.add).setCta();
        button.onClick(() => this.#submit());
      })
      .addButton((button) => button.setButtonText(words.cancel).onClick(() => this.close()));
    contentEl.addEventListener(
      'keydown',
      onKey(({ name }, event: KeyboardEvent) => {
        if (name !== 'Enter' || !this.#isTyping(event)) return;
        event.preventDefault();
        this.#submit();
      }),
    );
    this.#check();
    this.#shown[0]?.name.inputEl.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  #isTyping({ target }: Event): boolean {
    return this.#shown.some(({ name, word }) => target === name.inputEl || target === word.inputEl);
  }

  #showField(field: TermField): void {
    const words = this.#strings.settings.taxonomy;
    if (this.#options.fields.length > 1) {
      new Setting(this.contentEl).setName(field.heading).setHeading();
    }
    const nameRow = new Setting(this.contentEl).setName(words.label);
    const wordRow = new Setting(this.contentEl).setName(words.word);
    if (this.#shown.length === 0) wordRow.setDesc(words.wordDesc);
    const shown: Shown = {
      field,
      name: textIn(nameRow, words.label),
      word: textIn(wordRow, words.word),
      nameFault: nameRow.infoEl.createDiv('question-stance-new-term-fault'),
      wordFault: wordRow.infoEl.createDiv('question-stance-new-term-fault'),
      isOwnWord: false,
    };
    this.#shown.push(shown);
    shown.name.onChange((name) => {
      if (!shown.isOwnWord) shown.word.setValue(suggestId(name));
      this.#check();
    });
    shown.word.onChange((word) => {
      shown.isOwnWord = word !== '';
      this.#check();
    });
  }

  /** Says what is wrong, and whether nothing is. */
  #check(): boolean {
    const words = this.#strings.settings.taxonomy;
    let isRight = true;
    for (const { field, name, word, nameFault, wordFault } of this.#shown) {
      const typed = name.getValue().trim();
      const id = word.getValue().trim();
      const isTaken = field.isNameTaken(typed);
      const fault = field.idFault(id);
      nameFault.setText(isTaken ? field.nameTaken : '');
      // Nobody is told that what is not typed yet is wrong.
      const isBegun = id !== '' || typed !== '';
      wordFault.setText(isBegun && fault !== null ? words.wordFaults[fault] : '');
      isRight &&= typed !== '' && !isTaken && fault === null;
    }
    const ids = this.#shown.map(({ word }) => word.getValue().trim() || '…');
    this.#tag?.setText([...this.#options.path, ...ids].join('/'));
    this.#add?.setDisabled(!isRight);
    return isRight;
  }

  #submit(): void {
    if (!this.#check()) return;
    this.close();
    this.#options.add(
      this.#shown.map(({ name, word }) => ({
        name: name.getValue().trim(),
        id: word.getValue().trim(),
      })),
    );
  }
}

function textIn(row: Setting, name: string): TextComponent {
  const text = new TextComponent(row.controlEl);
  text.inputEl.setAttr('aria-label', name);
  return text;
}
