import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/settings';
import { SettingsStore } from '../../src/settings-store';

/** A settings file in memory that counts what is written. */
function fileWith(data: unknown) {
  const saved: unknown[] = [];
  return {
    saved,
    load: () => Promise.resolve(data),
    save: (value: unknown) => {
      saved.push(value);
      return Promise.resolve();
    },
  };
}

describe('the settings store', () => {
  it.each([
    ['a faulty part', { lists: 1 }, { code: 'faulty', parts: ['lists'] }],
    ['a newer version', { version: 99 }, { code: 'newer' }],
    ['no settings at all', 'x', { code: 'not-settings' }],
    ['good settings', { mark: { style: 'comment' } }, null],
  ])('reports %s and does not touch the file', async (_what, data, fault) => {
    const file = fileWith(data);
    const store = new SettingsStore(file);
    expect(await store.load()).toEqual(fault);
    expect(file.saved).toEqual([]);
  });

  it('works with defaults where the file can’t be read', async () => {
    const file = { ...fileWith(null), load: () => Promise.reject(new SyntaxError('half a file')) };
    const store = new SettingsStore(file);
    expect(await store.load()).toEqual({ code: 'unreadable' });
    expect(store.get()).toEqual(DEFAULT_SETTINGS);
    expect(file.saved).toEqual([]);
  });

  it('saves a change with all other settings and with what it does not know', async () => {
    const file = fileWith({ other: [1], lists: { showEmbedded: true, showUnmarked: false } });
    const store = new SettingsStore(file);
    await store.load();
    await store.update({ mark: { root: 'ask', style: 'tag' } });
    expect(file.saved).toEqual([
      {
        ...DEFAULT_SETTINGS,
        version: 1,
        other: [1],
        lists: { showEmbedded: true, showUnmarked: false },
        mark: { root: 'ask', style: 'tag' },
      },
    ]);
  });

  it('tells listeners of a change until they leave, and of what came from outside', async () => {
    const file = fileWith(null);
    const store = new SettingsStore(file);
    const styles: string[] = [];
    const leave = store.subscribe(() => styles.push(store.get().mark.style));
    await store.update({ mark: { root: 'question', style: 'comment' } });
    await store.load();
    leave();
    await store.update({ mark: { root: 'question', style: 'comment' } });
    expect(styles).toEqual(['comment', 'tag']);
  });

  it('keeps a change for the session and rejects where saving fails', async () => {
    const store = new SettingsStore({
      ...fileWith(null),
      save: () => Promise.reject(new Error('disk full')),
    });
    await expect(
      store.update({ lists: { showEmbedded: true, showUnmarked: true } }),
    ).rejects.toThrow('disk full');
    expect(store.get().lists.showEmbedded).toBe(true);
  });
});
