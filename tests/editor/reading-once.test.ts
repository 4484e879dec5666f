import { EditorState } from '@codemirror/state';
import { expect, it, vi } from 'vitest';
import { extractQuestions } from '../../src/core/reading/extract';
import { editorOptions } from '../../src/editor/editor-options';
import { questionAtPoint, questionPoints } from '../../src/editor/question-points';
import { OPTIONS } from './editor-options';

vi.mock('obsidian', () => import('./obsidian'));
vi.mock(import('../../src/core/reading/extract'), { spy: true });

it('reads a document once, however often it is asked, and anew when it or the root changes', () => {
  const options = editorOptions.of(OPTIONS);
  const opened = EditorState.create({ doc: 'Why?', extensions: [options, questionPoints] });
  expect(questionAtPoint(opened, 4)?.text).toBe('Why?');
  expect(extractQuestions).toHaveBeenCalledTimes(1);
  const typed = opened.update({ changes: { from: 0, insert: 'So ' } }).state;
  expect(questionAtPoint(typed, 7)?.text).toBe('So Why?');
  expect(extractQuestions).toHaveBeenCalledTimes(2);
  const other = EditorState.create({
    doc: opened.doc,
    extensions: editorOptions.of({ ...OPTIONS, roots: ['ask'] }),
  });
  expect(questionAtPoint(other, 4)?.text).toBe('Why?');
  expect(extractQuestions).toHaveBeenCalledTimes(3);
});
