/** What names a group among all groups of all groupings: for lists, and for what a workspace keeps of them. */
import type { ListedField } from '../columns/given-notes';

/** Stands between the ids of groups within groups; nobody types it. */
const WITHIN = '\u0002';

/** The group of `field` with this key (null: of what has none); within the group `outer` where it is given. */
export function groupId(field: ListedField, key: string | null, outer?: string): string {
  const own = key === null ? `${field}!` : `${field}:${key}`;
  return outer === undefined ? own : outer + WITHIN + own;
}

/** Of groups that are nested so deep, all that have no groups within; as what is collapsed. */
export function innermostGroups(depth: number): {
  readonly size: number;
  has(id: string): boolean;
} {
  return { size: depth, has: (id) => id.split(WITHIN).length === depth };
}

/** The key of a group of `field` that is in no other; undefined where the id is of another field. */
export function keyOfId(field: ListedField, id: string): string | null | undefined {
  if (id.includes(WITHIN)) return undefined;
  if (id === groupId(field, null)) return null;
  const prefix = groupId(field, '');
  return id.startsWith(prefix) ? id.slice(prefix.length) : undefined;
}

/** The id with the paths of notes and folders as `rename` gives them. */
export function renameGroupId(id: string, rename: (path: string) => string): string {
  return id
    .split(WITHIN)
    .map((own) => {
      const prefix = RENAMED.find((each) => own.startsWith(each));
      return prefix === undefined ? own : prefix + rename(own.slice(prefix.length));
    })
    .join(WITHIN);
}

const RENAMED = ['note:', 'folder:'] as const;
