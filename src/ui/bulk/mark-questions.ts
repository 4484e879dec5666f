/**
 * Changes the marks of questions in any number of notes. A handful in one note is written at once, with undo
 * in the notice; more, or more notes, are shown first.
 */
import type { TFile } from 'obsidian';
import type { MarkChange } from '../../core/marks/change';
import type { BulkOptions } from '../../vault/bulk-options';
import type { NoteChanges, NoteOutcome } from '../../vault/writing/write';
import type { UiContext } from '../context';
import { actionNotice } from './action-notice';
import type { BulkJob, BulkReport, PreviewNote } from './bulk-job';
import { openBulk } from './bulk-modal';
import { followChoice } from '../notices/follow-links';
import { offerAction } from './link-offer';
import { changeSentences, doneSentence } from './mark-sentences';
import { reportLines, reportWriting } from './bulk-report';
import { takeBack } from './undo-actions';
import { undoNotice } from './undo-notice';
import { activeTaxonomy } from '../../settings/taxonomies';

/** Up to this many questions of one note are changed without a preview. */
const HANDFUL = 10;

export interface MarkCallbacks {
  readonly onWritten: () => void;
  /** The preview of many was left, written or not. */
  readonly onLeft: () => void;
}

/** `asked` is how many questions were chosen; those that are not in `changes` are so already. */
export async function markQuestions(
  context: UiContext,
  changes: ReadonlyMap<string, readonly MarkChange[]>,
  asked: number,
  callbacks: MarkCallbacks,
): Promise<void> {
  const { strings } = context;
  const undo = (operation: number) => void takeBack(context, 'undo', operation);
  const [only, second] = [...changes.values()];
  if (only && !second && only.length <= HANDFUL) {
    await writeHandful(context, changes, undo, callbacks.onWritten);
    return;
  }
  if (changes.size === 0) {
    actionNotice([strings.bulk.summary.nothing]);
    return;
  }
  openBulk(context, jobOf(context, changes, asked), { undo, ...callbacks });
}

async function writeHandful(
  context: UiContext,
  changes: ReadonlyMap<string, readonly MarkChange[]>,
  undo: (operation: number) => void,
  onWritten: () => void,
): Promise<void> {
  const { operations, strings } = context;
  const begun: number[] = [];
  const notes = notesOf(context, changes);
  const report = await writeChanges(context, changes, notes, {
    onBegin: (id) => begun.push(id),
  });
  // The list that it was asked of may be a moment behind the note, in which all is so already.
  const isSoAlready = report.left === 0 && report.unwritten.length === 0;
  if (report.canUndo || isSoAlready) onWritten();
  const lines = reportLines(report, strings);
  const [operation] = begun;
  if (!report.canUndo || operation === undefined) {
    actionNotice(lines);
    return;
  }
  const act = () => undo(operation);
  undoNotice(operations, lines, { way: 'undo', operation }, [
    { label: strings.bulk.summary.undo, act },
    ...(report.offer ? [offerAction(context, report.offer)] : []),
  ]);
}

function jobOf(
  context: UiContext,
  changes: ReadonlyMap<string, readonly MarkChange[]>,
  asked: number,
): BulkJob {
  const { title, preview } = context.strings.bulk;
  const all = [...changes.values()].flat();
  // Looked up now: a file follows the renames of its note while the preview is read, a path does not.
  const notes = notesOf(context, changes);
  const isClearing = all.every(({ value }) => value === null);
  const spared = asked - all.length;
  return {
    title: isClearing ? title.clear : title.change,
    preview: {
      sentences: [
        ...changeSentences(wordsOf(context), all, changes.size),
        ...(spared > 0 ? [preview.spared(spared)] : []),
      ],
      notes: [...changes].map(previewOf),
      start: preview.start(changes.size),
      links: followChoice(context, () => context.writer.countLinks(notes.notes)),
    },
    run: (options) => writeChanges(context, changes, notes, options),
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
  context: UiContext,
  changes: ReadonlyMap<string, readonly MarkChange[]>,
  { notes, gone }: FoundNotes,
  options: BulkOptions,
): Promise<BulkReport> {
  const { writer, strings } = context;
  const outcomes = await writer.writeAll(notes, options);
  return reportWriting(
    strings,
    [...gone, ...outcomes],
    changes.size,
    doneSentence(wordsOf(context), [...changes.values()].flat()),
  );
}

/** The notes that are there, and what is to be said of the others. */
interface FoundNotes {
  readonly notes: readonly NoteChanges[];
  readonly gone: readonly NoteOutcome[];
}

function notesOf(
  { app }: Pick<UiContext, 'app'>,
  changes: ReadonlyMap<string, readonly MarkChange[]>,
): FoundNotes {
  const notes: NoteChanges[] = [];
  const gone: NoteOutcome[] = [];
  for (const [path, ofNote] of changes) {
    const file: TFile | null = app.vault.getFileByPath(path);
    if (file) notes.push({ file, changes: ofNote });
    else {
      const failure = { code: 'missing', detail: path } as const;
      gone.push({ path, written: 0, refused: [], failure });
    }
  }
  return { notes, gone };
}

function wordsOf({ settings, language, strings }: UiContext) {
  return { taxonomy: activeTaxonomy(settings.get()), language, strings };
}
