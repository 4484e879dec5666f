/** Notes that somebody else has chosen, in an order of theirs, in groups of theirs or in none: the files of a base. */
import type { GroupField } from '../language/statement';

export interface GivenGroup {
  /** What the group is called; empty for what has no such value. */
  readonly key: string;
  readonly paths: readonly string[];
}

/** What the groups of a list are of: what a query groups by, or the groups that notes were given in. */
export type ListedField = GroupField | 'given';

let made = 0;

export class GivenNotes {
  readonly #groups: readonly GivenGroup[];
  readonly #places = new Map<string, number>();
  readonly #keys: string[] = [];
  /** Tells it from all others, which may have other notes. */
  readonly #id = ++made;

  /** A note that is given twice counts where it comes first. */
  constructor(groups: readonly GivenGroup[]) {
    this.#groups = groups;
    for (const { key, paths } of groups) {
      for (const path of paths) {
        if (this.#places.has(path)) continue;
        this.#places.set(path, this.#keys.length);
        this.#keys.push(key);
      }
    }
  }

  get size(): number {
    return this.#keys.length;
  }

  /** In their order. */
  get paths(): Iterable<string> {
    return this.#places.keys();
  }

  get areGrouped(): boolean {
    return this.#groups.some(({ key }) => key !== '');
  }

  /** The groups' keys in their order, each once. */
  get groupKeys(): readonly string[] {
    return [...new Set(this.#groups.map(({ key }) => key))];
  }

  has(path: string): boolean {
    return this.#places.has(path);
  }

  /** From 0 on; −1 for a note that was not given. */
  placeOf(path: string): number {
    return this.#places.get(path) ?? -1;
  }

  /** The key of its group; null for a note that was not given. */
  groupOf(path: string): string | null {
    return this.#keys[this.placeOf(path)] ?? null;
  }

  /** Whether the others are the same notes in the same order and groups. */
  equals(other: GivenNotes): boolean {
    const others = other.#groups;
    return (
      others.length === this.#groups.length &&
      this.#groups.every(({ key, paths }, at) => {
        const group = others[at];
        return (
          group?.key === key &&
          group.paths.length === paths.length &&
          paths.every((path, place) => path === group.paths[place])
        );
      })
    );
  }

  renamed(rename: (path: string) => string): GivenNotes {
    return new GivenNotes(
      this.#groups.map(({ key, paths }) => ({ key, paths: paths.map(rename) })),
    );
  }

  /** What stands for it where queries are compared by their words. */
  toJSON(): number {
    return this.#id;
  }
}
