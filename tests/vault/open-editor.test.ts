import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Editor, TFile } from 'obsidian';
import { findOpenEditor } from '../../src/vault/open-editor';
import { FakeEditor } from './fake-editor';
import { FakeVault } from './fake-vault';
import { MarkdownView } from './obsidian';

vi.mock('obsidian', () => import('./obsidian'));

const TEXT = 'Why?\n';

let vault: FakeVault;

beforeEach(() => {
  vault = new FakeVault();
  vault.add('a.md', TEXT);
  vault.add('b.md', TEXT);
});

const file = (path: string) => vault.file(path) as unknown as TFile;
const found = (path = 'a.md'): Editor | null => findOpenEditor(vault.app, file(path));
const editorOf = (text = TEXT) => new FakeEditor(text);
const viewOf = (path: string, editor: FakeEditor, mode: 'source' | 'preview' = 'source') =>
  new MarkdownView(vault.file(path), editor, mode);

describe('the editor in which a note is open', () => {
  it('is that of the active pane before that of another', () => {
    const [one, other] = [viewOf('a.md', editorOf()), viewOf('a.md', editorOf())];
    vault.leaves.push({ view: one }, { view: other });
    expect(found()).toBe(one.editor);
    vault.activeView = other;
    expect(found()).toBe(other.editor);
  });

  it('is that of a card of a canvas, or of a popover, that is worked in', () => {
    const editor = editorOf();
    vault.activeEditor = { file: vault.file('a.md'), editor };
    expect(found()).toBe(editor);
    expect(found('b.md')).toBeNull();
  });

  it('is that of a pane before that of a card', () => {
    const view = viewOf('a.md', editorOf());
    vault.leaves.push({ view });
    vault.activeEditor = { file: vault.file('a.md'), editor: editorOf() };
    expect(found()).toBe(view.editor);
  });

  it('is that of a view in no pane', () => {
    const view = viewOf('a.md', editorOf());
    vault.activeEditor = view;
    expect(found()).toBe(view.editor);
  });

  it.each([
    ['a view that shows it to be read', () => viewOf('a.md', editorOf(), 'preview')],
    ['a card that shows it to be read', () => ({ file: vault.file('a.md') })],
    [
      'a card with one section of it',
      () => ({ file: vault.file('a.md'), editor: editorOf(), subpath: '#Part' }),
    ],
    ['a card that has not read it yet', () => ({ file: vault.file('a.md'), editor: editorOf('') })],
    ['a card with no note', () => ({ file: null, editor: editorOf() })],
    ['nothing', () => null],
  ])('is not there in %s', (_what, active) => {
    vault.activeEditor = active();
    expect(found()).toBeNull();
  });
});
