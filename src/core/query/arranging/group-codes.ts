/**
 * What questions are grouped and sorted by, as codes: one number per question, equal where they share the value, 0 where
 * they have none. Made for columns when somebody first asks, and remembered with them.
 */
import { QUESTION_KINDS } from '../../model/question';
import { folderOf } from '../../model/path';
import { partsOfKey } from '../../model/stage-key';
import type { Codes } from '../columns/codes';
import { kindBit, type Columns } from '../columns/columns';
import type { GivenNotes } from '../columns/given-notes';
import { keyOfDay } from '../language/calendar';
import type { GroupField } from '../language/statement';
import { endOfRun, firstOfRun } from '../columns/run-bounds';

export class GroupCodes {
  readonly #made = new WeakMap<Columns, Map<GroupField, Int32Array>>();

  /** By question; `columns.codes.textOf` says what a code stands for, which is the group's key. */
  of(columns: Columns, field: GroupField): Int32Array {
    if (!MADE.has(field)) return CODES[field](columns);
    const made = this.#made.get(columns) ?? new Map<GroupField, Int32Array>();
    this.#made.set(columns, made);
    const codes = made.get(field) ?? CODES[field](columns);
    made.set(field, codes);
    return codes;
  }
}

/** What is remembered: neither what columns have anyway, nor what depends on the settings. */
const MADE: ReadonlySet<GroupField> = new Set(['note', 'folder', 'kind', 'stance']);

const CODES: { readonly [field in GroupField]: (columns: Columns) => Int32Array } = {
  note: (columns) =>
    byNote(columns, (note) => columns.codes.codeOf(columns.entries[note]?.path ?? null)),
  folder: (columns) =>
    byNote(columns, (note) => columns.codes.codeOf(folderKey(columns.entries[note]?.path ?? ''))),
  section: ({ trails }) => trails,
  label: ({ labels }) => labels,
  speaker: ({ speakers }) => speakers,
  asker: ({ askers }) => askers,
  stance: ({ stages, codes }) => {
    const known: (number | undefined)[] = [];
    return stages.map((stage) => {
      const key = codes.textOf(stage);
      return (known[stage] ??= key === null ? 0 : codes.codeOf(partsOfKey(key).stance));
    });
  },
  stage: ({ stages }) => stages,
  kind: ({ kinds, codes }) => {
    const codeOfBit = new Map(QUESTION_KINDS.map((kind) => [kindBit(kind), codes.codeOf(kind)]));
    return Int32Array.from(kinds, (bit) => codeOfBit.get(bit) ?? 0);
  },
  month: byDay((day) => keyOfDay(day, 'month')),
  quarter: byDay((day) => keyOfDay(day, 'quarter')),
  year: byDay((day) => keyOfDay(day, 'year')),
};

/** The groups that notes were given in; they are not remembered, since they are given anew. */
export function givenCodes(columns: Columns, given: GivenNotes | null): Int32Array {
  const { codes, entries } = columns;
  return byNote(columns, (note) => codes.codeOf(given?.groupOf(entries[note]?.path ?? '') ?? null));
}

/**
 * By what each note's day, and whether a property says it, is worth; notes without a day have none. A day has one worth
 * for all columns, so what was worked out of it is remembered with the codes.
 */
export function byDay(
  keyOf: (day: string, isSaid: boolean) => string,
): (columns: Columns) => Int32Array {
  const worths = new WeakMap<Codes, Map<number, number>>();
  return (columns) => {
    const { codes, facts } = columns;
    const { days, saidDays } = facts;
    const known = worths.get(codes) ?? new Map<number, number>();
    worths.set(codes, known);
    return byNote(columns, (note) => {
      const day = days[note] ?? 0;
      if (day === 0) return 0;
      const isSaid = saidDays[note] === 1;
      const asked = isSaid ? day : -day;
      const before = known.get(asked);
      if (before !== undefined) return before;
      const code = codes.codeOf(keyOf(codes.textOf(day) ?? '', isSaid));
      known.set(asked, code);
      return code;
    });
  };
}

function byNote({ firsts, entries, size }: Columns, codeOf: (note: number) => number): Int32Array {
  const codes = new Int32Array(size);
  for (let note = 0; note < entries.length; note++) {
    const first = firstOfRun(firsts, note);
    const end = endOfRun(firsts, note);
    if (first < end) codes.fill(codeOf(note), first, end);
  }
  return codes;
}

/** The folder's path; `/` for the vault's root, as the field `folder` calls it. */
function folderKey(path: string): string {
  const folder = folderOf(path);
  return folder === '' ? '/' : folder;
}
