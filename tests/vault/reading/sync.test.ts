import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TFile } from 'obsidian';
import { QuestionIndex, type IndexProgress } from '../../../src/core/index/question-index';
import { DEFAULT_SCOPE } from '../../../src/core/model/scope';
import { NoteSync, type SyncSettings } from '../../../src/vault/reading/sync';
import { FakeVault, type RenameOrder } from '../fake-vault';

vi.mock('obsidian', () => import('../obsidian'));

const ARTICLE = '---\ntags: [my-article]\nCheckbox 1: true\n---\n文章為什麼？\n';
const UNTICKED = '---\ntags: [my-article]\nCheckbox 1: false\n---\n草稿為什麼？\n';
const MARKED = '筆記為什麼？ #question/inward\n';
const PLAIN = '雜記為什麼？\n';

/** More than any of these vaults has notes. */
const TURNS = 30;

/** On a busy machine, readings have to take many breaks. */
const PATIENCE = { timeout: 20_000 };

let vault: FakeVault;
let index: QuestionIndex;
let settings: SyncSettings;
let sync: NoteSync;
let unreadable: [string, unknown][];

beforeEach(() => {
  vault = new FakeVault();
  index = new QuestionIndex();
  settings = { scope: DEFAULT_SCOPE, roots: ['question'], unmarked: false };
  unreadable = [];
  sync = new NoteSync(vault.app, index, {
    settings: () => settings,
    onUnreadable: (path, error) => unreadable.push([path, error]),
    yieldToEventLoop: yieldOnce,
  });
});

function yieldOnce(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Lets all that does not wait for the test have its turn: on a busy machine, work takes a break behind each note. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await yieldOnce();
}

async function start(): Promise<void> {
  sync.start();
  await settled();
  await settled();
}

/** The index as a table: path, its questions' texts. */
function indexed(): Record<string, readonly string[]> {
  const entries = [...index.entries()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return Object.fromEntries(
    entries.map(({ path, questions }) => [path, questions.all().map(({ text }) => text)]),
  );
}

/** Ends the held read of the path that began first. */
async function endRead(path: string, how: 'finish' | 'fail' = 'finish'): Promise<void> {
  const at = vault.reads.findIndex((read) => read.path === path);
  const [read] = vault.reads.splice(at, 1);
  if (!read) throw new Error(`no read of ${path}`);
  read[how]();
  await settled();
}

describe('the first pass', () => {
  beforeEach(() => {
    vault.add('plain.md', PLAIN);
    vault.add('marked.md', MARKED);
    vault.add('unticked.md', UNTICKED);
    vault.add('article.md', ARTICLE);
    vault.add('picture.png', '？');
  });

  it('does not begin before it is told to', async () => {
    sync.load();
    vault.modify('article.md', `${ARTICLE}又為什麼？`);
    vault.letCacheGo();
    await settled();
    expect(vault.readCount).toBe(0);
    expect(indexed()).toEqual({});
    expect(index.progress.phase).toBe('idle');
  });

  it('reads articles and notes with marks, and no other', async () => {
    await start();
    expect(indexed()).toEqual({ 'article.md': ['文章為什麼？'], 'marked.md': ['筆記為什麼？'] });
    expect(vault.readCount).toBe(2);
    expect(index.get('article.md')).toMatchObject({
      scope: { inScope: true, reason: 'in' },
      checkbox: true,
    });
    expect(index.get('marked.md')).toMatchObject({ scope: { inScope: false }, checkbox: null });
  });

  it('reads articles first and the others last', async () => {
    for (let at = 0; at < 20; at++) vault.add(`plain ${at}.md`, PLAIN);
    vault.add('article 2.md', ARTICLE);
    void sync.includeAll();
    vault.holdReads = true;
    await start();
    expect(vault.reads.map(({ path }) => path).slice(0, 3)).toEqual([
      'article.md',
      'article 2.md',
      'marked.md',
    ]);
    expect(vault.reads).toHaveLength(16);
  });

  it('tells how far it is, and that it is ready', async () => {
    const seen: IndexProgress[] = [];
    index.subscribe(() => seen.push(index.progress));
    vault.holdReads = true;
    await start();
    expect(index.progress).toEqual({ phase: 'indexing', done: 0, total: 2 });
    await endRead('article.md');
    await endRead('marked.md');
    const ready = { phase: 'ready', done: 2, total: 2 };
    await vi.waitFor(() => expect(index.progress).toEqual(ready), PATIENCE);
    const order = seen.map(({ phase }) => phase);
    expect(order.indexOf('ready')).toBe(order.length - 1);
  });

  it('is ready at once in a vault with nothing to read', async () => {
    for (const { path } of vault.files()) vault.delete(path);
    await start();
    expect(index.progress.phase).toBe('ready');
  });

  it('begins once, however often it is told to', async () => {
    await start();
    await start();
    expect(vault.readCount).toBe(2);
    expect(vault.metadataCache.listeners).toBe(2);
  });

  it('takes breaks', async () => {
    const breaks = vi.fn(yieldOnce);
    const busy = vi.spyOn(performance, 'now');
    let now = 0;
    busy.mockImplementation(() => (now += 10));
    sync = new NoteSync(vault.app, index, {
      settings: () => settings,
      onUnreadable: () => undefined,
      yieldToEventLoop: breaks,
    });
    void sync.includeAll();
    await start();
    await settled();
    busy.mockRestore();
    expect(breaks.mock.calls.length).toBeGreaterThan(0);
    expect(index.entries().size).toBe(4);
  });

  it('stops when the plugin is unloaded, and hears nothing any more', async () => {
    vault.holdReads = true;
    sync.load();
    await start();
    sync.unload();
    await endRead('article.md');
    vault.holdReads = false;
    vault.modify('marked.md', MARKED);
    vault.letCacheGo();
    await settled();
    expect(indexed()).toEqual({});
    expect(vault.metadataCache.listeners + vault.vault.listeners).toBe(0);
  });

  it('looks again when the metadata cache is complete', async () => {
    vault.create('late.md', ARTICLE);
    await start();
    expect(index.get('late.md')).toBeNull();
    vault.letCacheGo();
    await settled();
    expect(index.get('late.md')).not.toBeNull();
  });
});

describe('once the metadata cache is complete', () => {
  it.each([
    ['looks again where it did not know a note', true],
    ['does not look again where it knew them all', false],
  ])('%s', async (_, hasLate) => {
    vault.add('article.md', ARTICLE);
    if (hasLate) vault.create('late.md', ARTICLE);
    await start();
    const looks = vi.spyOn(vault.app.vault, 'getMarkdownFiles');
    vault.metadataCache.trigger('resolved');
    await settled();
    expect(looks).toHaveBeenCalledTimes(hasLate ? 1 : 0);
  });
});

describe('more notes on request', () => {
  beforeEach(() => {
    vault.add('plain.md', PLAIN);
    vault.add('article.md', ARTICLE);
  });

  it.each(['before', 'after'])('the whole vault, asked for %s the start', async (when) => {
    if (when === 'before') void sync.includeAll();
    await start();
    void sync.includeAll();
    await settled();
    expect(Object.keys(indexed())).toEqual(['article.md', 'plain.md']);
    void sync.includeAll();
    await settled();
    expect(vault.readCount).toBe(2);
  });

  it('one note, which is followed from then on', async () => {
    await start();
    sync.includeNote(vault.file('plain.md') as unknown as TFile);
    await settled();
    expect(indexed()['plain.md']).toEqual(['雜記為什麼？']);
    vault.rename('plain.md', 'b.md');
    vault.modify('b.md', '換成什麼？');
    vault.letCacheGo();
    expect(indexed()['b.md']).toEqual(['換成什麼？']);
  });

  it('several notes, of which progress tells, none of them twice, and what is no note never', async () => {
    vault.add('other.md', '別的為什麼？\n');
    vault.add('picture.png', '');
    await start();
    const phases = new Set<string>();
    index.subscribe(() => phases.add(index.progress.phase));
    const files = ['plain.md', 'other.md', 'article.md', 'picture.png'].map(
      (path) => vault.file(path) as unknown as TFile,
    );
    const before = vault.readCount;
    sync.includeNotes(files);
    expect(index.progress).toEqual({ phase: 'indexing', done: 0, total: 2 });
    sync.includeNotes(files);
    await settled();
    expect(index.progress.phase).toBe('ready');
    expect(phases).toContain('indexing');
    expect(indexed()).toMatchObject({ 'plain.md': ['雜記為什麼？'], 'other.md': ['別的為什麼？'] });
    expect(vault.readCount).toBe(before + 2);
  });

  it('several notes, after which reading stays called off where it was', async () => {
    vault.add('other.md', '別的為什麼？\n');
    sync.start();
    sync.cancel();
    await settled();
    expect(index.progress.phase).toBe('stopped');
    sync.includeNotes(['plain.md', 'other.md'].map((path) => vault.file(path) as unknown as TFile));
    await settled();
    expect(Object.keys(indexed())).toEqual(['other.md', 'plain.md']);
    expect(index.progress.phase).toBe('stopped');
  });

  it('a note out of scope without marks is not kept otherwise', async () => {
    await start();
    vault.modify('plain.md', '換成什麼？');
    vault.letCacheGo();
    expect(Object.keys(indexed())).toEqual(['article.md']);
  });
});

describe('changes', () => {
  beforeEach(async () => {
    vault.add('a/article.md', ARTICLE);
    vault.add('b.md', MARKED);
    await start();
    vault.readCount = 0;
  });

  it('of the text are taken from the event, without a second read', () => {
    vault.modify('a/article.md', ARTICLE.replace('文章為什麼', '換成什麼'));
    vault.letCacheGo();
    expect(indexed()['a/article.md']).toEqual(['換成什麼？']);
    expect(vault.readCount).toBe(0);
  });

  it('of the frontmatter move a note into and out of scope', () => {
    vault.modify('a/article.md', ARTICLE.replace('true', 'false'));
    vault.letCacheGo();
    expect(index.get('a/article.md')).toBeNull();
    vault.modify('b.md', `---\ntags: my-article\nCheckbox 1: true\n---\n${MARKED}`);
    vault.letCacheGo();
    expect(index.get('b.md')).toMatchObject({ scope: { inScope: true }, checkbox: true });
  });

  it('a new note is entered', async () => {
    vault.add('c.md', ARTICLE);
    await settled();
    expect(indexed()['c.md']).toEqual(['文章為什麼？']);
  });

  it('a renamed note is moved without being read', async () => {
    vault.rename('b.md', 'c.md');
    await settled();
    expect(Object.keys(indexed())).toEqual(['a/article.md', 'c.md']);
    expect(vault.readCount).toBe(0);
  });

  it('a note that is no Markdown any more is dropped, and taken back when it is', async () => {
    vault.rename('b.md', 'b.txt');
    expect(Object.keys(indexed())).toEqual(['a/article.md']);
    vault.rename('b.txt', 'b.md');
    await settled();
    expect(Object.keys(indexed())).toEqual(['a/article.md', 'b.md']);
  });

  it.each<RenameOrder>(['folder-first', 'notes-first', 'one-by-one'])(
    'a renamed folder moves its notes without reading them, told %s',
    async (order) => {
      vault.add('a/deep/x.md', MARKED);
      await settled();
      vault.readCount = 0;
      vault.renameFolder('a', 'z/a', order);
      await settled();
      expect(Object.keys(indexed())).toEqual(['b.md', 'z/a/article.md', 'z/a/deep/x.md']);
      expect(vault.readCount).toBe(0);
    },
  );

  it('a deleted note or folder is gone', () => {
    vault.delete('b.md');
    vault.deleteFolder('a');
    expect(indexed()).toEqual({});
  });

  it('of a note that is gone by then are ignored', () => {
    const old = vault.file('b.md');
    vault.delete('b.md');
    vault.create('b.md', PLAIN);
    vault.metadataCache.trigger('changed', old, MARKED, { tags: [{ tag: '#question/inward' }] });
    expect(index.get('b.md')).toBeNull();
  });
});

describe('a read that is overtaken', () => {
  beforeEach(async () => {
    vault.add('a/1.md', MARKED);
    vault.holdReads = true;
    await start();
  });

  it('by a change does not bring the old text', async () => {
    vault.modify('a/1.md', MARKED.replace('筆記', '換成'));
    vault.letCacheGo();
    await endRead('a/1.md');
    expect(indexed()).toEqual({ 'a/1.md': ['換成為什麼？'] });
  });

  it('by a deletion does not bring the note back', async () => {
    vault.delete('a/1.md');
    await endRead('a/1.md');
    expect(indexed()).toEqual({});
  });

  it('by the deletion of its folder does not bring it back', async () => {
    vault.deleteFolder('a');
    await endRead('a/1.md');
    expect(indexed()).toEqual({});
  });

  it('by a rename is begun again under the new name', async () => {
    vault.rename('a/1.md', 'b.md');
    await settled();
    await endRead('a/1.md');
    expect(indexed()).toEqual({});
    await endRead('b.md');
    expect(indexed()).toEqual({ 'b.md': ['筆記為什麼？'] });
  });

  it.each<RenameOrder>(['folder-first', 'notes-first', 'one-by-one'])(
    "by its folder's rename, told %s, is begun again",
    async (order) => {
      vault.renameFolder('a', 'c', order);
      await settled();
      await endRead('a/1.md');
      expect(indexed()).toEqual({});
      await endRead('c/1.md');
      expect(indexed()).toEqual({ 'c/1.md': ['筆記為什麼？'] });
      expect(index.progress.phase).toBe('ready');
    },
  );

  it('by a note of the same name does not bring the first one', async () => {
    vault.delete('a/1.md');
    vault.add('a/1.md', MARKED.replace('筆記', '新的'));
    await settled();
    await endRead('a/1.md');
    while (vault.reads.length > 0) await endRead('a/1.md');
    expect(indexed()).toEqual({ 'a/1.md': ['新的為什麼？'] });
  });
});

describe('a long note', () => {
  const LONG = `${'這一段不問什麼。\n\n'.repeat(12_000)}最後為什麼？ #ask/inward\n`;

  /** Every look at the clock finds that much time has gone by. */
  function slowClock(): void {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
  }

  beforeEach(async () => {
    vault.add('marked.md', MARKED);
    await start();
    slowClock();
    vault.modify('marked.md', `#question/inward\n\n${LONG}`);
    vault.letCacheGo();
  });

  afterEach(() => vi.restoreAllMocks());

  it('is read in pieces when it changes, and keeps its entry until then', async () => {
    expect(indexed()['marked.md']).toEqual(['筆記為什麼？']);
    await vi.waitFor(() => expect(indexed()['marked.md']).toContain('最後為什麼？'), PATIENCE);
    expect(vault.readCount).toBe(1);
  });

  it('that is deleted meanwhile does not come back', async () => {
    await settled();
    vault.delete('marked.md');
    for (let turn = 0; turn < 40; turn++) await settled();
    expect(indexed()).toEqual({});
  });

  it('that changes again meanwhile has the newer text', async () => {
    await settled();
    vault.modify('marked.md', MARKED.replace('筆記', '換了'));
    vault.letCacheGo();
    for (let turn = 0; turn < 40; turn++) await settled();
    expect(indexed()['marked.md']).toEqual(['換了為什麼？']);
  });

  it('is never entered as other settings than those that count read it', async () => {
    await settled();
    const put = vi.spyOn(index, 'put');
    settings = { ...settings, scope: { ...DEFAULT_SCOPE, mode: 'vault' }, roots: ['ask'] };
    sync.settingsChanged();
    const last = () => index.get('marked.md')?.questions.all().at(-1)?.marks;
    await vi.waitFor(() => expect(last()).toMatchObject([{ stance: 'inward' }]), PATIENCE);
    for (const [{ questions }] of put.mock.calls)
      if (questions.all().length > 1) expect(questions.all().at(-1)?.marks).toHaveLength(1);
  });

  it('is read to its end when the pass is called off', async () => {
    for (let at = 0; at < 30; at++) vault.add(`plain ${String(at)}.md`, PLAIN);
    void sync.includeAll();
    sync.cancel();
    await vi.waitFor(() => expect(indexed()['marked.md']).toContain('最後為什麼？'), PATIENCE);
  });
});

describe('a note that can not be read', () => {
  it('is reported once, keeps its entry, and is tried again on its next change', async () => {
    vault.add('a.md', MARKED);
    await start();
    vault.holdReads = true;
    for (let again = 0; again < 2; again++) {
      settings = { ...settings, unmarked: !settings.unmarked };
      sync.settingsChanged();
      await settled();
      await endRead('a.md', 'fail');
    }
    expect(unreadable).toEqual([
      ['a.md', expect.objectContaining({ message: 'cannot read a.md' })],
    ]);
    expect(indexed()).toEqual({ 'a.md': ['筆記為什麼？'] });
    expect(index.progress.phase).toBe('ready');
    vault.modify('a.md', MARKED.replace('筆記', '換成'));
    vault.letCacheGo();
    expect(indexed()).toEqual({ 'a.md': ['換成為什麼？'] });
  });

  it('is reported again once it could be read in between', async () => {
    vault.add('a.md', MARKED);
    vault.holdReads = true;
    await start();
    await endRead('a.md', 'fail');
    vault.modify('a.md', MARKED);
    vault.letCacheGo();
    settings = { ...settings, unmarked: true };
    sync.settingsChanged();
    await settled();
    await endRead('a.md', 'fail');
    expect(unreadable.map(([path]) => path)).toEqual(['a.md', 'a.md']);
  });
});

describe('settings', () => {
  beforeEach(async () => {
    vault.add('article.md', ARTICLE);
    vault.add('unticked.md', UNTICKED);
    vault.add('ask.md', '另外為什麼？ #ask/inward\n');
    await start();
    vault.readCount = 0;
  });

  it('of the scope judge anew without reading what is there', async () => {
    settings = { ...settings, scope: { ...DEFAULT_SCOPE, checkbox: null } };
    sync.settingsChanged();
    await settled();
    expect(Object.keys(indexed())).toEqual(['article.md', 'unticked.md']);
    expect(index.get('article.md')?.checkbox).toBeNull();
    expect(vault.readCount).toBe(1);
    settings = { ...settings, scope: { ...DEFAULT_SCOPE, checkboxValue: false } };
    sync.settingsChanged();
    await settled();
    expect(Object.keys(indexed())).toEqual(['unticked.md']);
    expect(vault.readCount).toBe(1);
  });

  it('of the root read again', async () => {
    settings = { ...settings, roots: ['ask'] };
    sync.settingsChanged();
    await settled();
    expect(index.get('ask.md')?.questions.all()[0]?.marks).toMatchObject([{ stance: 'inward' }]);
    expect(vault.readCount).toBe(2);
  });

  it('of the root read again what is renamed before it was read', async () => {
    vault.add('both.md', '為什麼？ #question/inward #ask/outward\n');
    await settled();
    vault.holdReads = true;
    settings = { ...settings, roots: ['ask'] };
    sync.settingsChanged();
    await settled();
    vault.rename('ask.md', 'asked.md');
    vault.rename('both.md', 'c.md');
    await settled();
    while (vault.reads.length > 0) await endRead(vault.reads[0]?.path ?? '');
    await vi.waitFor(() => {
      expect(index.get('asked.md')?.questions.all()).toMatchObject([
        { marks: [{ stance: 'inward' }] },
      ]);
      expect(index.get('c.md')?.questions.all()).toMatchObject([
        { marks: [{ stance: 'outward' }] },
      ]);
    }, PATIENCE);
  });

  it('that do not concern it change nothing', async () => {
    const { revision } = index;
    settings = { ...settings };
    sync.settingsChanged();
    await settled();
    expect(index.revision).toBe(revision);
    expect(vault.readCount).toBe(0);
  });

  it('during a read count for what is read', async () => {
    vault.holdReads = true;
    vault.add('new.md', '新的為什麼？ #question/inward #ask/outward\n');
    await settled();
    settings = { ...settings, roots: ['ask'] };
    sync.settingsChanged();
    await settled();
    await vi.waitFor(async () => {
      while (vault.reads.length > 0) await endRead(vault.reads[0]?.path ?? '');
      expect(index.progress.phase).toBe('ready');
    }, PATIENCE);
    expect(index.get('ask.md')?.questions.all()[0]?.marks).toHaveLength(1);
  });
});

describe('why notes are in or out of scope', () => {
  it('is counted without reading any', async () => {
    vault.add('1.md', ARTICLE);
    vault.add('2.md', UNTICKED);
    vault.add('3.md', UNTICKED);
    vault.add('4.md', '---\nCheckbox 1: true\n---\n');
    vault.add('5.md', PLAIN);
    vault.add('6.png', '');
    const { readCount } = vault;
    expect(await sync.scopeCensus()).toMatchObject({
      inScope: 1,
      tagOnly: 2,
      checkboxOnly: 1,
      neither: 1,
    });
    expect(vault.readCount).toBe(readCount);
  });

  it('follows changes', async () => {
    vault.add('1.md', UNTICKED);
    await start();
    expect(await sync.scopeCensus()).toMatchObject({ inScope: 0, tagOnly: 1 });
    vault.modify('1.md', ARTICLE);
    vault.letCacheGo();
    expect(await sync.scopeCensus()).toMatchObject({ inScope: 1, tagOnly: 0 });
    vault.delete('1.md');
    expect(await sync.scopeCensus()).toMatchObject({ inScope: 0, tagOnly: 0 });
    vault.add('2.md', PLAIN);
    expect(await sync.scopeCensus()).toMatchObject({ neither: 1 });
    settings = { ...settings, scope: { ...DEFAULT_SCOPE, mode: 'vault' } };
    sync.settingsChanged();
    expect(await sync.scopeCensus()).toMatchObject({ inScope: 1 });
  });
});

describe('files that Obsidian excludes', () => {
  const out = { excluded: ['Archive/', '/draft/'] };

  beforeEach(() => {
    vault.add('Archive/old.md', ARTICLE);
    vault.add('a draft.md', MARKED);
    vault.add('new.md', ARTICLE);
  });

  it('are neither read nor counted, whatever they hold', async () => {
    settings = { ...settings, ...out };
    void sync.includeAll();
    await start();
    expect(Object.keys(indexed())).toEqual(['new.md']);
    vault.modify('Archive/old.md', `${ARTICLE}再問一次？\n`);
    vault.letCacheGo();
    await settled();
    expect(Object.keys(indexed())).toEqual(['new.md']);
    expect(await sync.scopeCensus()).toMatchObject({ inScope: 1, neither: 0 });
  });

  it('are read where somebody asks for one, and are no articles then', async () => {
    settings = { ...settings, ...out };
    await start();
    const file = vault.file('Archive/old.md') as unknown as TFile;
    sync.includeNote(file);
    await settled();
    expect(indexed()).toMatchObject({ 'Archive/old.md': ['文章為什麼？'] });
    expect(index.get('Archive/old.md')?.scope).toEqual({ inScope: false, reason: 'excluded' });
  });

  it('come and go with the settings', async () => {
    await start();
    expect(Object.keys(indexed())).toEqual(['Archive/old.md', 'a draft.md', 'new.md']);
    settings = { ...settings, ...out };
    sync.settingsChanged();
    await settled();
    expect(Object.keys(indexed())).toEqual(['new.md']);
    settings = { ...settings, excluded: [] };
    vault.vault.trigger('config-changed');
    await settled();
    await settled();
    expect(Object.keys(indexed())).toEqual(['Archive/old.md', 'a draft.md', 'new.md']);
  });
});

describe('the checkbox of an article', () => {
  it.each([
    ['checkbox 1: true', true],
    ['CHECKBOX 1: false', false],
    ['Checkbox 1:', false],
    ['Other: true', null],
  ])('is read from “%s”', async (line, ticked) => {
    vault.add('1.md', `---\ntags: [my-article]\n${line}\n---\n為什麼？ #question/inward\n`);
    await start();
    expect(index.get('1.md')?.checkbox).toBe(ticked);
    expect(index.get('1.md')?.scope.inScope).toBe(ticked === true);
  });
});
