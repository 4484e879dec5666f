/**
 * Where the keyboard goes when a modal closes whose opener was drawn anew, or has gone, while it was open. Obsidian
 * gives it back to the very element that had it; where that is no longer there, nothing has it.
 */

/** What the Tab key stops at. */
const STOPS = 'button, input, select, textarea, a[href], [tabindex]:not([tabindex="-1"])';

/**
 * Remembers what has the keyboard in `doc`. The result, called once the modal closes, gives it to what then stands
 * at that place, unless something has it.
 */
export function rememberFocus(doc: Document): () => void {
  const opener = doc.activeElement;
  const places: { readonly within: Element; readonly at: number }[] = [];
  for (let within = opener?.parentElement; within; within = within.parentElement) {
    const stops = [...within.querySelectorAll(STOPS)];
    places.push({ within, at: opener ? stops.indexOf(opener) : -1 });
  }
  return () => {
    whereLost(doc, () => {
      const place = places.find(({ within }) => within.isConnected);
      if (!place) return;
      const stops = place.within.querySelectorAll<HTMLElement>(STOPS);
      stops[Math.min(Math.max(place.at, 0), stops.length - 1)]?.focus();
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
