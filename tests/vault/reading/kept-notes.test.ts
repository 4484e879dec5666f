import type { Vault } from 'obsidian';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NoteQuestions } from '../../../src/core/index/note-questions';
import type { NoteEntry } from '../../../src/core/index/question-index';
import type { TakeNote } from '../../../src/vault/reading/index-cache';
import { PACK_SIZE, type KeptNote } from '../../../src/vault/reading/index-pack';
import { KeptNotes, type KeptNotesOptions } from '../../../src/vault/reading/kept-notes';
import { TFile } from '../obsidian';

const STATE = { mtime: 5, size: 10 };
const QUESTIONS = NoteQuestions.of([]);

let files: Map<string, TFile>;
/** What the cache was given, pack by pack. */
let packs: (readonly string[])[];
let own: boolean[];
/** Ends the wait before something is kept. */
let endWait: () => void;

const vault = {
  getFileByPath: (path: string) => files.get(path) ?? null,
} as unknown as Vault;

const cache = {
  restore:
    vi.fn<(key: string, which: 'own' | 'all', isLive: unknown, take: TakeNote) => Promise<void>>(),
  keep: (_key: string, notes: readonly KeptNote[]) => {
    packs.push(notes.map(({ path }) => path));
    own.push(...notes.map((note) => note.own));
    return Promise.resolve();
  },
  close: vi.fn(() => Promise.resolve()),
};

function addFile(path: string, stat = STATE): void {
  const file = new TFile(path);
  file.stat = { ctime: 0, ...stat };
  files.set(path, file);
}

function entryOf(path: string, state: typeof STATE | null = STATE): NoteEntry {
  const scope = { inScope: true, reason: 'in' } as const;
  return { path, scope, checkbox: null, questions: QUESTIONS, ...(state && { state }) };
}

function keptNotes(isOwn: KeptNotesOptions['isOwn'] = () => true): KeptNotes {
  return new KeptNotes(vault, cache, {
    key: () => 'key',
    isOwn,
    beforeKeeping: () => new Promise((resolve) => (endWait = resolve)),
  });
}

beforeEach(() => {
  files = new Map();
  packs = [];
  own = [];
  vi.clearAllMocks();
});

describe('what was kept of a note', () => {
  it.each([
    ['of the same time and size', STATE, true],
    ['of another size, though of the same time', { ...STATE, size: 11 }, false],
    ['of another time, though of the same size', { ...STATE, mtime: 6 }, false],
    ['that is not there any more', null, false],
  ])('comes back for a file %s: %o %s', async (_what, stat, comesBack) => {
    if (stat) addFile('a.md', stat);
    const answers: boolean[] = [];
    cache.restore.mockImplementation((_key, _which, _isLive, take) => {
      answers.push(take({ path: 'a.md', ...STATE, own: true, packed: '', strays: 0 }));
      return Promise.resolve();
    });
    const taken: string[] = [];
    await keptNotes().restore('all', (_note, file) => taken.push(file.path));
    expect(taken).toEqual(comesBack ? ['a.md'] : []);
    expect(answers).toEqual([comesBack]);
  });
});

describe('what is read', () => {
  it('is kept a while later, together with what is read meanwhile', async () => {
    const kept = keptNotes();
    for (const path of ['a.md', 'b.md']) {
      addFile(path);
      kept.later(entryOf(path));
    }
    expect(packs).toEqual([]);
    endWait();
    await vi.waitFor(() => expect(packs).toEqual([['a.md', 'b.md']]));
    kept.later(entryOf('b.md'));
    endWait();
    await vi.waitFor(() => expect(packs).toEqual([['a.md', 'b.md'], ['b.md']]));
  });

  it('is kept at once where it makes a full pack', async () => {
    const kept = keptNotes();
    const paths = Array.from({ length: PACK_SIZE + 1 }, (_, at) => `${at}.md`);
    for (const path of paths) addFile(path);
    for (const path of paths.slice(0, PACK_SIZE - 1)) kept.later(entryOf(path));
    await Promise.resolve();
    expect(packs).toEqual([]);
    for (const path of paths.slice(PACK_SIZE - 1)) kept.later(entryOf(path));
    await vi.waitFor(() => expect(packs.flat()).toHaveLength(PACK_SIZE + 1));
    expect(packs.map(({ length }) => length)).toEqual([PACK_SIZE, 1]);
  });

  it('is kept with whether every start wants it', async () => {
    addFile('mine.md');
    addFile('other.md');
    const kept = keptNotes(({ path }) => path === 'mine.md');
    kept.later(entryOf('mine.md'));
    kept.later(entryOf('other.md'));
    await kept.keep();
    expect(own).toEqual([true, false]);
  });

  it.each([
    ['whose file has changed since', { ...STATE, size: 11 }, STATE],
    ['whose file has another time by now', { ...STATE, mtime: 6 }, STATE],
    ['whose file is gone', null, STATE],
    ['of which nobody knows what state it was', STATE, null],
  ])('is not kept of a note %s', async (_what, stat, state) => {
    if (stat) addFile('a.md', stat);
    const kept = keptNotes();
    kept.later(entryOf('a.md', state));
    await kept.keep();
    expect(packs.flat()).toEqual([]);
  });

  it('is not kept once it is forgotten', async () => {
    addFile('a.md');
    const kept = keptNotes();
    kept.later(entryOf('a.md'));
    kept.forget();
    await kept.keep();
    expect(packs).toEqual([]);
  });

  it('is kept before the cache is let go of', async () => {
    addFile('a.md');
    const kept = keptNotes();
    kept.later(entryOf('a.md'));
    await kept.close();
    expect(packs).toEqual([['a.md']]);
    expect(cache.close).toHaveBeenCalledOnce();
  });
});

it('without a cache nothing is kept, and nothing comes back', async () => {
  addFile('a.md');
  const kept = new KeptNotes(vault, null, { key: () => 'key', isOwn: () => true });
  kept.later(entryOf('a.md'));
  const take = vi.fn();
  await kept.restore('all', take);
  await kept.close();
  expect(take).not.toHaveBeenCalled();
});
