/** What an editor's parts are told where nothing of the interface is there. */
import type { EditorOptions } from '../../src/editor/editor-options';

export const OPTIONS: EditorOptions = {
  roots: ['question'],
  sign: 'always',
  look: ({ stance }) => ({ label: stance, title: stance, color: null }),
  untaggedTitle: '',
  conflictTitle: (of) => of,
  views: new Set(),
  open: () => undefined,
  onRead: () => undefined,
};
