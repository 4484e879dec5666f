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
  readonly #positions = new Map<string, number>();
  readonly #keys: string[] = [];
  /** Tells it from all others, which may have other notes. */
  readonly #id = ++made;

  /** A note that is given twice counts where it comes first. */
  constructor(groups: readonly GivenGroup[]) {
    this.#groups = groups;
    for (const { key, paths } of groups) {
      for (const path of paths) {
        if (this.#positions.has(path)) continue;
        this.#positions.set(path, this.#keys.length);
        this.#keys.push(key);
      }
    }
  }

  get size(): number {
    return this.#keys.length;
  }

  /** In their order. */
  get paths(): Iterable<string> {
    return this.#positions.keys();
  }

  get areGrouped(): boolean {
    return this.#groups.some(({ key }) => key !== '');
  }

  /** The groups' keys in their order, each once. */
  get groupKeys(): readonly string[] {
    return [...new Set(this.#groups.map(({ key }) => key))];
  }

  has(path: string): boolean {
    return this.#positions.has(path);
  }

  /** From 0 on; −1 for a note that was not given. */
  positionOf(path: string): number {
    return this.#positions.get(path) ?? -1;
  }

  /** The key of its group; null for a note that was not given. */
  groupOf(path: string): string | null {
    return this.#keys[this.positionOf(path)] ?? null;
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
          paths.every((path, position) => path === group.paths[position])
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
