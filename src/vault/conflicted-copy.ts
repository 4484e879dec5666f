/** Copies of a note that a sync service sets aside where two devices changed it: `Note (Conflicted copy …).md`. */

export function isConflictedCopy(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /\([^()]*\bconflicted copy\b[^()]*\)/i.test(name);
}
