import { describe, expect, it } from 'vitest';
import { PathMap } from '../../../src/core/index/path-list';
import type { NoteEntry } from '../../../src/core/index/question-index';
import { DEFAULT_TAXONOMY } from '../../../src/core/model/taxonomy';
import {
  ColumnStore,
  facetsOf,
  listNeedsOf,
  query,
  type FactContext,
  type QueryContext,
  type Term,
} from '../../../src/core/query';
import { note } from './note-sketch';

const NOTES: readonly NoteEntry[] = [
  note('article.md', [
    { text: 'What do Ilya and Dwarkesh ask?', kind: 'heading' },
    { text: 'Why so little data?', section: 'Ilya asks', tag: 'inward/anomaly' },
    { text: 'Why does it last?', section: 'Ilya asks' },
    { text: 'What is that in code?', section: 'Dwarkesh asks', tag: 'outward/analogy' },
    { text: 'What next?', section: 'The end' },
  ]),
  note('one.md', ['Who pays?']),
  note('plain.md', ['And now?']),
  note('talk.md', [
    { text: 'How so?', speaker: 'Ilya' },
    { text: 'Is it so?', speaker: 'Lex Fridman' },
  ]),
];

const PROPERTIES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'article.md': { Askers: ['Ilya Sutskever', 'Dwarkesh Patel'], guests: 'Anna' },
  'one.md': { askers: 'Sophie' },
  'plain.md': { askers: [] },
  'talk.md': { askers: ['Ilya Sutskever', 'Anna', null, { a: 1 }] },
};

function asking({ property = 'askers', notes = NOTES } = {}) {
  const map = new PathMap<NoteEntry>();
  for (const each of notes) map.set(each);
  let name = property;
  let asked = 0;
  const facts: FactContext = {
    factsOf: (path) => {
      asked += 1;
      return { tags: [], properties: PROPERTIES[path] ?? {}, created: null };
    },
    dateProperties: () => DATES,
    askersProperty: () => name,
  };
  const context: QueryContext = {
    entries: map.snapshot(),
    store: new ColumnStore(facts),
    taxonomies: [DEFAULT_TAXONOMY],
    kinds: ['body', 'heading'],
    today: '2026-03-15',
    notes: { kind: 'vault' },
  };
  return {
    context,
    answer: (words: string) => query(words, context),
    askers: (words = '') => query(words, context).rows.map(({ asker }) => asker),
    rename: (to: string) => (name = to),
    asked: () => asked,
  };
}

const DATES = ['date'];

function facetsIn(context: QueryContext, filter: readonly Term[]) {
  return facetsOf(
    context.entries,
    context.store,
    { notes: context.notes, kinds: context.kinds },
    { filter, today: context.today },
    DEFAULT_TAXONOMY,
  )
    .filter(({ term }) => term.field === 'asker')
    .map(({ term, count }) => [term.value, count]);
}

describe('who asks', () => {
  it('is told of each row: by its speaker, by a heading, as the only one, or nobody', () => {
    expect(asking().askers()).toEqual([
      null,
      'Ilya Sutskever',
      'Ilya Sutskever',
      'Dwarkesh Patel',
      null,
      'Sophie',
      null,
      'Ilya Sutskever',
      'Lex Fridman',
    ]);
  });

  it.each([
    ['asker:"Ilya Sutskever"', 3],
    ['asker:"ilya sutskever" asker:Sophie', 4],
    ['asker:Ilya', 0],
    ['asker:""', 3],
    ['-asker:"Ilya Sutskever"', 6],
    ['has:asker', 6],
    ['missing:asker', 3],
    ['asker:"Ilya Sutskever" is:tagged', 1],
    ['speaker:Ilya', 1],
  ])('%s finds %i', (words, matched) => {
    expect(asking().answer(words).matched).toBe(matched);
  });

  it('groups, nobody last', () => {
    expect(
      asking()
        .answer('group by asker')
        .groups.map(({ key, size }) => [key, size]),
    ).toEqual([
      ['Ilya Sutskever', 3],
      ['Dwarkesh Patel', 1],
      ['Sophie', 1],
      ['Lex Fridman', 1],
      [null, 3],
    ]);
  });

  it('sorts, nobody last', () => {
    expect(new Set(asking().askers('sort by asker'))).toEqual(
      new Set(['Dwarkesh Patel', 'Ilya Sutskever', 'Lex Fridman', 'Sophie', null]),
    );
    expect(asking().askers('sort by asker reverse').slice(0, 3)).toEqual([
      'Sophie',
      'Lex Fridman',
      'Ilya Sutskever',
    ]);
  });

  it('is counted for the menu of filters, the commonest first', () => {
    const { context } = asking();
    const facets = (filter: readonly Term[]) => facetsIn(context, filter);
    expect(facets([])).toEqual([
      ['Ilya Sutskever', 3],
      ['Dwarkesh Patel', 1],
      ['Sophie', 1],
      ['Lex Fridman', 1],
    ]);
    expect(
      facets([
        { field: 'is', value: 'tagged' },
        { field: 'asker', value: 'Sophie' },
      ]),
    ).toEqual([
      ['Ilya Sutskever', 1],
      ['Dwarkesh Patel', 1],
    ]);
  });

  it('is not offered beside speakers who are the same', () => {
    const { context } = asking({ property: 'nobody' });
    expect(facetsIn(context, [])).toEqual([]);
  });

  it('is told by another property as soon as the settings name one', () => {
    const { askers, rename } = asking();
    expect(askers('asker:Anna')).toHaveLength(0);
    rename('Guests');
    expect(askers('asker:Anna')).toEqual(['Anna', 'Anna', 'Anna', 'Anna', 'Anna']);
    expect(askers('path:talk')).toEqual(['Ilya', 'Lex Fridman']);
  });

  it('costs nothing where no note names its askers: the column is that of the speakers', () => {
    const { context, asked } = asking({ property: 'nobody' });
    for (const notes of context.entries.chunks) {
      const columns = context.store.of(notes);
      expect(columns.askers).toBe(columns.speakers);
      expect(asked()).toBe(NOTES.length);
      expect(columns.askers).toBe(columns.speakers);
      expect(asked()).toBe(NOTES.length);
    }
  });

  it('is looked up for all notes once, when somebody asks', () => {
    const { answer, asked, context } = asking();
    expect(answer('is:tagged').matched).toBe(2);
    expect(asked()).toBe(0);
    const need = { kind: 'askers' } as const;
    const [columns] = context.entries.chunks.map((notes) => context.store.of(notes));
    expect(columns?.isReady(need)).toBe(false);
    columns?.make(need);
    expect(columns?.isReady(need)).toBe(true);
    expect(answer('has:asker').matched).toBe(6);
    expect(asked()).toBe(NOTES.length);
  });
});

it.each([
  ['asker:Ilya', 1],
  ['has:asker missing:asker', 1],
  ['group by asker', 1],
  ['sort by asker', 1],
  ['asker:Ilya\ngroup by asker\nsort by date', 2],
  ['speaker:Ilya\ngroup by speaker', 0],
])('%j needs so many columns of facts: %i', (words, needs) => {
  const { query: read } = asking().answer(words);
  const { facts } = listNeedsOf(read);
  expect(facts).toHaveLength(needs);
  if (needs > 0) expect(facts).toContainEqual({ kind: 'askers' });
});
