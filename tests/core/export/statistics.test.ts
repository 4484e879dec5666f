/** The two tables for statistics. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_TAXONOMY, type Taxonomy } from '../../../src/core/model/taxonomy';
import { type WriteOptions, writeRows } from '../../../src/core/export';
import type { AnswerRow } from '../../../src/core/query';
import { answerRow, answerRows, PLAIN } from './answer-rows';
import { byHeading, readCsv } from './read-delimited';

const MOOD: Taxonomy = {
  id: 'mood',
  name: { en: 'Mood' },
  root: 'mood',
  stances: [{ id: 'glad', label: { en: 'Glad' }, color: 'red', stages: [] }],
};

function table(
  format: 'wide' | 'sequence',
  rows: Iterable<AnswerRow>,
  options: Partial<WriteOptions> = {},
): readonly Record<string, string>[] {
  return byHeading(readCsv([...writeRows(format, rows, { ...PLAIN, ...options })].join('')));
}

/** The cells of the columns that are called as tags. */
function stageCells(record: Record<string, string>): readonly string[] {
  return Object.entries(record).flatMap(([name, cell]) => (name.includes('/') ? [cell] : []));
}

describe('the wide table', () => {
  it('has what is known of the question, then a column for each stage', () => {
    const rows = [
      answerRow({
        path: 'b/c.md',
        line: 7,
        text: 'How?',
        asker: 'Ilya',
        label: 'Core',
        section: ['A', 'B'],
        date: '2026-03-01',
        group: 3,
        tag: 'outward/limits',
      }),
    ];
    expect([...writeRows('wide', rows, PLAIN)].join('')).toBe(
      'path,note,line,date,asker,section,label,group,text,order,skipped,' +
        'question/inward,question/inward/anomaly,question/inward/difference,question/inward/direction,' +
        'question/outward,question/outward/definition,question/outward/analogy,question/outward/limits,' +
        'question/outward/philosophy,question/(other)\r\n' +
        'b/c.md,c,7,2026-03-01,Ilya,A › B,Core,3,How?,1,0,0,0,0,0,0,0,0,1,0,0\r\n',
    );
  });

  it.each([
    ['inward/anomaly', 'question/inward/anomaly'],
    ['outward', 'question/outward'],
    ['inward/of-its-own', 'question/(other)'],
    ['odd', 'question/(other)'],
  ])('puts %s into %s', (tag, column) => {
    const [record] = table('wide', [answerRow({ tag })]);
    expect(record?.[column]).toBe('1');
    expect(stageCells(record ?? {}).filter((cell) => cell === '1')).toHaveLength(1);
  });

  it('says which are no questions, and has no stage for them', () => {
    const [record] = table('wide', [answerRow({ tag: 'skip' })]);
    expect(record?.skipped).toBe('1');
    expect(stageCells(record ?? {})).not.toContain('1');
  });

  it('has the stages of all taxonomies, and of each the first mark', () => {
    const rows = [
      answerRow({ tag: 'inward', others: ['mood/glad', 'mood/odd', 'question/outward'] }),
      answerRow({ others: ['Mood/odd'] }),
    ];
    const found = table('wide', rows, { taxonomies: [DEFAULT_TAXONOMY, MOOD] }).map((record) =>
      Object.keys(record).filter((name) => name.includes('/') && record[name] === '1'),
    );
    expect(found).toEqual([['question/inward', 'mood/glad'], ['mood/(other)']]);
  });

  it('numbers each note’s questions by their places, in the order of the rows', () => {
    const rows = [
      answerRow({ path: 'b.md', start: 50 }),
      answerRow({ path: 'a.md', start: 9 }),
      answerRow({ path: 'b.md', start: 3 }),
      answerRow({ path: 'b.md', start: 20 }),
    ];
    expect(table('wide', rows).map(({ path, order }) => `${path ?? ''} ${order ?? ''}`)).toEqual([
      'b.md 3',
      'a.md 1',
      'b.md 1',
      'b.md 2',
    ]);
  });

  it('has other columns before the stages where they are asked for', () => {
    const properties = { names: ['n'], valueOf: () => 4 };
    const [record] = table('wide', [answerRow()], { columns: ['text'], properties });
    expect(Object.keys(record ?? {}).slice(0, 4)).toEqual(['text', 'prop:n', 'order', 'skipped']);
  });

  it('sums to the questions that are tagged', () => {
    fc.assert(
      fc.property(answerRows, (rows) => {
        const sum = table('wide', rows)
          .flatMap(stageCells)
          .reduce((total, cell) => total + Number(cell), 0);
        const tagged = rows.filter(({ mark }) => mark !== null && mark.stance !== 'skip');
        expect(sum).toBe(tagged.length);
      }),
    );
  });
});

describe('the sequence table', () => {
  const pairs = (rows: Iterable<AnswerRow>): readonly string[] =>
    table('sequence', rows).map(
      ({ note = '', from = '', to = '', lag = '' }) => `${note}: ${from} → ${to} (${lag})`,
    );

  it('has each two tagged questions that follow each other', () => {
    const rows = [
      answerRow({ start: 0, line: 1, tag: 'inward/anomaly', asker: 'Ilya' }),
      answerRow({ start: 10, line: 2 }),
      answerRow({ start: 20, line: 3, tag: 'outward', asker: '蘇' }),
      answerRow({ start: 30, line: 4, tag: 'inward/anomaly' }),
      answerRow({ start: 40, line: 5 }),
    ];
    expect([...writeRows('sequence', rows, PLAIN)].join('')).toBe(
      'path,note,asker,from,to,lag,fromAsker,fromLine,toLine\r\n' +
        'a.md,a,蘇,inward/anomaly,outward,2,Ilya,1,3\r\n' +
        'a.md,a,,outward,inward/anomaly,1,蘇,3,4\r\n',
    );
  });

  it('passes over what is no question', () => {
    const rows = ['inward', 'skip', null, 'skip', 'outward'].map((tag, at) =>
      answerRow({ start: at, tag }),
    );
    expect(pairs(rows)).toEqual(['a: inward → outward (2)']);
  });

  it('goes by places, whatever the order of the rows, and never from note to note', () => {
    const rows = [
      answerRow({ path: 'b.md', start: 9, tag: 'outward' }),
      answerRow({ path: 'a.md', start: 5, tag: 'inward' }),
      answerRow({ path: 'b.md', start: 1, tag: 'inward' }),
      answerRow({ path: 'a.md', start: 6 }),
    ];
    expect(pairs(rows)).toEqual(['b: inward → outward (1)']);
  });

  it('has properties of the note behind it', () => {
    const properties = { names: ['n'], valueOf: (path: string) => path };
    const rows = [0, 1].map((start) => answerRow({ start, tag: 'inward' }));
    expect(table('sequence', rows, { properties }).map((record) => record['prop:n'])).toEqual([
      'a.md',
    ]);
  });

  it('agrees with a count by hand', () => {
    fc.assert(
      fc.property(answerRows, (rows) => {
        const byHand: string[] = [];
        for (const path of new Set(rows.map((row) => row.path))) {
          const asked = rows
            .filter((row) => row.path === path && row.mark?.stance !== 'skip')
            .sort((a, b) => a.start - b.start);
          for (let i = 0; i < asked.length; i += 1) {
            for (let j = i + 1; j < asked.length; j += 1) {
              const [from, to] = [asked[i]?.mark, asked[j]?.mark];
              const between = asked.slice(i + 1, j).some(({ mark }) => mark !== null);
              if (!from || !to || between) continue;
              const name = path.replace(/^.*\/|\.md$/g, '');
              const words = [from, to].map(({ stance, stage }) =>
                [stance, ...(stage === null ? [] : [stage])].join('/'),
              );
              byHand.push(`${name}: ${words.join(' → ')} (${j - i})`);
            }
          }
        }
        expect(pairs(rows)).toEqual(byHand);
      }),
    );
  });
});
