import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { makeNotes } from '../../scripts/vault/generate';
import { writeVault } from '../../scripts/vault/write-vault';
import { extractQuestions } from '../../src/core/reading/extract';
import { DEFAULT_SCOPE, judgeScope, type Frontmatter } from '../../src/core/model/scope';

const NOTES = 2000;
const notes = [...makeNotes({ notes: NOTES, seed: 1 })];

describe('a made-up vault', () => {
  it('is the same for the same seed, and another for another', () => {
    expect([...makeNotes({ notes: 50, seed: 3 })]).toEqual([...makeNotes({ notes: 50, seed: 3 })]);
    expect([...makeNotes({ notes: 50, seed: 3 })]).not.toEqual([
      ...makeNotes({ notes: 50, seed: 4 }),
    ]);
  });

  it.each([
    ['questions', 2],
    ['marks', 0.2],
  ] as const)('holds its exact number of %s', (what, perNote) => {
    expect(notes.reduce((sum, note) => sum + note[what], 0)).toBe(NOTES * perNote);
  });

  it('asks what it says it asks, and has the marks', () => {
    const asked = notes
      .slice(0, 400)
      .map(({ path: at, questions, marks }) => [at, questions, marks]);
    const found = notes.slice(0, 400).map(({ path: at, text }) => {
      const questions = extractQuestions(text);
      return [at, questions.length, questions.filter((each) => each.marks.length > 0).length];
    });
    expect(found).toEqual(asked);
  });

  it('has 2 % of its notes in scope', () => {
    const inScope = notes.filter(({ text }) => {
      const yaml = /^---\n([^]*?)\n---\n/.exec(text)?.[1];
      return judgeScope(yaml === undefined ? null : (parse(yaml) as Frontmatter), DEFAULT_SCOPE)
        .inScope;
    });
    expect(inScope).toEqual(notes.filter((note) => note.inScope));
    expect(inScope).toHaveLength(NOTES * 0.02);
  });

  it('has short notes and a long tail, each at a path of its own', () => {
    const sizes = notes.map(({ text }) => Buffer.byteLength(text)).sort((a, b) => a - b);
    expect(sizes[NOTES / 2]).toBeGreaterThan(1500);
    expect(sizes[NOTES / 2]).toBeLessThan(2800);
    expect(sizes.at(-1)).toBeGreaterThan(50_000);
    expect(new Set(notes.map((note) => note.path)).size).toBe(NOTES);
  });
});

describe('written to disk', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'made-vault-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('has each note with its text and its time', async () => {
    const written = await writeVault(folder, { notes: 30, seed: 9 });
    expect(written).toMatchObject({ notes: 30, questions: 60, marks: 6 });
    for (const note of makeNotes({ notes: 30, seed: 9 })) {
      const file = path.join(folder, note.path);
      expect(await readFile(file, 'utf8')).toBe(note.text);
      expect((await stat(file)).mtimeMs).toBe(note.mtime);
    }
  });

  it('refuses a folder that holds something', async () => {
    await writeVault(folder, { notes: 1, seed: 1 });
    const before = await readdir(folder, { recursive: true });
    await expect(writeVault(folder, { notes: 2, seed: 2 })).rejects.toThrow('not empty');
    expect(await readdir(folder, { recursive: true })).toEqual(before);
  });
});
