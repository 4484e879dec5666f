import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SettingsStore } from '../../../src/settings/store';
import { markFormat, withMarkFormat } from '../../../src/settings/taxonomies';
import { followSettings } from '../../../src/vault/reading/follow-settings';

vi.mock('obsidian', () => ({
  debounce: (callback: () => void, timeout: number, resetTimer: boolean) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      if (resetTimer) clearTimeout(timer);
      timer = setTimeout(callback, timeout);
    };
    return Object.assign(later, { cancel: () => clearTimeout(timer) });
  },
}));

function open() {
  const store = new SettingsStore({
    load: () => Promise.resolve(null),
    save: () => Promise.resolve(),
  });
  const roots: string[] = [];
  const stop = followSettings(store, () => roots.push(markFormat(store.get()).root));
  const type = (root: string) => store.update(withMarkFormat(store.get(), { root, style: 'tag' }));
  return { store, roots, stop, type };
}

describe('the index hears of settings', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    return () => {
      vi.useRealTimers();
    };
  });

  it('at once, where the first word of tags is the same', async () => {
    const { store, roots } = open();
    await store.update({ lists: { showEmbedded: false, showUnmarked: true } });
    expect(roots).toEqual(['question']);
  });

  it('once the first word has been typed', async () => {
    const { roots, type } = open();
    for (const typed of ['a', 'as', 'ask']) {
      await type(typed);
      await vi.advanceTimersByTimeAsync(400);
    }
    expect(roots).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(roots).toEqual(['ask']);
  });

  it('of nothing more once it has stopped', async () => {
    const { roots, stop, type } = open();
    await type('ask');
    stop();
    await vi.advanceTimersByTimeAsync(2000);
    expect(roots).toEqual([]);
  });

  it('at once again where the word is typed back', async () => {
    const { roots, type } = open();
    await type('questions');
    await type('question');
    await vi.advanceTimersByTimeAsync(2000);
    expect(roots).toEqual(['question']);
  });
});
