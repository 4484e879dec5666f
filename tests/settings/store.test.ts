import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_TAXONOMY } from '../../src/core/model/taxonomy';
import { DEFAULT_SETTINGS } from '../../src/settings/schema';
import { SettingsStore } from '../../src/settings/store';
import { markFormat, withMarkFormat } from '../../src/settings/taxonomies';

/** What a file has beside this version's settings, for devices with the older one. */
const forVersion1 = (root: string, style: string) => ({
  mark: { root, style },
  taxonomy: { stances: DEFAULT_TAXONOMY.stances },
});

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
    await store.update(withMarkFormat(store.get(), { root: 'ask', style: 'tag' }));
    expect(file.saved).toEqual([
      {
        ...DEFAULT_SETTINGS,
        version: 2,
        other: [1],
        lists: { showEmbedded: true, showUnmarked: false },
        taxonomies: [{ ...DEFAULT_TAXONOMY, root: 'ask' }],
        ...forVersion1('ask', 'tag'),
      },
    ]);
  });

  it('tells listeners of a change until they leave, and of what came from outside', async () => {
    const file = fileWith(null);
    const store = new SettingsStore(file);
    const styles: string[] = [];
    const leave = store.subscribe(() => styles.push(store.get().mark.style));
    await store.update(withMarkFormat(store.get(), { root: 'question', style: 'comment' }));
    await store.load();
    leave();
    await store.update(withMarkFormat(store.get(), { root: 'question', style: 'comment' }));
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

  /** A file as it lies on the disk, which another device may write to. */
  function disk(data: unknown) {
    const file = {
      data,
      load: () => Promise.resolve(structuredClone(file.data)),
      save: (value: unknown) => {
        file.data = structuredClone(value);
        return Promise.resolve();
      },
    };
    return file;
  }

  it('reads the file again before it saves: what another device wrote without a word is not lost', async () => {
    const file = disk({ lists: { showEmbedded: false } });
    const merges: unknown[] = [];
    const store = new SettingsStore(file, (merge) => merges.push(merge));
    await store.load();
    file.data = {
      lists: { showEmbedded: true },
      mark: { root: 'ask', style: 'tag' },
      later: { glow: 1 },
    };
    await store.update(withMarkFormat(store.get(), { root: 'question', style: 'comment' }));
    const expected = {
      ...DEFAULT_SETTINGS,
      lists: { showEmbedded: true, showUnmarked: false },
      mark: { style: 'comment' },
      taxonomies: [{ ...DEFAULT_TAXONOMY, root: 'ask' }],
    };
    expect(store.get()).toEqual(expected);
    expect(file.data).toEqual({
      ...expected,
      version: 2,
      later: { glow: 1 },
      ...forVersion1('ask', 'comment'),
    });
    expect(merges).toEqual([{ overruled: [] }]);
    await store.update({ lists: { showEmbedded: false, showUnmarked: false } });
    expect(merges).toHaveLength(1);
  });

  it('keeps what was chosen here where both changed one value, and names the other', async () => {
    const file = disk({});
    const merges: unknown[] = [];
    const store = new SettingsStore(file, (merge) => merges.push(merge));
    await store.load();
    file.data = { mark: { root: 'ask' } };
    await store.update(withMarkFormat(store.get(), { root: 'why', style: 'tag' }));
    expect(markFormat(store.get()).root).toBe('why');
    expect(merges).toEqual([
      { overruled: [{ path: ['taxonomies', DEFAULT_TAXONOMY.id, 'root'], theirs: 'ask' }] },
    ]);
  });

  it('keeps changes made while it saves, in their order', async () => {
    const file = disk({});
    const store = new SettingsStore(file);
    await store.load();
    const first = store.update({ lists: { showEmbedded: true, showUnmarked: false } });
    const second = store.update(withMarkFormat(store.get(), { root: 'ask', style: 'tag' }));
    file.data = { editor: { trigger: '??' } };
    await Promise.all([first, second]);
    expect(store.get()).toMatchObject({
      lists: { showEmbedded: true },
      taxonomies: [{ root: 'ask' }],
      editor: { trigger: '??' },
    });
    expect(file.data).toMatchObject(store.get());
  });

  it.each([
    ['half a file', () => Promise.reject(new SyntaxError('half a file'))],
    ['no settings', () => Promise.resolve([1])],
    ['a faulty part', () => Promise.resolve({ mark: 7 })],
  ])('stays as it is where the file comes to hold %s', async (_what, load) => {
    const file = disk({ mark: { root: 'ask', style: 'comment' } });
    const store = new SettingsStore(file);
    await store.load();
    const before = store.get();
    file.load = load;
    expect(await store.load()).toEqual({ code: 'changed-unreadable' });
    expect(store.get()).toEqual(before);
    await store.update({ lists: { showEmbedded: true, showUnmarked: false } });
    expect(file.data).toMatchObject({ mark: before.mark, lists: { showEmbedded: true } });
  });

  it.each([
    ['half a file', () => Promise.reject(new SyntaxError('half a file'))],
    ['no settings', () => Promise.resolve('x')],
  ])('has nothing to say of a merge where the file comes to hold %s', async (_what, load) => {
    const file = disk({});
    const onMerge = vi.fn();
    const store = new SettingsStore(file, onMerge);
    await store.load();
    file.load = load;
    await store.load();
    expect(onMerge).not.toHaveBeenCalled();
  });

  it('says that a newer version has come to write the file', async () => {
    const file = disk({});
    const store = new SettingsStore(file);
    expect(await store.load()).toBeNull();
    file.data = { version: 99, lists: { showUnmarked: true } };
    expect(await store.load()).toEqual({ code: 'newer' });
    expect(store.get().lists.showUnmarked).toBe(true);
  });

  it('has its defaults where the file is gone, but saves what it has where it finds it gone', async () => {
    const written = { lists: { showEmbedded: true, showUnmarked: true } };
    const file = disk(written);
    const store = new SettingsStore(file);
    await store.load();
    file.data = null;
    await store.update({ editor: { ...DEFAULT_SETTINGS.editor, trigger: '??' } });
    expect(file.data).toMatchObject({ ...written, editor: { trigger: '??' } });
    file.data = null;
    await store.load();
    expect(store.get()).toEqual(DEFAULT_SETTINGS);
  });

  it('names at the next reading what was changed there too, where saving had failed', async () => {
    const file = disk({});
    const merges: unknown[] = [];
    const store = new SettingsStore(file, (merge) => merges.push(merge));
    await store.load();
    file.save = () => Promise.reject(new Error('disk full'));
    await store.update({ lists: { showEmbedded: true, showUnmarked: false } }).catch(() => null);
    await store.load();
    expect(merges).toEqual([]);
    await store.update({ editor: { ...DEFAULT_SETTINGS.editor, trigger: '??' } }).catch(() => null);
    file.data = { editor: { trigger: ';' } };
    await store.load();
    expect(merges).toEqual([{ overruled: [{ path: ['editor', 'trigger'], theirs: ';' }] }]);
    expect(store.get().editor.trigger).toBe('??');
  });

  it('saves next time what could not be saved, and takes in what came meanwhile', async () => {
    const file = disk({});
    const store = new SettingsStore(file);
    await store.load();
    const { save } = file;
    file.save = () => Promise.reject(new Error('disk full'));
    await expect(
      store.update(withMarkFormat(store.get(), { root: 'ask', style: 'tag' })),
    ).rejects.toThrow();
    file.save = save;
    file.data = { lists: { showUnmarked: true } };
    expect(await store.load()).toBeNull();
    expect(markFormat(store.get()).root).toBe('ask');
    await store.update({ editor: { ...DEFAULT_SETTINGS.editor, trigger: '' } });
    expect(file.data).toMatchObject({ mark: { root: 'ask' }, lists: { showUnmarked: true } });
  });
});
