/**
 * A block's query in a dialog, as the dashboard's filter: chips, menus, the views. What is chosen is written between the
 * block's fences as one undo step; a block that is no longer as it was read stays as it is, and that is said.
 */
import { Component, Modal, Notice, Setting, type TFile } from 'obsidian';
import { h, render } from 'preact';
import { formatQuery, noteName } from '../../core/query';
import { editNote } from '../../vault/writing/note-edit';
import type { UiContext } from '../context';
import { HostedDashboard } from '../dashboard/hosted-dashboard';
import type { DashboardServices } from '../dashboard/model/dashboard-services';
import { queryOfState } from '../dashboard/state/state-query';
import { failureLine } from '../notices/failure-line';
import { LONG_NOTICE } from '../notices/notice-time';
import { closeWithPlugin } from '../parts/close-with-plugin';
import { nameDialog } from '../parts/dialog-name';
import { blockEdit, type LineRange } from './block-fence';
import { BlockForm } from './block-form';
import { readBlock } from './block-state';
import { returnKeyboard } from '../parts/return-focus';

export interface EditedBlock {
  readonly file: TFile;
  readonly source: string;
  /** Where Obsidian says that the block stands; its whole note where it does not say. */
  readonly lines: LineRange;
}

const WHOLE: LineRange = { from: 0, to: Infinity };

export function editBlock(
  context: UiContext,
  services: DashboardServices,
  file: TFile,
  source: string,
  lines: LineRange | null,
): void {
  const modal = new BlockEditor(context, services, { file, source, lines: lines ?? WHOLE });
  closeWithPlugin(context, modal);
  modal.open();
}

class BlockEditor extends Modal {
  hoverPopover = null;
  readonly #context: UiContext;
  readonly #block: EditedBlock;
  readonly #hosted: HostedDashboard;
  readonly #life = new Component();

  constructor(context: UiContext, services: DashboardServices, block: EditedBlock) {
    super(context.app);
    returnKeyboard(this);
    this.#context = context;
    this.#block = block;
    this.#hosted = new HostedDashboard(this, context, services, {
      navigate: (state) => this.#hosted.model.show(state),
    });
  }

  override onOpen(): void {
    const { settings, strings, language } = this.#context;
    const { file, source } = this.#block;
    const { model, actions } = this.#hosted;
    this.setTitle(strings.block.editTitle);
    this.modalEl.addClass('question-stance-block-editor');
    nameDialog(this, 'question-stance-block-editor-name');
    this.#life.load();
    this.#hosted.follow(this.#life);
    model.setActivePath(file.path);
    model.show(readBlock(source, settings.get(), file.path).whole);
    const form = this.contentEl.createDiv('question-stance-block-host');
    render(
      h(BlockForm, {
        id: 'question-stance-block-editor',
        model,
        actions,
        strings,
        language,
      }),
      form,
    );
    new Setting(this.contentEl)
      .addButton((button) =>
        button
          .setButtonText(strings.block.write)
          .setCta()
          .onClick(() => void this.#write()),
      )
      .addButton((button) =>
        button.setButtonText(strings.settings.queries.cancel).onClick(() => this.close()),
      );
  }

  override onClose(): void {
    this.contentEl.querySelectorAll('.question-stance-block-host').forEach((form) => {
      render(null, form);
    });
    this.#life.unload();
    this.#hosted.dispose();
  }

  /** A list is not said to be one unless the source says it. */
  #text(): string {
    const { settings } = this.#context;
    const { file, source } = this.#block;
    const { view, ...chosen } = queryOfState(this.#hosted.model.state.peek());
    const { isViewSaid } = readBlock(source, settings.get(), file.path);
    const isSaid = isViewSaid || view !== 'list';
    return formatQuery({ ...chosen, ...(view && isSaid && { view }) });
  }

  async #write(): Promise<void> {
    const { app, strings } = this.#context;
    const { file, source, lines } = this.#block;
    const query = this.#text();
    this.close();
    if (query.trim() === source.trim()) return;
    const outcome = await editNote(
      app,
      file,
      (text) => {
        const edit = blockEdit(text, lines, source, query);
        return { edits: edit ? [edit] : [] };
      },
      () => Promise.resolve(true),
    );
    const note = noteName(file.path);
    if (!outcome.ok) new Notice(failureLine(strings, note, outcome.failure), LONG_NOTICE);
    else if (outcome.plan.edits.length === 0) {
      new Notice(strings.block.otherwise(note), LONG_NOTICE);
    }
  }
}
