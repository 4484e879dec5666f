import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TFile } from 'obsidian';
import { extractQuestions } from '../../../src/core/reading/extract';
import type { MarkValue } from '../../../src/core/model/question';
import { linksToChangedHeadings } from '../../../src/vault/writing/heading-links';
import { Journal } from '../../../src/vault/writing/journal';
import { Operations } from '../../../src/vault/writing/operations';
import { MarkWriter, type NoteChanges } from '../../../src/vault/writing/write';
import { FakeVault } from '../fake-vault';

vi.mock('obsidian', () => import('../obsidian'));
vi.stubGlobal('window', globalThis);

const ANOMALY: MarkValue = { stance: 'inward', stage: 'anomaly' };
const NOTE = '## Is it so?\n\nText [[#Is it so?]].\n\n## What for?\n\nBody asks, why?\n';
const TAG = 'question/inward/anomaly';
const OTHERS = {
  'a.md': 'See [[n#Is it so?|here]], ![[n#What for?]] and [[n]].\n',
  'b.md': '---\nup: "[[n#Is it so?]]"\n---\n[x](n.md#Is%20it%20so?)\n',
  'c.md': 'Nothing of [[a#Is it so?]] here.\n',
};

let databases = 0;
let vault: FakeVault;
let operations: Operations;
let writer: MarkWriter;
let isFollowed: boolean;

beforeEach(() => {
  vault = new FakeVault();
  databases += 1;
  isFollowed = true;
  operations = new Operations(vault.app, new Journal(`links ${databases}`, () => undefined));
  writer = new MarkWriter(operations, () => ({ root: 'question', style: 'tag' }), undefined, {
    find: (file, changes, format, roots) =>
      linksToChangedHeadings(vault.app, file, changes, format, roots),
    isFollowed: () => isFollowed,
    fileAt: (path) => vault.file(path) as unknown as TFile | null,
  });
  vault.add('n.md', NOTE);
  for (const [path, text] of Object.entries(OTHERS)) vault.add(path, text);
});

/** A change of all questions of the note, as it is now. */
function tagAll(path = 'n.md', value: MarkValue | null = ANOMALY): NoteChanges {
  const file = vault.file(path) as unknown as TFile;
  const changes = extractQuestions(vault.text(path)).map((question) => ({ question, value }));
  return { file, changes };
}

function texts(): Record<string, string> {
  return Object.fromEntries(vault.files().map(({ path }) => [path, vault.text(path)]));
}

const TAGGED = {
  'n.md':
    `## Is it so? #${TAG}\n\nText [[#Is it so? ${TAG}]].\n\n## What for? #${TAG}\n\n` +
    `Body asks, why? #${TAG}\n`,
  'a.md': `See [[n#Is it so? ${TAG}|here]], ![[n#What for? ${TAG}]] and [[n]].\n`,
  'b.md': `---\nup: "[[n#Is it so? ${TAG}]]"\n---\n` + `[x](n.md#Is%20it%20so?%20${TAG})\n`,
  'c.md': OTHERS['c.md'],
};

describe('links to a heading that is tagged', () => {
  it('are counted before anything is written', async () => {
    expect(await writer.countLinks([tagAll()])).toBe(5);
    expect(texts()).toEqual({ 'n.md': NOTE, ...OTHERS });
    const { file, changes } = tagAll();
    expect(await writer.countLinks([{ file, changes: changes.slice(2) }])).toBe(0);
  });

  it('are left alone by default, and counted', async () => {
    isFollowed = false;
    const outcome = await writer.write(tagAll().file, tagAll().changes);
    expect(outcome.links).toEqual({ leading: 5, changed: 0, notes: 0 });
    expect(texts()).toMatchObject(OTHERS);
  });

  it('are changed with it, and come back with one undo; redo changes them again', async () => {
    const outcome = await writer.write(tagAll().file, tagAll().changes);
    expect(outcome).toEqual({
      written: 3,
      refused: [],
      failure: null,
      links: { leading: 5, changed: 5, notes: 2 },
    });
    expect(texts()).toEqual(TAGGED);
    expect(await operations.undo()).toMatchObject({ notes: 3, lost: [], failed: [] });
    expect(texts()).toEqual({ 'n.md': NOTE, ...OTHERS });
    expect(await operations.redo()).toMatchObject({ notes: 3, lost: [], failed: [] });
    expect(texts()).toEqual(TAGGED);
  });

  it('lead there by the words of another tag, and by none once it is cleared', async () => {
    await writer.writeAll([tagAll()]);
    vault.letCacheGo();
    await writer.writeAll([tagAll('n.md', { stance: 'outward', stage: null })]);
    expect(vault.text('a.md')).toBe(OTHERS['a.md'].replaceAll('?', '? question/outward'));
    vault.letCacheGo();
    await writer.writeAll([tagAll('n.md', null)]);
    expect(texts()).toEqual({ 'n.md': NOTE, ...OTHERS });
  });

  it('stay where the heading is not tagged after all', async () => {
    const change = tagAll();
    vault.modify('n.md', NOTE.replace('## Is it so?', '## Is it?'));
    const [outcome] = await writer.writeAll([change]);
    expect(outcome?.refused).not.toEqual([]);
    expect(texts()).toMatchObject(OTHERS);
  });

  it('stay where the note can’t be written', async () => {
    vault.processFails = new Error('disk full');
    const [outcome] = await writer.writeAll([tagAll()]);
    expect(outcome?.failure).not.toBeNull();
    expect(texts()).toEqual({ 'n.md': NOTE, ...OTHERS });
  });

  it('are left in a copy that a sync set aside', async () => {
    vault.add('a (Conflicted copy 1).md', OTHERS['a.md']);
    await writer.writeAll([tagAll()]);
    expect(vault.text('a (Conflicted copy 1).md')).toBe(OTHERS['a.md']);
    expect(vault.text('a.md')).toBe(TAGGED['a.md']);
  });

  it('are not made anew in a note that changed since', async () => {
    const { file, changes } = tagAll();
    vault.modify('a.md', 'Now only [[n]].\n');
    const outcome = await writer.write(file, changes);
    expect(outcome.links).toEqual({ leading: 5, changed: 3, notes: 1 });
    expect(vault.text('a.md')).toBe('Now only [[n]].\n');
  });
});
