/**
 * What the panel «Ask what is missing» shows and does, without an element of it: the note at hand, the stage that is
 * open, its examples and stems, and which of them the cursor is on. A stem at the cursor is previewed in the editor;
 * the journal is told of one that is written, so that «undo last tagging» takes its tag back.
 */
import { computed, signal } from '@preact/signals';
import { Notice, type PaneType, type TFile } from 'obsidian';
import { planStem, stemPlace } from '../../core/marks/stem-line';
import { countedMark } from '../../core/model/question';
import { markOfKey, stageKey } from '../../core/model/stage-key';
import { stemsOf } from '../../core/model/stems';
import type { Stage, Stance } from '../../core/model/taxonomy';
import type { AnswerRow } from '../../core/query';
import { extractQuestions } from '../../core/reading/extract';
import { previewStem, type StemPreview } from '../../editor/stem-preview';
import { activeTaxonomy, markFormat, rootsOf } from '../../settings/taxonomies';
import { readNote } from '../../vault/note-text';
import { editorChanges, findOpenPane } from '../../vault/open-editor';
import { TRANSACTION_ORIGIN } from '../../vault/writing/note-edit';
import type { UiContext } from '../context';
import { chipLook } from '../editor/chip-look';
import { openExample, vaultExamples, type ExamplesContext } from '../others/vault-examples';
import { activeNote } from '../parts/active-note';

/** As many stand beside the stems; the others are a press away. */
const FEW_EXAMPLES = 3;

export interface NoteStage {
  readonly stance: Stance;
  readonly stage: Stage;
  readonly key: string;
  /** How many of the note's questions count for it. */
  readonly count: number;
}

export type MissingChoice =
  | { readonly kind: 'example'; readonly row: AnswerRow }
  /** `digit`: the key that chooses it. */
  | { readonly kind: 'stem'; readonly stem: string; readonly digit: number };

interface NoteAtHand {
  readonly file: TFile;
  readonly counts: ReadonlyMap<string, number>;
}

export type PanelContext = ExamplesContext & Pick<UiContext, 'showOthers' | 'writer'>;

export class MissingPanel {
  readonly note = signal<NoteAtHand | null>(null);
  /** The key of the missing stage that is open. */
  readonly open = signal<string | null>(null);
  /** The position among the choices; null before the keyboard or a click has come to them. */
  readonly at = signal<number | null>(null);
  readonly isPreviewed = signal(false);
  /** Counts up with the index and the settings. */
  readonly #revision = signal(0);
  readonly #context: PanelContext;
  #preview: StemPreview | null = null;
  #reading = 0;

  constructor(context: PanelContext) {
    this.#context = context;
  }

  /** All stages in order. */
  readonly stages = computed((): readonly NoteStage[] => {
    // Before anything is read there is no taxonomy to go by.
    const { stances } = this.#revision.value === 0 ? { stances: [] } : this.#taxonomy;
    const counts = this.note.value?.counts;
    return stances.flatMap((stance) =>
      stance.stages.map((stage) => {
        const key = stageKey({ stance: stance.id, stage: stage.id });
        return { stance, stage, key, count: counts?.get(key) ?? 0 };
      }),
    );
  });

  readonly missing = computed(() => this.stages.value.filter(({ count }) => count === 0));

  readonly examples = computed(() => {
    const open = this.#revision.value === 0 ? null : this.open.value;
    const here = this.note.value?.file.path ?? null;
    return open === null ? null : vaultExamples(this.#context, open, here, FEW_EXAMPLES);
  });

  /** The examples, then the stems. */
  readonly choices = computed((): readonly MissingChoice[] => {
    const open = this.open.value;
    if (open === null) return [];
    const rows = this.examples.value?.rows ?? [];
    const stems = stemsOf(this.#taxonomy, markOfKey(open), this.#context.language);
    return [
      ...rows.map((row) => ({ kind: 'example', row }) as const),
      ...stems.map((stem, at) => ({ kind: 'stem', stem, digit: at + 1 }) as const),
    ];
  });

  /** Reads the note at hand again. Where none is, the last one stays. */
  async follow(): Promise<void> {
    const { app, settings } = this.#context;
    const file = activeNote(this.#context) ?? this.#kept();
    this.#reading += 1;
    const reading = this.#reading;
    const text = file && (await readNote(app, file).catch(() => null));
    if (reading !== this.#reading) return;
    this.#revision.value += 1;
    if (!file || text === null) {
      this.note.value = null;
      this.#show(null);
      return;
    }
    const now = settings.get();
    const { root } = activeTaxonomy(now);
    const counts = new Map<string, number>();
    for (const question of extractQuestions(text, { roots: rootsOf(now) })) {
      const mark = countedMark(question, root);
      if (mark) counts.set(stageKey(mark), (counts.get(stageKey(mark)) ?? 0) + 1);
    }
    const isOther = this.note.peek()?.file !== file;
    if (isOther) this.drop();
    const open = isOther ? null : this.open.peek();
    const wasOpen = isOther || open !== null;
    this.note.value = { file, counts };
    const isMissing = this.missing.peek().some(({ key }) => key === open);
    if (wasOpen && !isMissing) this.#show(this.#missingFrom(open));
  }

  /** Opens a missing stage, and shuts the one that was open; the open one is shut. */
  toggle(key: string): void {
    this.#show(this.open.peek() === key ? null : key);
  }

  /** Opens the next missing stage, or the one before; behind the last comes the first. */
  openBeside(by: 1 | -1): void {
    const keys = this.missing.peek().map(({ key }) => key);
    const at = keys.indexOf(this.open.peek() ?? '');
    this.#show(keys[(at + by + keys.length) % keys.length] ?? null);
  }

  /** Puts the cursor on a choice; a stem is previewed. */
  choose(at: number): void {
    const choice = this.choices.peek()[at];
    if (!choice) return;
    this.at.value = at;
    this.#showPreview(choice.kind === 'stem' ? choice.stem : null);
  }

  /** Opens the example, or writes the stem. */
  act(choice: MissingChoice, pane: PaneType | boolean): void {
    if (choice.kind === 'stem') void this.#write(choice.stem);
    // The note at hand stays where it is.
    else openExample(this.#context, choice.row, pane === false ? 'tab' : pane);
  }

  showAll(): void {
    const open = this.open.peek();
    if (open !== null) this.#context.showOthers(open);
  }

  /** Takes the preview away; false where there was none. */
  drop(): boolean {
    const isShown = this.#preview !== null;
    if (isShown) this.#showPreview(null);
    return isShown;
  }

  /** Gives the keyboard to the note. */
  async toNote(): Promise<void> {
    const { workspace } = this.#context.app;
    const pane = this.#pane();
    if (!pane) return;
    // On a phone, what the note lies under goes away.
    await workspace.revealLeaf(pane.leaf);
    workspace.setActiveLeaf(pane.leaf, { focus: true });
    pane.editor.focus();
  }

  get #taxonomy() {
    return activeTaxonomy(this.#context.settings.get());
  }

  #kept(): TFile | null {
    const path = this.note.peek()?.file.path;
    return path === undefined ? null : this.#context.app.vault.getFileByPath(path);
  }

  #pane() {
    const file = this.note.peek()?.file;
    return file ? findOpenPane(this.#context.app, file) : null;
  }

  #show(key: string | null): void {
    this.drop();
    this.open.value = key;
    this.at.value = null;
  }

  /** The first missing stage from there on, or the first of all. */
  #missingFrom(key: string | null): string | null {
    const stages = this.stages.peek();
    const behind = stages.slice(
      Math.max(
        0,
        stages.findIndex((each) => each.key === key),
      ),
    );
    return (behind.find(({ count }) => count === 0) ?? this.missing.peek()[0])?.key ?? null;
  }

  #showPreview(stem: string | null): void {
    const element = this.#pane()?.contentEl;
    const preview = stem === null || !element ? null : this.#previewOf(stem);
    this.#preview = preview;
    this.isPreviewed.value = preview !== null;
    if (element) previewStem(element, preview);
  }

  #previewOf(stem: string): StemPreview {
    const { language, strings } = this.#context;
    const preview: StemPreview = {
      pieces: piecesOf(stem),
      chip: chipLook(this.#value, this.#taxonomy, language, strings),
      hint: strings.learning.preview,
      place: stemPlace,
      write: () => void this.#write(stem),
      dropped: () => {
        if (this.#preview !== preview) return;
        this.#preview = null;
        this.isPreviewed.value = false;
      },
    };
    return preview;
  }

  get #value() {
    return markOfKey(this.open.peek() ?? '');
  }

  async #write(stem: string): Promise<void> {
    const { settings, strings, writer } = this.#context;
    const file = this.note.peek()?.file;
    const pane = this.#pane();
    if (!file || !pane) {
      new Notice(strings.learning.notEditing);
      return;
    }
    const { editor } = pane;
    const text = editor.getValue();
    const cursor = editor.posToOffset(editor.getCursor('head'));
    const now = settings.get();
    const plan = planStem(text, cursor, stem, this.#value, markFormat(now), rootsOf(now));
    if (!plan) {
      new Notice(strings.learning.notHere);
      return;
    }
    this.drop();
    editor.transaction({ changes: editorChanges(text, [plan.edit]) }, TRANSACTION_ORIGIN);
    // A line of its own heads nothing, so no link leads to it.
    void writer.recordTyped(file, plan.mark, editor.getValue());
    const [from, to] = [editor.offsetToPos(plan.select.from), editor.offsetToPos(plan.select.to)];
    editor.setSelection(from, to);
    editor.scrollIntoView({ from, to }, true);
    await this.toNote();
  }
}

/** What stands between the gaps. */
export function piecesOf(stem: string): readonly string[] {
  return stem.split('__');
}
