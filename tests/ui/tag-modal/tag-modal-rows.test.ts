import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsAround, tagRows } from '../../../src/ui/tag-modal/rows';
import { ask } from './tag-modal-questions';

/** Questions as `section > section | label`, empty for none. */
function questionsAt(...places: readonly string[]) {
  return places.map((place, at) => {
    const [trail = '', label = ''] = place.split('|').map((part) => part.trim());
    return ask(`q${at}`, {
      section: trail === '' ? [] : trail.split('>').map((title) => title.trim()),
      label: label === '' ? null : label,
    });
  });
}

function drawn(...places: readonly string[]): readonly string[] {
  const questions = questionsAt(...places);
  return tagRows(questions, [...questions.keys()]).map((row) => {
    if (row.kind === 'question') return row.leavesLabel ? `--- ${row.index}` : String(row.index);
    const mark = row.kind === 'section' ? '#'.repeat(row.depth + 1) : '-';
    return `${mark} ${row.title} [${row.members.join(' ')}]`;
  });
}

describe('the rows of the tag modal', () => {
  it.each([
    ['questions alone', ['', ''], ['0', '1']],
    ['one heading for what is below it', ['A', 'A'], ['# A [0 1]', '0', '1']],
    ['a heading anew where it changes', ['A', 'B'], ['# A [0]', '0', '# B [1]', '1']],
    [
      'headings within headings, only the ones that change',
      ['A > B', 'A > C', 'A'],
      ['# A [0 1 2]', '## B [0]', '0', '## C [1]', '1', '2'],
    ],
    [
      'a label for the questions it names',
      ['| 現象', '| 現象', '| 核心問題'],
      ['- 現象 [0 1]', '0', '1', '- 核心問題 [2]', '2'],
    ],
    [
      'a label anew under the next heading',
      ['A | 現象', 'B | 現象'],
      ['# A [0]', '- 現象 [0]', '0', '# B [1]', '- 現象 [1]', '1'],
    ],
    [
      'a line above a question that has left the label',
      ['A | 現象', 'A', 'A'],
      ['# A [0 1 2]', '- 現象 [0]', '0', '--- 1', '2'],
    ],
    [
      'no such line where a heading stands between',
      ['A | 現象', 'B'],
      ['# A [0]', '- 現象 [0]', '0', '# B [1]', '1'],
    ],
    ['nothing for no questions', [], []],
  ])('draw %s', (_, places, expected) => {
    expect(drawn(...places)).toEqual(expected);
  });

  it('leave out headings and labels whose questions are out of sight', () => {
    const questions = questionsAt('A | 現象', 'B | 現象', 'B');
    const rows = tagRows(questions, [2]);
    expect(rows.map((row) => (row.kind === 'question' ? row.index : row.title))).toEqual(['B', 2]);
  });

  it.each([
    [
      0,
      [
        [0, 1],
        [0, 1, 2],
      ],
    ],
    [2, [[2], [0, 1, 2]]],
    [3, [[3]]],
  ])('around question %i are its label, its section and the ones around that', (index, groups) => {
    const questions = questionsAt('A > B | x', 'A > B | x', 'A > B | y', 'A > C');
    expect(groupsAround(questions, [0, 1, 2, 3], index)).toEqual(groups);
  });

  it('around a question are first those asked in one breath with it', () => {
    const questions = [1, 2, 2, 3].map((group, at) => ask(`q${at}`, { section: ['A'], group }));
    expect(groupsAround(questions, [0, 1, 2, 3], 1)).toEqual([[1, 2]]);
    expect(groupsAround(questions, [0, 1, 2, 3], 0)).toEqual([]);
  });

  it('show every question once, in order, and every group holds just the questions up to the next of its kind', () => {
    const place = fc.record({
      section: fc.array(fc.constantFrom('A', 'B'), { maxLength: 3 }),
      label: fc.option(fc.constantFrom('x', 'y')),
    });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 12 }), (places) => {
        const questions = places.map((given, at) => ask(`q${at}`, given));
        const rows = tagRows(questions, [...questions.keys()]);
        const shown = rows.flatMap((row) => (row.kind === 'question' ? [row.index] : []));
        expect(shown).toEqual([...questions.keys()]);
        rows.forEach((row, at) => {
          if (row.kind === 'question') return;
          const below = rows
            .slice(at)
            .flatMap((next) => (next.kind === 'question' ? [next.index] : []));
          expect(row.members.length).toBeGreaterThan(0);
          expect(row.members).toEqual(below.slice(0, row.members.length));
          for (const member of row.members) {
            const question = questions[member];
            const title = row.kind === 'section' ? question?.section[row.depth] : question?.label;
            expect(title).toBe(row.title);
          }
        });
      }),
    );
  });
});
