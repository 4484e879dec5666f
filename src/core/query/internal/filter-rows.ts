/** Filters over some rows, for lists of a note or two that no index holds. */
import type { NoteEntry } from '../../index/question-index';
import { Codes } from '../columns/codes';
import { Columns } from '../columns/columns';
import { NO_FACTS, type FactContext } from '../columns/note-facts';
import type { Row } from '../columns/row';
import type { Filter } from '../language/condition';
import { finderOf } from '../finding/compile';
import type { FindContext } from '../finding/finders';
import { stageAskers } from '../finding/stage-askers';

/**
 * Looks at the rows once, then gives those that fit, in their order, as often as asked. `facts` knows the notes beside
 * their questions.
 */
export function prepareRows(
  rows: readonly Row[],
  { today }: Pick<FindContext, 'today'>,
  facts: FactContext = NO_FACTS,
): (filter: Filter) => readonly Row[] {
  const entries: NoteEntry[] = [];
  /** The position of each row's question in the columns; −1 where its note does not have it. */
  const positions: number[] = [];
  let first = 0;
  let next = 0;
  for (const { entry, question } of rows) {
    const last = entries.at(-1);
    if (entry !== last) {
      first += last?.questions.all().length ?? 0;
      next = 0;
      entries.push(entry);
    }
    // Mostly rows come in the order of their questions.
    const questions = entry.questions.all();
    const at = questions[next] === question ? next : questions.indexOf(question);
    positions.push(at === -1 ? -1 : first + at);
    next = at + 1;
  }
  const columns = new Columns(entries, new Codes(), facts);
  return (filter) => {
    const hits = new Uint8Array(columns.size);
    const askers = stageAskers(filter, { kind: 'vault' }, [columns]);
    finderOf(filter, { today, stageAskers: askers })(columns, hits);
    return rows.filter((_, at) => hits[positions[at] ?? -1] === 1);
  };
}
