/**
 * The accessible name of a modal or picker. By `aria-labelledby`: Obsidian would show an `aria-label` as a tooltip
 * wherever the pointer rests inside. A modal is named by its title; what shows none is named by a hidden text.
 */
import type { Modal, SuggestModal } from 'obsidian';

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

/** Names the picker, its box and its list, and says that the box is what the list is walked from. */
export function namePicker<T>(picker: SuggestModal<T>, id: string, name: string): void {
  const { inputEl, resultContainerEl } = picker;
  nameDialog(picker, id, name);
  resultContainerEl.id = `${id}-list`;
  resultContainerEl.setAttr('role', 'listbox');
  for (const el of [inputEl, resultContainerEl]) el.setAttr('aria-labelledby', id);
  inputEl.setAttr('role', 'combobox');
  inputEl.setAttr('aria-expanded', 'true');
  inputEl.setAttr('aria-controls', resultContainerEl.id);
}
