// What a review's sureness is worked out of, on the real index and suggester.
import { expect, it, vi } from 'vitest';
import { NoteQuestions } from '../../../src/core/index/note-questions';
import { QuestionIndex } from '../../../src/core/index/question-index';
import { extractQuestions } from '../../../src/core/reading/extract';
import { DEFAULT_SETTINGS } from '../../../src/settings/schema';
import { SettingsStore } from '../../../src/settings/store';
import { surenessIn } from '../../../src/ui/review/sureness-source';
import { Suggester } from '../../../src/vault/suggest/suggester';

const TAUGHT = 'Who pays for the bridge? #question/outward/limits\n';
const ASKED = 'Who pays for the bridge?\n\nShall we dance?\n';

async function begun() {
  const index = new QuestionIndex((notice) => notice());
  const settings = new SettingsStore({
    load: () => Promise.resolve({ version: 2, ...DEFAULT_SETTINGS }),
    save: () => Promise.resolve(),
  });
  await settings.load();
  const suggester = new Suggester({
    app: { loadLocalStorage: (): unknown => null, saveLocalStorage: () => undefined },
    index,
    settings,
    yieldToEventLoop: () => Promise.resolve(),
  });
  const put = (path: string, text: string) =>
    index.put({
      path,
      scope: { inScope: true, reason: 'in' },
      checkbox: null,
      questions: NoteQuestions.of(extractQuestions(text)),
    });
  const win = { setTimeout } as unknown as Window;
  return { index, suggester, put, source: surenessIn({ index, suggester }, win) };
}

it('says which reading of a note is the index’s, by its revision', async () => {
  const { index, put, source } = await begun();
  expect([source.readingOf('a.md'), source.questionsOf('a.md')]).toEqual([null, null]);
  put('a.md', ASKED);
  const before = source.readingOf('a.md');
  expect(source.questionsOf('a.md')).toHaveLength(2);
  index.setProgress({ phase: 'indexing', done: 1, total: 2 });
  put('b.md', ASKED);
  index.rename('a.md', 'c.md');
  expect(source.readingOf('c.md')).toBe(before);
  put('c.md', ASKED);
  expect(source.readingOf('c.md')).not.toBe(before);
  index.remove('c.md');
  expect(source.readingOf('c.md')).toBeNull();
});

it('is surer of what was taught, and tells when that changes', async () => {
  const { put, suggester, source } = await begun();
  put('a.md', ASKED);
  await source.ready();
  const sure = (at: number) => source.surenessIn('a.md', source.questionsOf('a.md') ?? [])(at);
  const before = sure(0);
  const told = vi.fn();
  const stop = source.subscribe(told);
  put('taught.md', TAUGHT.repeat(3));
  await source.ready();
  expect(told).toHaveBeenCalled();
  expect(sure(0)).toBeGreaterThan(before);
  expect(sure(0)).toBeGreaterThan(sure(1));
  stop();
  told.mockClear();
  put('taught.md', 'Nothing.\n');
  await source.ready();
  expect(told).not.toHaveBeenCalled();
  suggester.stop();
});
