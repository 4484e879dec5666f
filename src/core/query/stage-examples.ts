/** How a stage is asked elsewhere: its questions as examples, one a note, those of other askers first. */
import type { Answer, AnswerRow } from './answer';
import type { Filter } from './language/condition';
import { EMPTY_QUERY, type Query } from './language/statement';

export interface StageExamples {
  readonly rows: readonly AnswerRow[];
  /** In how many notes how many questions have the stage, shown or not. */
  readonly questions: number;
  readonly notes: number;
}

/**
 * `stage`: as `stageKey` has it. `here`: the note at hand, whose own questions are no examples and whose askers are not
 * the others; null for none. `ask` answers over the whole vault. At most `most` rows are made.
 */
export function stageExamples(
  ask: (asked: Query) => Answer,
  stage: string,
  here: string | null,
  most: number,
): StageExamples {
  const run = (filter: Filter, limit: number) =>
    ask({
      ...EMPTY_QUERY,
      filter,
      notes: { kind: 'vault', path: null },
      groups: [{ by: 'note', reverse: false }],
      limitGroups: 1,
      limit,
    });
  const own: Filter = here === null ? [] : [{ field: 'note', value: here }];
  const elsewhere: Filter = [
    { field: 'stage', value: stage },
    ...own.map((condition) => ({ not: condition })),
  ];
  const byOthers: Filter = [
    ...elsewhere,
    { field: 'has', value: 'asker' },
    ...askersOf(ask, own).map((value) => ({ not: { field: 'asker', value } as const })),
  ];
  const first = run(byOthers, most).rows;
  const told = new Set(first.map(({ path }) => path));
  const all = run(elsewhere, most + told.size);
  const rest = all.rows.filter(({ path }) => !told.has(path));
  return {
    rows: [...first, ...rest].slice(0, most),
    questions: all.matched,
    notes: all.counts.notes,
  };
}

/** Who asks in the note. */
function askersOf(ask: (asked: Query) => Answer, note: Filter): readonly string[] {
  if (note.length === 0) return [];
  const filter: Filter = [...note, { field: 'has', value: 'asker' }];
  const { rows } = ask({ ...EMPTY_QUERY, filter, notes: { kind: 'vault', path: null } });
  return [...new Set(rows.flatMap(({ asker }) => asker ?? []))];
}
