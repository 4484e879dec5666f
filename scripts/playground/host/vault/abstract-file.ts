// Files and folders of the vault, as the plugin sees them. The vault keeps one object per path for
// as long as the file lives; a rename changes the object's path, never the object.
import type { FileStats } from 'obsidian';

/** The vault that a file is in, as the file knows it. */
export interface VaultOfFiles {
  getName(): string;
  getAbstractFileByPath(path: string): TAbstractFile | null;
}

/** The folder part of a path; `/` for what stands at the root. */
export function parentPath(path: string): string {
  const at = path.lastIndexOf('/');
  return at < 0 ? '/' : path.slice(0, at);
}

export abstract class TAbstractFile {
  path = '';
  parent: TFolder | null = null;
  deleted = false;

  constructor(
    readonly vault: VaultOfFiles,
    path: string,
  ) {
    this.setPath(path);
  }

  /** Cut when it is asked for: in a large vault the names alone would take as much memory as the notes' paths. */
  get name(): string {
    return this.path === '/' ? '' : this.path.slice(this.path.lastIndexOf('/') + 1);
  }

  setPath(path: string): void {
    this.path = path;
  }
}

export class TFile extends TAbstractFile {
  stat: FileStats;

  constructor(vault: VaultOfFiles, path: string, stat: FileStats) {
    super(vault, path);
    this.stat = stat;
  }

  get basename(): string {
    const { name } = this;
    const dot = name.lastIndexOf('.');
    return dot > 0 ? name.slice(0, dot) : name;
  }

  get extension(): string {
    const { name } = this;
    const dot = name.lastIndexOf('.');
    return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
  }
}

export class TFolder extends TAbstractFile {
  readonly children: TAbstractFile[] = [];

  isRoot(): boolean {
    return this.path === '/';
  }
}
