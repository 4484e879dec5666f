/**
 * What a list shows of the index: which questions, counted and grouped. Never changed in place. Where a few
 * notes have changed, the next result is made of this one, so that a change costs the same in any vault.
 */
import { isSkipped, type Question } from '../question';
import type { NoteEntry } from '../question-index';
import { PathList } from '../path-list';
import type { Taxonomy } from '../taxonomy';
import { Tally } from './count';
import { isCellTerm, noteFilter, type Filter } from './filter';
import { GROUP_KEYS, knownKeys, type Grouping } from './group';
import type { NoteTest } from './note-test';
import { isWithin, type Scope } from './row';

export interface Query {
  /** Null: no note at all. */
  readonly scope: Scope | null;
  /** Whether a question that does not say «not a question» is listed. */
  readonly lists: (question: Question) => boolean;
  /** Whether those are listed that say «not a question». */
  readonly withSkipped: boolean;
  readonly filter: Filter;
  readonly by: Grouping;
  readonly taxonomy: Taxonomy;
}

/** A note's questions that fit; never none. */
export interface NoteBlock {
  readonly path: string;
  readonly entry: NoteEntry;
  readonly questions: readonly Question[];
}

/** As in `RowGroup`, with its questions note by note. A block weighs its questions. */
export interface BlockGroup {
  readonly key: string | null;
  readonly blocks: PathList<NoteBlock>;
}

/** What one note brings to a result. */
interface Share {
  /** Questions that are listed, before the filter. */
  readonly listed: number;
  readonly skipped: number;
  readonly inMatrix: readonly Question[];
  readonly fitting: readonly Question[];
}

interface Parts {
  readonly listed: number;
  readonly skipped: number;
  readonly matrix: Tally;
  readonly totals: Tally;
  readonly blocks: PathList<NoteBlock>;
  readonly groups: readonly BlockGroup[] | null;
}

const NONE: readonly Question[] = [];
const NOTHING: Share = { listed: 0, skipped: 0, inMatrix: NONE, fitting: NONE };

export class QueryResult {
  readonly entries: PathList<NoteEntry>;
  readonly query: Query;
  /** Questions of the notes in scope that are listed, before the filter. */
  readonly listed: number;
  /** Questions that say «not a question» and fit, but for the matrix's own terms; listed or not. */
  readonly skipped: number;
  /** Counts of what fits everything but the matrix's own terms. */
  readonly matrix: Tally;
  /** Counts of what fits. */
  readonly totals: Tally;
  /** What fits, by note. A block weighs its questions and one more, for the note's header. */
  readonly blocks: PathList<NoteBlock>;
  /** What fits, by group, in the order of `groupRows`; null where the groups are the notes. */
  readonly groups: readonly BlockGroup[] | null;
  readonly #sharer: Sharer;

  private constructor(entries: PathList<NoteEntry>, sharer: Sharer, parts: Parts) {
    this.entries = entries;
    this.query = sharer.query;
    this.#sharer = sharer;
    this.listed = parts.listed;
    this.skipped = parts.skipped;
    this.matrix = parts.matrix;
    this.totals = parts.totals;
    this.blocks = parts.blocks;
    this.groups = parts.groups;
  }

  static of(entries: PathList<NoteEntry>, query: Query): QueryResult {
    return QueryResult.#compute(entries, new Sharer(query));
  }

  static #compute(entries: PathList<NoteEntry>, sharer: Sharer): QueryResult {
    const { scope, by, taxonomy } = sharer.query;
    let listed = 0;
    let skipped = 0;
    const matrix = new Tally();
    const totals = new Tally();
    const blocks: NoteBlock[] = [];
    const take = (entry: NoteEntry): void => {
      const share = sharer.shareOf(entry);
      if (share === NOTHING) return;
      listed += share.listed;
      skipped += share.skipped;
      matrix.add(share.inMatrix, 1);
      const { fitting } = share;
      if (fitting.length === 0) return;
      totals.add(fitting, 1);
      blocks.push({ path: entry.path, entry, questions: fitting });
    };
    if (scope?.kind === 'note') {
      const entry = entries.get(scope.path);
      if (entry) take(entry);
    } else {
      entries.forEach(take);
    }
    return new QueryResult(entries, sharer, {
      listed,
      skipped,
      matrix,
      totals,
      blocks: PathList.of(blocks, weighWithHeader),
      groups: by === 'note' ? null : groupBlocks(blocks, by, taxonomy),
    });
  }

  /** The result of the same query on what the entries are now. */
  follow(entries: PathList<NoteEntry>): QueryResult {
    if (entries === this.entries) return this;
    const changes = entries.changesSince(this.entries);
    if (changes.length > MANY) return QueryResult.#compute(entries, this.#sharer);
    const sharer = this.#sharer;
    let { listed, skipped, blocks } = this;
    const matrix = this.matrix.copy();
    const totals = this.totals.copy();
    const groups = this.groups && new GroupChanges(this.groups, sharer.query);
    for (const { path, before, after } of changes) {
      const old = before ? sharer.shareOf(before) : NOTHING;
      const now = after ? sharer.shareOf(after) : NOTHING;
      listed += now.listed - old.listed;
      skipped += now.skipped - old.skipped;
      matrix.add(old.inMatrix, -1);
      matrix.add(now.inMatrix, 1);
      totals.add(old.fitting, -1);
      totals.add(now.fitting, 1);
      if (old.fitting.length === 0 && now.fitting.length === 0) continue;
      const block =
        after && now.fitting.length > 0 ? { path, entry: after, questions: now.fitting } : null;
      blocks = block ? blocks.with(block) : blocks.without(path);
      groups?.replace(path, old.fitting, block);
    }
    return new QueryResult(entries, sharer, {
      listed,
      skipped,
      matrix,
      totals,
      blocks,
      groups: groups?.end() ?? null,
    });
  }

  /** The note's questions that fit; none where it has none. */
  fittingOf(path: string): readonly Question[] {
    return this.blocks.get(path)?.questions ?? NONE;
  }
}

/** With more changes than this, starting over is quicker. */
const MANY = 1000;

/** Works out what each note brings to the result of one query. */
class Sharer {
  readonly query: Query;
  readonly #withoutCells: NoteTest;
  readonly #cells: NoteTest;
  readonly #hasCells: boolean;

  constructor(query: Query) {
    this.query = query;
    const cells = query.filter.filter(isCellTerm);
    this.#cells = noteFilter(cells);
    this.#hasCells = cells.length > 0;
    this.#withoutCells = noteFilter(query.filter.filter((term) => !isCellTerm(term)));
  }

  shareOf(entry: NoteEntry): Share {
    const { scope, lists, withSkipped } = this.query;
    const { questions } = entry;
    if (questions.length === 0 || !scope || !isWithin(entry, scope)) return NOTHING;
    const fits = this.#withoutCells(entry);
    let listed = 0;
    let skipped = 0;
    // Mostly all questions of a note are in; then its own array serves.
    let inMatrix: Question[] | null = null;
    for (let at = 0; at < questions.length; at++) {
      const question = questions[at];
      if (!question) continue;
      const isNone = isSkipped(question);
      const isListed = isNone ? withSkipped : lists(question);
      if (isListed) listed += 1;
      const isIn =
        (isListed || isNone) && (fits === true || (fits !== false && fits(question, at)));
      if (isIn && isNone) skipped += 1;
      if (isIn && isListed) inMatrix?.push(question);
      else inMatrix ??= questions.slice(0, at);
    }
    const kept = inMatrix ?? questions;
    return { listed, skipped, inMatrix: kept, fitting: this.#inCells(entry, kept) };
  }

  #inCells(entry: NoteEntry, questions: readonly Question[]): readonly Question[] {
    if (!this.#hasCells || questions.length === 0) return questions;
    const fits = this.#cells(entry);
    if (typeof fits === 'boolean') return fits ? questions : NONE;
    // The matrix's terms ask nothing that depends on the question's place.
    return questions.filter((question) => fits(question, -1));
  }
}

/** Groups that are being changed, a note at a time. */
class GroupChanges {
  readonly #keyOf: (question: Question) => string | null;
  readonly #query: Query;
  readonly #groups: Map<string | null, PathList<NoteBlock>>;
  readonly #order: readonly BlockGroup[];
  #mustSort = false;

  constructor(groups: readonly BlockGroup[], query: Query) {
    this.#order = groups;
    this.#query = query;
    this.#keyOf = GROUP_KEYS[query.by === 'note' ? 'stance' : query.by];
    this.#groups = new Map(groups.map(({ key, blocks }) => [key, blocks]));
  }

  replace(path: string, old: readonly Question[], block: NoteBlock | null): void {
    const parts = block ? partsOf(block, this.#keyOf) : new Map<string | null, NoteBlock>();
    for (const key of new Set([...old.map(this.#keyOf), ...parts.keys()])) {
      const before = this.#groups.get(key);
      const part = parts.get(key);
      const after = part
        ? (before ?? PathList.of<NoteBlock>([], weigh)).with(part)
        : before?.without(path);
      if (after && after.size > 0) this.#groups.set(key, after);
      else this.#groups.delete(key);
      if (before?.first !== after?.first) this.#mustSort = true;
    }
  }

  end(): readonly BlockGroup[] {
    if (this.#mustSort) return sortGroups(this.#groups, this.#query.by, this.#query.taxonomy);
    return this.#order.map(({ key, blocks }) => ({ key, blocks: this.#groups.get(key) ?? blocks }));
  }
}

function groupBlocks(
  blocks: readonly NoteBlock[],
  by: Exclude<Grouping, 'note'>,
  taxonomy: Taxonomy,
): readonly BlockGroup[] {
  const keyOf = GROUP_KEYS[by];
  const groups = new Map<string | null, NoteBlock[]>();
  for (const block of blocks) {
    for (const [key, part] of partsOf(block, keyOf)) {
      const group = groups.get(key);
      if (group) group.push(part);
      else groups.set(key, [part]);
    }
  }
  const lists = new Map<string | null, PathList<NoteBlock>>();
  for (const [key, parts] of groups) lists.set(key, PathList.of(parts, weigh));
  return sortGroups(lists, by, taxonomy);
}

/** A note's questions by group; its own block where all of them are in one. */
function partsOf(
  block: NoteBlock,
  keyOf: (question: Question) => string | null,
): ReadonlyMap<string | null, NoteBlock> {
  const { path, entry, questions } = block;
  const byKey = new Map<string | null, Question[]>();
  for (const question of questions) {
    const key = keyOf(question);
    const some = byKey.get(key);
    if (some) some.push(question);
    else byKey.set(key, [question]);
  }
  const parts = new Map<string | null, NoteBlock>();
  for (const [key, some] of byKey) {
    parts.set(key, byKey.size === 1 ? block : { path, entry, questions: some });
  }
  return parts;
}

/** The taxonomy's groups in its order, then those it does not know by their first question, then the rest. */
function sortGroups(
  groups: ReadonlyMap<string | null, PathList<NoteBlock>>,
  by: Grouping,
  taxonomy: Taxonomy,
): readonly BlockGroup[] {
  const known = new Map(knownKeys(by, taxonomy).map((key, at) => [key, at]));
  const placed = Array.from(groups, ([key, blocks]) => {
    const { first } = blocks;
    const [question] = first?.questions ?? NONE;
    return {
      key,
      blocks,
      rank: key === null ? Infinity : (known.get(key) ?? known.size),
      path: first?.path ?? '',
      at: first && question ? first.entry.questions.indexOf(question) : 0,
    };
  });
  placed.sort((a, b) =>
    a.rank !== b.rank
      ? a.rank < b.rank
        ? -1
        : 1
      : a.path !== b.path
        ? a.path < b.path
          ? -1
          : 1
        : a.at - b.at,
  );
  return placed.map(({ key, blocks }) => ({ key, blocks }));
}

function weigh({ questions }: NoteBlock): number {
  return questions.length;
}

function weighWithHeader({ questions }: NoteBlock): number {
  return questions.length + 1;
}
