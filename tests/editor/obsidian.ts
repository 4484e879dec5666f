/** As much of Obsidian's runtime as `src/editor` imports where nothing is drawn. */
import { StateField } from '@codemirror/state';

export const editorLivePreviewField = StateField.define<boolean>({
  create: () => true,
  update: (value) => value,
});

export const editorInfoField = StateField.define<object>({
  create: () => ({}),
  update: (value) => value,
});

export class MarkdownRenderChild {
  containerEl: unknown = null;
}

export const Keymap = {};

export function setIcon(): void {
  // Nothing is drawn here.
}
