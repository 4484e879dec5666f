/**
 * What can be filtered by, with counts: every value that a list's questions hold, field by field. A field's
 * values are counted with the other fields' terms applied, so that a count says what choosing it would show.
 */
import type { PathList } from '../../index/path-list';
import { QUESTION_KINDS, SKIP } from '../../model/question';
import type { NoteEntry } from '../../index/question-index';
import type { Stances } from '../../model/taxonomy';
import { FLAGS, kindBit } from '../columns/columns';
import { isTerm, type Term } from '../language/condition';
import { isField, type Field } from '../language/fields';
import type { Listed } from './listing';
import { QueryRunner } from './query-runner';
import type { ColumnStore } from './column-store';
import type { ChunkResult, ListQuery } from './chunk-result';
import { foldersAbove } from '../../model/path';
import { partsOfKey } from '../../model/stage-key';
import { knownKeys } from '../arranging/group-key';

export interface Facet {
  readonly term: Term;
  readonly count: number;
}

type Counts = Map<string, number>;

/** Adds up what a chunk holds of the values of some fields. */
type Tally = (chunk: ChunkResult, counts: readonly Counts[]) => void;

/**
 * How each field's values are counted; null for what has none to choose among. Fields with one tally are counted
 * together, since they choose among the same questions. Fields are offered in this order.
 */
const TALLIES: { readonly [field in Field]: Tally | null } = {
  stance: countCells,
  stage: countCells,
  is: countCells,
  label: (chunk, [counts]) => countTexts(chunk, chunk.columns.labels, counts),
  speaker: (chunk, [counts]) => countTexts(chunk, chunk.columns.speakers, counts),
  asker: (chunk, [counts]) => countTexts(chunk, chunk.columns.askers, counts),
  kind: countKinds,
  folder: countFolders,
  note: countNotes,
  section: null,
  has: null,
  missing: null,
  lacks: null,
  after: null,
  path: null,
  tag: null,
  prop: null,
  date: null,
  text: null,
};

const COUNTED: readonly (readonly [fields: readonly Field[], tally: Tally])[] = (() => {
  const fieldsOf = new Map<Tally, Field[]>();
  for (const [field, tally] of Object.entries(TALLIES)) {
    if (tally && isField(field)) fieldsOf.set(tally, [...(fieldsOf.get(tally) ?? []), field]);
  }
  return [...fieldsOf].map(([tally, fields]) => [fields, tally] as const);
})();

/**
 * All values to filter by; fields in the order in which they are offered. Stances and stages come in the order of
 * the taxonomy, behind them the others, and in every other field the commonest first.
 */
export function facetsOf(
  entries: PathList<NoteEntry>,
  columns: ColumnStore,
  listed: Omit<Listed, 'withSkipped'>,
  { filter, today }: Pick<ListQuery, 'filter' | 'today'>,
  taxonomy: Stances,
): readonly Facet[] {
  const ordered: { readonly [field in Field]?: readonly string[] } = {
    stance: knownKeys('stance', taxonomy),
    stage: knownKeys('stage', taxonomy),
  };
  const runner = new QueryRunner(columns);
  return COUNTED.flatMap(([fields, count]) => {
    const others = filter.filter((each) => !isTerm(each) || !fields.includes(each.field));
    const query = { ...listed, withSkipped: true, filter: others, today, groups: [], sorts: [] };
    const { chunks } = runner.run(entries, query, { stances: [] });
    if (fields.includes('asker') && chunks.every(asksAsItSpeaks)) return [];
    const counts = fields.map((): Counts => new Map());
    for (const chunk of chunks) count(chunk, counts);
    return fields.flatMap((field, at) => sorted(field, counts[at], ordered[field] ?? []));
  });
}

/** Where no note names its askers they are the speakers, who are offered as such. */
function asksAsItSpeaks({ columns }: ChunkResult): boolean {
  return columns.askers === columns.speakers;
}

function sorted(
  field: Field,
  counts: Counts | undefined,
  ordered: readonly string[],
): readonly Facet[] {
  const ranks = new Map(ordered.map((value, at) => [value, at]));
  const rank = (value: string) => ranks.get(value) ?? ordered.length;
  return [...(counts ?? [])]
    .sort(([one, a], [other, b]) => rank(one) - rank(other) || b - a)
    .map(([value, count]) => ({ term: { field, value }, count }));
}

function countCells(
  { columns, fitting, totals }: ChunkResult,
  [stances, stages, states]: readonly Counts[],
): void {
  for (const [code, count] of totals.byStage) {
    const key = columns.codes.textOf(code);
    if (key === null) {
      add(states, 'untagged', count);
      continue;
    }
    const { stance } = partsOfKey(key);
    // «Not a question» is one value, and no stance of the taxonomy.
    if (stance === SKIP) {
      add(states, 'skipped', count);
      continue;
    }
    add(stances, stance, count);
    add(stages, key, count);
    add(states, 'tagged', count);
  }
  let conflicts = 0;
  for (const at of fitting) if (((columns.flags[at] ?? 0) & FLAGS.conflict) !== 0) conflicts += 1;
  if (conflicts > 0) add(states, 'conflict', conflicts);
}

function countKinds({ columns, fitting }: ChunkResult, [counts]: readonly Counts[]): void {
  for (const kind of QUESTION_KINDS) {
    const bit = kindBit(kind);
    let count = 0;
    for (const at of fitting) if (columns.kinds[at] === bit) count += 1;
    if (count > 0) add(counts, kind, count);
  }
}

function countTexts({ columns, fitting }: ChunkResult, codes: Int32Array, counts?: Counts): void {
  for (const at of fitting) {
    const code = codes[at] ?? 0;
    if (code !== 0) add(counts, columns.codes.textOf(code) ?? '', 1);
  }
}

function countNotes(chunk: ChunkResult, [counts]: readonly Counts[]): void {
  for (const [path, count] of perNote(chunk)) add(counts, path, count);
}

/** A question counts for every folder above its note. */
function countFolders(chunk: ChunkResult, [counts]: readonly Counts[]): void {
  for (const [path, count] of perNote(chunk)) {
    for (const folder of foldersAbove(path)) add(counts, folder, count);
  }
}

function* perNote({
  columns,
  fitting,
}: ChunkResult): Generator<readonly [path: string, count: number]> {
  let note = 0;
  for (let index = 0; index < fitting.length;) {
    while ((columns.firsts[note + 1] ?? Infinity) <= (fitting[index] ?? 0)) note += 1;
    const end = columns.firsts[note + 1] ?? Infinity;
    const first = index;
    while (index < fitting.length && (fitting[index] ?? 0) < end) index += 1;
    yield [columns.entries[note]?.path ?? '', index - first];
  }
}

function add(counts: Counts | undefined, value: string, count: number): void {
  counts?.set(value, (counts.get(value) ?? 0) + count);
}
