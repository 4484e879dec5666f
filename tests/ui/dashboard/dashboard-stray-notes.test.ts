// Tags that belong to no question, as the dashboard counts them: in the notes chosen, each state of a note read once.
import { describe, expect, it, vi } from 'vitest';
import { NoteQuestions } from '../../../src/core/index/note-questions';
import type { NoteEntry } from '../../../src/core/index/question-index';
import { EXCLUDED } from '../../../src/core/model/scope';
import { extractQuestions } from '../../../src/core/reading/extract';
import { StrayNotes } from '../../../src/ui/dashboard/model/stray-notes';

const ROOTS = ['question'];
const TEXTS: Readonly<Record<string, string>> = {
  'a.md': 'Why? #question/inward\n\n[So? #question/inward](x)\n\n#question/outward\n',
  'b.md': 'Why? #question/inward\n\nSee `#question/inward`.\n',
  'c.md': '[[x|So? #question/inward]]\n',
  'd.md': 'This holds. #question/inward\n\n[So? #own/word](x)\n',
  'e.md': '#question/inward\n',
  'f.md': 'Why?\n\n[So? #question/inward](x)\n',
};

/** What the app knows of those in which it knows something else. */
const TAGS: Readonly<Record<string, readonly string[]>> = { 'f.md': ['#other', '#questions/x'] };

const VERDICTS: Readonly<Record<string, NoteEntry['scope']>> = {
  'c.md': { inScope: false, reason: 'tag-missing' },
  'f.md': { inScope: false, reason: 'tag-missing' },
  'e.md': EXCLUDED,
};

function entryOf(path: string, text = TEXTS[path] ?? ''): NoteEntry {
  const questions = NoteQuestions.of(extractQuestions(text, { roots: ROOTS }));
  const scope = VERDICTS[path] ?? ({ inScope: true, reason: 'in' } as const);
  return { path, scope, checkbox: null, questions };
}

const entries = Object.keys(TEXTS).map((path) => entryOf(path));

/** Counts what is read; `texts` are the notes as they are. */
function looking(texts: Record<string, string> = { ...TEXTS }) {
  const read: string[] = [];
  const pauses: number[] = [];
  const strays = new StrayNotes({
    read: (path) => {
      read.push(path);
      const text = texts[path];
      return text === undefined ? Promise.reject(new Error('gone')) : Promise.resolve(text);
    },
    tagsOf: (path) => TAGS[path] ?? ['#other', '#question/inward'],
    pause: (time) => {
      pauses.push(time);
      return Promise.resolve();
    },
  });
  const found = () => strays.found.value.map(({ path, count }) => `${path} ${String(count)}`);
  return { strays, read, pauses, found };
}

describe('tags that belong to no question', () => {
  it.each([
    ['articles', { kind: 'articles' }, ['a.md 2']],
    ['the vault, but for what is excluded', { kind: 'vault' }, ['a.md 2', 'c.md 1']],
    ['a note in which the app knows of none of them', { kind: 'note', path: 'f.md' }, ['f.md 1']],
    ['one note', { kind: 'note', path: 'c.md' }, ['c.md 1']],
    ['no note', null, []],
  ] as const)('are counted in %s', async (_, notes, expected) => {
    const { strays, found } = looking();
    await strays.look(entries, notes, ROOTS);
    expect(found()).toEqual(expected);
  });

  it('are counted anew where a note has changed, and nowhere else', async () => {
    const texts = { ...TEXTS };
    const { strays, read, found } = looking(texts);
    await strays.look(entries, { kind: 'articles' }, ROOTS);
    expect(read).toEqual(['a.md', 'b.md', 'd.md']);
    texts['a.md'] = 'Why? #question/inward\n';
    const now = entries.map((entry) =>
      entry.path === 'a.md' ? entryOf('a.md', texts['a.md']) : entry,
    );
    await strays.look(now, { kind: 'articles' }, ROOTS);
    expect(read).toEqual(['a.md', 'b.md', 'd.md', 'a.md']);
    expect(found()).toEqual([]);
  });

  it('are those of the roots that are marks now', async () => {
    const { strays, found } = looking();
    await strays.look(entries, { kind: 'articles' }, ROOTS);
    await strays.look(entries, { kind: 'articles' }, ['own']);
    expect(found()).toEqual(['d.md 1']);
  });

  it('are not told of notes that were asked for before', async () => {
    const { strays, found } = looking();
    const first = strays.look(entries, { kind: 'vault' }, ROOTS);
    await strays.look(entries, { kind: 'note', path: 'b.md' }, ROOTS);
    await first;
    expect(found()).toEqual([]);
  });

  it('are not told of notes that were asked for before, where these have no tag to read them for', async () => {
    const { strays, found } = looking();
    const untagged = Array.from({ length: 600 }, () => entryOf('f.md'));
    await strays.look(entries, { kind: 'articles' }, ROOTS);
    const first = strays.look(untagged, { kind: 'vault' }, ROOTS);
    await strays.look(entries, { kind: 'note', path: 'a.md' }, ROOTS);
    await first;
    expect(found()).toEqual(['a.md 2']);
  });

  it('are looked for a tenth of the time, so that nobody waits for anything else', async () => {
    const { strays, pauses } = looking();
    vi.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValueOnce(3);
    try {
      await strays.look(entries, { kind: 'articles' }, ROOTS);
    } finally {
      vi.restoreAllMocks();
    }
    expect(pauses.slice(0, 2)).toEqual([0, 27]);
  });

  it('are none in a note that can’t be read', async () => {
    const { strays, found } = looking({});
    await strays.look(entries, { kind: 'vault' }, ROOTS);
    expect(found()).toEqual([]);
  });
});
