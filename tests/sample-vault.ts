// The sample vault as queries see it, and the queries that pages have for examples.
import { readFileSync } from 'node:fs';
import { scan } from '../scripts/cli/notes/scan';
import { PathMap } from '../src/core/index/path-list';
import type { NoteEntry } from '../src/core/index/question-index';
import { DEFAULT_TAXONOMY } from '../src/core/model/taxonomy';
import { ColumnStore, type NoteFacts, type QueryContext } from '../src/core/query';
import { NO_FACTS } from '../src/core/query/columns/note-facts';

const EXAMPLE = /^```question-stance\n(.*?)^```$/gms;

export const pageOf = (page: string): string => readFileSync(page, 'utf8');

export const examplesOf = (page: string): readonly string[] =>
  Array.from(pageOf(page).matchAll(EXAMPLE), ([, lines = '']) => lines);

export async function sampleVault(): Promise<QueryContext> {
  const map = new PathMap<NoteEntry>();
  const facts = new Map<string, NoteFacts>();
  const failAt = (trouble: unknown): never => {
    throw new Error(JSON.stringify(trouble));
  };
  for await (const note of scan(['sample-vault'], { roots: [DEFAULT_TAXONOMY.root] }, failAt)) {
    map.set(note.entry);
    facts.set(note.entry.path, note.facts);
  }
  return {
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
}
