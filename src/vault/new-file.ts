/** Files that the vault did not have: their folders are made with them, and nothing that is there is written over. */
import { normalizePath, TFolder, type App, type TAbstractFile, type TFile } from 'obsidian';
import { folderParts, freeFileName, nameInFolder } from '../core/export';
import { READ_ONLY, reasonOf, systemCodeOf } from './failure';

/**
 * - `folder`: a file stands where the folder should be;
 * - `read-only`: the file system forbids it;
 * - `full`: there is no room left; something of the file may be there;
 * - `name`: the file system does not take the name;
 * - `failed`: anything else.
 */
export interface NewFileFailure {
  readonly code: 'folder' | 'read-only' | 'full' | 'name' | 'failed';
  /** The path it is about, or what the platform said, in its words. */
  readonly detail: string;
}

export type NewFileOutcome =
  | { readonly file: TFile; readonly failure: null }
  | { readonly file: null; readonly failure: NewFileFailure };

type Vault = Pick<App['vault'], 'getRoot' | 'create' | 'createFolder' | 'adapter'>;

/** The name that the file would get: the one that is asked for, or, where it is taken, one with a number. */
export function nameFor(vault: Pick<Vault, 'getRoot'>, folder: string, name: string): string {
  const found = folderIn(vault, folder);
  return freeFileName(name, takenIn(found instanceof TFolder ? found : null));
}

/**
 * Makes the file, under another number where its name is taken meanwhile. Between the last look and the writing there is
 * a moment that Obsidian gives nobody a way to close: what another program or a sync writes in it under the very name, at
 * the same time, is written over.
 */
export async function createFile(
  vault: Vault,
  folder: string,
  name: string,
  text: string,
): Promise<NewFileOutcome> {
  try {
    const parent = await makeFolder(vault, folder);
    if (!parent) return { file: null, failure: { code: 'folder', detail: folder } };
    const unseen = new Set<string>();
    const isTaken = takenIn(parent);
    for (;;) {
      const free = freeFileName(name, (each) => isTaken(each) || unseen.has(each));
      const path = normalizePath(`${parent.path}/${free}`);
      // What Obsidian does not know, a hidden file or one that a sync has just brought, is there all the same.
      if (await vault.adapter.exists(path)) {
        unseen.add(free);
        continue;
      }
      try {
        return { file: await vault.create(path, text), failure: null };
      } catch (error) {
        if (!isTakenMeanwhile(error)) throw error;
        unseen.add(free);
      }
    }
  } catch (error) {
    return { file: null, failure: failureOf(error) };
  }
}

/** Null where a file is in the way. */
async function makeFolder(vault: Vault, path: string): Promise<TFolder | null> {
  let parent = vault.getRoot();
  for (const part of folderParts(path)) {
    const child =
      childOf(parent, part) ?? (await vault.createFolder(normalizePath(`${parent.path}/${part}`)));
    if (!(child instanceof TFolder)) return null;
    parent = child;
  }
  return parent;
}

function folderIn(vault: Pick<Vault, 'getRoot'>, path: string): TAbstractFile | null {
  let found: TAbstractFile | null = vault.getRoot();
  for (const part of folderParts(path)) {
    found = found instanceof TFolder ? childOf(found, part) : null;
  }
  return found;
}

/** The very name before one that differs in case: both may be there. */
function childOf({ children }: TFolder, name: string): TAbstractFile | null {
  const key = nameInFolder(name);
  return (
    children.find((child) => child.name === name) ??
    children.find((child) => nameInFolder(child.name) === key) ??
    null
  );
}

function takenIn(folder: TFolder | null): (name: string) => boolean {
  const names = new Set(folder?.children.map((child) => nameInFolder(child.name)));
  return (name) => names.has(nameInFolder(name));
}

/** What Obsidian says where a file of that name has come between the look and its own. */
function isTakenMeanwhile(error: unknown): boolean {
  return error instanceof Error && /already exists/i.test(error.message);
}

const BY_SYSTEM_CODE: { readonly [code: string]: NewFileFailure['code'] } = {
  ...READ_ONLY,
  ENOSPC: 'full',
  EDQUOT: 'full',
  ENAMETOOLONG: 'name',
  EINVAL: 'name',
  EILSEQ: 'name',
};

function failureOf(error: unknown): NewFileFailure {
  return { code: BY_SYSTEM_CODE[systemCodeOf(error)] ?? 'failed', detail: reasonOf(error) };
}
