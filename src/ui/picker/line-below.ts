/** A line below a list of choices that says something of the one at the cursor. */

/** Adds it; `text` is asked whenever the list or its cursor has changed. */
export function addLineBelow(list: HTMLElement, text: () => string): HTMLElement {
  const line = list.doc.createElement('div');
  line.addClass('question-stance-picker-why');
  line.setAttrs({ role: 'status', dir: 'auto' });
  list.insertAdjacentElement('afterend', line);
  const show = () => {
    const now = text();
    if (line.textContent !== now) line.setText(now);
  };
  // Obsidian tells nobody that its cursor moved.
  const { MutationObserver } = list.win as Window & typeof globalThis;
  const changes = { subtree: true, childList: true, attributeFilter: ['class'] };
  new MutationObserver(show).observe(list, changes);
  return line;
}
