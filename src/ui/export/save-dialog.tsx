/**
 * The dialog «Save as file»: what is to be written of which questions, and under which name. Saves a new file in the
 * vault, never over one that is there, or copies the text; both are put together in slices, and given up where the
 * dialog is left or the plugin goes.
 */
import { computed } from '@preact/signals';
import { Modal, Notice, type TFile } from 'obsidian';
import { render } from 'preact';
import {
  FILE_ENDINGS,
  noteProperties,
  type OutlineStyle,
  PropertyNames,
  withEnding,
  writeRows,
} from '../../core/export';
import { localDay } from '../../core/model/local-day';
import type { Taxonomy } from '../../core/model/taxonomy';
import type { ListedRows, NoteFactsSource } from '../../core/query';
import { createFile, nameFor } from '../../vault/new-file';
import { actionNotice } from '../bulk/action-notice';
import type { UiContext } from '../context';
import { copyText, tellNotCopied } from '../notices/clipboard';
import { stayAboveKeyboard } from '../parts/above-keyboard';
import { nameDialog } from '../parts/dialog-name';
import { returnKeyboard } from '../parts/return-focus';
import { joinPieces } from './join-pieces';
import {
  type RowChoice,
  type SaveChoice,
  type SaveMemory,
  takesByteOrderMark,
  takesColumns,
} from './save-choice';
import { SaveForm } from './save-form';

export interface SaveSource {
  /** As the list is when it is asked. */
  readonly rowsOf: (which: RowChoice) => ListedRows;
  /** How many these are; read of signals, so that the dialog says what would be saved at any moment. */
  readonly sizeOf: (which: RowChoice) => number;
  /** Whether questions are selected: then these are meant, unless the reader says otherwise. */
  readonly hasSelection: boolean;
  readonly taxonomies: readonly Taxonomy[];
  readonly factsOf: NoteFactsSource;
  readonly outline: OutlineStyle;
  readonly memory: SaveMemory;
  /** Called once nothing is asked any more. */
  readonly closed?: () => void;
}

type SaveContext = Pick<UiContext, 'app' | 'operations' | 'strings'>;

export function openSaveDialog(context: SaveContext, source: SaveSource): void {
  new SaveDialog(context, source).open();
}

class SaveDialog extends Modal {
  readonly #closing = new AbortController();

  readonly #context: SaveContext;
  readonly #source: SaveSource;

  constructor(context: SaveContext, source: SaveSource) {
    super(context.app);
    returnKeyboard(this);
    this.#context = context;
    this.#source = source;
  }

  override onOpen(): void {
    const { app, operations, strings } = this.#context;
    const { signal } = this.#closing;
    const { hasSelection, memory, sizeOf } = this.#source;
    const sizes = computed(() => ({
      shown: sizeOf('shown'),
      selected: hasSelection ? sizeOf('selected') : null,
    }));
    operations.stopped.addEventListener('abort', () => this.close(), { signal });
    this.setTitle(strings.saving.title);
    this.modalEl.addClass('question-stance-save-modal');
    nameDialog(this, 'question-stance-save-name');
    signal.addEventListener('abort', stayAboveKeyboard(this));
    render(
      <SaveForm
        strings={strings}
        first={memory.last}
        sizes={sizes}
        proposed={`${strings.saving.proposedName} ${localDay()}`}
        nameFor={(folder, name) => nameFor(app.vault, folder, name)}
        propertiesOf={(which) => this.#propertiesOf(which)}
        save={(which, choice, typed) => this.#save(which, choice, typed)}
        copy={(which, choice) => this.#copy(which, choice)}
        leave={() => this.close()}
      />,
      this.contentEl,
    );
  }

  override onClose(): void {
    this.#closing.abort();
    this.#source.closed?.();
    render(null, this.contentEl);
  }

  /** The properties of the notes that the questions are in, the commonest first. */
  async #propertiesOf(which: RowChoice): Promise<readonly string[]> {
    const { factsOf, rowsOf } = this.#source;
    const names = new PropertyNames();
    const counted = function* (): Generator<string> {
      for (const path of rowsOf(which).notes) {
        names.add(factsOf(path)?.properties ?? {});
        yield '';
      }
    };
    await joinPieces(counted(), this.#closing.signal);
    return names.commonest();
  }

  #text(rows: ListedRows, choice: SaveChoice, byteOrderMark: boolean): Promise<string> {
    const { factsOf, outline, taxonomies } = this.#source;
    const { format, columns, properties } = choice;
    const pieces = writeRows(format, rows.rows, {
      taxonomies,
      groups: rows.groups,
      outline,
      properties: noteProperties(properties, factsOf),
      byteOrderMark: byteOrderMark && takesByteOrderMark(format),
      ...(takesColumns(format) && { columns }),
    });
    return joinPieces(pieces, this.#closing.signal);
  }

  /** Resolves with what went wrong, for the form to say; the dialog is closed where nothing did. */
  async #save(which: RowChoice, choice: SaveChoice, typed: string): Promise<string | null> {
    const { app, strings } = this.#context;
    const { saving } = strings;
    this.#source.memory.last = choice;
    const rows = this.#source.rowsOf(which);
    const name = withEnding(typed, FILE_ENDINGS[choice.format]);
    const text = await this.#text(rows, choice, choice.byteOrderMark);
    const { file, failure } = await createFile(app.vault, choice.folder, name, text);
    if (failure) return saving.failures[failure.code](name, failure.detail);
    this.close();
    actionNotice(
      [saving.saved(rows.size, file.path)],
      [{ label: saving.open, act: () => void this.#open(file) }],
    );
    return null;
  }

  async #copy(which: RowChoice, choice: SaveChoice): Promise<void> {
    const { strings } = this.#context;
    this.#source.memory.last = choice;
    const rows = this.#source.rowsOf(which);
    try {
      // A byte order mark is a file's.
      await copyText(this.modalEl.win, this.#text(rows, choice, false));
      this.close();
      new Notice(strings.saving.copied(rows.size));
    } catch (error) {
      if (!this.#closing.signal.aborted) tellNotCopied(strings, error);
    }
  }

  /** A new tab would stay empty where Obsidian leaves the file to another program. */
  #open(file: TFile): Promise<void> {
    return this.#context.app.workspace
      .getLeaf(file.extension === 'md' ? 'tab' : false)
      .openFile(file);
  }
}
