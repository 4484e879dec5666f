import { expect, it, vi } from 'vitest';
import { QuestionIndex } from '../../../../src/core/index/question-index';
import { Counter, type Listed } from '../../../../src/core/query/internal/listing';
import { Columns } from '../../../../src/core/query/columns/columns';
import {
  type FactContext,
  type FactNeed,
  NO_FACTS,
} from '../../../../src/core/query/columns/note-facts';
import { SortedTexts } from '../../../../src/core/query/arranging/sorted-texts';
import { ColumnStore } from '../../../../src/core/query/internal/column-store';
import { WarmIndex } from '../../../../src/core/query/internal/warm-index';
import { note } from '../note-sketch';

const LISTED = { notes: { kind: 'vault' }, kinds: ['body'], withSkipped: false } as const;

/** An index of so many notes, whose notices are held back until `tell`. */
function warmIndex(notes: number, facts?: FactContext) {
  let notice: () => void = () => undefined;
  const index = new QuestionIndex((held) => (notice = held));
  const store = new ColumnStore(facts);
  const expected = vi.fn((): readonly Listed[] => [LISTED]);
  const urgent = vi.fn(() => false);
  const pause = vi.fn(() => new Promise<void>((resolve) => setImmediate(resolve)));
  const warm = new WarmIndex(index, store, expected, pause, urgent);
  const heard = vi.fn();
  const stop = warm.start();
  warm.subscribe(heard);
  for (let at = 0; at < notes; at++) index.put(note(`${String(at)}.md`, ['Why?']));
  const tell = () => notice();
  const settled = () => vi.waitFor(() => expect(heard).toHaveBeenCalled());
  return { index, store, expected, pause, warm, heard, tell, settled, stop, urgent };
}

it('tells of a change once all columns are made, with breaks', async () => {
  const { index, store, pause, heard, tell, settled } = warmIndex(6000);
  tell();
  expect(heard).not.toHaveBeenCalled();
  await settled();
  expect(pause.mock.calls.length).toBeGreaterThan(3);
  const listingOf = store.listings.of(LISTED);
  const count = vi.spyOn(Counter.prototype, 'count');
  for (const notes of index.entries().chunks) listingOf(store.of(notes));
  expect(count).not.toHaveBeenCalled();
  count.mockRestore();
});

it('works on nothing else after a small change', async () => {
  const { index, pause, heard, tell, settled } = warmIndex(6000);
  tell();
  await settled();
  const [breaks, told] = [pause.mock.calls.length, heard.mock.calls.length];
  index.put(note('more.md', ['Why?']));
  tell();
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(told + 1));
  expect(pause).toHaveBeenCalledTimes(breaks);
});

it('tells of one state of the index after the other, however fast it changes', async () => {
  const { index, warm, pause, heard, tell } = warmIndex(6000);
  const sizes: number[] = [];
  heard.mockImplementation(() => sizes.push(warm.entries().size));
  let added = 0;
  // As while a vault is read, every break brings notes all over the index.
  pause.mockImplementation(() => {
    if (added < 60) {
      for (let at = 0; at < 20; at++)
        index.put(note(`${String(at * 300)} ${String(added)}.md`, ['?']));
      tell();
    }
    added += 1;
    return new Promise<void>((resolve) => setImmediate(resolve));
  });
  tell();
  await vi.waitFor(() => expect(sizes.length).toBeGreaterThan(1));
  expect(sizes[0]).toBe(6000);
  expect(sizes[1]).toBeGreaterThan(6000);
  await vi.waitFor(() => expect(sizes.at(-1)).toBe(6000 + 20 * 60));
});

it('folds texts once somebody is about to search, and keeps nobody waiting for it', async () => {
  const { index, store, warm, heard, tell, settled } = warmIndex(6000);
  tell();
  await settled();
  heard.mockClear();
  const fold = vi.spyOn(Columns.prototype, 'foldNow');
  warm.prepareSearch();
  warm.prepareSearch();
  index.put(note('more.md', ['Why?']));
  tell();
  await vi.waitFor(() => expect(heard).toHaveBeenCalled(), { interval: 1 });
  const { chunks } = index.entries();
  expect(fold.mock.calls.length).toBeLessThan(chunks.length);
  await vi.waitFor(() => expect(fold.mock.calls.length).toBeGreaterThanOrEqual(chunks.length));
  fold.mockRestore();
  const [first = []] = chunks;
  const normalize = vi.spyOn(String.prototype, 'normalize');
  expect(store.of(first).words.text.startsWith('why?\n')).toBe(true);
  expect(normalize).not.toHaveBeenCalled();
  normalize.mockRestore();
});

it('makes what is asked of notes in pieces, and tells when it is done', async () => {
  const names = ['date'];
  const factsOf = vi.fn(() => ({ tags: ['#a'], properties: { status: 1 }, created: '2026-01-01' }));
  const { index, store, pause, warm, heard, tell, settled } = warmIndex(6000, {
    ...NO_FACTS,
    factsOf,
    dateProperties: () => names,
  });
  tell();
  await settled();
  expect(factsOf).not.toHaveBeenCalled();
  const needs: readonly FactNeed[] = [
    { kind: 'days' },
    { kind: 'tags' },
    { kind: 'property', name: 'status' },
  ];
  expect(warm.areFactsReady(needs)).toBe(false);
  const breaks = pause.mock.calls.length;
  await warm.prepareFacts(needs);
  expect(pause.mock.calls.length).toBeGreaterThan(breaks + 3);
  expect(warm.areFactsReady(needs)).toBe(true);
  factsOf.mockClear();
  for (const notes of index.entries().chunks) {
    const { facts } = store.of(notes);
    expect(facts.days).toHaveLength(notes.length);
    expect(facts.hasTag(0, 'a')).toBe(true);
    expect(facts.propertyFits(0, 'status', '1')).toBe(true);
  }
  expect(factsOf).not.toHaveBeenCalled();
  // A change is told of once it is ready for what was asked.
  heard.mockClear();
  heard.mockImplementation(() => expect(warm.areFactsReady(needs)).toBe(true));
  index.put(note('more.md', ['Why?']));
  tell();
  await settled();
  expect(heard).toHaveReturned();
});

it('ranks by text as long as a list sorts by it, before it tells of a change, and then no more', async () => {
  const { index, store, warm, heard, tell, settled } = warmIndex(600);
  tell();
  await settled();
  const needs = { facts: [], ranked: ['text'] } as const;
  const stop = warm.follow(() => needs);
  await warm.prepare(needs);
  expect(warm.isReady(needs)).toBe(true);
  const change = async (path: string): Promise<void> => {
    heard.mockClear();
    index.put(note(path, ['Why?', 'Who?']));
    tell();
    await settled();
  };
  heard.mockImplementation(() => expect(warm.isReady(needs)).toBe(true));
  await change('more.md');
  expect(heard).toHaveReturned();
  stop();
  heard.mockImplementation(() => undefined);
  const prepare = vi.spyOn(store.sorted, 'prepare');
  await change('still more.md');
  expect(prepare).not.toHaveBeenCalled();
  expect(warm.isReady(needs)).toBe(false);
});

it('ranks the questions of one long note in pieces', () => {
  const { index, store } = warmIndex(0);
  index.put(
    note(
      'long.md',
      Array.from({ length: 20_000 }, (_, at) => `${String(at * 7919)}?`),
    ),
  );
  const entries = index.entries();
  const compared = vi.fn((a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0));
  const sorted = new SortedTexts(compared);
  const pieces = sorted.prepare(entries, 'text', (notes) => store.of(notes));
  let most = 0;
  for (;;) {
    compared.mockClear();
    const { done, value } = pieces.next();
    most = Math.max(most, compared.mock.calls.length);
    if (done !== true) continue;
    const [ranks] = [...value.values()];
    expect(new Set(ranks).size).toBe(20_000);
    break;
  }
  expect(most).toBeLessThan(30_000);
});

it('takes more needs than it keeps ready, and is done all the same', async () => {
  const { warm, tell, settled } = warmIndex(300);
  tell();
  await settled();
  const needs = Array.from({ length: 100 }, (_, at): FactNeed => ({
    kind: 'property',
    name: String(at),
  }));
  await warm.prepareFacts(needs);
  expect(warm.areFactsReady(needs)).toBe(true);
});

it('brings new entries seldom while a vault is read, and tells how far it is each time', async () => {
  const { index, warm, heard, tell, urgent } = warmIndex(10);
  const seen: (readonly [size: number, done: number])[] = [];
  heard.mockImplementation(() => seen.push([warm.entries().size, warm.progress.done]));
  const read = async (done: number): Promise<void> => {
    index.put(note(`more ${String(done)}.md`, ['Why?']));
    index.setProgress({ phase: 'indexing', done, total: 100 });
    tell();
    await new Promise((resolve) => setImmediate(resolve));
  };
  for (let done = 1; done <= 5; done++) await read(done);
  urgent.mockReturnValueOnce(true);
  await read(6);
  index.setProgress({ phase: 'ready', done: 7, total: 7 });
  tell();
  await vi.waitFor(() => expect(seen).toHaveLength(7));
  expect(seen).toEqual([
    [11, 1],
    [11, 2],
    [11, 3],
    [11, 4],
    [15, 5],
    [16, 6],
    [16, 7],
  ]);
});

it('makes columns ready anew for other lists', async () => {
  const { index, store, heard, tell, settled, expected } = warmIndex(600);
  tell();
  await settled();
  heard.mockClear();
  expected.mockReturnValue([{ ...LISTED, withSkipped: true }]);
  index.put(note('more.md', ['Why?']));
  tell();
  await settled();
  const listingOf = store.listings.of({ ...LISTED, withSkipped: true });
  const count = vi.spyOn(Counter.prototype, 'count');
  for (const notes of index.entries().chunks) listingOf(store.of(notes));
  expect(count).not.toHaveBeenCalled();
  count.mockRestore();
});

it('gives its work up when it is stopped', async () => {
  const { pause, heard, tell, stop } = warmIndex(6000);
  tell();
  stop();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(pause).toHaveBeenCalledTimes(1);
  expect(heard).not.toHaveBeenCalled();
});
