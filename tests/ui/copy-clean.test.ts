import { beforeEach, expect, it, vi } from 'vitest';
import type { Editor } from 'obsidian';
import { DEFAULT_MARK_FORMAT } from '../../src/core/mark';
import { stringsFor } from '../../src/i18n';
import { copySelection } from '../../src/ui/bulk/copy-clean';

const said = vi.hoisted((): string[] => []);

vi.mock('obsidian', () => ({
  MarkdownView: Object,
  Notice: function (text: string) {
    said.push(text);
  },
}));

const strings = stringsFor('en');
const TEXT = '為什麼？ #question/inward\n';

function copy(writeText: (text: string) => Promise<void>): Promise<void> {
  vi.stubGlobal('activeWindow', { navigator: { clipboard: { writeText } } });
  const editor = {
    getValue: () => TEXT,
    listSelections: () => [{ anchor: 0, head: TEXT.length }],
    posToOffset: (offset: number) => offset,
  };
  const context = { settings: { get: () => ({ mark: DEFAULT_MARK_FORMAT }) }, strings };
  return copySelection(context as never, editor as unknown as Editor);
}

beforeEach(() => {
  said.length = 0;
});

it('a copy is told', async () => {
  const copied: string[] = [];
  await copy((text) => Promise.resolve(void copied.push(text)));
  expect(copied).toEqual(['為什麼？\n']);
  expect(said).toEqual([strings.bulk.copied.selection]);
});

it('a clipboard that refuses is told with its reason', async () => {
  await copy(() => Promise.reject(new Error('Document is not focused.')));
  expect(said).toEqual(['The text could not be copied: Document is not focused.']);
});
