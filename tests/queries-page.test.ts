// The page «Queries» in both languages: its examples run over the sample vault, and it names all that there is.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { NO_FACTS } from '../src/core/query/columns/note-facts';
import { scan } from '../scripts/cli/notes/scan';
import { PathMap } from '../src/core/index/path-list';
import type { NoteEntry } from '../src/core/index/question-index';
import { DEFAULT_TAXONOMY } from '../src/core/model/taxonomy';
import { ColumnStore, FIELDS, query, type NoteFacts, type QueryContext } from '../src/core/query';
import { QUESTION_KINDS } from '../src/core/model/question';
import { IS_VALUES, ASKABLE_FIELDS } from '../src/core/query/language/fields';
import {
  GROUP_FIELDS,
  NOTE_CHOICES,
  PARTS,
  SORT_FIELDS,
  VIEWS,
} from '../src/core/query/language/statement';

const PAGES = ['docs/queries.md', 'docs/queries.zh-TW.md'] as const;
const EXAMPLE = /^```question-stance\n(.*?)^```$/gms;

const pageOf = (page: string) => readFileSync(page, 'utf8');
const examplesOf = (page: string) =>
  Array.from(pageOf(page).matchAll(EXAMPLE), ([, lines = '']) => lines);

let context: QueryContext;

beforeAll(async () => {
  const map = new PathMap<NoteEntry>();
  const facts = new Map<string, NoteFacts>();
  const failAt = (trouble: unknown): never => {
    throw new Error(JSON.stringify(trouble));
  };
  for await (const note of scan(['sample-vault'], { roots: [DEFAULT_TAXONOMY.root] }, failAt)) {
    map.set(note.entry);
    facts.set(note.entry.path, note.facts);
  }
  context = {
    entries: map.snapshot(),
    store: new ColumnStore({
      ...NO_FACTS,
      factsOf: (path) => facts.get(path) ?? null,
      dateProperties: () => ['date', 'created'],
    }),
    taxonomies: [DEFAULT_TAXONOMY],
    kinds: ['body', 'heading', 'quoted'],
    today: '2026-03-15',
    notes: { kind: 'vault' },
  };
});

describe.each(PAGES)('%s', (page) => {
  it('has examples, the same in each language but for remarks', () => {
    const bare = (lines: string) => lines.replace(/^#.*$/gm, '#');
    expect(examplesOf(page).length).toBeGreaterThan(5);
    expect(examplesOf(page).map(bare)).toEqual(examplesOf(PAGES[0]).map(bare));
  });

  it.each(examplesOf(page))('%s', (lines) => {
    const answer = query(lines, context);
    expect(answer.errors).toEqual([]);
    expect(answer.matched).toBeGreaterThan(0);
    expect(answer.rows.length).toBeGreaterThan(0);
  });

  it('names every field, value, instruction and part', () => {
    const codes = new Set(
      Array.from(pageOf(page).matchAll(/`([^`\n]+)`/g), ([, code = '']) => code).flatMap((code) =>
        code.split(/[\s:]+/),
      ),
    );
    const all = [
      ...FIELDS.filter((field) => field !== 'text'),
      ...QUESTION_KINDS,
      ...IS_VALUES,
      ...ASKABLE_FIELDS,
      ...GROUP_FIELDS,
      ...SORT_FIELDS,
      ...NOTE_CHOICES,
      ...VIEWS,
      ...PARTS,
    ];
    expect(all.filter((word) => !codes.has(word))).toEqual([]);
  });
});
