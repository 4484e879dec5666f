import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FIELDS,
  isCellTerm,
  parseFilter,
  type Term,
  toggleCondition,
} from '../../../../src/core/query';
import { NoteQuestions } from '../../../../src/core/index/note-questions';
import { applyFilter, row, type RowSketch } from '../rows';

function finds(words: string, sketch: RowSketch): boolean {
  const { filter, problems } = parseFilter(words);
  expect(problems).toEqual([]);
  return applyFilter([row(sketch)], filter).length === 1;
}

describe('a term', () => {
  const limits = { marks: ['outward/limits'] };
  const stageless = { marks: ['outward'] };
  const skipped = { marks: ['skip'] };
  const conflict = { marks: ['inward/anomaly', 'outward/limits'] };
  const ilya = { label: '核心問題', speaker: 'Lex Fridman', text: '什麼是 ＡＩ？' };
  const under = { section: ['水的ＡＩ', '河流與城市'] };
  const note = { path: '讀書/摘錄/雨的傳記.md' };

  it.each<[words: string, sketch: RowSketch, found: boolean]>([
    ['stance:outward', limits, true],
    ['stance:outward', stageless, true],
    ['stance:Outward', limits, true],
    ['stance:inward', limits, false],
    ['stance:out', limits, false],
    ['stance:outward', {}, false],
    ['stance:skip', skipped, true],
    ['stage:outward/limits', limits, true],
    ['stage:inward/limits', limits, false],
    ['stage:limits', limits, true],
    ['stage:LIMITS', limits, true],
    ['stage:outward/', limits, false],
    ['stage:outward/', stageless, true],
    ['stage:outward', limits, false],
    ['stage:limits', {}, false],
    ['stance:inward', conflict, true],
    ['stance:outward', conflict, false],
    ['is:conflict', conflict, true],
    ['is:conflict', limits, false],
    ['is:tagged', limits, true],
    ['is:tagged', {}, false],
    ['is:untagged', {}, true],
    ['is:untagged', limits, false],
    ['is:tagged', skipped, false],
    ['is:untagged', skipped, false],
    ['is:skipped', skipped, true],
    ['folder:讀書/摘錄/.', note, true],
    ['folder:讀書/.', note, false],
    ['folder:/.', note, false],
    ['folder:/.', { path: 'a.md' }, true],
    ['section:"› 水的AI › 河流與城市"', under, true],
    ['section:"› 水的AI"', under, false],
    ['section:"› 河流與城市"', under, false],
    ['section:"› 水的AI › 河流與城市"', {}, false],
    ['is:skipped', conflict, false],
    ['is:skipped', {}, false],
    ['label:核心問題', ilya, true],
    ['label:核心', ilya, false],
    ['label:核心问题', ilya, true],
    ['label:""', ilya, false],
    ['label:""', {}, true],
    ['speaker:"lex fridman"', ilya, true],
    ['speaker:lex', ilya, false],
    ['speaker:""', {}, true],
    ['ai', ilya, true],
    ['ＡＩ', ilya, true],
    ['fridman', ilya, true],
    ['核心', ilya, true],
    ['意識', ilya, false],
    ['河流', under, true],
    ['水的ai', under, true],
    ['水的ai河流', under, false],
    ['河流', {}, false],
    ['note:雨的傳記', note, true],
    ['note:讀書/摘錄/雨的傳記.md', note, true],
    ['note:雨', note, false],
    ['傳記', note, true],
    ['folder:讀書', note, true],
    ['folder:讀書/', note, true],
    ['folder:讀書/摘錄', note, true],
    ['folder:讀', note, false],
    ['folder:摘錄', note, false],
    ['folder:/', note, true],
    ['folder:/', {}, true],
    ['section:河流', under, true],
    ['section:水的', under, true],
    ['section:意識', under, false],
    ['section:""', {}, true],
    ['asker:"Lex Fridman"', ilya, true],
    ['asker:Ilya', ilya, false],
    ['kind:embedded', { kind: 'embedded' }, true],
    ['kind:embedded', {}, false],
    ['path:摘錄', note, true],
    ['path:"/雨"', note, true],
    ['path:河', note, false],
    ['has:label', ilya, true],
    ['has:label', {}, false],
    ['missing:label', {}, true],
    ['missing:label', ilya, false],
    ['has:speaker', ilya, true],
    ['has:section', under, true],
    ['has:section', {}, false],
    ['has:stance', stageless, true],
    ['has:stance', skipped, false],
    ['missing:stance', skipped, true],
    ['has:stage', stageless, false],
    ['has:stage', limits, true],
    ['missing:stage', stageless, true],
    ['missing:outward/limits', limits, false],
    ['missing:outward/limits', stageless, true],
    ['missing:outward/', stageless, false],
    ['missing:Outward/Limits', limits, false],
    ['-stance:outward', limits, false],
    ['-stance:outward', {}, true],
    ['--stance:outward', limits, true],
    ['-(stance:outward stage:limits)', limits, false],
    ['(stance:inward OR label:核心問題)', ilya, true],
    ['stance:inward OR label:核心問題', limits, false],
    ['ai -label:核心問題', ilya, false],
    ['note:café', { path: 'cafe\u0301.md' }, true],
  ])('%s on %o: %s', (words, sketch, found) => {
    expect(finds(words, sketch)).toBe(found);
  });

  it('with a value that `is` does not know finds nothing', () => {
    expect(applyFilter([row()], [{ field: 'is', value: 'lost' }])).toEqual([]);
  });
});

it('finds the questions under a heading, and no others', () => {
  const [river, city] = [['河流'], ['城市']];
  const rows = [river, river, city, [], river].map((section, at) =>
    row({ text: `${at}?`, section }),
  );
  const found = applyFilter(rows, [{ field: 'text', value: '河流' }]);
  expect(found.map(({ question }) => question.text)).toEqual(['0?', '1?', '4?']);
  const note = NoteQuestions.of(rows.map(({ question }) => question));
  const entry = { ...row().entry, questions: note };
  const inNote = note.all().map((question) => ({ entry, question }));
  expect(applyFilter(inNote, [{ field: 'text', value: '河流' }])).toHaveLength(3);
});

describe('terms combine', () => {
  const rows = [
    row({ text: 'A1?', marks: ['inward/anomaly'], label: 'x' }),
    row({ text: 'A2?', marks: ['inward/anomaly'], label: 'y' }),
    row({ text: 'L1?', marks: ['outward/limits'], label: 'x' }),
    row({ text: 'U1?', label: 'x' }),
  ];

  it.each([
    ['', 'A1? A2? L1? U1?'],
    ['stance:inward', 'A1? A2?'],
    ['stance:inward stance:outward', 'A1? A2? L1?'],
    ['stance:inward label:x', 'A1?'],
    ['label:x label:y', 'A1? A2? L1? U1?'],
    ['stage:limits is:untagged', 'L1? U1?'],
    ['stance:inward stage:limits', 'A1? A2? L1?'],
    ['is:tagged stance:inward', 'A1? A2?'],
    ['is:tagged is:untagged', ''],
    ['is:skipped stage:limits', 'L1?'],
    ['1', 'A1? L1? U1?'],
    ['1 a', 'A1?'],
    ['1 2', ''],
    ['-label:x', 'A2?'],
    ['label:x -stance:inward', 'L1? U1?'],
    ['-label:x -label:y', ''],
    ['-(label:x stance:inward)', 'A2? L1? U1?'],
    ['stage:limits OR label:y', 'A2? L1?'],
    ['1 (stage:limits OR is:untagged)', 'L1? U1?'],
    ['(label:x stance:inward) (label:y OR 1)', 'A1?'],
  ])('%j finds %j', (words, expected) => {
    const found = applyFilter(rows, parseFilter(words).filter);
    expect(found.map(({ question }) => question.text).join(' ')).toBe(expected);
  });
});

describe('what is asked of a note', () => {
  const marks = ['inward/anomaly', null, 'skip', 'outward/limits', null, null];
  const speakers = ['Ilya', 'Lex', null, 'Lex', 'ilya', 'Lex'];
  const sketches = marks.map((mark, at) =>
    row({
      text: `${at}?`,
      marks: mark === null ? [] : [mark],
      speaker: speakers[at] ?? null,
      section: at < 2 ? ['A'] : ['B'],
    }),
  );
  const questions = NoteQuestions.of(sketches.map(({ question }) => question));
  const first = { ...row().entry, path: 'a.md', questions };
  const alone = row({ path: 'b.md', text: 'b?' });
  const rows = [...questions.all().map((question) => ({ entry: first, question })), alone];

  it.each([
    ['after:inward/anomaly', '1? 2? 3?'],
    ['after:outward/limits', '4? 5?'],
    ['after:outward/', ''],
    ['after:inward/anomaly is:tagged', '3?'],
    ['after:"inward/anomaly within note"', '1? 2? 3?'],
    ['after:"inward/anomaly within section"', '1?'],
    ['after:"outward/limits within section"', '4? 5?'],
    ['after:"inward/anomaly within run"', '4?'],
    ['after:"Outward/Limits Within Run"', '5?'],
    ['missing:inward/anomaly', 'b?'],
    ['missing:inward/difference', '0? 1? 2? 3? 4? 5? b?'],
    ['-missing:inward/anomaly', '0? 1? 2? 3? 4? 5?'],
  ])('%j finds %j', (words, expected) => {
    const found = applyFilter(rows, parseFilter(words).filter);
    expect(found.map(({ question }) => question.text).join(' ')).toBe(expected);
  });
});

const term = fc.record<Term>({
  field: fc.constantFrom(...FIELDS),
  value: fc.constantFrom('inward', 'outward/limits', 'limits', 'tagged', 'untagged', 'x', 'a', '/'),
});
const sketch = fc.record({
  text: fc.constantFrom('Ax?', 'b?'),
  label: fc.constantFrom(null, 'x'),
  marks: fc.constantFrom([], ['inward/anomaly'], ['outward/limits'], ['skip']),
});

describe('for any rows and terms', () => {
  it('a filter keeps the order and invents nothing', () => {
    fc.assert(
      fc.property(fc.array(sketch), fc.array(term), (sketches, filter) => {
        const rows = sketches.map(row);
        const found = applyFilter(rows, filter);
        expect(rows.filter((each) => found.includes(each))).toEqual(found);
      }),
    );
  });

  it('what a filter finds depends on each row alone', () => {
    fc.assert(
      fc.property(fc.array(sketch), fc.array(term), (sketches, filter) => {
        const rows = sketches.map(row);
        const alone = rows.filter((each) => applyFilter([each], filter).length === 1);
        expect(applyFilter(rows, filter)).toEqual(alone);
      }),
    );
  });

  it('the order of terms does not matter', () => {
    fc.assert(
      fc.property(fc.array(sketch), fc.array(term), (sketches, filter) => {
        const rows = sketches.map(row);
        expect(applyFilter(rows, [...filter].reverse())).toEqual(applyFilter(rows, filter));
      }),
    );
  });

  it('toggling a term that is not there twice gives the filter back', () => {
    fc.assert(
      fc.property(fc.uniqueArray(term, { selector: (t) => `${t.field} ${t.value}` }), (terms) => {
        const [added, ...filter] = terms;
        fc.pre(added !== undefined);
        const once = toggleCondition(filter, added);
        expect(once).toEqual([...filter, added]);
        expect(toggleCondition(once, added)).toEqual(filter);
      }),
    );
  });
});

it.each<[Term, boolean]>([
  [{ field: 'stance', value: 'inward' }, true],
  [{ field: 'stage', value: 'limits' }, true],
  [{ field: 'is', value: 'untagged' }, true],
  [{ field: 'is', value: 'tagged' }, false],
  [{ field: 'label', value: 'untagged' }, false],
])('%o is a cell of the matrix: %s', (cell, expected) => {
  expect(isCellTerm(cell)).toBe(expected);
});
