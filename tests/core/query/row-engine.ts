/**
 * Lists and their numbers, worked out row by row: the model that tests hold the columns to. It is as plain as can be,
 * and would be too slow for a vault.
 */
import { isTimeUnit } from '../../../src/core/query/language/calendar';
import type { NoteEntry } from '../../../src/core/index/question-index';
import { isListed, markOf } from '../../../src/core/model/question';
import { DEFAULT_TAXONOMY } from '../../../src/core/model/taxonomy';
import { foldText } from '../../../src/core/query/columns/folded-text';
import { isWithin, noteName, type NoteChoice, type Row } from '../../../src/core/query/columns/row';
import { stageKey } from '../../../src/core/model/stage-key';
import type { Arrangement } from '../../../src/core/query/arranging/arrange';
import { groupId } from '../../../src/core/query/arranging/group-id';
import type { ListedField } from '../../../src/core/query/columns/given-notes';
import type { SortField } from '../../../src/core/query/language/statement';
import { matrixOf, type MatrixCount } from '../../../src/core/query/internal/count';
import { GROUP_KEYS, groupRows } from './group-rows';

/** Rows of the notes in `scope`, listed questions only unless `all`, ordered by path, then place. */
export function rowsOf(
  entries: Iterable<NoteEntry>,
  scope: NoteChoice,
  all = false,
): readonly Row[] {
  return [...entries]
    .filter((entry) => isWithin(entry, scope))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .flatMap((entry) =>
      entry.questions
        .all()
        .filter((question) => all || isListed(question))
        .map((question) => ({ entry, question })),
    );
}

export function countMatrix(rows: readonly Row[]): MatrixCount {
  const notes = new Set<string>();
  const counts = new Map<string | null, number>();
  for (const { entry, question } of rows) {
    notes.add(entry.path);
    const mark = markOf(question);
    const key = mark && stageKey(mark);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return matrixOf(counts, notes.size);
}

interface Arranged extends Arrangement {
  readonly notes?: NoteChoice | null;
}

/** A list's lines, by their groups: `# id size: rows` for a header, and below it, unless it is collapsed, its rows. */
export function arrangedLines(
  rows: readonly Row[],
  { groups, sorts, limit = Infinity, limitGroups = Infinity, notes = null }: Arranged,
  collapsed: ReadonlySet<string>,
  said: (row: Row) => string,
  /** Those of the notes that are looked at, whatever fits. */
  all: readonly Row[] = rows,
): { readonly lines: readonly string[]; readonly ids: readonly string[] } {
  const given = notes?.kind === 'given' ? notes.notes : null;
  const keyOf = (row: Row, by: ListedField): string | null => {
    if (by === 'given') return given?.groupOf(row.entry.path) ?? null;
    return isTimeUnit(by) ? null : GROUP_KEYS[by](row);
  };
  const sorted = [...rows];
  if (given) sorted.sort((a, b) => given.positionOf(a.entry.path) - given.positionOf(b.entry.path));
  for (const { by, reverse } of [...sorts].reverse()) {
    const compare = by === 'coverage' ? byCoverage(groups, all) : COMPARE[by];
    sorted.sort((a, b) => compare(a, b, reverse ? -1 : 1));
  }
  const orders = groups.map(({ by, reverse }) => {
    const keys =
      by === 'given'
        ? [...(given?.groupKeys ?? []), null]
        : groupRows(sorted, by, DEFAULT_TAXONOMY).map(({ key }) => key);
    const known = keys.filter((key) => key !== null);
    return [...(reverse ? known.reverse() : known), ...(keys.includes(null) ? [null] : [])];
  });
  const keysOf = (row: Row) => groups.map(({ by }) => keyOf(row, by));
  const placeOf = (row: Row) => keysOf(row).map((key, at) => orders[at]?.indexOf(key) ?? 0);
  const placed = sorted.sort((a, b) => {
    const [one, other] = [placeOf(a), placeOf(b)];
    const at = one.findIndex((place, level) => place !== other[level]);
    return (one[at] ?? 0) - (other[at] ?? 0);
  });
  const counts = new Map<string, number>();
  const shown = placed
    .filter((row) => {
      const key = JSON.stringify(keysOf(row));
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return groups.length === 0 || (counts.get(key) ?? 0) <= limitGroups;
    })
    .slice(0, limit);
  const lines: string[] = [];
  const ids: string[] = [];
  const write = (
    members: readonly Row[],
    level: number,
    outer: string | undefined,
    isOpen: boolean,
  ) => {
    const by = groups[level]?.by;
    if (by === undefined) {
      if (isOpen) lines.push(...members.map(said));
      return;
    }
    const keys = [...new Set(members.map((row) => keysOf(row)[level] ?? null))];
    for (const key of keys) {
      const own = members.filter((row) => (keysOf(row)[level] ?? null) === key);
      const id = groupId(by, key, outer);
      ids.push(id);
      if (isOpen) lines.push(`# ${id} ${own.length}: ${own.map(said).join()}`);
      write(own, level + 1, id, isOpen && !collapsed.has(id));
    }
  };
  write(shown, 0, undefined, true);
  return { lines, ids };
}

type CompareRows = (a: Row, b: Row, way: 1 | -1) => number;

const byValue =
  (valueOf: (row: Row) => string | number | null): CompareRows =>
  (a, b, way) => {
    const [one, other] = [valueOf(a), valueOf(b)];
    if (one === other) return 0;
    if (one === null) return 1;
    if (other === null) return -1;
    return way * (one < other ? -1 : 1);
  };

/** Known values in their order, all others behind them. */
const byPlace = (known: readonly string[], valueOf: (row: Row) => string | null): CompareRows =>
  byValue((row) => {
    const value = valueOf(row);
    if (value === null) return null;
    const place = known.indexOf(value);
    return String(place === -1 ? known.length : place).padStart(4, '0') + value;
  });

const STAGES = DEFAULT_TAXONOMY.stances.flatMap(({ id, stages }) => [
  ...stages.map((stage) => `${id}/${stage.id}`),
  `${id}/`,
]);

const COMPARE: { readonly [by in Exclude<SortField, 'coverage'>]: CompareRows } = {
  note: byValue(({ entry }) => foldText(noteName(entry.path))),
  path: byValue(({ entry }) => entry.path),
  line: byValue(({ question }) => question.line),
  text: byValue(({ question }) => foldText(question.text)),
  label: byValue(({ question }) => question.label),
  speaker: byValue(({ question }) => question.speaker),
  asker: byValue(({ question }) => question.speaker),
  stance: byPlace(
    DEFAULT_TAXONOMY.stances.map(({ id }) => id),
    GROUP_KEYS.stance,
  ),
  stage: byPlace(STAGES, GROUP_KEYS.stage),
  kind: byPlace(
    ['body', 'heading', 'quoted', 'embedded', 'unmarked'],
    ({ question }) => question.kind,
  ),
  date: () => 0,
};

/** By how many stages of the taxonomy the note asks, or, where askers are grouped, the asker in all that is looked at. */
function byCoverage(groups: Arrangement['groups'], all: readonly Row[]): CompareRows {
  const isByAsker = groups.find(({ by }) => by === 'note' || by === 'asker')?.by === 'asker';
  const stagesOf = (rows: readonly Row[]): number => {
    const keys = rows.map(({ question }) => {
      const mark = markOf(question);
      return mark?.stage == null ? '' : stageKey(mark);
    });
    return STAGES.filter((key) => !key.endsWith('/') && keys.includes(key)).length;
  };
  return byValue(({ entry, question }) => {
    if (!isByAsker) {
      return stagesOf(entry.questions.all().map((each) => ({ entry, question: each })));
    }
    const { speaker } = question;
    return speaker === null
      ? null
      : stagesOf(all.filter((row) => row.question.speaker === speaker));
  });
}
