// `FileView`, `EditableFileView`, `TextFileView`: views of one file. A text view writes its text a
// moment after the last change. When the file changes on disk meanwhile, a view without unsaved
// edits takes the new text over; one with unsaved edits merges: both changes are kept where they
// touch different places, the unsaved one wins where they touch the same.
import type { ViewStateResult } from 'obsidian';
import { TFile, type TAbstractFile } from '../vault/abstract-file.ts';
import { debounce } from '../ground/debounce.ts';
import { Notice } from '../ground/notice.ts';
import { mergeTexts } from '../text/text-merge.ts';
import { translate } from '../ground/shell-text.ts';
import { ItemView, type Leaf } from './view.ts';

/** Obsidian waits two seconds; tests and visitors should not have to. */
const SAVE_AFTER_MS = 300;

export abstract class FileView extends ItemView {
  allowNoFile = false;
  file: TFile | null = null;
  override navigation = true;

  constructor(leaf: Leaf) {
    super(leaf);
    this.#registerFileEvents();
  }

  getDisplayText(): string {
    return this.file?.basename ?? translate('noFileOpen');
  }

  override getState(): Record<string, unknown> {
    return { file: this.file?.path ?? null };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    const path = (state as { file?: unknown } | null)?.file;
    const file = typeof path === 'string' ? this.app.vault.getFileByPath(path) : null;
    if (file === this.file && file !== null) return;
    await this.loadFile(file);
    result.history = true;
  }

  async loadFile(file: TFile | null): Promise<void> {
    const before = this.file;
    if (before) await this.onUnloadFile(before);
    this.file = file;
    if (file) await this.onLoadFile(file);
    this.leaf.updateHeader();
  }

  onLoadFile(_file: TFile): Promise<void> {
    return Promise.resolve();
  }

  onUnloadFile(_file: TFile): Promise<void> {
    return Promise.resolve();
  }

  onRename(_file: TFile): Promise<void> {
    this.leaf.updateHeader();
    return Promise.resolve();
  }

  canAcceptExtension(_extension: string): boolean {
    return false;
  }

  protected override async onClose(): Promise<void> {
    if (this.file) await this.onUnloadFile(this.file);
  }

  #registerFileEvents(): void {
    const { vault } = this.app;
    this.registerEvent(
      vault.on('rename', (file: TAbstractFile) => {
        if (file === this.file && file instanceof TFile) this.onRename(file).catch(reportError);
      }),
    );
    this.registerEvent(
      vault.on('delete', (file: TAbstractFile) => {
        if (file !== this.file) return;
        // Nothing is left to save.
        this.file = null;
        this.leaf.detach();
      }),
    );
  }
}

export abstract class EditableFileView extends FileView {}

export abstract class TextFileView extends EditableFileView {
  data = '';
  requestSave: () => void;
  /** Whether the view holds text that is not on disk yet. */
  dirty = false;
  #lastSaved = '';
  readonly #saveSoon = debounce(() => this.save(), SAVE_AFTER_MS, true);

  constructor(leaf: Leaf) {
    super(leaf);
    this.requestSave = () => {
      this.dirty = true;
      this.#saveSoon();
    };
    this.registerEvent(
      this.app.vault.on('modify', (file: TAbstractFile) => {
        if (file === this.file && file instanceof TFile) this.onModify(file).catch(reportError);
      }),
    );
  }

  override async onLoadFile(file: TFile): Promise<void> {
    this.data = await this.app.vault.read(file);
    this.#lastSaved = this.data;
    this.dirty = false;
    this.setViewData(this.data, true);
  }

  override async onUnloadFile(_file: TFile): Promise<void> {
    if (this.dirty) await this.save(true);
    else this.clear();
    this.#saveSoon.cancel();
  }

  async save(clear = false): Promise<void> {
    const { file } = this;
    this.#saveSoon.cancel();
    if (!file || file.deleted) return;
    const data = this.getViewData();
    const before = this.#lastSaved;
    this.data = data;
    this.dirty = false;
    if (clear) this.clear();
    if (data === before) return;
    // Set before writing: the vault's own `modify` event must not look like somebody else's.
    this.#lastSaved = data;
    try {
      await this.app.vault.modify(file, data);
    } catch (error) {
      this.#lastSaved = before;
      this.dirty = true;
      throw error;
    }
  }

  /** The disk may have another text than the one this view last knew. Undocumented, as in the app. */
  async onModify(file: TFile): Promise<void> {
    const disk = await this.app.vault.cachedRead(file);
    if (file !== this.file || disk === this.#lastSaved) return;
    const base = this.#lastSaved;
    this.#lastSaved = disk;
    const mine = this.getViewData();
    if (mine === disk) {
      this.dirty = false;
      this.#saveSoon.cancel();
      this.data = disk;
      return;
    }
    if (!this.dirty) {
      this.data = disk;
      this.setViewData(disk, false);
      return;
    }
    this.data = mergeTexts(base, mine, disk);
    this.setViewData(this.data, false);
    this.requestSave();
    new Notice(translate('merged').replace('{0}', file.name));
  }

  abstract getViewData(): string;
  abstract setViewData(data: string, clear: boolean): void;
  abstract clear(): void;
}
