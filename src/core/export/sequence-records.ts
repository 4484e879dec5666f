/**
 * What is asked after what: a row for each two tagged questions of one note that follow each other in it, as counts of
 * transitions and lag sequential analysis take them.
 *
 * `from` and `to` are `stance/stage` (the stance alone where there is no stage) of the taxonomy that is worked with.
 * `lag` says how many questions later the second one is asked: 1 where it is the very next, more where untagged
 * questions stand between. It is counted among the questions written, so that what a filter leaves out counts for
 * nothing; for the lag within whole notes, nothing is to be filtered out. «Not a question» is none here: it is neither
 * from nor to, and no lag counts it. `asker` asks the second question and so makes the step; `fromAsker` asks the
 * first. No pair goes from one note into another, and the order is that of places in the note, whatever the rows' is.
 */
import { SKIP } from '../model/question';
import { tagPath } from '../model/stage-key';
import type { AnswerRow } from '../query';
import { noteName } from '../query';
import { type Cell, type NoteProperties, propertyCells, propertyHeading } from './column';
import { rowsByNote, inPlaceOrder } from './note-order';
import type { RootedMark } from '../model/question';

const HEADINGS = [
  'path',
  'note',
  'asker',
  'from',
  'to',
  'lag',
  'fromAsker',
  'fromLine',
  'toLine',
] as const;

export function* sequenceRecords(
  rows: Iterable<AnswerRow>,
  properties: NoteProperties,
): Generator<readonly Cell[] | undefined> {
  yield [...HEADINGS, ...properties.names.map(propertyHeading)];
  for (const [path, members] of yield* rowsByNote(rows)) {
    const more = propertyCells(path, properties);
    for (const { from, to, lag } of pairsOf(inPlaceOrder(members))) {
      yield [
        path,
        noteName(path),
        to.row.asker,
        tagPath(from.mark),
        tagPath(to.mark),
        lag,
        from.row.asker,
        from.row.line,
        to.row.line,
        ...more,
      ];
    }
  }
}

interface Tagged {
  readonly row: AnswerRow;
  readonly mark: RootedMark;
}

function* pairsOf(
  rows: readonly AnswerRow[],
): Generator<{ readonly from: Tagged; readonly to: Tagged; readonly lag: number }> {
  let from: Tagged | null = null;
  let lag = 0;
  for (const row of rows) {
    const { mark } = row;
    if (mark?.stance === SKIP) continue;
    lag += 1;
    if (!mark) continue;
    const to = { row, mark };
    if (from) yield { from, to, lag };
    from = to;
    lag = 0;
  }
}
