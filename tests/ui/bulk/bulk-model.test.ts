import { describe, expect, it } from 'vitest';
import type { BulkReport, PreviewNote } from '../../../src/ui/bulk/bulk-job';
import {
  openPreview,
  previewRows,
  reduceBulk,
  STARTED,
  wentWell,
  type BulkAction,
  type BulkState,
} from '../../../src/ui/bulk/bulk-model';

const REPORT: BulkReport = { done: 'Done.', canUndo: true, left: 0, unwritten: [], remark: null };

function notes(...sizes: readonly number[]): readonly PreviewNote[] {
  return sizes.map((size, at) => ({
    path: `${at}.md`,
    changes: Array.from({ length: size }, (_, line) => ({
      text: `${line}?`,
      line: line + 1,
      before: { kind: 'marks', marks: [] } as const,
      after: { kind: 'spelling', text: '#question/inward' } as const,
    })),
  }));
}

function after(state: BulkState, ...actions: readonly BulkAction[]): BulkState {
  return actions.reduce(reduceBulk, state);
}

/** The rows as `path` for a note and its line for a change. */
function shown(state: BulkState, of: readonly PreviewNote[]): readonly (string | number)[] {
  if (state.phase !== 'preview') return [];
  return previewRows(of, state.open).map((row) =>
    row.kind === 'note' ? row.note.path : row.change.line,
  );
}

describe('the preview', () => {
  it('is expanded where there is little, collapsed where there is much', () => {
    const few = notes(2, 1);
    expect(shown(openPreview(few), few)).toEqual(['0.md', 1, 2, '1.md', 1]);
    const many = notes(30, 30);
    expect(shown(openPreview(many), many)).toEqual(['0.md', '1.md']);
  });

  it('folds and unfolds one note, or all', () => {
    const of = notes(1, 1);
    const collapsed = after(openPreview(of), { type: 'toggle', path: '0.md' });
    expect(shown(collapsed, of)).toEqual(['0.md', '1.md', 1]);
    expect(shown(after(collapsed, { type: 'toggle', path: '0.md' }), of)).toHaveLength(4);
    expect(shown(after(collapsed, { type: 'open-all', paths: [] }), of)).toEqual(['0.md', '1.md']);
  });
});

describe('the phases', () => {
  const preview = openPreview(notes(1));
  it('go from preview through progress to the end', () => {
    const running = after(
      preview,
      { type: 'start' },
      { type: 'progress', done: 1, total: 2 },
      { type: 'stop' },
    );
    expect(running).toEqual({ phase: 'running', done: 1, total: 2, stopping: true });
    expect(after(running, { type: 'finish', report: REPORT })).toEqual({
      phase: 'finished',
      report: REPORT,
    });
  });

  it.each<[string, BulkState, BulkAction]>([
    ['a start while it runs', STARTED, { type: 'start' }],
    ['a stop before it runs', preview, { type: 'stop' }],
    ['progress before it runs', preview, { type: 'progress', done: 1, total: 1 }],
    ['an end before it runs', preview, { type: 'finish', report: REPORT }],
    ['folding while it runs', STARTED, { type: 'toggle', path: '0.md' }],
  ])('are not changed by %s', (_name, state, action) => {
    expect(reduceBulk(state, action)).toBe(state);
  });
});

it.each<[string, Partial<BulkReport>, boolean]>([
  ['all written', {}, true],
  ['notes left by a stop', { left: 1 }, false],
  ['something left as it was', { unwritten: [{ path: 'a.md', reasons: ['x'] }] }, false],
])('%s: went well is %s', (_name, report, expected) => {
  expect(wentWell({ ...REPORT, ...report })).toBe(expected);
});
