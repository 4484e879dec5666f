/**
 * Which notes are wanted in the index, and how much: by the settings, by what the metadata cache says of a note, and by
 * what somebody asked for. Also under which key what was read of them is kept, since the same settings decide that.
 */
import type { CachedMetadata } from 'obsidian';
import { PACKING_VERSION } from '../../core/index/packed-questions';
import type { NoteEntry } from '../../core/index/question-index';
import { excludedPaths } from '../../core/model/excluded-path';
import { isBelow, movedPath } from '../../core/model/path';
import { areSameRoots } from '../../core/model/roots';
import {
  checkboxOf,
  EXCLUDED,
  judgeScope,
  type Frontmatter,
  type ScopeRule,
} from '../../core/model/scope';
import { EXTRACTOR_VERSION } from '../../core/reading/extract';
import type { Priority } from './read-queue';
import { hasTagUnder } from './tags-under-root';

/** What of the settings decides which notes are read, and how. */
export interface SyncSettings {
  readonly scope: ScopeRule;
  /** The first segments of the tags that are marks. */
  readonly roots: readonly string[];
  /** Also find sentences that ask without an asking sign. */
  readonly unmarked: boolean;
  /** Entries of Obsidian's «Excluded files»: such notes are read only where somebody asks for one. */
  readonly excluded?: readonly string[];
}

/** What the metadata cache says of a note, and what was asked for. */
export interface Judged extends Pick<NoteEntry, 'scope' | 'checkbox'> {
  /** How much the note is wanted in the index; null where it is not. */
  readonly priority: Priority | null;
}

export class WantedNotes {
  #settings: SyncSettings;
  #isExcluded: (path: string) => boolean;
  #key: string;
  /** Notes that somebody asked for by path. */
  readonly #asked = new Set<string>();
  #all = false;

  constructor(settings: SyncSettings) {
    this.#settings = settings;
    this.#isExcluded = excludedPaths(settings.excluded ?? []);
    this.#key = keyOf(settings);
  }

  get settings(): SyncSettings {
    return this.#settings;
  }

  get isExcluded(): (path: string) => boolean {
    return this.#isExcluded;
  }

  /** What decides which questions a text gives, beside the text. */
  get key(): string {
    return this.#key;
  }

  /** Whether all notes of the vault were asked for. */
  get areAll(): boolean {
    return this.#all;
  }

  /** Goes by `now` from here on. Says whether texts may give other questions by it, and whether the scope is another. */
  adopt(now: SyncSettings): { readonly reads: boolean; readonly scope: boolean } {
    const before = this.#settings;
    this.#settings = now;
    this.#isExcluded = excludedPaths(now.excluded ?? []);
    this.#key = keyOf(now);
    const scopeOf = ({ scope, excluded = [] }: SyncSettings) => JSON.stringify([scope, excluded]);
    return {
      reads: !areSameRoots(before.roots, now.roots) || before.unmarked !== now.unmarked,
      scope: scopeOf(before) !== scopeOf(now),
    };
  }

  askForAll(): void {
    this.#all = true;
  }

  ask(path: string): void {
    this.#asked.add(path);
  }

  /** The note at `path` is no more. */
  forget(path: string): void {
    this.#asked.delete(path);
  }

  forgetFolder(folder: string): void {
    for (const path of this.#askedIn(folder)) this.#asked.delete(path);
  }

  move(from: string, to: string): void {
    if (this.#asked.delete(from)) this.#asked.add(to);
  }

  moveFolder(from: string, to: string): void {
    for (const path of this.#askedIn(from)) this.move(path, movedPath(path, from, to));
  }

  judge(path: string, cache: CachedMetadata | null): Judged {
    const { scope: rule, roots } = this.#settings;
    const frontmatter: Frontmatter = cache?.frontmatter ?? null;
    const checkbox = checkboxOf(frontmatter, rule.checkbox);
    if (this.#isExcluded(path)) {
      return { scope: EXCLUDED, checkbox, priority: this.#asked.has(path) ? 0 : null };
    }
    const scope = judgeScope(frontmatter, rule);
    if (scope.inScope || this.#asked.has(path)) return { scope, checkbox, priority: 0 };
    const isMarked = hasTagUnder(cache, roots);
    return { scope, checkbox, priority: isMarked ? 1 : this.#all ? 2 : null };
  }

  #askedIn(folder: string): readonly string[] {
    return [...this.#asked].filter((path) => isBelow(path, folder));
  }
}

function keyOf({ roots, unmarked }: SyncSettings): string {
  return JSON.stringify([
    EXTRACTOR_VERSION,
    PACKING_VERSION,
    roots.map((root) => root.toLowerCase()),
    unmarked,
  ]);
}
