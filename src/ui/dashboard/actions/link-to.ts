/** Links to notes and to headings in them, as the vault writes its links. */
import { stripHeadingForLink, type App } from 'obsidian';
import { noteName } from '../../../core/query';
import type { LinkTo } from '../model/outline-style';

export function vaultLinks({ vault, fileManager }: Pick<App, 'vault' | 'fileManager'>): LinkTo {
  return (path, heading = null, shown) => {
    const file = vault.getFileByPath(path);
    if (!file) return shown ?? noteName(path);
    const subpath = heading === null ? '' : `#${stripHeadingForLink(heading)}`;
    return fileManager.generateMarkdownLink(file, '', subpath, shown);
  };
}
