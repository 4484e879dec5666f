/**
 * Where the keyboard goes when a modal closes. Obsidian gives it back to the very element that had it, and the window's
 * selection with it. Where that selection is an editor's beside what had the keyboard, the editor takes it, and what is
 * typed goes into a note; where the element was drawn anew meanwhile, or has gone, nothing has it.
 */
import type { Modal } from 'obsidian';

/** What the Tab key stops at. */
const STOPS = 'button, input, select, textarea, a[href], [tabindex]:not([tabindex="-1"])';

/** Called before the modal opens: it gives the keyboard back to what has it then, or to what then stands at that place. */
export function returnKeyboard(modal: Modal): void {
  const doc = activeDocument;
  const opener = doc.activeElement;
  const give = rememberFocus(doc);
  const editor = editorOf(doc.getSelection()?.anchorNode ?? null);
  // A block in a note has the keyboard within its editor.
  const isBesideEditor = editor !== null && editor !== opener;
  if (isBesideEditor) modal.shouldRestoreSelection = false;
  const onClose = modal.onClose.bind(modal);
  modal.onClose = () => {
    onClose();
    if (isBesideEditor && opener?.isConnected === true && opener.instanceOf(HTMLElement)) {
      opener.focus({ preventScroll: true });
    }
    give();
  };
}

/** What has the keyboard of the editor that the node stands in. */
function editorOf(node: Node | null): Element | null {
  const element = node?.instanceOf(Element) === true ? node : (node?.parentElement ?? null);
  return element?.closest('.cm-content') ?? null;
}

/** The result gives the keyboard to what then stands at the place of what has it now, unless something has it. */
function rememberFocus(doc: Document): () => void {
  const opener = doc.activeElement;
  const places: { readonly within: Element; readonly at: number }[] = [];
  for (let within = opener?.parentElement; within; within = within.parentElement) {
    const at = [...within.querySelectorAll(STOPS)].findIndex((stop) => stop === opener);
    if (at !== -1) places.push({ within, at });
  }
  return () => {
    whereLost(doc, () => {
      const place = places.find(({ within }) => within.isConnected);
      if (!place) return;
      const stops = place.within.querySelectorAll<HTMLElement>(STOPS);
      stops[Math.min(place.at, stops.length - 1)]?.focus();
    });
  };
}

/** Calls `give` where nothing in `doc` has the keyboard, once what is being closed is closed. */
export function whereLost(doc: Document, give: () => void): void {
  doc.win.setTimeout(() => {
    const { activeElement, body } = doc;
    if (activeElement === null || activeElement === body) give();
  });
}
