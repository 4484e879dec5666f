/**
 * Finds the notes at paths: a file as it is, a folder's `*.md` with all its folders, in code-unit order of
 * paths. What starts with a dot is left out, the vault's config folder with it. Links are followed, but
 * into no folder that is being read already. A note that several paths lead to is found once, by the first.
 * The path `-` is standard input.
 */
import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { reasonOf } from './read-failure';

/** What a scan has to say beside its questions. */
export type Trouble =
  | { readonly kind: 'unreadable'; readonly path: string; readonly reason: string }
  | { readonly kind: 'not-utf-8'; readonly path: string };

export type Report = (trouble: Trouble) => void;

/** What is called so where paths are given, and as it is printed: as `grep` does, and no spreadsheet runs it. */
const DASH = '-';
export const STANDARD_INPUT = '(standard input)';

export interface FoundNote {
  /** The path given, and what lies below it, joined with `/`. */
  readonly path: string;
  /** The path below the folder given; of a file given, the path as given. */
  readonly pathInVault: string;
  /** Whether the note itself was given, and not a folder that it is in. */
  readonly isGiven: boolean;
  /** False for standard input. */
  readonly isFile: boolean;
}

export async function* findNotes(
  paths: readonly string[],
  report: Report,
): AsyncGenerator<FoundNote> {
  const seen = new Set<string>();
  for await (const note of findAll(paths, report)) {
    // A pipe has no real path.
    const real = note.isFile ? await realpath(note.path).catch(() => note.path) : DASH;
    if (!seen.has(real)) yield note;
    seen.add(real);
  }
}

async function* findAll(paths: readonly string[], report: Report): AsyncGenerator<FoundNote> {
  for (const given of paths) {
    if (given === DASH) {
      yield { path: STANDARD_INPUT, pathInVault: STANDARD_INPUT, isGiven: true, isFile: false };
      continue;
    }
    const path = withSlashes(given);
    const stats = await look(path, report);
    if (!stats) continue;
    if (stats.isDirectory()) yield* walk(path.endsWith('/') ? path : `${path}/`, '', [], report);
    // What is no file, such as a pipe, has no name that says what it holds.
    else if (stats.isFile() && !isNote(path)) {
      report({ kind: 'unreadable', path, reason: 'not a Markdown note (.md)' });
    } else yield { path, pathInVault: path, isGiven: true, isFile: true };
  }
}

function isNote(name: string): boolean {
  return /\.md$/i.test(name);
}

/** Notes below `base` + `below`; both end with `/` or are empty. `within`: the real paths of the folders above. */
async function* walk(
  base: string,
  below: string,
  within: readonly string[],
  report: Report,
): AsyncGenerator<FoundNote> {
  const folder = base + below;
  let real: string;
  let names: readonly Dirent[];
  try {
    real = await realpath(folder);
    if (within.includes(real)) return;
    names = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    report({ kind: 'unreadable', path: folder, reason: reasonOf(error) });
    return;
  }
  const children: string[] = [];
  for (const child of names) {
    const { name } = child;
    if (name.startsWith('.')) continue;
    const stats = child.isSymbolicLink()
      ? await look(folder + name, isNote(name) ? report : () => undefined)
      : child;
    if (stats?.isDirectory()) children.push(`${below}${name}/`);
    else if (isNote(name) && stats?.isFile()) children.push(below + name);
  }
  for (const path of children.sort()) {
    if (path.endsWith('/')) yield* walk(base, path, [...within, real], report);
    else yield { path: base + path, pathInVault: path, isGiven: false, isFile: true };
  }
}

async function look(path: string, report: Report): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    report({ kind: 'unreadable', path, reason: reasonOf(error) });
    return null;
  }
}

function withSlashes(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}
