// `FileManager`: what a user does with files, one step above the vault.
import { isCollection, parseDocument } from 'yaml';
import type { TFolder } from './abstract-file.ts';
import { type TAbstractFile, type TFile } from './abstract-file.ts';
import { getFrontMatterInfo } from '../text/frontmatter.ts';
import type { MetadataCache } from './metadata-cache.ts';
import type { Vault } from './vault.ts';

export class FileManager {
  /** Undocumented, as in the app. */
  readonly app: { readonly vault: Vault; readonly metadataCache: MetadataCache };

  constructor(app: { readonly vault: Vault; readonly metadataCache: MetadataCache }) {
    this.app = app;
  }

  getNewFileParent(sourcePath: string): TFolder {
    return this.app.vault.getFileByPath(sourcePath)?.parent ?? this.app.vault.getRoot();
  }

  /** Renames; unlike Obsidian, links in other notes are left as they are. */
  renameFile(file: TAbstractFile, newPath: string): Promise<void> {
    return this.app.vault.rename(file, newPath);
  }

  async trashFile(file: TAbstractFile): Promise<void> {
    await this.app.vault.trash(file, false);
  }

  async promptForDeletion(file: TAbstractFile): Promise<boolean> {
    await this.trashFile(file);
    return true;
  }

  generateMarkdownLink(file: TFile, sourcePath: string, subpath = '', alias?: string): string {
    const target = this.app.metadataCache.fileToLinktext(file, sourcePath) + subpath;
    return alias === undefined ? `[[${target}]]` : `[[${target}|${alias}]]`;
  }

  getAvailablePathForAttachment(filename: string): Promise<string> {
    const dot = filename.lastIndexOf('.');
    const [stem, ending] = dot > 0 ? [filename.slice(0, dot), filename.slice(dot)] : [filename, ''];
    let path = filename;
    for (let copy = 1; this.app.vault.getAbstractFileByPath(path); copy++) {
      path = `${stem} ${String(copy)}${ending}`;
    }
    return Promise.resolve(path);
  }

  /**
   * Changes a note's properties. The other entries keep values and comments, though the YAML is
   * spaced anew; the text below, and a note that stays as it is, keep every byte. Throws on YAML
   * that cannot be read. (Obsidian drops the comments.)
   */
  async processFrontMatter(
    file: TFile,
    change: (frontmatter: Record<string, unknown>) => void,
  ): Promise<void> {
    await this.app.vault.process(file, (text) => {
      const info = getFrontMatterInfo(text);
      const document = parseDocument(info.frontmatter);
      const broken = document.errors[0];
      if (broken) throw broken;
      if (document.contents !== null && !isCollection(document.contents)) {
        throw new Error('The properties are not a list of names and values.');
      }
      const before = (document.toJS() ?? {}) as Record<string, unknown>;
      const after = structuredClone(before);
      change(after);
      if (JSON.stringify(before) === JSON.stringify(after)) return text;
      for (const name of Object.keys(before)) if (!(name in after)) document.delete(name);
      for (const [name, value] of Object.entries(after)) {
        if (JSON.stringify(before[name]) !== JSON.stringify(value)) document.set(name, value);
      }
      const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
      const isEmpty = Object.keys(after).length === 0;
      const yaml = isEmpty ? '' : document.toString({ lineWidth: 0 }).replace(/\r?\n/g, lineEnd);
      if (info.exists) return text.slice(0, info.from) + yaml + text.slice(info.to);
      const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
      return `${mark}---${lineEnd}${yaml}---${lineEnd}${text.slice(mark.length)}`;
    });
  }
}
