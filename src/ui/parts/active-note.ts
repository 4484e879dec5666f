/** The note that commands are about. */
import type { TFile } from 'obsidian';
import type { UiContext } from '../context';

/** The note that is open and active; null where it is none (a canvas, an image, nothing). */
export function activeNote({ app }: Pick<UiContext, 'app'>): TFile | null {
  const file = app.workspace.getActiveFile();
  return file?.extension === 'md' ? file : null;
}
