/**
 * A list that is sorted, limited, or grouped otherwise than by one thing in the order of notes: what stands at which
 * position of it.
 */
import type { NoteEntry } from '../../index/question-index';
import { partitionPoint } from '../../text/partition-point';
import type { Question } from '../../model/question';
import type { Row } from '../columns/row';
import { fittingAt, type Arranged, type ArrangedGroup } from '../arranging/arrange';
import { groupId } from '../arranging/group-id';
import { stagesOf, type Collapsed, type Laid, type LaidGroup, type Layout } from './laid-rows';
import { rowAt, type QueryResult } from './result';

/** A header with the questions right below it; or, where there are no groups, all questions and no header. */
interface Stretch {
  /** The position of its header, or of its first question where it has none. */
  readonly at: number;
  readonly head: {
    readonly group: ArrangedGroup;
    readonly id: string;
    readonly level: number;
  } | null;
  /** Its questions that show, as positions in `Arranged.order`. */
  readonly from: number;
  readonly to: number;
}

export class ArrangedLayout implements Layout {
  readonly #result: QueryResult;
  readonly #arranged: Arranged;
  readonly #collapsed: Collapsed;
  readonly #stages = new Map<ArrangedGroup, ReadonlyMap<string, number>>();
  readonly #stretches: readonly Stretch[];
  readonly length: number;

  constructor(result: QueryResult, collapsed: Collapsed) {
    this.#result = result;
    this.#arranged = result.arranged;
    this.#collapsed = collapsed;
    const { groups, order } = this.#arranged;
    const stretches: Stretch[] = [];
    this.length =
      result.query.groups.length === 0
        ? order.length
        : addStretches(stretches, groups, collapsed, 0, 0);
    if (result.query.groups.length === 0) {
      stretches.push({ at: 0, head: null, from: 0, to: order.length });
    }
    this.#stretches = stretches;
  }

  at(index: number): Laid | null {
    if (index < 0 || index >= this.length) return null;
    const stretch = this.#stretches[lastBefore(this.#stretches, index)];
    if (!stretch) return null;
    const { head, from } = stretch;
    if (head && index === stretch.at) return this.#header(head);
    const row = this.#rowIn(from + index - stretch.at - (head ? 1 : 0));
    return row && { kind: 'question', row, group: head?.id ?? null };
  }

  indexOf(entry: NoteEntry, question: Question): number | null {
    const position = this.#result.orderOf(entry, question);
    if (position === -1) return null;
    // Stretches without questions that show end where they begin.
    const at = partitionPoint(this.#stretches.length, (each) => {
      const stretch = this.#stretches[each];
      return stretch !== undefined && stretch.to <= position;
    });
    const stretch = this.#stretches[at];
    if (!stretch || position < stretch.from) return null;
    return stretch.at + (stretch.head ? 1 : 0) + position - stretch.from;
  }

  indexOfGroup(id: string): number | null {
    return this.#stretches.find(({ head }) => head?.id === id)?.at ?? null;
  }

  groupIds(): readonly string[] {
    return idsOf(this.#arranged.groups);
  }

  #rowIn(position: number): Row | null {
    const { order, starts } = this.#arranged;
    const found = fittingAt(this.#result.chunks, starts, order[position] ?? -1);
    return found && rowAt(found.chunk.columns, found.position);
  }

  /** Counted once: a group may be all of the vault, and is drawn again at each move of the cursor. */
  #stagesOf(group: ArrangedGroup): ReadonlyMap<string, number> {
    const known = this.#stages.get(group);
    if (known) return known;
    const { order, starts } = this.#arranged;
    const { chunks } = this.#result;
    const counted = stagesOf(
      (function* () {
        for (let at = group.from; at < group.to; at++) {
          const found = fittingAt(chunks, starts, order[at] ?? -1);
          if (found) yield { columns: found.chunk.columns, position: found.position };
        }
      })(),
    );
    this.#stages.set(group, counted);
    return counted;
  }

  #header({ group, id, level }: NonNullable<Stretch['head']>): Laid | null {
    const { field, key, from, to } = group;
    const first = this.#rowIn(from);
    if (!first) return null;
    const laid: LaidGroup = {
      id,
      field,
      key,
      level,
      size: to - from,
      entry: first.entry,
      collapsed: this.#collapsed.has(id),
      rows: () => {
        const rows: Row[] = [];
        for (let position = from; position < to; position++) {
          const row = this.#rowIn(position);
          if (row) rows.push(row);
        }
        return rows;
      },
      stages: () => this.#stagesOf(group),
    };
    return { kind: 'header', group: laid };
  }
}

/** Adds what shows of some groups, from a position on; returns where it ends. */
function addStretches(
  stretches: Stretch[],
  groups: readonly ArrangedGroup[],
  collapsed: Collapsed,
  begin: number,
  level: number,
  outer?: string,
): number {
  let at = begin;
  for (const group of groups) {
    const id = groupId(group.field, group.key, outer);
    const isOpen = !collapsed.has(id);
    const hasRows = isOpen && group.groups.length === 0;
    const to = hasRows ? group.to : group.from;
    stretches.push({ at, head: { group, id, level }, from: group.from, to });
    at += 1 + to - group.from;
    if (isOpen) at = addStretches(stretches, group.groups, collapsed, at, level + 1, id);
  }
  return at;
}

/** The last stretch that does not begin behind the position. */
function lastBefore(stretches: readonly Stretch[], index: number): number {
  return (
    partitionPoint(stretches.length, (at) => {
      const stretch = stretches[at];
      return stretch !== undefined && stretch.at <= index;
    }) - 1
  );
}

function idsOf(groups: readonly ArrangedGroup[], outer?: string): readonly string[] {
  return groups.flatMap((group) => {
    const id = groupId(group.field, group.key, outer);
    return [id, ...idsOf(group.groups, id)];
  });
}
