/**
 * The list as it is drawn: groups and their rows as one flat run of items, folded groups without rows. An
 * item is made when somebody asks for it, so that a list of any length costs the same.
 */
import type { NoteEntry } from '../../core/question-index';
import { PathList } from '../../core/path-list';
import { GROUP_KEYS, type Grouping } from '../../core/query/group';
import type { BlockGroup, NoteBlock, QueryResult } from '../../core/query/result';
import type { Row } from '../../core/query/row';
import type { ListOrder } from './list-selection';
import { isRowKey, type RowKeys } from './row-keys';

/** A group of rows, as its header shows it. */
export interface ItemGroup {
  /** As in `RowGroup`. */
  readonly key: string | null;
  /** How many rows it has. */
  readonly size: number;
  /** The note of its first row. */
  readonly entry: NoteEntry;
  /** All of them; there may be very many. */
  readonly rows: readonly Row[];
}

export interface HeaderItem {
  readonly kind: 'header';
  /** Unlike a row's key for any path, text or label. */
  readonly key: string;
  readonly group: ItemGroup;
  readonly folded: boolean;
}

export interface RowItem {
  readonly kind: 'row';
  readonly key: string;
  readonly row: Row;
  /** The key of the header it stands under. */
  readonly header: string;
}

export type ListItem = HeaderItem | RowItem;

/** Names a group among all groups of all groupings; kept in the workspace for folded ones. */
export function groupKey(grouping: Grouping, key: string | null): string {
  return key === null ? `${grouping}!` : `${grouping}:${key}`;
}

/** The key with its note's path as `rename` gives it; keys of other groups come back as they are. */
export function renameGroupKey(key: string, rename: (path: string) => string): string {
  return key.startsWith(NOTE) ? NOTE + rename(key.slice(NOTE.length)) : key;
}

const NOTE = 'note:';

/** Items by place, and places by key. */
export interface ItemList extends ListOrder {
  at(index: number): ListItem | undefined;
}

export function listItems(
  result: QueryResult,
  collapsed: ReadonlySet<string>,
  rowKeys: RowKeys,
): ItemList {
  return result.groups
    ? new GroupedItems(result, result.groups, collapsed, rowKeys)
    : new NoteItems(result, collapsed, rowKeys);
}

abstract class Items implements ItemList {
  abstract readonly length: number;

  constructor(
    protected readonly result: QueryResult,
    protected readonly collapsed: ReadonlySet<string>,
    protected readonly rowKeys: RowKeys,
  ) {}

  abstract at(index: number): ListItem | undefined;
  protected abstract placeOfRow(row: Row): number | undefined;
  protected abstract placeOfHeader(key: string): number | undefined;

  keyAt(index: number): string | undefined {
    return this.at(index)?.key;
  }

  indexOf(key: string): number | undefined {
    if (!isRowKey(key)) return this.placeOfHeader(key);
    const row = this.rowKeys.find(key, (path) => this.result.blocks.get(path)?.entry ?? null);
    return row ? this.placeOfRow(row) : undefined;
  }

  isRow(key: string): boolean {
    return isRowKey(key);
  }

  protected isFolded(key: string | null): boolean {
    return this.collapsed.size > 0 && this.collapsed.has(groupKey(this.result.query.by, key));
  }

  protected header(
    key: string | null,
    size: number,
    blocks: Iterable<NoteBlock>,
    entry: NoteEntry,
  ): HeaderItem {
    const { rowKeys } = this;
    return {
      kind: 'header',
      key: groupKey(this.result.query.by, key),
      folded: this.isFolded(key),
      group: {
        key,
        size,
        entry,
        get rows() {
          return Array.from(blocks).flatMap((block) =>
            block.questions.map((question) => rowKeys.rowOf(block.entry, question)),
          );
        },
      },
    };
  }

  protected row(
    { entry, questions }: NoteBlock,
    at: number,
    key: string | null,
  ): RowItem | undefined {
    const question = questions[at];
    if (!question) return undefined;
    const row = this.rowKeys.rowOf(entry, question);
    return {
      kind: 'row',
      key: this.rowKeys.keyOf(row),
      row,
      header: groupKey(this.result.query.by, key),
    };
  }
}

/** Every note a group. */
class NoteItems extends Items {
  readonly #blocks: PathList<NoteBlock>;
  readonly length: number;

  constructor(result: QueryResult, collapsed: ReadonlySet<string>, rowKeys: RowKeys) {
    super(result, collapsed, rowKeys);
    const anyFolded = [...collapsed].some(
      (key) => key.startsWith(NOTE) && result.blocks.get(key.slice(NOTE.length)),
    );
    this.#blocks = anyFolded
      ? PathList.of(result.blocks, ({ path, questions }) =>
          this.isFolded(path) ? 1 : questions.length + 1,
        )
      : result.blocks;
    this.length = this.#blocks.weight;
  }

  at(index: number): ListItem | undefined {
    const found = this.#blocks.at(index);
    if (!found) return undefined;
    const { value: block, offset } = found;
    if (offset > 0) return this.row(block, offset - 1, block.path);
    return this.header(block.path, block.questions.length, [block], block.entry);
  }

  protected placeOfRow({ entry, question }: Row): number | undefined {
    const at = this.result.fittingOf(entry.path).indexOf(question);
    if (at === -1 || this.isFolded(entry.path)) return undefined;
    return this.#blocks.placeOf(entry.path) + 1 + at;
  }

  protected placeOfHeader(key: string): number | undefined {
    if (!key.startsWith(NOTE)) return undefined;
    const path = key.slice(NOTE.length);
    return this.#blocks.get(path) ? this.#blocks.placeOf(path) : undefined;
  }
}

/** Groups across notes. */
class GroupedItems extends Items {
  readonly #groups: readonly BlockGroup[];
  /** Where each group's header stands, and, last, the end. */
  readonly #starts: readonly number[];
  readonly length: number;

  constructor(
    result: QueryResult,
    groups: readonly BlockGroup[],
    collapsed: ReadonlySet<string>,
    rowKeys: RowKeys,
  ) {
    super(result, collapsed, rowKeys);
    this.#groups = groups;
    let length = 0;
    const starts = [0];
    for (const { key, blocks } of groups) {
      length += this.isFolded(key) ? 1 : blocks.weight + 1;
      starts.push(length);
    }
    this.#starts = starts;
    this.length = length;
  }

  at(index: number): ListItem | undefined {
    const at = this.#groupAt(index);
    const group = this.#groups[at];
    const offset = index - (this.#starts[at] ?? 0);
    if (!group) return undefined;
    const { key, blocks } = group;
    if (offset > 0) {
      const found = blocks.at(offset - 1);
      return found ? this.row(found.value, found.offset, key) : undefined;
    }
    return blocks.first ? this.header(key, blocks.weight, blocks, blocks.first.entry) : undefined;
  }

  protected placeOfRow({ entry, question }: Row): number | undefined {
    const { by } = this.result.query;
    if (by === 'note') return undefined;
    const key = GROUP_KEYS[by](question);
    const at = this.#groups.findIndex((group) => group.key === key);
    const blocks = this.#groups[at]?.blocks;
    const within = blocks?.get(entry.path)?.questions.indexOf(question) ?? -1;
    if (!blocks || within === -1 || this.isFolded(key)) return undefined;
    return (this.#starts[at] ?? 0) + 1 + blocks.placeOf(entry.path) + within;
  }

  protected placeOfHeader(key: string): number | undefined {
    const { by } = this.result.query;
    const at = this.#groups.findIndex((group) => groupKey(by, group.key) === key);
    return at === -1 ? undefined : this.#starts[at];
  }

  /** The group to which the place belongs; none beyond the ends. */
  #groupAt(index: number): number {
    if (index < 0 || index >= this.length) return -1;
    let low = 0;
    let high = this.#groups.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
