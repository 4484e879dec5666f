// The app as its parts see it. `App` is put together of all the parts and so stands above them; what is here is what
// any of them may ask for. A part that needs more of the app says so in an interface of its own.
import type { Extension } from '@codemirror/state';
import type { EventRef, OpenViewState, PaneType } from 'obsidian';
import type { Keymap, Scope } from '../ground/scope.ts';
import type { FileManager } from '../vault/file-manager.ts';
import type { TFile } from '../vault/abstract-file.ts';
import type { MetadataCache } from '../vault/metadata-cache.ts';
import type { Vault } from '../vault/vault.ts';
import type { Editor } from './editor.ts';
import type { EmbedRegistry } from './embed-registry.ts';

/** The workspace, for what stands in it. */
export interface WorkspaceParts {
  readonly editorExtensions: readonly Extension[];
  readonly editorSuggest: { trigger(editor: Editor, file: TFile): void };
  on(name: string, callback: (...data: never[]) => unknown): EventRef;
  trigger(name: string, ...data: unknown[]): void;
  onLayoutChange(): void;
  iterateAllLeaves(visit: (leaf: { readonly view: object }) => unknown): void;
  openLinkText(
    linktext: string,
    sourcePath: string,
    newLeaf?: PaneType | boolean,
    openViewState?: OpenViewState,
  ): Promise<void>;
}

export interface AppParts {
  readonly scope: Scope;
  readonly keymap: Keymap;
  readonly vault: Vault;
  readonly metadataCache: MetadataCache;
  readonly fileManager: FileManager;
  readonly embedRegistry: EmbedRegistry;
  readonly commands: { executeCommandById(id: string): boolean };
  readonly workspace: WorkspaceParts;
  isDarkMode(): boolean;
  /** Where an event asks to open something. */
  paneOf(event: MouseEvent | KeyboardEvent): PaneType | boolean;
  /** Keys, tooltips and what the user did last, in one more window. */
  listenIn(doc: Document): void;
}
