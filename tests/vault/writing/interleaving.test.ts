/**
 * The user typing, other programs, tags, undos and renames against each other, in whatever order their steps
 * come: no byte outside marks is ever lost, and in the end the index is one built from nothing.
 */
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { TFile } from 'obsidian';
import { QuestionIndex, type NoteEntry } from '../../../src/core/index/question-index';
import { DEFAULT_SCOPE } from '../../../src/core/model/scope';
import { Operations } from '../../../src/vault/writing/operations';
import { NoteSync } from '../../../src/vault/reading/sync';
import { MarkWriter } from '../../../src/vault/writing/write';
import { FakeEditor } from '../fake-editor';
import { FakeVault } from '../fake-vault';
import { MemoryLog } from '../memory-log';
import { MarkdownView, type TFile as FakeFile } from '../obsidian';

vi.mock('obsidian', () => import('../obsidian'));

const TEXTS = [
  '甲為什麼？\n\n為什麼？\n\nWhy? Because.\n\n為什麼？\n\n結論。',
  '# 題\n\n為什麼？因為。\n\n- [ ] 是嗎？ 📅 2026-01-01\n\n乙為什麼？ #question/inward\n',
];

const PATHS = ['a.md', 'b.md', 'x/a.md', 'x/c.md'];

const VALUES = [{ stance: 'inward', stage: null }, { stance: 'outward', stage: 'limits' }, null];

/** What a note says without its marks, worked out without the plugin's code. */
function bare(text: string): string {
  return text
    .replace(/ #question\/[a-z/]+ (?=[\u4e00-\u9fff])/g, '')
    .replace(/ #question\/[a-z/]+/g, '');
}

type Step =
  | { readonly do: 'type' | 'write outside'; readonly note: number; readonly atEnd: boolean }
  | { readonly do: 'cut first line' | 'open' | 'save' | 'close'; readonly note: number }
  | { readonly do: 'rename'; readonly note: number; readonly to: string }
  | { readonly do: 'tag'; readonly note: number; readonly nth: number; readonly value: number }
  | { readonly do: 'tag all'; readonly value: number }
  | { readonly do: 'undo' | 'redo' | 'cache' };

const note = fc.nat(TEXTS.length - 1);
const value = fc.nat(VALUES.length - 1);

const usersStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('type' as const), note, atEnd: fc.boolean() }),
  fc.record({ do: fc.constantFrom('open' as const, 'save', 'close', 'cut first line'), note }),
);
const othersStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('write outside' as const), note, atEnd: fc.boolean() }),
  fc.record({ do: fc.constant('rename' as const), note, to: fc.constantFrom(...PATHS) }),
  fc.record({ do: fc.constant('cache' as const) }),
);
const taggersStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('tag' as const), note, nth: fc.nat(4), value }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('tag all' as const), value }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo') }) },
);

type Pause = (what: string) => Promise<void>;

class Note {
  pane: { readonly editor: FakeEditor; readonly leaf: { readonly view: unknown } } | null = null;
  /** What the editor and the disk last agreed on. */
  agreed: string;

  constructor(
    readonly file: FakeFile,
    /** What must stand in the note beside marks. */
    public words: string,
  ) {
    this.agreed = words;
  }
}

class Scene {
  readonly vault = new FakeVault();
  readonly index = new QuestionIndex();
  /** Marks written, and places taken back. */
  written = 0;
  undone = 0;
  readonly #app = this.vault.app;
  readonly #log: MemoryLog;
  readonly #operations: Operations;
  readonly #writer: MarkWriter;
  readonly #notes: readonly Note[];
  #lines = 0;

  constructor(pause: Pause) {
    const { vault } = this.#app;
    const [read, process] = [vault.read.bind(vault), vault.process.bind(vault)];
    vault.read = async (file) => {
      const text = await read(file);
      await pause('read');
      return text;
    };
    vault.process = async (file, change) => {
      await pause('process');
      const changed = await process(file, change);
      this.#diskChanged(file.path);
      return changed;
    };
    this.#log = new MemoryLog(pause);
    this.#operations = new Operations(this.#app, this.#log);
    this.#writer = new MarkWriter(this.#operations, () => ({ root: 'question', style: 'tag' }));
    this.#notes = TEXTS.map((text, at) => {
      const made = new Note(this.vault.add(PATHS[at] ?? '', text), bare(text));
      made.agreed = text;
      return made;
    });
    this.#syncOf(this.index).start();
  }

  async take(step: Step): Promise<void> {
    switch (step.do) {
      case 'type': {
        this.#type(this.#note(step), step.atEnd);
        return;
      }
      case 'write outside': {
        this.#writeOutside(this.#note(step), step.atEnd);
        return;
      }
      case 'cut first line': {
        this.#cutFirstLine(this.#note(step));
        return;
      }
      case 'open': {
        this.#open(this.#note(step));
        return;
      }
      case 'save': {
        this.#save(this.#note(step));
        return;
      }
      case 'close': {
        this.#close(this.#note(step));
        return;
      }
      case 'rename': {
        const from = this.#note(step).file.path;
        this.vault.rename(from, step.to);
        if (this.#note(step).file.path !== from) this.#log.rename(from, step.to);
        return;
      }
      case 'tag': {
        const { file } = this.#note(step);
        // As the dashboard shows it, which may be out of date.
        const questions = this.index.get(file.path)?.questions.all() ?? [];
        const question = questions[step.nth % Math.max(1, questions.length)];
        if (!question) return;
        const changes = [{ question, value: valueOf(step) }];
        this.written += (await this.#writer.write(asFile(file), changes)).written;
        return;
      }
      case 'tag all': {
        const notes = [...this.index.entries()].flatMap(({ path, questions }) => {
          const file = this.vault.file(path);
          const changes = questions.all().map((question) => ({ question, value: valueOf(step) }));
          return file ? [{ file: asFile(file), changes }] : [];
        });
        for (const { written } of await this.#writer.writeAll(notes)) this.written += written;
        return;
      }
      case 'undo':
        this.undone += (await this.#operations.undo())?.places ?? 0;
        return;
      case 'redo':
        await this.#operations.redo();
        return;
      case 'cache':
        this.vault.letCacheGo();
    }
  }

  /** Closes all notes; what they say beside marks, and what they should. */
  async rest(): Promise<readonly (readonly [string, string])[]> {
    for (const each of this.#notes) this.#close(each);
    this.vault.letCacheGo();
    await settled();
    return this.#notes.map(({ file, words }) => [bare(this.vault.text(file.path)), words]);
  }

  async rebuilt(): Promise<QuestionIndex> {
    const index = new QuestionIndex();
    this.#syncOf(index).start();
    await settled();
    await settled();
    return index;
  }

  #syncOf(index: QuestionIndex): NoteSync {
    return new NoteSync(this.#app, index, {
      settings: () => ({
        scope: { ...DEFAULT_SCOPE, mode: 'vault' },
        roots: ['question'],
        unmarked: false,
      }),
      onUnreadable: () => undefined,
      yieldToEventLoop: () => Promise.resolve(),
    });
  }

  #note({ note: at }: { readonly note: number }): Note {
    const found = this.#notes[at];
    if (!found) throw new Error(`no note ${at}`);
    return found;
  }

  #newLine(): string {
    this.#lines += 1;
    return `第${this.#lines}行為什麼？`;
  }

  #type(here: Note, atEnd: boolean): void {
    if (!here.pane) return;
    const { editor } = here.pane;
    const line = this.#newLine();
    if (atEnd) editor.type(editor.getValue().length, `\n\n${line}`);
    else editor.type(0, `${line}\n\n`);
    here.words = atEnd ? `${here.words}\n\n${line}` : `${line}\n\n${here.words}`;
  }

  /** What is open is merged, as the host does it: the same lines come into the editor. */
  #writeOutside(here: Note, atEnd: boolean): void {
    const line = this.#newLine();
    const add = (text: string) => (atEnd ? `${text}\n\n${line}` : `${line}\n\n${text}`);
    const { path } = here.file;
    this.vault.modify(path, add(this.vault.text(path)));
    here.words = add(here.words);
    here.agreed = add(here.agreed);
    const editor = here.pane?.editor;
    if (!editor) return;
    if (atEnd) editor.type(editor.getValue().length, `\n\n${line}`);
    else editor.type(0, `${line}\n\n`);
  }

  #cutFirstLine(here: Note): void {
    const cut = (text: string) => text.slice(text.indexOf('\n') + 1);
    if (!here.pane || !here.words.includes('\n')) return;
    const { leaf } = here.pane;
    const editor = new FakeEditor(cut(here.pane.editor.getValue()));
    (leaf.view as MarkdownView).editor = editor;
    here.pane = { editor, leaf };
    here.words = cut(here.words);
  }

  #open(here: Note): void {
    if (here.pane) return;
    const text = this.vault.text(here.file.path);
    const editor = new FakeEditor(text);
    const leaf = { view: new MarkdownView(here.file, editor) };
    this.vault.leaves.push(leaf);
    here.agreed = text;
    here.pane = { editor, leaf };
  }

  #save(here: Note): void {
    if (!here.pane) return;
    here.agreed = here.pane.editor.getValue();
    this.vault.modify(here.file.path, here.agreed);
  }

  #close(here: Note): void {
    if (!here.pane) return;
    this.#save(here);
    this.vault.leaves.splice(this.vault.leaves.indexOf(here.pane.leaf), 1);
    here.pane = null;
  }

  /** A note opened while its file was being written: taken over, unless the editor has something newer. */
  #diskChanged(path: string): void {
    const here = this.#notes.find(({ file }) => file.path === path);
    const editor = here?.pane?.editor;
    if (!here?.pane || editor?.getValue() !== here.agreed) return;
    const { leaf } = here.pane;
    here.agreed = this.vault.text(path);
    const reloaded = new FakeEditor(here.agreed);
    (leaf.view as MarkdownView).editor = reloaded;
    here.pane = { editor: reloaded, leaf };
  }
}

function asFile(file: FakeFile): TFile {
  return file as unknown as TFile;
}

function valueOf(step: { readonly value: number }) {
  return VALUES[step.value] ?? null;
}

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function byPath(index: QuestionIndex): Readonly<Record<string, NoteEntry>> {
  return Object.fromEntries([...index.entries()].map((entry) => [entry.path, entry]));
}

it('loses nothing but marks, and ends with the index of a rebuild', async () => {
  const steps = (of: fc.Arbitrary<Step>) => fc.array(of, { maxLength: 6 });
  let runs = 0;
  let written = 0;
  let undone = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      steps(usersStep),
      steps(othersStep),
      steps(taggersStep),
      steps(taggersStep),
      async (scheduler, ...actors) => {
        const pause: Pause = (what) => scheduler.schedule(Promise.resolve(), what);
        const scene = new Scene(pause);
        await settled();
        const act = async (all: readonly Step[]) => {
          for (const step of all) {
            await pause(step.do);
            await scene.take(step);
          }
        };
        await scheduler.waitFor(Promise.all(actors.map(act)));
        for (const [text, words] of await scene.rest()) expect(text).toBe(words);
        expect(byPath(scene.index)).toEqual(byPath(await scene.rebuilt()));
        runs += 1;
        written += scene.written;
        undone += scene.undone;
      },
    ),
    { numRuns: 2000 },
  );
  // The runs would prove nothing if marks were hardly ever written and taken back.
  expect(written).toBeGreaterThan(runs / 2);
  expect(undone).toBeGreaterThan(runs / 10);
});
