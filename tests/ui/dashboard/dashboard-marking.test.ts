import { describe, expect, it } from 'vitest';
import { markOf, type MarkValue, type Question } from '../../../src/core/model/question';
import type { Row } from '../../../src/core/query/columns/row';
import { changesOf, rivals } from '../../../src/ui/dashboard/model/mark-rows';
import { note } from './dashboard-notes';

const analogy: MarkValue = { stance: 'outward', stage: 'analogy' };

function rowsOf(...notes: readonly ReturnType<typeof note>[]): readonly Row[] {
  return notes.flatMap((entry) => entry.questions.all().map((each) => ({ entry, question: each })));
}

/** `path: questions` for each note that would change. */
function changing(
  rows: readonly Row[],
  valueFor: (question: Question) => MarkValue | null,
): readonly string[] {
  return [...changesOf(rows, valueFor)].map(
    ([path, changes]) => `${path}: ${changes.map(({ question }) => question.text).join(' ')}`,
  );
}

const one = note('one.md', ['a?', { text: 'b?', tag: 'outward/analogy' }]);
const two = note('two.md', [{ text: 'c?', tag: 'inward' }]);
const twice = note('twice.md', [{ text: 'd?', tag: 'outward/analogy inward outward/analogy' }]);

describe('what has to change for rows to have a mark', () => {
  it.each<[string, MarkValue | null, readonly Row[], readonly string[]]>([
    ['only what has another mark or none', analogy, rowsOf(one, two), ['one.md: a?', 'two.md: c?']],
    ['only what has a mark, to clear it', null, rowsOf(one, two), ['one.md: b?', 'two.md: c?']],
    ['several marks, though the first is the wanted one', analogy, rowsOf(twice), ['twice.md: d?']],
    ['nothing', analogy, [], []],
  ])('%s', (_name, value, rows, expected) => {
    expect(changing(rows, () => value)).toEqual(expected);
  });

  it('may be another mark for each question', () => {
    const [change] = changesOf(rowsOf(twice), markOf).get('twice.md') ?? [];
    expect(change?.value).toMatchObject(analogy);
    expect(changing(rowsOf(one, two), markOf)).toEqual([]);
  });

  it('knows how many of the note read alike, those that have the mark already among them', () => {
    const alike = note('alike.md', ['a?', { text: 'a?', tag: 'outward/analogy' }, 'b?']);
    const changes = changesOf(rowsOf(alike), () => analogy).get('alike.md') ?? [];
    expect(changes.map(({ question, alike: count }) => [question.text, count])).toEqual([
      ['a?', 2],
      ['b?', 1],
    ]);
  });

  it('names each of several marks once', () => {
    const [question] = twice.questions.all();
    expect(question && rivals(question).map(({ stance }) => stance)).toEqual(['outward', 'inward']);
  });
});
