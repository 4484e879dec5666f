import { expect, it, vi } from 'vitest';
import type { TFile } from 'obsidian';
import { readMarkedNotes } from '../../../src/vault/reading/marked-notes';
import { FakeEditor } from '../fake-editor';
import { FakeVault } from '../fake-vault';
import { MarkdownView } from '../obsidian';

vi.mock('obsidian', () => import('../obsidian'));

const NOTE = '為什麼？ #question/inward\n';

it('names a note that can’t be read, and goes on with the others', async () => {
  const vault = new FakeVault();
  const files = ['a.md', 'b.md'].map((path) => vault.add(path, NOTE) as unknown as TFile);
  const { app } = vault;
  const read = app.vault.cachedRead.bind(app.vault);
  app.vault.cachedRead = (file) =>
    file.path === 'a.md' ? Promise.reject(new Error('bad sector')) : read(file);
  const progress: string[] = [];
  const found = await readMarkedNotes(app, files, 'question', [], {
    onProgress: (done, total) => progress.push(`${done} of ${total}`),
  });
  expect(found.notes.map(({ file }) => file.path)).toEqual(['b.md']);
  expect(found.unreadable).toEqual([
    { path: 'a.md', failure: { code: 'failed', detail: 'bad sector' } },
  ]);
  expect(progress).toEqual(['1 of 2', '2 of 2']);
});

it('reads what an open editor shows, and only notes that hold marks under the root', async () => {
  const vault = new FakeVault();
  const texts = [NOTE, '為什麼？\n', '為什麼？ #ask/inward\n'];
  const files = texts.map((text, at) => vault.add(`${at}.md`, text) as unknown as TFile);
  const shown = `新的。\n${NOTE}`;
  vault.leaves.push({ view: new MarkdownView(files[0] ?? null, new FakeEditor(shown)) });
  const { notes, unreadable } = await readMarkedNotes(vault.app, files, 'question', []);
  expect(notes.map(({ file, text }) => [file.path, text])).toEqual([['0.md', shown]]);
  expect(unreadable).toEqual([]);
});
