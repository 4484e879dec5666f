import { expect, it, vi } from 'vitest';
import { QuestionIndex } from '../../../src/core/question-index';
import { Counter } from '../../../src/core/query/listing';
import { ColumnWarmer } from '../../../src/core/query/column-warmer';
import { ColumnStore } from '../../../src/core/query/column-store';
import { note } from '../../ui/dashboard-notes';

const LISTED = { scope: { kind: 'vault' }, kinds: ['body'], withSkipped: false } as const;

async function warmIndex() {
  const index = new QuestionIndex((notice) => notice());
  const store = new ColumnStore();
  const made = vi.spyOn(store, 'of');
  const pause = vi.fn(() => Promise.resolve());
  const warmer = new ColumnWarmer(index, store, () => [LISTED], pause);
  warmer.start();
  for (let at = 0; at < 6000; at++) index.put(note(`${String(at)}.md`, ['Why?']));
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  await settle();
  return { index, store, made, pause, warmer, settle };
}

it('looks at every chunk once, with breaks, when the first pass is over', async () => {
  const { index, made, pause, settle } = await warmIndex();
  expect(made).not.toHaveBeenCalled();
  index.setProgress({ phase: 'ready', done: 6000, total: 6000 });
  await settle();
  expect(made.mock.calls.map(([notes]) => notes)).toEqual(index.entries().chunks);
  expect(pause.mock.calls.length).toBeGreaterThan(3);
  const looked = made.mock.calls.length;
  index.put(note('more.md', ['Why?']));
  await settle();
  expect(made).toHaveBeenCalledTimes(looked);
  index.setProgress({ phase: 'indexing', done: 0, total: 1 });
  index.setProgress({ phase: 'ready', done: 1, total: 1 });
  await settle();
  expect(made.mock.calls.slice(looked).map(([notes]) => notes)).toEqual(index.entries().chunks);
});

it('works out what dashboards will list', async () => {
  const { index, store, settle } = await warmIndex();
  index.setProgress({ phase: 'ready', done: 6000, total: 6000 });
  await settle();
  const listingOf = store.listings.of(LISTED);
  const count = vi.spyOn(Counter.prototype, 'count');
  for (const notes of index.entries().chunks) listingOf(store.of(notes));
  expect(count).not.toHaveBeenCalled();
  count.mockRestore();
});

it('folds texts once somebody is about to search', async () => {
  const { index, made, warmer, settle } = await warmIndex();
  warmer.prepareSearch();
  warmer.prepareSearch();
  await settle();
  expect(made).toHaveBeenCalledTimes(index.entries().chunks.length);
  const [first] = index.entries().chunks;
  const spy = vi.spyOn(String.prototype, 'normalize');
  const columns = made.mock.results[0]?.value as { words: { text: string } };
  expect(columns.words.text.startsWith('why?\n')).toBe(true);
  expect(spy).not.toHaveBeenCalled();
  spy.mockRestore();
  expect(first).toBeDefined();
});
