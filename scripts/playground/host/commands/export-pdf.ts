// «Export to PDF…»: the note is rendered anew into a container of class `print`, which alone is on the
// paper, while the page has the light theme. What the browser's own print dialogue makes of it is the PDF.
import type { TFile } from '../vault/abstract-file.ts';
import type { AppParts } from '../parts/app-parts.ts';
import { Component } from '../ground/component.ts';
import { MarkdownRenderer } from '../markdown/markdown-renderer.ts';
import { setThemeClass } from '../ground/theme.ts';

export async function exportToPdf(app: AppParts, file: TFile): Promise<void> {
  const text = await app.vault.cachedRead(file);
  const theme = app.isDarkMode() ? 'dark' : 'light';
  const owner = new Component();
  owner.load();
  const printEl = document.body.createDiv('print');
  const noteEl = printEl.createDiv('markdown-preview-view markdown-rendered');
  try {
    noteEl.createEl('h1', { text: file.basename });
    await MarkdownRenderer.render(app, text, noteEl, file.path, owner);
    setThemeClass('light');
    window.print();
  } finally {
    setThemeClass(theme);
    owner.unload();
    printEl.detach();
  }
}
