/**
 * «Change how tags are written»: asks for style, word and notes, then shows what would change before it does.
 * The settings take the new way over when the notes are written, and go back with an undo.
 */
import { ButtonComponent, DropdownComponent, Modal, Setting, type TextComponent } from 'obsidian';
import { isMarkRoot, type MarkFormat } from '../../core/model/mark';
import { planRewrite } from '../../core/model/mark-edits';
import type { BulkOptions } from '../../vault/bulk-options';
import {
  readMarkedNotes,
  type MarkedNote,
  type UnreadableNote,
} from '../../vault/reading/marked-notes';
import type { UiContext } from '../context';
import { nameDialog } from '../parts/dialog-name';
import { actionNotice } from './action-notice';
import type { BulkJob, PreviewNote } from './bulk-job';
import { openBulk } from './bulk-modal';
import { followChoice } from '../notices/follow-links';
import { keepFormat } from './keep-format';
import { reasonLines, reportRewriting, unreadableNotes } from './bulk-report';
import { takeBack } from './undo-actions';
import { markFormat, rootsOf } from '../../settings/taxonomies';
import { returnKeyboard } from '../parts/return-focus';

export function openFormatModal(context: UiContext): void {
  new FormatModal(context).open();
}

class FormatModal extends Modal {
  readonly #reading = new AbortController();
  /** What the marks are to be like. */
  #to: MarkFormat;
  #fromRoot: string;
  #where: 'vault' | 'articles' = 'vault';
  #start: ButtonComponent | null = null;
  #warning: HTMLElement | null = null;

  readonly #context: UiContext;

  constructor(context: UiContext) {
    super(context.app);
    returnKeyboard(this);
    this.#context = context;
    const { root, style } = markFormat(context.settings.get());
    // Who opens this wants the other style more often than the one there is.
    this.#to = { root, style: style === 'tag' ? 'comment' : 'tag' };
    this.#fromRoot = root;
  }

  override onOpen(): void {
    const { bulk, settings: words } = this.#context.strings;
    const { stopped } = this.#context.operations;
    stopped.addEventListener('abort', () => this.close(), { signal: this.#reading.signal });
    this.setTitle(bulk.title.format);
    this.modalEl.addClass('question-stance-format-modal');
    nameDialog(this, 'question-stance-format-modal-name');
    this.contentEl.createEl('p', { text: bulk.format.text });
    new Setting(this.contentEl).setName(bulk.format.style).addDropdown((dropdown) =>
      named(dropdown, bulk.format.style)
        .addOptions(words.marks.styles)
        .setValue(this.#to.style)
        .onChange((style) => {
          this.#to = { ...this.#to, style: style === 'comment' ? 'comment' : 'tag' };
          this.#check();
        }),
    );
    this.#addRoot(bulk.format.root, null, this.#to.root, (root) => {
      this.#to = { ...this.#to, root };
    });
    this.#addRoot(bulk.format.oldRoot, bulk.format.oldRootDesc, this.#fromRoot, (root) => {
      this.#fromRoot = root;
    });
    new Setting(this.contentEl).setName(bulk.format.where).addDropdown((dropdown) =>
      named(dropdown, bulk.format.where)
        .addOptions({ vault: bulk.format.wholeVault, articles: bulk.format.articles })
        .setValue(this.#where)
        .onChange((where) => {
          this.#where = where === 'articles' ? 'articles' : 'vault';
          this.#check();
        }),
    );
    this.#warning = this.contentEl.createEl('p', { cls: 'question-stance-format-warning' });
    const buttons = this.modalEl.createDiv('modal-button-container');
    this.#start = new ButtonComponent(buttons)
      .setButtonText(bulk.format.preview)
      .setCta()
      .onClick(() => void this.#preview());
    new ButtonComponent(buttons)
      .setButtonText(this.#context.strings.common.cancel)
      .onClick(() => this.close());
    this.#check();
  }

  override onClose(): void {
    this.#reading.abort();
    this.contentEl.empty();
  }

  #addRoot(name: string, desc: string | null, value: string, take: (root: string) => void): void {
    const setting = new Setting(this.contentEl).setName(name);
    if (desc !== null) setting.setDesc(desc);
    setting.addText((text) =>
      named(text, name)
        .setValue(value)
        .onChange((typed) => {
          take(typed.trim());
          this.#check();
        }),
    );
  }

  /** Says what stands in the way, or what is to be known before. */
  #check(): void {
    const { bulk, settings: words } = this.#context.strings;
    const valid = isMarkRoot(this.#to.root) && isMarkRoot(this.#fromRoot);
    const isElsewhere = this.#where === 'articles' && this.#to.root !== this.#fromRoot;
    const warning = !valid ? words.marks.rootInvalid : isElsewhere ? bulk.format.left : '';
    this.#warning?.setText(warning);
    this.#start?.setDisabled(!valid);
  }

  async #preview(): Promise<void> {
    const { app, index, settings, strings } = this.#context;
    const { bulk } = strings;
    const [to, fromRoot] = [this.#to, this.#fromRoot];
    const files = app.vault
      .getMarkdownFiles()
      .filter(({ path }) => this.#where === 'vault' || index.get(path)?.scope.inScope === true);
    this.#start?.setDisabled(true).setButtonText(bulk.running.reading);
    const { notes: marked, unreadable } = await readMarkedNotes(
      app,
      files,
      fromRoot,
      rootsOf(settings.get()),
      {
        onProgress: (done, total) => {
          this.#start?.setButtonText(bulk.running.progress(done, total));
        },
        signal: this.#reading.signal,
      },
    );
    if (this.#reading.signal.aborted) return;
    const notes = marked.map((note) => ({ note, preview: previewOf(note, fromRoot, to) }));
    const changing = notes.filter(({ preview }) => preview.changes.length > 0);
    this.close();
    if (changing.length === 0) {
      const now = markFormat(settings.get());
      const isSame = now.root === to.root && now.style === to.style;
      if (!isSame) await keepFormat(this.#context, to);
      const left = unreadableNotes(strings, unreadable);
      const isUnread = left.length > 0 && fromRoot !== to.root;
      const lines = [
        isSame ? bulk.format.same : bulk.format.none,
        ...reasonLines(left, strings),
        ...(isUnread ? [bulk.summary.unread(fromRoot)] : []),
      ];
      actionNotice(lines);
      return;
    }
    openBulk(this.#context, jobOf(this.#context, changing, unreadable, { fromRoot, to }), {
      undo: (operation) => void takeBack(this.#context, 'undo', operation),
    });
  }
}

/** A setting's name is beside its control, and not known to be the control's. */
function named<T extends DropdownComponent | TextComponent>(control: T, name: string): T {
  const el = control instanceof DropdownComponent ? control.selectEl : control.inputEl;
  el.setAttr('aria-label', name);
  return control;
}

function previewOf(
  { file, text, questions }: MarkedNote,
  fromRoot: string,
  to: MarkFormat,
): PreviewNote {
  const changes = questions.flatMap((question) =>
    planRewrite(text, question, fromRoot, to).map(({ expected, insert }) => ({
      text: question.text,
      line: question.line,
      before: { kind: 'spelling', text: expected.trim() } as const,
      after: { kind: 'spelling', text: insert.trim() } as const,
    })),
  );
  return { path: file.path, changes };
}

function jobOf(
  context: UiContext,
  changing: readonly { readonly note: MarkedNote; readonly preview: PreviewNote }[],
  unreadable: readonly UnreadableNote[],
  { fromRoot, to }: { readonly fromRoot: string; readonly to: MarkFormat },
): BulkJob {
  const { writer, settings, strings } = context;
  const { title, preview } = strings.bulk;
  const left = unreadableNotes(strings, unreadable);
  const count = changing.reduce((sum, { preview: { changes } }) => sum + changes.length, 0);
  const files = changing.map(({ note }) => note.file);
  const from = (): MarkFormat => ({ ...markFormat(settings.get()), root: fromRoot });
  const run = async (options: BulkOptions) => {
    const setting = markFormat(settings.get());
    const rewriting = { from: from(), to, setting };
    // First, so that what is written is read at once.
    await keepFormat(context, to);
    const outcomes = await writer.rewriteAll(files, rewriting, options);
    return reportRewriting(strings, outcomes, changing.length, rewriting, left);
  };
  return {
    title: title.format,
    preview: {
      sentences: [preview.format(count, changing.length), ...reasonLines(left, strings)],
      notes: changing.map((note) => note.preview),
      start: preview.start(changing.length),
      links: followChoice(context, () => writer.countRewrittenLinks(files, { from: from(), to })),
    },
    run,
  };
}
