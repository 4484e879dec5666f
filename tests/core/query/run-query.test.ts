import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_FACTS } from '../../../src/core/query/columns/note-facts';
import { PathMap, type PathList } from '../../../src/core/index/path-list';
import type { NoteEntry } from '../../../src/core/index/question-index';
import { DEFAULT_TAXONOMY } from '../../../src/core/model/taxonomy';
import { type Answer, ColumnStore, query, type QueryContext } from '../../../src/core/query';
import { note } from './note-sketch';

function listOf(notes: readonly NoteEntry[]): PathList<NoteEntry> {
  const map = new PathMap<NoteEntry>();
  for (const each of notes) map.set(each);
  return map.snapshot();
}

const NOTES = listOf([
  note('interviews/ilya.md', [
    { text: 'What is different here?', tag: 'inward/anomaly', speaker: 'Ilya', label: 'Scaling' },
    { text: 'Why does it generalise?', tag: 'inward/difference', speaker: 'Ilya' },
    { text: 'Is it enough?', speaker: 'Dwarkesh' },
    { text: 'Reported?', kind: 'embedded' },
  ]),
  note('interviews/deep/turing.md', [
    { text: '什麼是機器？', tag: 'outward/definition', label: '核心問題' },
    { text: '類比成立嗎？', tag: 'outward/limits', label: '核心問題' },
  ]),
  note('plan.md', ['Who pays?', { text: 'Not one?', tag: 'skip' }], { inScope: false }),
]);

const context: QueryContext = {
  entries: NOTES,
  store: new ColumnStore({
    ...NO_FACTS,
    factsOf: (path) =>
      path.startsWith('interviews/')
        ? {
            tags: [],
            properties: { date: path.includes('deep') ? '2026-02-03' : '2026-01-20' },
            created: null,
          }
        : null,
    dateProperties: () => ['date'],
  }),
  taxonomies: [DEFAULT_TAXONOMY],
  kinds: ['body', 'heading', 'quoted'],
  today: '2026-02-10',
  notes: { kind: 'vault' },
};

const texts = (answer: Answer) => answer.rows.map(({ text }) => text.split(' ')[0]).join(' ');

function said(explained: Answer['explained']) {
  return (explained ?? []).map(({ words, depth, matched }) => ({ words, depth, matched }));
}

describe('a query', () => {
  it('lists what says «not a question» where its host does, without being asked for it', () => {
    expect(texts(query('note:plan', context))).toBe('Who');
    const answer = query('note:plan', { ...context, withSkipped: true });
    expect(texts(answer)).toBe('Who Not');
    expect(answer.counts).toMatchObject({ untagged: 1, skipped: 1 });
  });

  it('is answered with everything that is known of a question', () => {
    const { rows } = query('stance:inward label:Scaling', context);
    const question = NOTES.get('interviews/ilya.md')?.questions.all()[0];
    if (!question) throw new Error('the note asks nothing');
    expect(rows).toEqual([
      {
        path: 'interviews/ilya.md',
        start: question.start,
        end: question.end,
        line: question.line,
        text: 'What is different here?',
        kind: 'body',
        section: question.section,
        label: 'Scaling',
        speaker: 'Ilya',
        asker: 'Ilya',
        group: question.group,
        date: '2026-01-20',
        mark: { root: 'question', stance: 'inward', stage: 'anomaly' },
        otherMarks: [],
      },
    ]);
  });

  it.each<[lines: string, found: string]>([
    ['', '什麼是機器？ 類比成立嗎？ What Why Is Who'],
    ['scope articles', '什麼是機器？ 類比成立嗎？ What Why Is'],
    ['scope folder interviews/deep', '什麼是機器？ 類比成立嗎？'],
    ['scope folder interviews', '什麼是機器？ 類比成立嗎？ What Why Is'],
    ['scope folder interviews/dee', ''],
    ['scope note plan.md', 'Who'],
    ['is:skipped', 'Not'],
    ['kind:embedded', 'Reported?'],
    ['-stance:inward', '什麼是機器？ 類比成立嗎？ Is Who'],
    ['speaker:Ilya OR label:核心问题', '什麼是機器？ 類比成立嗎？ What Why'],
    ['date:this-month', '什麼是機器？ 類比成立嗎？'],
    ['date:2026-01..2026-02 -date:2026-01', '什麼是機器？ 類比成立嗎？'],
    ['missing:date', 'Who'],
    ['sort by text', 'Is What Who Why 什麼是機器？ 類比成立嗎？'],
    ['sort by text reverse', '類比成立嗎？ 什麼是機器？ Why Who What Is'],
    ['sort by date reverse\nsort by line reverse', '類比成立嗎？ 什麼是機器？ Is Why What Who'],
    ['is:tagged\nsort by speaker', 'What Why 什麼是機器？ 類比成立嗎？'],
    ['limit 2', '什麼是機器？ 類比成立嗎？'],
    ['group by note\nlimit groups 1', '什麼是機器？ What Who'],
    ['group by stance\nlimit 3', 'What Why 什麼是機器？'],
    ['group by month reverse', '什麼是機器？ 類比成立嗎？ What Why Is Who'],
    ['# nothing but a remark', '什麼是機器？ 類比成立嗎？ What Why Is Who'],
    ['stance:inward \\\nspeaker:Ilya', 'What Why'],
    ['preset mine', 'What Why'],
  ])('%j finds %s', (lines, found) => {
    const presets = [{ name: 'Mine', text: 'stance:inward' }];
    const answer = query(lines, { ...context, presets });
    expect(answer.errors).toEqual([]);
    expect(texts(answer)).toBe(found);
    expect(JSON.stringify(answer)).toBe(JSON.stringify(query(answer.query, context)));
  });

  it('asks for its own note and folder where it names none', () => {
    const here = { ...context, here: 'interviews/deep/turing.md' };
    expect(texts(query('scope note', here))).toBe('什麼是機器？ 類比成立嗎？');
    expect(texts(query('scope folder', { ...context, here: 'interviews/ilya.md' }))).toBe(
      '什麼是機器？ 類比成立嗎？ What Why Is',
    );
    const nowhere = query('scope note', context);
    expect(nowhere.errors).toMatchObject([{ code: 'no-note', word: 'scope note', line: 1 }]);
    expect([nowhere.total, nowhere.rows.length]).toEqual([0, 0]);
    // As a structure it says the same of the notes, which has been told where it was read.
    expect(query(nowhere.query, context).total).toBe(0);
  });

  it('has groups within groups, whose rows are all rows in their order', () => {
    const answer = query('group by stance\ngroup by speaker', context);
    const told = answer.groups.map(({ key, size, groups }) => [
      key,
      size,
      groups.map((inner) => `${String(inner.key)}: ${inner.rows.map(({ text }) => text).join()}`),
    ]);
    expect(told).toEqual([
      ['inward', 2, ['Ilya: What is different here?,Why does it generalise?']],
      ['outward', 2, ['null: 什麼是機器？,類比成立嗎？']],
      [null, 2, ['Dwarkesh: Is it enough?', 'null: Who pays?']],
    ]);
    expect(answer.groups.flatMap(({ rows }) => rows)).toEqual(answer.rows);
  });

  it('says what is wrong, and runs on what is not', () => {
    const answer = query('stanze:inward\nspeaker:Ilya\nsort by colour', context);
    expect(answer.errors.map(({ code, line, nearest }) => [code, line, nearest])).toEqual([
      ['unknown-field', 1, 'stance'],
      ['unknown-value', 3, null],
    ]);
    expect(texts(answer)).toBe('What Why');
  });

  it('explains itself by what each part fits alone', () => {
    const { explained, matched } = query(
      'explain\nspeaker:Ilya (label:Scaling OR -is:tagged)',
      context,
    );
    expect(matched).toBe(1);
    expect(said(explained)).toEqual([
      { words: 'speaker:Ilya', depth: 0, matched: 2 },
      { words: '(label:Scaling OR -is:tagged)', depth: 0, matched: 3 },
      { words: 'label:Scaling', depth: 1, matched: 1 },
      { words: '-is:tagged', depth: 1, matched: 2 },
    ]);
    expect(query('speaker:Ilya', context).explained).toBeNull();
  });

  it('explains what widens as one part, and what stands together as another', () => {
    const { explained } = query(
      'explain\nlabel:Scaling What label:Other ((speaker:Ilya)) (is:tagged Why OR -(What OR Why))',
      context,
    );
    expect(said(explained).map(({ words, depth }) => '  '.repeat(depth) + words)).toEqual([
      '(label:Scaling OR label:Other)',
      '  label:Scaling',
      '  label:Other',
      'What',
      'speaker:Ilya',
      '(is:tagged Why OR -(What OR Why))',
      '  (is:tagged Why)',
      '    is:tagged',
      '    Why',
      '  -(What OR Why)',
      '    (What OR Why)',
      '      What',
      '      Why',
    ]);
  });

  it('counts what fits, whatever is shown of it', () => {
    const { total, matched, counts, rows } = query('limit 1', context);
    expect([total, matched, rows.length]).toEqual([6, 6, 1]);
    expect(counts).toEqual({
      notes: 3,
      tagged: 4,
      untagged: 2,
      skipped: 0,
      byStage: {
        'inward/anomaly': 1,
        'inward/difference': 1,
        'outward/definition': 1,
        'outward/limits': 1,
      },
      byStance: { inward: 2, outward: 2 },
    });
  });

  it('can’t be changed by who reads it', () => {
    const answer = query('group by note', context);
    const [group] = answer.groups;
    const [row] = answer.rows;
    for (const each of [answer, answer.groups, group, answer.rows, row, row?.mark, answer.counts]) {
      expect(Object.isFrozen(each)).toBe(true);
    }
    expect(answer.rows[0]).toBe(row);
  });

  it.each([
    ['a megabyte of words', 'why '.repeat(250_000)],
    ['a megabyte of one word', 'x'.repeat(1_000_000)],
    ['brackets ten thousand deep', `${'('.repeat(10_000)}why${')'.repeat(10_000)}`],
    ['brackets that never close', '('.repeat(100_000)],
    ['a hundred thousand lines', 'group by note\n'.repeat(100_000)],
  ])('of %s is answered with what is wrong', (_name, words) => {
    const answer = query(words, context);
    expect(answer.errors.length).toBeGreaterThan(0);
    expect(answer.rows.length).toBeLessThanOrEqual(6);
  });

  it('never throws, and its numbers add up', () => {
    const word = fc.constantFrom(
      'stance:inward',
      '-speaker:Ilya',
      'OR',
      '(',
      ')',
      'why',
      'missing:outward/limits',
      'date:2026',
      'after:inward/anomaly',
      'has:label',
      '\n',
      'group by',
      'note',
      'sort by',
      'text',
      'limit',
      '2',
      'kind:embedded',
      'is:skipped',
      'prop:a=b',
      'tag:x',
      'scope',
      'articles',
      'preset',
      'explain',
      '"',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const { total, matched, counts, rows, groups } = query(words.join(' '), context);
        expect(matched).toBeLessThanOrEqual(total);
        expect(counts.tagged + counts.untagged + counts.skipped).toBe(matched);
        expect(rows.length).toBeLessThanOrEqual(matched);
        if (groups.length > 0) expect(groups.flatMap((each) => each.rows)).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });
});
