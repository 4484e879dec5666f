/** Everything that the plugin adds to an editor, for one state of the settings. */
import type { Extension } from '@codemirror/state';
import { editorOptions, type EditorOptions } from './editor-options';
import { flashExtension } from './flash';
import { markDecorations } from './mark-decorations';
import { questionPoints, questionReader } from './question-points';
import { stemPreviewExtension } from './stem-preview';

export function questionExtension(options: EditorOptions): Extension {
  return [
    editorOptions.of(options),
    questionPoints,
    questionReader,
    markDecorations,
    flashExtension,
    stemPreviewExtension,
  ];
}
