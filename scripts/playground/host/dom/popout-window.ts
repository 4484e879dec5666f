// The browser window of a pop-out: an empty page (`about:blank`) of the same origin that gets the host's styles, the
// classes of its body and Obsidian's additions to the DOM, and keeps in step with the page's own.
import { installDomExtensions } from './dom-extensions.ts';
import { windows, type Realm } from './windows.ts';

const DEFAULT_SIZE = { width: 720, height: 640 };
const STYLES = 'link[rel="stylesheet"], style';
/** Some ways of closing a window tell nobody. */
const LOOK_EVERY_MS = 250;

export interface PopoutPlace {
  readonly x?: number;
  readonly y?: number;
  readonly size?: { readonly width: number; readonly height: number };
}

function features({ x, y, size = DEFAULT_SIZE }: PopoutPlace): string {
  const parts = ['popup', `width=${String(size.width)}`, `height=${String(size.height)}`];
  if (x !== undefined) parts.push(`left=${String(x)}`);
  if (y !== undefined) parts.push(`top=${String(y)}`);
  return parts.join(',');
}

/** Copies what styles the page, and follows what is added to it, changed in it and taken out of it. */
function followStyles(doc: Document): () => void {
  const copies = new Map<Element, Element>();
  const follow = (): void => {
    const originals = [...document.head.querySelectorAll(STYLES)];
    for (const [original, copy] of copies) {
      if (originals.includes(original)) continue;
      copy.remove();
      copies.delete(original);
    }
    for (const original of originals) {
      const copy = copies.get(original);
      if (copy?.isEqualNode(original) === true) continue;
      const fresh = doc.importNode(original, true);
      if (copy) copy.replaceWith(fresh);
      else doc.head.append(fresh);
      copies.set(original, fresh);
    }
  };
  const observer = new MutationObserver(follow);
  observer.observe(document.head, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  });
  follow();
  return () => {
    observer.disconnect();
  };
}

function followBody(doc: Document): () => void {
  const follow = (): void => {
    doc.documentElement.lang = document.documentElement.lang;
    doc.body.className = document.body.className;
    doc.body.addClass('is-popout-window');
  };
  const observer = new MutationObserver(follow);
  observer.observe(document.body, { attributeFilter: ['class'] });
  follow();
  return () => {
    observer.disconnect();
  };
}

/**
 * Opens an empty window, ready for elements of the host. `onClose` is called once when it goes, by the
 * user or by `close()`. Throws where the browser does not let a window open.
 */
export function openPopoutWindow(place: PopoutPlace, onClose: () => void): Realm {
  const win = window.open('', '_blank', features(place)) as Realm | null;
  if (!win) throw new Error('The browser did not let a new window open.');
  const doc = win.document;
  installDomExtensions(win);
  windows.add(win);
  const stops = [followStyles(doc), followBody(doc)];
  let isGone = false;
  const gone = (): void => {
    if (isGone) return;
    isGone = true;
    window.clearInterval(look);
    for (const stop of stops) stop();
    onClose();
    windows.remove(win);
    // Loaded anew, it would be a page of its own with nothing in it.
    win.close();
  };
  const look = window.setInterval(() => {
    if (win.closed) gone();
  }, LOOK_EVERY_MS);
  win.addEventListener('pagehide', gone);
  return win;
}
