/**
 * The accessible name of a modal or picker. By `aria-labelledby`: Obsidian would show an `aria-label` as a tooltip
 * wherever the pointer rests inside. A modal is named by its title; what shows none is named by a hidden text.
 */
import type { Modal } from 'obsidian';

/** Names the dialog; `name` where it shows no title that says it. */
export function nameDialog(
  { modalEl, titleEl }: Pick<Modal, 'modalEl' | 'titleEl'>,
  id: string,
  name: string | null = null,
): void {
  const named = name === null ? titleEl : modalEl.createSpan({ text: name, attr: { hidden: '' } });
  named.id = id;
  modalEl.setAttr('role', 'dialog');
  modalEl.setAttr('aria-modal', 'true');
  modalEl.setAttr('aria-labelledby', id);
}
