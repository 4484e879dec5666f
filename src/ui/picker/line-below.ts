/** A line below a list of choices that says something of the one at the cursor. */

/** Adds it; `text` is asked whenever the list or its cursor has changed. */
export function addLineBelow(list: HTMLElement, text: () => string): HTMLElement {
  const line = (list.parentElement ?? list).createDiv({
    cls: 'question-stance-picker-why',
    attr: { role: 'status', dir: 'auto' },
  });
  list.insertAdjacentElement('afterend', line);
  const show = () => {
    const now = text();
    if (line.textContent !== now) line.setText(now);
  };
  const win = list.ownerDocument.defaultView;
  // Obsidian tells nobody that its cursor moved.
  const changes = { subtree: true, childList: true, attributeFilter: ['class'] };
  if (win) new win.MutationObserver(show).observe(list, changes);
  return line;
}
