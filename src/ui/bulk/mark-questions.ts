/**
 * Changes the marks of questions in any number of notes. A handful in one note is written at once, with undo
 * in the notice; more, or more notes, are shown first.
 */
import type { TFile } from 'obsidian';
import type { MarkChange } from '../../core/change';
import type { BulkOptions } from '../../vault/bulk-options';
import type { NoteChanges } from '../../vault/write';
import type { UiContext } from '../context';
import { actionNotice } from './action-notice';
import type { BulkJob, BulkReport, PreviewNote } from './bulk-job';
import { openBulk } from './bulk-modal';
import { reportLines, reportWriting, type PathOutcome } from './report';
import { takeBack } from './turn-actions';

/** Up to this many questions of one note are changed without a preview. */
const HANDFUL = 10;

/** `asked` is how many questions were chosen; those that are not in `changes` are so already. */
export async function markQuestions(
  context: UiContext,
  changes: ReadonlyMap<string, readonly MarkChange[]>,
  asked: number,
  onWritten: () => void,
): Promise<void> {
  const { strings } = context;
  const callbacks = { undo: () => void takeBack(context, 'undo'), onWritten };
  const [only, second] = [...changes.values()];
  if (only && !second && only.length <= HANDFUL) {
    const report = await writeChanges(context, changes, {});
    if (report.canUndo) onWritten();
    const undo = { label: strings.bulk.summary.undo, act: callbacks.undo };
    actionNotice(reportLines(report, strings), report.canUndo ? undo : null);
    return;
  }
  if (changes.size === 0) {
    actionNotice([strings.bulk.summary.nothing], null);
    return;
  }
  openBulk(context, jobOf(context, changes, asked), callbacks);
}

function jobOf(
  context: UiContext,
  changes: ReadonlyMap<string, readonly MarkChange[]>,
  asked: number,
): BulkJob {
  const { title, preview } = context.strings.bulk;
  const all = [...changes.values()].flat();
  const isClearing = all.every(({ value }) => value === null);
  const spared = asked - all.length;
  return {
    title: isClearing ? title.clear : title.change,
    preview: {
      sentences: [
        preview.change(all.length, changes.size),
        ...(spared > 0 ? [preview.spared(spared)] : []),
      ],
      notes: [...changes].map(previewOf),
      start: preview.start(changes.size),
    },
    run: (options) => writeChanges(context, changes, options),
  };
}

function previewOf([path, changes]: readonly [string, readonly MarkChange[]]): PreviewNote {
  return {
    path,
    changes: changes.map(({ question, value }) => ({
      text: question.text,
      line: question.line,
      before: { kind: 'marks', marks: question.marks },
      after: { kind: 'marks', marks: value === null ? [] : [value] },
    })),
  };
}

async function writeChanges(
  { app, writer, strings }: UiContext,
  changes: ReadonlyMap<string, readonly MarkChange[]>,
  options: BulkOptions,
): Promise<BulkReport> {
  const notes: NoteChanges[] = [];
  const gone: PathOutcome[] = [];
  for (const [path, ofNote] of changes) {
    const file: TFile | null = app.vault.getFileByPath(path);
    if (file) notes.push({ file, changes: ofNote });
    else {
      const failure = { code: 'missing', detail: path } as const;
      gone.push({ path, written: 0, refused: [], failure });
    }
  }
  const outcomes = await writer.writeAll(notes, options);
  const byPath = outcomes.map(({ file, ...outcome }) => ({ path: file.path, ...outcome }));
  return reportWriting(strings, [...gone, ...byPath], changes.size, strings.bulk.summary.changed);
}
