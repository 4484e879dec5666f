import { describe, expect, it } from 'vitest';
import { PathMap } from '../../../src/core/index/path-list';
import type { NoteEntry } from '../../../src/core/index/question-index';
import { DEFAULT_TAXONOMY } from '../../../src/core/model/taxonomy';
import { ColumnStore, query, type Query, stageExamples } from '../../../src/core/query';
import { NO_FACTS } from '../../../src/core/query/columns/note-facts';
import { GAP } from '../../../src/core/text/gap';
import { note } from './note-sketch';

const tag = 'inward/direction';
const NOTES = [
  note('a-none.md', [{ text: 'Nobody’s?', tag }]),
  note('b-mine.md', [
    { text: 'Mine too?', tag, speaker: 'Me' },
    { text: 'A guest’s?', tag, speaker: 'Guest' },
  ]),
  note('c-here.md', [
    { text: 'Here?', tag, speaker: 'Me' },
    { text: 'Other stage?', tag: 'inward/anomaly' },
  ]),
  note('d-out.md', [{ text: 'Out of scope?', tag, speaker: 'Ilya' }], { inScope: false }),
  note('e-only-mine.md', [{ text: 'Mine again?', tag, speaker: 'Me' }]),
  note('f-begun.md', [{ text: `Begun ${GAP}?`, tag, speaker: 'Ilya' }]),
  note('g-excluded.md', [{ text: 'Excluded?', tag, speaker: 'Ilya' }], { excluded: true }),
];
const entries = new PathMap<NoteEntry>();
for (const each of NOTES) entries.set(each);

const ask = (asked: Query) =>
  query(asked, {
    entries: entries.snapshot(),
    store: new ColumnStore(NO_FACTS),
    taxonomies: [DEFAULT_TAXONOMY],
    kinds: ['body'],
    today: '2026-02-10',
    notes: { kind: 'vault' },
  });
const examples = (here: string | null, most = 9) => {
  const { rows, ...counts } = stageExamples(ask, tag, here, most);
  return { texts: rows.map(({ text }) => text), ...counts };
};

describe('the examples of a stage', () => {
  it('are one a note: of other askers than those of the note at hand first, then the others', () => {
    expect(examples('c-here.md')).toEqual({
      texts: ['A guest’s?', 'Out of scope?', 'Nobody’s?', 'Mine again?'],
      questions: 5,
      notes: 4,
    });
  });

  it('are of every note where none is at hand: those of whom an asker is known first', () => {
    expect(examples(null)).toEqual({
      texts: ['Mine too?', 'Here?', 'Out of scope?', 'Mine again?', 'Nobody’s?'],
      questions: 6,
      notes: 5,
    });
  });

  it('are no more than asked for, and counted all the same', () => {
    expect(examples('c-here.md', 3)).toEqual({
      texts: ['A guest’s?', 'Out of scope?', 'Nobody’s?'],
      questions: 5,
      notes: 4,
    });
  });

  it('are none where nobody asks it', () => {
    expect(stageExamples(ask, 'outward/limits', null, 9)).toEqual({
      rows: [],
      questions: 0,
      notes: 0,
    });
  });
});
