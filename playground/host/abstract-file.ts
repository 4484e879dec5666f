// Files and folders of the vault, as the plugin sees them. The vault keeps one object per path for
// as long as the file lives; a rename changes the object's path, never the object.
import type { FileStats } from 'obsidian';
import type { Vault } from './vault.ts';

/** The folder part of a path; `/` for what stands at the root. */
export function parentPath(path: string): string {
  const at = path.lastIndexOf('/');
  return at < 0 ? '/' : path.slice(0, at);
}

export abstract class TAbstractFile {
  name = '';
  path = '';
  parent: TFolder | null = null;
  deleted = false;

  constructor(
    readonly vault: Vault,
    path: string,
  ) {
    this.setPath(path);
  }

  setPath(path: string): void {
    this.path = path;
    this.name = path === '/' ? '' : path.slice(path.lastIndexOf('/') + 1);
  }
}

export class TFile extends TAbstractFile {
  stat: FileStats;
  declare basename: string;
  declare extension: string;

  constructor(vault: Vault, path: string, stat: FileStats) {
    super(vault, path);
    this.stat = stat;
  }

  override setPath(path: string): void {
    super.setPath(path);
    const dot = this.name.lastIndexOf('.');
    this.basename = dot > 0 ? this.name.slice(0, dot) : this.name;
    this.extension = dot > 0 ? this.name.slice(dot + 1).toLowerCase() : '';
  }
}

export class TFolder extends TAbstractFile {
  readonly children: TAbstractFile[] = [];

  isRoot(): boolean {
    return this.path === '/';
  }
}
