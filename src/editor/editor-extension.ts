/** Everything that the plugin adds to an editor, for one state of the settings. */
import type { Extension } from '@codemirror/state';
import { editorOptions, type EditorOptions } from './editor-options';
import { markDecorations } from './mark-decorations';
import { questionRanges, questionReader } from './question-ranges';

export function questionExtension(options: EditorOptions): Extension {
  return [editorOptions.of(options), questionRanges, questionReader, markDecorations];
}
