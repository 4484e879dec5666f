import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_FACTS } from '../../../src/core/query/columns/note-facts';
import { QuestionIndex } from '../../../src/core/index/question-index';
import { localDay } from '../../../src/core/model/local-day';
import { DEFAULT_SCOPE } from '../../../src/core/model/scope';
import { ColumnStore, type NoteFactsSource } from '../../../src/core/query';
import { noteFacts } from '../../../src/vault/reading/note-facts';
import { NoteSync } from '../../../src/vault/reading/sync';
import { FakeVault } from '../fake-vault';

vi.mock('obsidian', () => import('../obsidian'));

const PROPERTIES = ['date'];

let vault: FakeVault;
let index: QuestionIndex;
let factsOf: ReturnType<typeof vi.fn<NoteFactsSource>>;
let store: ColumnStore;

beforeEach(() => {
  vault = new FakeVault();
  index = new QuestionIndex();
  factsOf = vi.fn(noteFacts(vault.app));
  store = new ColumnStore({ ...NO_FACTS, factsOf, dateProperties: () => PROPERTIES });
});

describe('what Obsidian knows of a note', () => {
  it('are the tags of properties and text, the properties, and the day of the file', () => {
    const file = vault.add('a.md', '---\ntags: [river]\nStatus: done\n---\nWhy? #city/old\n');
    file.stat = { ...file.stat, ctime: new Date(2026, 2, 5, 23, 59).getTime() };
    const facts = factsOf('a.md');
    expect(facts?.tags.map((tag) => tag.replace(/^#/, ''))).toEqual(['river', 'city/old']);
    expect(facts?.properties).toEqual({ tags: ['river'], Status: 'done' });
    expect(facts?.created).toBe('2026-03-05');
  });

  it('is nothing where there is no note, and its file’s day alone where the cache does not know it yet', () => {
    expect(factsOf('gone.md')).toBeNull();
    vault.create('new.md', '---\nStatus: done\n---\nWhy? #a\n');
    expect(factsOf('new.md')).toEqual({ tags: [], properties: {}, created: localDay(0) });
  });
});

describe('columns behind a change', () => {
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

  beforeEach(async () => {
    const sync = new NoteSync(vault.app, index, {
      settings: () => ({ scope: DEFAULT_SCOPE, roots: ['question'], unmarked: false }),
      onUnreadable: () => undefined,
      yieldToEventLoop: settled,
    });
    vault.add('a.md', note('status: open\ndate: 2026-03-05'));
    vault.add('b.md', note('status: open'));
    sync.start();
    void sync.includeAll();
    await vi.waitFor(() => expect(index.entries().size).toBe(2));
  });

  function note(properties: string): string {
    return `---\n${properties}\n---\nWhy? #question/inward\n`;
  }

  /** For each note: whether its status is done, whether it has the tag, its day. */
  function known(): readonly (readonly [done: boolean, tagged: boolean, day: string | null])[] {
    return index.entries().chunks.flatMap((notes) => {
      const { facts, codes } = store.of(notes);
      return notes.map(
        (_, at) =>
          [
            facts.propertyFits(at, 'status', 'done'),
            facts.hasTag(at, 'river'),
            codes.textOf(facts.days[at] ?? 0),
          ] as const,
      );
    });
  }

  it('read no note before somebody asks', () => {
    for (const notes of index.entries().chunks) store.of(notes);
    expect(factsOf).not.toHaveBeenCalled();
  });

  it('know of a change of properties alone', () => {
    const day = localDay(0);
    expect(known()).toEqual([
      [false, false, '2026-03-05'],
      [false, false, day],
    ]);
    vault.modify('b.md', note('status: done\ntags: [river]\ndate: 2026-03-06'));
    vault.letCacheGo();
    expect(known()).toEqual([
      [false, false, '2026-03-05'],
      [true, true, '2026-03-06'],
    ]);
    vault.modify('a.md', note('status: done'));
    vault.letCacheGo();
    expect(known()).toEqual([
      [true, false, day],
      [true, true, '2026-03-06'],
    ]);
  });

  it('follow a note that moves', () => {
    known();
    vault.rename('a.md', 'c.md');
    expect(known().map(([, , day]) => day)).toEqual([localDay(0), '2026-03-05']);
  });
});
