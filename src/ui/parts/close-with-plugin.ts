/** A modal that is open while the plugin is switched off or updated closes with it: what it would do is gone. */
import type { Modal } from 'obsidian';
import type { UiContext } from '../context';

/** Takes the modal's close callback, so it is for modals that have no other. */
export function closeWithPlugin(
  { operations: { stopped } }: Pick<UiContext, 'operations'>,
  modal: Modal,
): void {
  const closing = new AbortController();
  stopped.addEventListener('abort', () => modal.close(), { signal: closing.signal });
  modal.setCloseCallback(() => closing.abort());
}
