/** The state of a change to many notes: preview, running, summary. (state, action) → state, with no DOM. */
import type { BulkReport, PreviewChange, PreviewNote } from './bulk-job';

export type BulkState =
  | { readonly phase: 'preview'; readonly open: ReadonlySet<string> }
  | {
      readonly phase: 'running';
      readonly done: number;
      /** 0 until the first note is done. */
      readonly total: number;
      readonly stopping: boolean;
    }
  | { readonly phase: 'finished'; readonly report: BulkReport };

export type BulkAction =
  | { readonly type: 'toggle'; readonly path: string }
  | { readonly type: 'open-all'; readonly paths: readonly string[] }
  | { readonly type: 'start' }
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'stop' }
  | { readonly type: 'finish'; readonly report: BulkReport };

export type PreviewRow =
  | { readonly kind: 'note'; readonly note: PreviewNote; readonly open: boolean }
  | { readonly kind: 'change'; readonly note: PreviewNote; readonly change: PreviewChange };

/** Up to this many changes are shown expanded from the start. */
const FEW = 40;

/** A preview as it opens. */
export function openPreview(notes: readonly PreviewNote[]): BulkState {
  const changes = notes.reduce((sum, note) => sum + note.changes.length, 0);
  const open = changes <= FEW ? notes.map(({ path }) => path) : [];
  return { phase: 'preview', open: new Set(open) };
}

export const STARTED: BulkState = { phase: 'running', done: 0, total: 0, stopping: false };

/** What does not belong to the phase changes nothing. */
export function reduceBulk(state: BulkState, action: BulkAction): BulkState {
  switch (action.type) {
    case 'toggle': {
      if (state.phase !== 'preview') return state;
      const open = new Set(state.open);
      if (!open.delete(action.path)) open.add(action.path);
      return { ...state, open };
    }
    case 'open-all':
      return state.phase === 'preview' ? { ...state, open: new Set(action.paths) } : state;
    case 'start':
      return state.phase === 'preview' ? STARTED : state;
    case 'progress':
      return state.phase === 'running'
        ? { ...state, done: action.done, total: action.total }
        : state;
    case 'stop':
      return state.phase === 'running' ? { ...state, stopping: true } : state;
    case 'finish':
      return state.phase === 'running' ? { phase: 'finished', report: action.report } : state;
  }
}

export function previewRows(
  notes: readonly PreviewNote[],
  open: ReadonlySet<string>,
): readonly PreviewRow[] {
  return notes.flatMap((note): readonly PreviewRow[] => {
    const isOpen = open.has(note.path);
    const header: PreviewRow = { kind: 'note', note, open: isOpen };
    if (!isOpen) return [header];
    return [header, ...note.changes.map((change) => ({ kind: 'change', note, change }) as const)];
  });
}

/** Whether there is anything to tell beside that all went well. */
export function wentWell(report: BulkReport): boolean {
  return report.left === 0 && report.unwritten.length === 0;
}
