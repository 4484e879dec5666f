/**
 * Keeps a modal that fills a phone's screen above the on-screen keyboard. Obsidian makes room for the
 * keyboard in its panes; a modal's container keeps the height of the whole screen.
 */
import type { Modal } from 'obsidian';

/**
 * Tells the style sheet how many pixels of the modal's container are covered at its bottom, by
 * `--question-stance-covered`, until what it answers with is called.
 */
export function stayAboveKeyboard({
  containerEl,
  modalEl,
}: Pick<Modal, 'containerEl' | 'modalEl'>): () => void {
  const { visualViewport } = modalEl.win;
  if (!visualViewport) return () => undefined;
  const measure = () => {
    const { bottom } = containerEl.getBoundingClientRect();
    const covered = Math.max(0, bottom - visualViewport.offsetTop - visualViewport.height);
    modalEl.setCssProps({ '--question-stance-covered': `${covered}px` });
  };
  measure();
  // iOS shows and hides the keyboard with either event.
  visualViewport.addEventListener('resize', measure);
  visualViewport.addEventListener('scroll', measure);
  return () => {
    visualViewport.removeEventListener('resize', measure);
    visualViewport.removeEventListener('scroll', measure);
  };
}
