import { describe, expect, it } from 'vitest';
import {
  isConflict,
  markOf,
  type MarkValue,
  type PlacedMark,
  type Question,
} from '../../../../src/core/model/question';
import type { Row } from '../../../../src/core/query/columns/row';
import { changesOf, rivals } from '../../../../src/ui/dashboard/model/mark-rows';
import { note } from '../../../core/query/note-sketch';

const analogy: MarkValue = { stance: 'outward', stage: 'analogy' };

function rowsOf(...notes: readonly ReturnType<typeof note>[]): readonly Row[] {
  return notes.flatMap((entry) => entry.questions.all().map((each) => ({ entry, question: each })));
}

/** `path: questions` for each note that would change. */
function changing(
  rows: readonly Row[],
  valueFor: (question: Question) => MarkValue | null,
): readonly string[] {
  return [...changesOf(rows, valueFor, 'question')].map(
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
    const [change] = changesOf(rowsOf(twice), (of) => markOf(of), 'question').get('twice.md') ?? [];
    expect(change?.value).toMatchObject(analogy);
    expect(changing(rowsOf(one, two), (of) => markOf(of))).toEqual([]);
  });

  it('knows how many of the note read alike, those that have the mark already among them', () => {
    const alike = note('alike.md', ['a?', { text: 'a?', tag: 'outward/analogy' }, 'b?']);
    const changes = changesOf(rowsOf(alike), () => analogy, 'question').get('alike.md') ?? [];
    expect(changes.map(({ question, alike: count }) => [question.text, count])).toEqual([
      ['a?', 2],
      ['b?', 1],
    ]);
  });

  it('names each of several marks once', () => {
    const [question] = twice.questions.all();
    expect(question && rivals(question, 'question').map(({ stance }) => stance)).toEqual([
      'outward',
      'inward',
    ]);
  });

  it('goes by the marks of its own root: another root’s say nothing of it', () => {
    const mark = (root: string, stance: string): PlacedMark => {
      return { root, stance, stage: null, from: 0, to: 0, style: 'tag' };
    };
    const [plain] = one.questions.all();
    if (!plain) throw new Error('no question');
    const row = (...marks: readonly PlacedMark[]): Row => ({
      entry: one,
      question: { ...plain, marks },
    });
    const inward = { stance: 'inward', stage: null };
    const of = (rows: Row, value: MarkValue | null, root: string) =>
      changesOf([rows], () => value, root).size;
    const both = row(mark('bloom', 'analyze'), mark('question', 'inward'));
    expect(of(both, inward, 'question')).toBe(0);
    expect(of(both, inward, 'bloom')).toBe(1);
    expect(of(row(mark('bloom', 'inward')), inward, 'question')).toBe(1);
    expect(of(row(mark('bloom', 'inward')), null, 'question')).toBe(0);
    const torn = row(mark('bloom', 'a'), mark('bloom', 'b'), mark('question', 'inward'));
    expect(of(torn, inward, 'question')).toBe(0);
    expect(isConflict(torn.question, 'question')).toBe(false);
    expect(rivals(torn.question, 'bloom').map(({ stance }) => stance)).toEqual(['a', 'b']);
    expect(rivals(torn.question, 'question').map(({ stance }) => stance)).toEqual(['inward']);
  });
});
