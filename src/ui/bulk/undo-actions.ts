/** «Undo last tagging» and «Redo tagging»: at once for a few notes, with progress for many. */
import { Notice } from 'obsidian';
import type { Strings } from '../../i18n';
import type { BulkOptions } from '../../vault/bulk-options';
import { UNRECORDED } from '../../vault/writing/operations';
import type { Replay, Way } from '../../vault/writing/replay';
import type { UiContext } from '../context';
import { actionNotice } from './action-notice';
import type { BulkReport } from './bulk-job';
import { openBulk, type BulkContext } from './bulk-modal';
import { wentWell } from './bulk-model';
import { keepFormat } from './keep-format';
import { reportLines, reportReplay } from './bulk-report';
import { undoNotice } from './undo-notice';

/** Up to this many notes are gone through without showing progress. */
const FEW = 5;

export type { Way };

/** Takes the last operation back, or makes it again; with `only`, an operation's id, that one or none. */
export async function takeBack(
  context: BulkContext,
  way: Way,
  only: number | null = null,
): Promise<void> {
  const { operations, strings } = context;
  const ahead = await operations.ahead(way);
  if (ahead === null) {
    new Notice(nothingTo(strings, way));
    return;
  }
  if (only !== null && (ahead === UNRECORDED || ahead.id !== only)) {
    new Notice(strings.bulk.superseded);
    return;
  }
  if (ahead === UNRECORDED) {
    new Notice(strings.bulk.unrecorded);
    return;
  }
  const { id, notes } = ahead;
  const run = (options: BulkOptions) =>
    runReplay(context, way, (of) => operations[way](of, id), options);
  if (notes > FEW) {
    showProgress(context, strings.bulk.commands[way], run);
    return;
  }
  const report = await run({});
  const lines = reportLines(report, strings);
  if (!wentWell(report)) {
    actionNotice(lines);
    return;
  }
  const other: Way = way === 'undo' ? 'redo' : 'undo';
  const label = strings.bulk.commands[other];
  undoNotice(operations, lines, { way: other, operation: id }, [
    { label, act: () => void takeBack(context, other, id) },
  ]);
}

/** Runs `replay`, lets the settings follow where it was about how marks are written, and reports. */
export async function runReplay(
  context: Pick<UiContext, 'settings' | 'strings'>,
  way: Way,
  replay: (options: BulkOptions) => Promise<Replay | null>,
  options: BulkOptions,
): Promise<BulkReport> {
  const { strings } = context;
  const replayed = await replay(options);
  if (!replayed) {
    const done = nothingTo(strings, way);
    return { done, canUndo: false, left: 0, unwritten: [], remark: null };
  }
  if (replayed.format) await keepFormat(context, replayed.format);
  return reportReplay(strings, way, replayed);
}

/** Shows progress and, where there is more to tell, a summary. */
export function showProgress(
  context: BulkContext,
  title: string,
  run: (options: BulkOptions) => Promise<BulkReport>,
): void {
  openBulk(
    context,
    { title, preview: null, run },
    { undo: (operation) => void takeBack(context, 'undo', operation) },
  );
}

function nothingTo(strings: Strings, way: Way): string {
  const { nothingToUndo, nothingToRedo } = strings.bulk;
  return way === 'undo' ? nothingToUndo : nothingToRedo;
}
