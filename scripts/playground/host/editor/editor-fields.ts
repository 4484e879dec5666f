// The state fields through which an editor extension learns where it is: `editorInfoField`,
// `editorEditorField`, `editorLivePreviewField`, and `livePreviewState`.
import { StateEffect, StateField } from '@codemirror/state';
import { ViewPlugin, type EditorView } from '@codemirror/view';
import type { TFile } from '../vault/abstract-file.ts';
import type { AppParts } from '../parts/app-parts.ts';
import type { Editor } from '../parts/editor.ts';
import type { HoverPopover } from '../popups/hover-popover.ts';

export interface MarkdownFileInfo {
  readonly app: AppParts;
  readonly file: TFile | null;
  readonly editor?: Editor;
  hoverPopover: HoverPopover | null;
}

function never(): never {
  throw new Error('This field is there in a note’s editor only.');
}

export const editorInfoField = StateField.define<MarkdownFileInfo>({
  create: never,
  update: (value) => value,
});

export const editorEditorField = StateField.define<EditorView>({
  create: never,
  update: (value) => value,
});

export const setLivePreview = StateEffect.define<boolean>();

export const editorLivePreviewField = StateField.define<boolean>({
  create: () => false,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setLivePreview)) return effect.value;
    return value;
  },
});

export const livePreviewState = ViewPlugin.define(
  () => ({ mousedown: false, update: () => undefined }),
  {
    eventHandlers: {
      mousedown() {
        this.mousedown = true;
      },
      mouseup() {
        this.mousedown = false;
      },
    },
  },
);
