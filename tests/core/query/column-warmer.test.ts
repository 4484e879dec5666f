import { expect, it, vi } from 'vitest';
import { QuestionIndex } from '../../../src/core/question-index';
import { Counter } from '../../../src/core/query/listing';
import { ColumnWarmer } from '../../../src/core/query/column-warmer';
import { Columns } from '../../../src/core/query/columns';
import { ColumnStore } from '../../../src/core/query/column-store';
import { note } from '../../ui/dashboard-notes';

const LISTED = { scope: { kind: 'vault' }, kinds: ['body'], withSkipped: false } as const;

/** An index of so many notes, whose notices are held back until `tell`. */
function warmIndex(notes: number) {
  let notice: () => void = () => undefined;
  const index = new QuestionIndex((held) => (notice = held));
  const store = new ColumnStore();
  const pause = vi.fn(() => new Promise<void>((resolve) => setImmediate(resolve)));
  const warmer = new ColumnWarmer(index, store, () => [LISTED], pause);
  const heard = vi.fn();
  const stop = warmer.start();
  warmer.subscribe(heard);
  for (let at = 0; at < notes; at++) index.put(note(`${String(at)}.md`, ['Why?']));
  const tell = () => notice();
  const settled = () => vi.waitFor(() => expect(heard).toHaveBeenCalled());
  return { index, store, pause, warmer, heard, tell, settled, stop };
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

it('tells of a small change at once, and works on nothing else', async () => {
  const { index, pause, heard, tell, settled } = warmIndex(6000);
  tell();
  await settled();
  const [breaks, told] = [pause.mock.calls.length, heard.mock.calls.length];
  index.put(note('more.md', ['Why?']));
  tell();
  expect(heard).toHaveBeenCalledTimes(told + 1);
  expect(pause).toHaveBeenCalledTimes(breaks);
});

it('tells of what changed while it worked', async () => {
  const { index, warmer, heard, tell, settled } = warmIndex(6000);
  tell();
  index.put(note('more.md', ['Why?']));
  tell();
  let seen: number | null = null;
  heard.mockImplementation(() => (seen = warmer.entries().size));
  await settled();
  expect(seen).toBe(6001);
});

it('folds texts once somebody is about to search', async () => {
  const { index, store, warmer, heard, tell, settled } = warmIndex(600);
  tell();
  await settled();
  heard.mockClear();
  const fold = vi.spyOn(Columns.prototype, 'foldNow');
  warmer.prepareSearch();
  warmer.prepareSearch();
  await settled();
  expect(fold).toHaveBeenCalledTimes(index.entries().chunks.length);
  fold.mockRestore();
  const [first = []] = index.entries().chunks;
  const normalize = vi.spyOn(String.prototype, 'normalize');
  expect(store.of(first).words.text.startsWith('why?\n')).toBe(true);
  expect(normalize).not.toHaveBeenCalled();
  normalize.mockRestore();
});

it('gives its work up when it is stopped', async () => {
  const { pause, heard, tell, stop } = warmIndex(6000);
  tell();
  stop();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(pause).toHaveBeenCalledTimes(1);
  expect(heard).not.toHaveBeenCalled();
});
