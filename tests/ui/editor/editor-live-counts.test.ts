import { describe, expect, it } from 'vitest';
import { NoteQuestions } from '../../../src/core/index/note-questions';
import { LiveCounts } from '../../../src/ui/editor/live-counts';
import { ask, tagged } from '../tag-modal/tag-modal-questions';

const entryOf = (...questions: Parameters<LiveCounts['take']>[1]) => ({
  questions: NoteQuestions.of(questions),
});
const [one, two] = [ask('甲？'), tagged('乙？', 'inward')];

describe('the count of a note', () => {
  it('is that of the index where no editor has read the note', () => {
    expect(new LiveCounts().count('a.md', entryOf(one, two))).toMatchObject({ tagged: 1, all: 2 });
    expect(new LiveCounts().count('a.md', null)).toMatchObject({ tagged: 0, all: 0 });
  });

  it('leaves out what lists leave out', () => {
    const counts = new LiveCounts();
    counts.take('a.md', [one, tagged('丙？', 'skip'), ask('丁？', { kind: 'embedded' })], null);
    expect(counts.count('a.md', null)).toMatchObject({ tagged: 0, all: 1 });
  });

  it('is the editor’s for each of several notes that the index does not hold', () => {
    const counts = new LiveCounts();
    counts.take('a.md', [one], null);
    counts.take('b.md', [one, two], null);
    expect(counts.count('a.md', null)).toMatchObject({ tagged: 0, all: 1 });
    expect(counts.count('b.md', null)).toMatchObject({ tagged: 1, all: 2 });
  });

  it('is the editor’s until the index has read anew', () => {
    const counts = new LiveCounts();
    const entry = entryOf(one);
    counts.take('a.md', [one, two], entry);
    expect(counts.count('a.md', entry)).toMatchObject({ all: 2 });
    expect(counts.count('a.md', { ...entry })).toMatchObject({ all: 2 });
    expect(counts.count('a.md', entryOf(one))).toMatchObject({ all: 1 });
  });

  it('stays where the note leaves the index, as an article does that is unticked', () => {
    const counts = new LiveCounts();
    counts.take('a.md', [one, two], entryOf(one));
    expect(counts.count('a.md', null)).toMatchObject({ all: 2 });
  });

  it.each([
    ['the note', 'in/a.md', 'b.md', 'b.md'],
    ['its folder', 'in', 'to', 'to/a.md'],
  ])('goes with the note when %s is renamed', (_what, from, to, path) => {
    const counts = new LiveCounts();
    const entry = entryOf(one);
    counts.take('in/a.md', [one, two], entry);
    counts.rename(from, to);
    expect(counts.count(path, { ...entry })).toMatchObject({ all: 2 });
    expect(counts.count('in/a.md', null)).toMatchObject({ all: 0 });
  });

  it.each([
    ['deleted', (counts: LiveCounts) => counts.remove('in/a.md')],
    ['deleted with its folder', (counts: LiveCounts) => counts.remove('in')],
    ['closed', (counts: LiveCounts) => counts.keep((path) => path === 'in.md')],
  ])('is forgotten when the note is %s', (_what, act) => {
    const counts = new LiveCounts();
    counts.take('in/a.md', [one], null);
    counts.take('in.md', [two], null);
    act(counts);
    expect(counts.count('in/a.md', null)).toMatchObject({ all: 0 });
    expect(counts.count('in.md', null)).toMatchObject({ all: 1 });
  });
});
