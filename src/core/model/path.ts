/** Paths of a vault, and tags, which nest as folders do: parts with `/` between them, none at either end. */

/** Whether `path` is below `folder`, at any depth. */
export function isBelow(path: string, folder: string): boolean {
  return path.length > folder.length && path[folder.length] === '/' && path.startsWith(folder);
}

/** The folder that `path` stands in; empty for the vault's root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Every folder above `path`, the outermost first; not the vault's root. */
export function* foldersAbove(path: string): Generator<string> {
  for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
    yield path.slice(0, end);
  }
}

/** What `path` is called in its folder. */
export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether `path` is `place` or below it. */
export function isAtOrBelow(path: string, place: string): boolean {
  return path === place || isBelow(path, place);
}

/** What `path` is called once `from` is called `to`; the same where it is neither that nor below it. */
export function movedPath(path: string, from: string, to: string): string {
  return isAtOrBelow(path, from) ? to + path.slice(from.length) : path;
}
