/** Whatever happens to a vault, in whatever order reads end: in the end the index is one built from nothing. */
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { TFile } from 'obsidian';
import { QuestionIndex, type NoteEntry } from '../../../src/core/index/question-index';
import { DEFAULT_SCOPE } from '../../../src/core/model/scope';
import { NoteSync, type SyncSettings } from '../../../src/vault/reading/sync';
import { FakeCache } from '../fake-cache';
import { FakeVault, type RenameOrder } from '../fake-vault';
import type { TFile as FakeFile } from '../obsidian';

vi.mock('obsidian', () => import('../obsidian'));

const TEXTS = [
  '---\ntags: [my-article]\nCheckbox 1: true\n---\n甲為什麼？\n',
  '---\ntags: [my-article]\nCheckbox 1: false\n---\n乙為什麼？ #question/inward\n',
  '---\ntags: [my-article]\n---\n丙為什麼？\n',
  '丁為什麼？ #question/outward/limits\n',
  '戊為什麼？ #ask/inward\n',
  '己為什麼？\n',
  '',
];

const PATHS = ['1.md', '2.md', 'a/1.md', 'a/2.md', 'a/b/1.md', 'c/1.md', 'c/2.txt', 'd/b/1.md'];
const FOLDERS = ['a', 'c', 'd', 'a/b'];

type Step =
  | { readonly do: 'create' | 'modify'; readonly path: string; readonly text: string }
  | { readonly do: 'rename'; readonly path: string; readonly to: string }
  | { readonly do: 'delete' | 'ask'; readonly path: string }
  | {
      readonly do: 'rename folder';
      readonly path: string;
      readonly to: string;
      readonly order: RenameOrder;
    }
  | { readonly do: 'delete folder'; readonly path: string }
  | { readonly do: 'cache' | 'wait' | 'all' | 'root' | 'scope' }
  | { readonly do: 'stop' | 'start' | 'keep' | 'break cache' }
  | { readonly do: 'end read' | 'fail read'; readonly nth: number };

const path = fc.constantFrom(...PATHS);
const text = fc.constantFrom(...TEXTS);
const folder = fc.constantFrom(...FOLDERS);
const order = fc.constantFrom<RenameOrder>('folder-first', 'notes-first', 'one-by-one');
const nth = fc.nat(7);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('create' as const), path, text }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('modify' as const), path, text }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('rename' as const), path, to: path }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), path }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('ask' as const), path }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('rename folder' as const),
      path: folder,
      to: folder,
      order,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete folder' as const), path: folder }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('cache' as const, 'wait' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('all' as const, 'root' as const, 'scope' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'stop' as const,
        'start' as const,
        'keep' as const,
        'keep' as const,
        'break cache' as const,
      ),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('end read' as const), nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fail read' as const), nth }) },
);

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A vault with a running sync, and what a second sync must be told to come to the same. */
class Scene {
  readonly vault = new FakeVault();
  readonly cache = new FakeCache();
  index = new QuestionIndex();
  sync: NoteSync;
  /** Ends the wait before what was read is kept. */
  #endWait = (): void => undefined;
  isRunning = true;
  readonly asked = new Set<TFile>();
  readonly failed = new Set<FakeFile>();
  all = false;
  settings: SyncSettings = { scope: DEFAULT_SCOPE, roots: ['question'], unmarked: false };

  constructor() {
    this.sync = this.#syncOf(this.index, true);
  }

  #syncOf(index: QuestionIndex, cached: boolean): NoteSync {
    return new NoteSync(this.vault.app, index, {
      settings: () => this.settings,
      onUnreadable: () => undefined,
      yieldToEventLoop: () => Promise.resolve(),
      ...(cached && { cache: this.cache, beforeKeeping: () => this.#beforeKeeping() }),
    });
  }

  /** A while passes, or the wait is ended. */
  #beforeKeeping(): Promise<void> {
    return Promise.race([settled(), new Promise<void>((resolve) => (this.#endWait = resolve))]);
  }

  /** Obsidian starts again; what the vault went through meanwhile, nobody has told. */
  start(): void {
    if (this.isRunning) return;
    this.isRunning = true;
    this.index = new QuestionIndex();
    this.sync = this.#syncOf(this.index, true);
    this.#ask(this.sync);
    this.sync.start();
  }

  #ask(sync: NoteSync): void {
    if (this.all) void sync.includeAll();
    for (const file of this.asked) {
      const stillThere: unknown = this.vault.file(file.path);
      if (stillThere === file) sync.includeNote(file);
    }
  }

  async take(step: Step): Promise<void> {
    const { vault } = this;
    switch (step.do) {
      case 'create':
        if (!vault.file(step.path)) vault.create(step.path, step.text);
        return;
      case 'modify':
        vault.modify(step.path, step.text);
        return;
      case 'rename': {
        const file = vault.file(step.path) as unknown as TFile | null;
        vault.rename(step.path, step.to);
        if (file && file.extension !== 'md') this.asked.delete(file);
        return;
      }
      case 'delete':
        vault.delete(step.path);
        return;
      case 'ask': {
        const file = vault.file(step.path) as unknown as TFile | null;
        if (file?.extension !== 'md') return;
        this.asked.add(file);
        this.sync.includeNote(file);
        return;
      }
      case 'rename folder':
        if (!step.to.startsWith(step.path)) vault.renameFolder(step.path, step.to, step.order);
        return;
      case 'delete folder':
        vault.deleteFolder(step.path);
        return;
      case 'stop':
        this.isRunning = false;
        this.sync.unload();
        return;
      case 'start':
        this.start();
        return;
      case 'keep':
        this.#endWait();
        for (let turn = 0; turn < 4; turn++) await Promise.resolve();
        return;
      case 'break cache':
        this.cache.empty();
        return;
      case 'cache':
        vault.letCacheGo();
        return;
      case 'wait':
        await settled();
        return;
      case 'all':
        this.all = true;
        void this.sync.includeAll();
        return;
      case 'root':
        this.settings = {
          ...this.settings,
          roots: this.settings.roots.includes('ask') ? ['question'] : ['ask'],
        };
        this.sync.settingsChanged();
        return;
      case 'scope': {
        const checkbox = this.settings.scope.checkbox === null ? 'Checkbox 1' : null;
        this.settings = { ...this.settings, scope: { ...DEFAULT_SCOPE, checkbox } };
        this.sync.settingsChanged();
        return;
      }
      case 'end read':
      case 'fail read': {
        const { reads } = vault;
        const [read] = reads.length === 0 ? [] : reads.splice(step.nth % reads.length, 1);
        if (step.do === 'end read') read?.finish();
        else if (read) {
          this.failed.add(read.file);
          read.fail();
        }
      }
    }
  }

  /** Lets everything come to rest; what failed is changed once more, which is when it is tried again. */
  async rest(): Promise<void> {
    this.vault.holdReads = false;
    this.start();
    do {
      for (const read of this.vault.reads.splice(0)) read.finish();
      await settled();
    } while (this.vault.reads.length > 0);
    for (const { path } of this.failed) this.vault.modify(path, this.vault.text(path));
    this.vault.letCacheGo();
    await settled();
    await settled();
  }

  async rebuilt(): Promise<QuestionIndex> {
    const index = new QuestionIndex();
    const sync = this.#syncOf(index, false);
    this.#ask(sync);
    sync.start();
    for (let turn = 0; turn < 4; turn++) await settled();
    return index;
  }
}

function byPath(index: QuestionIndex): Readonly<Record<string, NoteEntry>> {
  return Object.fromEntries([...index.entries()].map((entry) => [entry.path, entry]));
}

it('the index equals one built from nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(path, text), { maxLength: 6 }),
      fc.array(step, { maxLength: 25 }),
      async (notes, steps) => {
        const scene = new Scene();
        for (const [at, of] of notes) if (!scene.vault.file(at)) scene.vault.add(at, of);
        scene.vault.holdReads = true;
        scene.sync.start();
        for (const each of steps) await scene.take(each);
        await scene.rest();
        const rebuilt = await scene.rebuilt();
        expect(byPath(scene.index)).toEqual(byPath(rebuilt));
        expect(scene.index.progress.phase).toBe('ready');
        await scene.take({ do: 'keep' });
        await scene.take({ do: 'stop' });
        scene.start();
        for (let turn = 0; turn < 4; turn++) await settled();
        expect(byPath(scene.index)).toEqual(byPath(rebuilt));
      },
    ),
    { numRuns: 1000 },
  );
});
