// The file explorer: folders and notes at the left; a click opens, the menu is the plugins' to extend.
import { TFile, TFolder, type TAbstractFile } from '../vault/abstract-file.ts';
import { setIcon } from '../ground/icons.ts';
import { Menu } from '../popups/menu.ts';
import { translate } from '../ground/shell-text.ts';
import { Keymap } from '../ground/scope.ts';
import { ItemView, type Leaf } from '../views/view.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** With more files than this, folders start out closed. */
const MOST_OPEN = 500;

export class FileExplorerView extends ItemView {
  static readonly type = 'file-explorer';
  override icon = 'folder-closed';
  #listEl: HTMLElement | null = null;
  readonly #closed = new Set<string>();
  #isDrawPlanned = false;

  readonly #workspace: Workspace;

  constructor(leaf: Leaf, workspace: Workspace) {
    super(leaf);
    this.#workspace = workspace;
  }

  getViewType(): string {
    return FileExplorerView.type;
  }

  getDisplayText(): string {
    return translate('files');
  }

  protected override onOpen(): Promise<void> {
    const bar = this.contentEl.createDiv('nav-header').createDiv('nav-buttons-container');
    const create = bar.createDiv({
      cls: 'clickable-icon nav-action-button',
      attr: { 'aria-label': translate('createNote'), role: 'button' },
    });
    setIcon(create, 'square-pen');
    create.addEventListener('click', () => {
      this.app.commands.executeCommandById('file-explorer:new-file');
    });
    this.#listEl = this.contentEl.createDiv('nav-files-container');
    const { vault } = this.app;
    if (vault.getFiles().length > MOST_OPEN) {
      for (const { path } of vault.getAllFolders()) this.#closed.add(path);
    }
    for (const name of ['create', 'delete', 'rename']) {
      this.registerEvent(
        this.app.vault.on(name, () => {
          this.#drawSoon();
        }),
      );
    }
    this.registerEvent(
      this.#workspace.on('file-open', () => {
        this.#drawSoon();
      }),
    );
    this.#draw();
    return Promise.resolve();
  }

  /** Once for all that happens until the next frame. */
  #drawSoon(): void {
    if (this.#isDrawPlanned) return;
    this.#isDrawPlanned = true;
    this.contentEl.win.requestAnimationFrame(() => {
      this.#isDrawPlanned = false;
      this.#draw();
    });
  }

  #draw(): void {
    const el = this.#listEl;
    if (!el) return;
    el.empty();
    el.createDiv({ cls: 'nav-vault-title', text: this.app.vault.getName() });
    this.#drawChildren(this.app.vault.getRoot(), el);
  }

  #drawChildren(folder: TFolder, el: HTMLElement): void {
    const order = (file: TAbstractFile): string =>
      `${file instanceof TFolder ? '0' : '1'}${file.name}`;
    const children = [...folder.children].sort((one, other) =>
      order(one).localeCompare(order(other), undefined, { numeric: true }),
    );
    for (const child of children) {
      if (child instanceof TFolder) this.#drawFolder(child, el);
      else if (child instanceof TFile) this.#drawFile(child, el);
    }
  }

  #drawFolder(folder: TFolder, el: HTMLElement): void {
    const box = el.createDiv('tree-item nav-folder');
    const title = box.createDiv({
      cls: 'tree-item-self nav-folder-title is-clickable mod-collapsible',
      attr: { 'data-path': folder.path },
    });
    const isClosed = this.#closed.has(folder.path);
    const arrow = title.createDiv('tree-item-icon collapse-icon');
    setIcon(arrow, 'chevron-right');
    box.toggleClass('is-collapsed', isClosed);
    title.createDiv({ cls: 'tree-item-inner nav-folder-title-content', text: folder.name });
    title.addEventListener('click', () => {
      if (!this.#closed.delete(folder.path)) this.#closed.add(folder.path);
      this.#draw();
    });
    title.addEventListener('contextmenu', (event) => {
      this.#workspace.trigger(
        'file-menu',
        Menu.forEvent(event),
        folder,
        'file-explorer-context-menu',
        this.leaf,
      );
    });
    if (!isClosed)
      this.#drawChildren(folder, box.createDiv('tree-item-children nav-folder-children'));
  }

  #drawFile(file: TFile, el: HTMLElement): void {
    const title = el.createDiv('tree-item nav-file').createDiv({
      cls: 'tree-item-self nav-file-title is-clickable tappable',
      attr: { 'data-path': file.path, role: 'link', tabindex: -1 },
    });
    const isNote = file.extension === 'md';
    title.createDiv({
      cls: 'tree-item-inner nav-file-title-content',
      text: isNote ? file.basename : file.name,
    });
    if (!isNote) title.createDiv({ cls: 'nav-file-tag', text: file.extension });
    title.toggleClass('is-active', file === this.#workspace.getActiveFile());
    if (this.#workspace.app.viewRegistry.typeOf(file) === 'unknown-file') return;
    const open = (event: MouseEvent): void => {
      const workspace = this.#workspace;
      const leaf = workspace.getLeaf(Keymap.isModEvent(event));
      leaf
        .openFile(file)
        .then(() => workspace.revealLeaf(leaf))
        .catch(reportError);
    };
    title.addEventListener('click', open);
    title.addEventListener('auxclick', (event) => {
      if (event.button === 1) open(event);
    });
    title.addEventListener('contextmenu', (event) => {
      this.#showMenu(event, file);
    });
  }

  #showMenu(event: MouseEvent, file: TFile): void {
    const workspace = this.#workspace;
    const { fileManager } = this.app;
    const menu = Menu.forEvent(event);
    const add = (
      section: string,
      title: string,
      icon: string,
      act: () => Promise<unknown>,
    ): void => {
      menu.addItem((item) =>
        item
          .setSection(section)
          .setTitle(title)
          .setIcon(icon)
          .setWarning(section === 'danger')
          .onClick(() => {
            act().catch(reportError);
          }),
      );
    };
    add('open', translate('openInNewTab'), 'file-plus', () =>
      workspace.getLeaf('tab').openFile(file),
    );
    add('open', translate('openToTheRight'), 'separator-vertical', () =>
      workspace.getLeaf('split').openFile(file),
    );
    workspace.trigger('file-menu', menu, file, 'file-explorer-context-menu', this.leaf);
    add('danger', translate('delete'), 'trash-2', () => fileManager.trashFile(file));
  }
}
