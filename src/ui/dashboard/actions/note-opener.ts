/** Opens notes from the dashboard, and shows Obsidian's previews of them. */
import {
  Keymap,
  Notice,
  type HoverParent,
  type HoverPopover,
  type PaneType,
  type TFile,
} from 'obsidian';
import { noteName, type Row } from '../../../core/query';
import { keepToOnce } from '../../../keys/held-key';
import { rootsOf } from '../../../settings/taxonomies';
import type { UiContext } from '../../context';
import { failureLine } from '../../notices/failure-line';
import { openQuestion } from '../../parts/open-question';
import { notePathOf, type ListItem } from '../model/list-items';

export const HOVER_SOURCE = 'question-stance-dashboard';

export class NoteOpener {
  #isPreviewedByKey = false;

  readonly #context: UiContext;
  readonly #view: HoverParent & { readonly contentEl: HTMLElement };

  constructor(context: UiContext, view: HoverParent & { readonly contentEl: HTMLElement }) {
    this.#context = context;
    this.#view = view;
  }

  /** Opens the note and shows the question, where the event's modifier keys say. */
  open(row: Row, event: MouseEvent | KeyboardEvent): void {
    keepToOnce(event, true);
    this.openIn(row, Keymap.isModEvent(event));
  }

  openIn(row: Row, pane: PaneType | boolean): void {
    const { app, settings } = this.#context;
    const file = this.find(row.entry.path);
    if (!file) return;
    void openQuestion(app, file, row.question, rootsOf(settings.get()), pane);
  }

  openNote(path: string, event: MouseEvent | KeyboardEvent): void {
    keepToOnce(event, true);
    this.openNoteIn(path, Keymap.isModEvent(event));
  }

  openNoteIn(path: string, pane: PaneType | boolean): void {
    const file = this.find(path);
    if (file) void this.#context.app.workspace.getLeaf(pane).openFile(file, { active: true });
  }

  /** Offers Obsidian's hover preview of a note, scrolled to a line (1-based) where one is given. */
  preview(path: string, event: MouseEvent, targetEl: HTMLElement, line: number | null): void {
    this.#context.app.workspace.trigger('hover-link', {
      event,
      source: HOVER_SOURCE,
      hoverParent: this.#view,
      targetEl,
      linktext: path,
      sourcePath: path,
      ...(line === null ? {} : { state: { scroll: line - 1 } }),
    });
  }

  /**
   * Obsidian's preview of the item at the cursor, for the keyboard. Obsidian asks for Ctrl/Cmd, which tells a wish
   * from a pointer that rests; a key is one. Returns whether there is anything to show.
   */
  cursorPreview(item: ListItem | null): boolean {
    const element = this.#view.contentEl.querySelector<HTMLElement>(
      '.question-stance-questions .is-active',
    );
    const path = item && notePathOf(item);
    if (!item || !element || path === null) return false;
    const { left, bottom } = element.getBoundingClientRect();
    const at = { clientX: left, clientY: bottom, ctrlKey: true, metaKey: true };
    const line = item.kind === 'row' ? item.row.question.line : null;
    this.preview(path, new MouseEvent('mouseover', at), element, line);
    this.#isPreviewedByKey = true;
    return true;
  }

  /** Closes the preview that a key has opened: no pointer will leave it. Returns whether there was one. */
  leavePreview(): boolean {
    const popover: (HoverPopover & { readonly hide?: () => void }) | null = this.#view.hoverPopover;
    const isOpen = this.#isPreviewedByKey && popover !== null;
    this.#isPreviewedByKey = false;
    // Not in the typings.
    if (isOpen && typeof popover.hide === 'function') popover.hide();
    return isOpen;
  }

  /** The note at `path`; where there is none any more, the user is told so. */
  find(path: string): TFile | null {
    const file = this.#context.app.vault.getFileByPath(path);
    if (!file) {
      const failure = { code: 'missing', detail: path } as const;
      new Notice(failureLine(this.#context.strings, noteName(path), failure));
    }
    return file;
  }
}
