/**
 * The modal of a change to many notes: preview, progress with a stop, and a summary where there is more to
 * tell than that all went well. While it runs it can't be left, only stopped; it goes with the plugin.
 */
import { signal, type Signal } from '@preact/signals';
import { Modal } from 'obsidian';
import { render } from 'preact';
import type { UiContext } from '../context';
import { stayAboveKeyboard } from '../parts/above-keyboard';
import { nameDialog } from '../parts/dialog-name';
import { actionNotice } from './action-notice';
import type { BulkJob, BulkReport } from './bulk-job';
import {
  openPreview,
  reduceBulk,
  STARTED,
  wentWell,
  type BulkAction,
  type BulkState,
} from './bulk-model';
import { BulkView } from './bulk-view';
import { reportLines } from './bulk-report';
import { undoNotice } from './undo-notice';
import { activeTaxonomy } from '../../settings/taxonomies';
import { returnKeyboard } from '../parts/return-focus';

export interface BulkCallbacks {
  /** Takes the change back, an operation of the journal; offered where it can be. */
  readonly undo: (operation: number) => void;
  /** Anything was written. */
  readonly onWritten?: () => void;
  /** The modal is closed. */
  readonly onLeft?: () => void;
}

export type BulkContext = Pick<
  UiContext,
  'app' | 'settings' | 'operations' | 'language' | 'strings'
>;

/** Opens the modal; a job without a preview starts at once. */
export function openBulk(context: BulkContext, job: BulkJob, callbacks: BulkCallbacks): void {
  new BulkModal(context, job, callbacks).open();
}

class BulkModal extends Modal {
  readonly #state: Signal<BulkState>;
  readonly #stop = new AbortController();
  readonly #closing = new AbortController();
  /** The job's operation in the journal, where it has one. */
  #operation: number | null = null;

  readonly #context: BulkContext;
  readonly #job: BulkJob;
  readonly #callbacks: BulkCallbacks;

  constructor(context: BulkContext, job: BulkJob, callbacks: BulkCallbacks) {
    super(context.app);
    returnKeyboard(this);
    this.#context = context;
    this.#job = job;
    this.#callbacks = callbacks;
    this.#state = signal(job.preview ? openPreview(job.preview.notes) : STARTED);
  }

  override onOpen(): void {
    const job = this.#job;
    const context = this.#context;
    const { stopped } = context.operations;
    stopped.addEventListener('abort', () => super.close(), { signal: this.#closing.signal });
    this.setTitle(job.title);
    this.modalEl.addClass('question-stance-bulk-modal');
    nameDialog(this, 'question-stance-bulk-modal-name');
    const leaveKeyboard = stayAboveKeyboard(this);
    this.#closing.signal.addEventListener('abort', leaveKeyboard);
    render(
      <BulkView
        state={this.#state}
        preview={job.preview}
        words={{
          taxonomy: activeTaxonomy(context.settings.get()),
          language: context.language,
          strings: context.strings,
        }}
        act={(action) => this.#act(action)}
        close={() => this.close()}
        undo={() => {
          this.close();
          if (this.#operation !== null) this.#callbacks.undo(this.#operation);
        }}
      />,
      this.contentEl,
    );
    if (!job.preview) void this.#run();
  }

  override onClose(): void {
    this.#closing.abort();
    render(null, this.contentEl);
    this.#callbacks.onLeft?.();
  }

  /** Every way out comes through here: the cross, Escape, the page behind. */
  override close(): void {
    if (this.#state.peek().phase === 'running') this.#act({ type: 'stop' });
    else super.close();
  }

  #act(action: BulkAction): void {
    this.#state.value = reduceBulk(this.#state.peek(), action);
    if (action.type === 'start') void this.#run();
    if (action.type === 'stop') this.#stop.abort();
  }

  /** Whatever goes wrong, the user must be able to leave. */
  async #report(): Promise<BulkReport> {
    try {
      return await this.#job.run({
        onBegin: (operation) => (this.#operation = operation),
        onProgress: (done, total) => this.#act({ type: 'progress', done, total }),
        signal: this.#stop.signal,
      });
    } catch (error) {
      super.close();
      throw error;
    }
  }

  async #run(): Promise<void> {
    const report = await this.#report();
    const { operations, strings } = this.#context;
    if (operations.stopped.aborted) return;
    const operation = report.canUndo ? this.#operation : null;
    this.#act({ type: 'finish', report: { ...report, canUndo: operation !== null } });
    if (report.canUndo) this.#callbacks.onWritten?.();
    if (!wentWell(report)) return;
    this.close();
    const lines = reportLines(report, strings);
    if (operation === null) {
      actionNotice(lines);
      return;
    }
    const act = () => this.#callbacks.undo(operation);
    undoNotice(operations, lines, { way: 'undo', operation }, [
      { label: strings.bulk.summary.undo, act },
    ]);
  }
}
