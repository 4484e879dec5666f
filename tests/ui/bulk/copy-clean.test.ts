import { beforeEach, describe, expect, it, vi } from 'vitest';
import { signal } from '@preact/signals';
import type { Editor, TFile } from 'obsidian';
import { DEFAULT_SETTINGS } from '../../../src/settings/schema';
import { stringsFor } from '../../../src/i18n';
import { copyNote, copySelection } from '../../../src/ui/bulk/copy-clean';
import { DashboardActions } from '../../../src/ui/dashboard/actions/dashboard-actions';

const said = vi.hoisted((): string[] => []);

vi.mock('obsidian', () => ({
  FuzzySuggestModal: Object,
  MarkdownView: Object,
  Modal: Object,
  Notice: function (text: string) {
    said.push(text);
  },
}));

const strings = stringsFor('en');
const TEXT = '為什麼？ #question/inward\n';
const CLEAN = '為什麼？\n';
const copied: string[] = [];

interface Clipboard {
  readonly write?: (items: readonly Item[]) => Promise<void>;
  readonly writeText?: (text: string) => Promise<void>;
}

class Item {
  constructor(readonly data: Readonly<Record<string, Promise<Blob>>>) {}
}

const refuse = () => Promise.reject(new Error('Document is not focused.'));
const take = (text: string) => Promise.resolve(void copied.push(text));
async function takeItem([item]: readonly Item[]): Promise<void> {
  const blob = await item?.data['text/plain'];
  copied.push((await blob?.text()) ?? '');
}

function windowWith(clipboard: Clipboard, hasItems = true): object {
  return { navigator: { clipboard }, ...(hasItems && { ClipboardItem: Item }) };
}

beforeEach(() => {
  said.length = 0;
  copied.length = 0;
});

describe('a copy of the selection', () => {
  function copy(clipboard: Clipboard): Promise<void> {
    vi.stubGlobal('activeWindow', windowWith(clipboard));
    const editor = {
      getValue: () => TEXT,
      listSelections: () => [{ anchor: 0, head: TEXT.length }],
      posToOffset: (offset: number) => offset,
    };
    const context = { settings: { get: () => DEFAULT_SETTINGS }, strings };
    return copySelection(context as never, editor as unknown as Editor);
  }

  it('is told', async () => {
    await copy({ writeText: take });
    expect(copied).toEqual([CLEAN]);
    expect(said).toEqual([strings.bulk.copied.selection]);
  });

  it('that the clipboard refuses is told with its reason', async () => {
    await copy({ writeText: refuse });
    expect(said).toEqual(['The text could not be copied: Document is not focused.']);
  });
});

describe('a copy of a note', () => {
  const FILE = { path: 'a.md' } as unknown as TFile;

  function copy(
    clipboard: Clipboard,
    hasItems = true,
    read: () => Promise<string> = () => Promise.resolve(TEXT),
  ): Promise<void> {
    vi.stubGlobal('activeWindow', windowWith(clipboard, hasItems));
    const app = {
      vault: { cachedRead: read },
      workspace: {
        iterateAllLeaves: () => undefined,
        getActiveViewOfType: () => null,
        activeEditor: null,
      },
    };
    const context = { app, settings: { get: () => DEFAULT_SETTINGS }, strings };
    return copyNote(context as never, FILE);
  }

  it('is promised to the clipboard before the note is read', async () => {
    let isRead = false;
    let wasRead: boolean | null = null;
    const write = (items: readonly Item[]) => {
      wasRead = isRead;
      return takeItem(items);
    };
    await copy({ write, writeText: refuse }, true, async () => {
      await Promise.resolve();
      isRead = true;
      return TEXT;
    });
    expect(wasRead).toBe(false);
    expect(copied).toEqual([CLEAN]);
    expect(said).toEqual(['Copied “a” without question tags.']);
  });

  it.each([
    ['there are no items', {}, false],
    ['the clipboard takes no promise', { write: refuse }, true],
  ])('is written as text where %s', async (_what, clipboard, hasItems) => {
    await copy({ ...clipboard, writeText: take }, hasItems);
    expect(copied).toEqual([CLEAN]);
    expect(said).toEqual(['Copied “a” without question tags.']);
  });

  it('that the clipboard refuses is told with its reason', async () => {
    await copy({ write: refuse, writeText: refuse });
    expect(said).toEqual(['The text could not be copied: Document is not focused.']);
  });

  it('that can’t be read is told as such', async () => {
    const read = () => Promise.reject(new Error('It is gone.'));
    await copy({ write: takeItem, writeText: take }, true, read);
    expect(copied).toEqual([]);
    expect(said).toEqual([strings.tagging.notices.unreadable('a', 'It is gone.')]);
  });
});

it('a question that the clipboard refuses is told on the dashboard too', async () => {
  const view = { contentEl: { win: windowWith({ writeText: refuse }) } };
  const actions = new DashboardActions(
    {
      strings,
      app: { loadLocalStorage: () => null },
      suggester: { mode: 'off', subscribe: () => () => undefined },
    } as never,
    {} as never,
    { progress: signal({ phase: 'ready' }) } as never,
    view as never,
  );
  actions.copy('Why?');
  await vi.waitFor(() => expect(said).toHaveLength(1));
  expect(said).toEqual(['The text could not be copied: Document is not focused.']);
  actions.dispose();
});
