/**
 * What a new file may be called, so that every system that a vault is on can have it, and what it is called where
 * another stands there already. Names are compared as the most careless file system compares them.
 */

/**
 * Why a name or a folder's path can't be: nothing there, a character that some system forbids, a point in front (which
 * hides it) or a point or space at the end (which Windows takes away), a name that Windows keeps for devices, too long.
 */
export type NameFault = 'empty' | 'character' | 'edge' | 'device' | 'long';

// eslint-disable-next-line no-control-regex -- these are what is looked for
const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f\u007f]/;
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** In bytes of UTF-8. File systems take 255; a number and what syncs put behind a name have room. */
const LONGEST = 220;

/** `name` is one part of a path, without what stands before or behind it. */
export function nameFault(name: string): NameFault | null {
  if (name === '') return 'empty';
  if (FORBIDDEN.test(name)) return 'character';
  if (name.startsWith('.') || /[. ]$|^ /.test(name)) return 'edge';
  if (DEVICE.test(name.split('.')[0] ?? '')) return 'device';
  return new TextEncoder().encode(name).length > LONGEST ? 'long' : null;
}

/** The folder's parts have no fault of their own; an empty path is the vault's top level. */
export function folderFault(path: string): NameFault | null {
  for (const part of folderParts(path)) {
    const fault = nameFault(part);
    if (fault) return fault;
  }
  return null;
}

/** The names of a path, outermost first; slashes at its ends, and more than one in a row, count for nothing. */
export function folderParts(path: string): readonly string[] {
  return path
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The name with the ending, once, whether or not it was typed. */
export function withEnding(name: string, ending: string): string {
  const behind = `.${ending}`;
  const isThere = name.length > behind.length && name.toLowerCase().endsWith(behind);
  return (isThere ? name.slice(0, -behind.length) : name).trim() + behind;
}

/** The same for names of one file where case counts for nothing. */
export function nameInFolder(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** The name, or, where it is taken, the same with the first number that is not: `Name 1.csv`. */
export function freeFileName(name: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(name)) return name;
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let copy = 1; ; copy++) {
    const numbered = `${stem} ${copy}${ending}`;
    if (!isTaken(numbered)) return numbered;
  }
}
