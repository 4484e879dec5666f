/** What the modal of a change to many notes shows in each of its phases. */
import type { ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { noteName } from '../../core/query';
import { Icon } from '../parts/icon';
import { LinkChoice } from '../parts/link-choice';
import { SpokenName } from '../parts/spoken-name';
import { StanceChip } from '../parts/stance-chip';
import type { Wording } from '../parts/wording';
import { VirtualList } from '../list/virtual-list';
import type { BulkPreview, BulkReport, Shown } from './bulk-job';
import { previewRows, type BulkAction, type BulkState, type PreviewRow } from './bulk-model';
import { folderOf } from '../../core/model/path';

interface BulkViewProps {
  readonly state: ReadonlySignal<BulkState>;
  readonly preview: BulkPreview | null;
  readonly words: Wording;
  readonly act: (action: BulkAction) => void;
  readonly close: () => void;
  readonly undo: () => void;
}

type PartProps = Omit<BulkViewProps, 'state'>;

/** The ids of what names the list and the progress; there is one such modal at a time. */
const LIST_NAME = 'question-stance-bulk-list';
const PROGRESS_NAME = 'question-stance-bulk-progress';

const NOTE_HEIGHT = 36;
const CHANGE_HEIGHT = 44;

export function BulkView({ state: store, ...parts }: BulkViewProps) {
  const state = store.value;
  if (state.phase === 'running') return <Running {...parts} state={state} />;
  if (state.phase === 'finished') return <Summary {...parts} report={state.report} />;
  return parts.preview && <Preview {...parts} preview={parts.preview} open={state.open} />;
}

interface PreviewProps extends PartProps {
  readonly preview: BulkPreview;
  readonly open: ReadonlySet<string>;
}

function Preview({ preview, open, words, act, close }: PreviewProps) {
  const { common, bulk } = words.strings;
  const { notes } = preview;
  const rows = useMemo(() => previewRows(notes, open), [notes, open]);
  const allOpen = open.size === notes.length;
  return (
    <div class="question-stance-bulk">
      <div class="question-stance-bulk-head">
        <div class="question-stance-bulk-sentences">
          {preview.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {preview.links && <LinkChoice {...preview.links} strings={words.strings} />}
        </div>
        {notes.length > 1 && (
          <button
            type="button"
            class="question-stance-bulk-collapse"
            onClick={() =>
              act({ type: 'open-all', paths: allOpen ? [] : notes.map(({ path }) => path) })
            }
          >
            {allOpen ? bulk.preview.collapseAll : bulk.preview.expandAll}
          </button>
        )}
      </div>
      <SpokenName id={LIST_NAME} name={bulk.preview.list} />
      <VirtualList
        items={rows}
        keyOf={rowKey}
        estimateHeight={(row) => (row.kind === 'note' ? NOTE_HEIGHT : CHANGE_HEIGHT)}
        renderRow={(row) => <Row row={row} words={words} act={act} />}
        class="question-stance-bulk-list"
        attributes={{ role: 'group', 'aria-labelledby': LIST_NAME, tabIndex: 0 }}
      />
      <div class="modal-button-container">
        <MainButton text={preview.start} onClick={() => act({ type: 'start' })} />
        <button type="button" onClick={close}>
          {common.cancel}
        </button>
      </div>
    </div>
  );
}

function rowKey(row: PreviewRow, index: number): string {
  return row.kind === 'note' ? row.note.path : `${index}\n${row.note.path}`;
}

interface RowProps extends Pick<PartProps, 'words' | 'act'> {
  readonly row: PreviewRow;
}

function Row({ row, words, act }: RowProps) {
  const { strings } = words;
  if (row.kind === 'note') {
    const { path, changes } = row.note;
    const folder = folderOf(path);
    return (
      <button
        type="button"
        class={`question-stance-bulk-note ${row.open ? '' : 'is-collapsed'}`}
        aria-expanded={row.open}
        onClick={() => act({ type: 'toggle', path })}
      >
        <Icon name="chevron-down" />
        <span class="question-stance-bulk-name" dir="auto">
          {noteName(path)}
        </span>
        <span class="question-stance-bulk-folder">{folder}</span>
        <span class="question-stance-bulk-count">
          {strings.bulk.preview.inNote(changes.length)}
        </span>
      </button>
    );
  }
  const { text, line, before, after } = row.change;
  return (
    <div class={`question-stance-bulk-change ${after.kind === 'spelling' ? 'is-spelled' : ''}`}>
      <span class="question-stance-bulk-text" dir="auto">
        {text} <span class="question-stance-bulk-line">{strings.common.line(line)}</span>
      </span>
      <span class="question-stance-bulk-marks">
        <ShownMarks shown={before} words={words} />
        <span class="question-stance-for-screen-readers">{strings.bulk.preview.becomes}</span>
        <span class="question-stance-bulk-arrow" aria-hidden="true">
          →
        </span>
        <ShownMarks shown={after} words={words} />
      </span>
    </div>
  );
}

function ShownMarks({ shown, words }: { readonly shown: Shown; readonly words: Wording }) {
  if (shown.kind === 'spelling') return <code>{shown.text}</code>;
  if (shown.marks.length === 0) return <StanceChip mark={null} {...words} />;
  return shown.marks.map((mark, index) => <StanceChip key={index} mark={mark} {...words} />);
}

interface RunningProps extends PartProps {
  readonly state: Extract<BulkState, { phase: 'running' }>;
}

function Running({ state, words, act }: RunningProps) {
  const { running } = words.strings.bulk;
  const { done, total, stopping } = state;
  const text = stopping ? running.stopping : total > 0 ? running.progress(done, total) : '…';
  return (
    <div class="question-stance-bulk">
      <div class="question-stance-bulk-progress">
        <progress
          {...(total > 0 ? { value: done, max: total } : {})}
          aria-labelledby={PROGRESS_NAME}
        />
        <p id={PROGRESS_NAME} role="status">
          {text}
        </p>
      </div>
      <div class="modal-button-container">
        <button type="button" disabled={stopping} onClick={() => act({ type: 'stop' })}>
          {running.stop}
        </button>
      </div>
    </div>
  );
}

interface SummaryProps extends PartProps {
  readonly report: BulkReport;
}

function Summary({ report, words, close, undo }: SummaryProps) {
  const { summary } = words.strings.bulk;
  return (
    <div class="question-stance-bulk">
      <div class="question-stance-bulk-sentences" role="status">
        <p>{report.done}</p>
        {report.left > 0 && <p>{summary.stopped(report.left)}</p>}
        {report.remark !== null && <p>{report.remark}</p>}
      </div>
      {report.unwritten.length > 0 && (
        <>
          <div id={LIST_NAME} class="question-stance-bulk-subtitle">
            {summary.unwritten}
          </div>
          <VirtualList
            items={report.unwritten}
            keyOf={({ path }) => path}
            estimateHeight={({ reasons }) => NOTE_HEIGHT + 24 * reasons.length}
            renderRow={({ path, reasons }) => (
              <div class="question-stance-bulk-unwritten">
                <div class="question-stance-bulk-name">{noteName(path)}</div>
                <ul>
                  {reasons.map((reason) => (
                    <li key={reason}>{reason}</li>
                  ))}
                </ul>
              </div>
            )}
            class="question-stance-bulk-list"
            attributes={{ role: 'group', 'aria-labelledby': LIST_NAME, tabIndex: 0 }}
          />
        </>
      )}
      <div class="modal-button-container">
        <MainButton text={summary.done} onClick={close} />
        {report.canUndo && (
          <button type="button" onClick={undo}>
            {summary.undo}
          </button>
        )}
      </div>
    </div>
  );
}

/** Has the focus when it comes, so that Enter presses it. */
function MainButton({ text, onClick }: { readonly text: string; readonly onClick: () => void }) {
  const element = useRef<HTMLButtonElement>(null);
  // At once: a key that is pressed as soon as the modal is seen is for it.
  useLayoutEffect(() => element.current?.focus(), []);
  return (
    <button ref={element} type="button" class="mod-cta" onClick={onClick}>
      {text}
    </button>
  );
}
