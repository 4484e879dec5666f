import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TFile } from 'obsidian';
import { extractQuestions } from '../../../src/core/reading/extract';
import type { MarkFormat } from '../../../src/core/model/mark';
import type { MarkValue } from '../../../src/core/model/question';
import { headingLinks } from '../../../src/vault/writing/heading-links';
import { Journal } from '../../../src/vault/writing/journal';
import { Operations } from '../../../src/vault/writing/operations';
import { MarkWriter, type LinkOffer, type NoteChanges } from '../../../src/vault/writing/write';
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
let journal: Journal;
let operations: Operations;
let writer: MarkWriter;
let isFollowed: boolean;
let format: MarkFormat;

beforeEach(() => {
  vault = new FakeVault();
  databases += 1;
  isFollowed = true;
  format = { root: 'question', style: 'tag' };
  journal = new Journal(`links ${databases}`, () => undefined);
  operations = new Operations(vault.app, journal);
  const links = headingLinks(vault.app, () => isFollowed);
  writer = new MarkWriter(operations, () => format, undefined, links);
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
    expect(outcome.links).toMatchObject({ leading: 5, changed: 0, notes: 0 });
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
    vault.modify('n.md', NOTE.replace('## Is it so?', '## Is it no?'));
    const [outcome] = await writer.writeAll([change]);
    expect(outcome?.refused).toHaveLength(1);
    expect(outcome?.links).toEqual({ leading: 1, changed: 1, notes: 1 });
    const whatFor = OTHERS['a.md'].replace('What for?', `What for? ${TAG}`);
    expect(texts()).toMatchObject({ ...OTHERS, 'a.md': whatFor });
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

  it('are those that lead there, whatever else their note links to', async () => {
    const text =
      'See [[n#Is it so?]], [[#Is it so?]], [[a#Is it so?]], [[n#^b]], [[gone#Is it so?]].\n';
    vault.add('d.md', text);
    await writer.writeAll([tagAll()]);
    expect(vault.text('d.md')).toBe(text.replace('n#Is it so?', `n#Is it so? ${TAG}`));
  });

  it('are not looked for in a note that nothing is known of yet', async () => {
    const file = vault.create('new.md', '## New?\n') as unknown as TFile;
    const [question] = extractQuestions('## New?\n');
    if (!question) throw new Error('a question');
    expect(await writer.write(file, [{ question, value: ANOMALY }])).toEqual({
      written: 1,
      refused: [],
      failure: null,
    });
  });

  it('stay where the heading goes while the tag is under way', async () => {
    vault.afterRead = () => {
      vault.afterRead = () => undefined;
      vault.modify('n.md', NOTE.replace('## Is it so?', '## Is it no?'));
    };
    const [outcome] = await writer.writeAll([tagAll()]);
    expect(outcome?.links).toEqual({ leading: 1, changed: 1, notes: 1 });
    const whatFor = OTHERS['a.md'].replace('What for?', `What for? ${TAG}`);
    expect(texts()).toMatchObject({ ...OTHERS, 'a.md': whatFor });
  });

  it('stay where their note alone can’t be written', async () => {
    const { app } = vault;
    const process = app.vault.process.bind(app.vault);
    app.vault.process = (file, change) =>
      file.path === 'n.md' ? Promise.reject(new Error('disk full')) : process(file, change);
    const [outcome] = await writer.writeAll([tagAll()]);
    expect(outcome).toEqual({
      path: 'n.md',
      written: 0,
      refused: [],
      failure: { code: 'failed', detail: 'disk full' },
    });
    expect(texts()).toEqual({ 'n.md': NOTE, ...OTHERS });
  });

  it('are told of where the note is renamed while the tag is under way', async () => {
    let reads = 0;
    vault.afterRead = () => {
      reads += 1;
      if (reads === 2) vault.rename('n.md', 'm.md');
    };
    const [outcome] = await writer.writeAll([tagAll()]);
    expect(outcome).toMatchObject({ path: 'm.md', written: 3, links: { leading: 5, changed: 5 } });
    expect(vault.text('a.md')).toBe(TAGGED['a.md']);
  });

  it('are not counted where the note can’t be read', async () => {
    const { app } = vault;
    const changes = tagAll();
    const fail = () => Promise.reject(new Error('no such disk'));
    Object.assign(app.vault, { read: fail, cachedRead: fail });
    expect(await writer.countLinks([changes])).toBe(0);
  });

  it.each([
    [
      true,
      [
        ['n.md', 3, [`[[#Is it so? ${TAG}]]`]],
        ['a.md', 0, [`[[n#Is it so? ${TAG}|here]]`, `![[n#What for? ${TAG}]]`]],
        ['b.md', 0, [`[x](n.md#Is%20it%20so?%20${TAG})`, `[[n#Is it so? ${TAG}]]`]],
      ],
    ],
    [false, [['n.md', 3, []]]],
  ])(
    'stand in the journal before anything is written, if they are followed: %s',
    async (follow, notes) => {
      isFollowed = follow;
      const begin = vi.spyOn(journal, 'begin');
      await writer.writeAll([tagAll()]);
      const task = begin.mock.calls[0]?.[0];
      if (task?.kind !== 'marks') throw new Error('no tagging');
      expect(
        task.notes.map(({ path, changes, links = [] }) => [
          path,
          changes.length,
          links.map(({ insert }) => insert),
        ]),
      ).toEqual(notes);
    },
  );

  it('are not made anew in a note that changed since', async () => {
    const { file, changes } = tagAll();
    vault.modify('a.md', 'Now only [[n]].\n');
    const outcome = await writer.write(file, changes);
    expect(outcome.links).toEqual({ leading: 5, changed: 3, notes: 1 });
    expect(vault.text('a.md')).toBe('Now only [[n]].\n');
  });
});

describe('links to headings of several notes that are tagged at once', () => {
  const HEADED = { 'p.md': '## How?\n', 'q.md': '## Who?\n\n[[p#How?]]\n', 'r.md': 'So.\n' };
  const LINKING = { 's.md': '[[p#How?]] [[q#Who?]]\n', 't.md': '[[q#Who?]] [[q#Who?]]\n' };

  it('are all found, counted by the note that they lead to, and come back', async () => {
    for (const [path, text] of Object.entries({ ...HEADED, ...LINKING })) vault.add(path, text);
    const notes = () => Object.keys(HEADED).map((path) => tagAll(path));
    expect(await writer.countLinks(notes())).toBe(5);
    const outcomes = await writer.writeAll(notes());
    expect(outcomes.map(({ path, written, links }) => [path, written, links])).toEqual([
      ['p.md', 1, { leading: 2, changed: 2, notes: 2 }],
      ['q.md', 1, { leading: 3, changed: 3, notes: 2 }],
      ['r.md', 0, undefined],
    ]);
    expect(texts()).toEqual({
      'n.md': NOTE,
      ...OTHERS,
      'p.md': `## How? #${TAG}\n`,
      'q.md': `## Who? #${TAG}\n\n[[p#How? ${TAG}]]\n`,
      'r.md': 'So.\n',
      's.md': `[[p#How? ${TAG}]] [[q#Who? ${TAG}]]\n`,
      't.md': `[[q#Who? ${TAG}]] [[q#Who? ${TAG}]]\n`,
    });
    expect(await operations.undo()).toMatchObject({ notes: 4, lost: [], failed: [] });
    expect(texts()).toEqual({ 'n.md': NOTE, ...OTHERS, ...HEADED, ...LINKING });
  });
});

/** Tags the first heading and leaves the links to it alone. */
async function tagFirst(): Promise<LinkOffer> {
  isFollowed = false;
  const { file, changes } = tagAll();
  const { links } = await writer.write(file, changes.slice(0, 1));
  if (!links?.offer) throw new Error('no links are offered');
  expect(links).toMatchObject({ leading: 4, changed: 0 });
  expect(texts()).toMatchObject(OTHERS);
  return links.offer;
}

const FIRST = {
  'n.md': NOTE.replace(
    '## Is it so?\n\nText [[#Is it so?]]',
    `## Is it so? #${TAG}\n\nText [[#Is it so? ${TAG}]]`,
  ),
  'a.md': `See [[n#Is it so? ${TAG}|here]], ![[n#What for?]] and [[n]].\n`,
  'b.md': TAGGED['b.md'],
  'c.md': OTHERS['c.md'],
};

describe('links that a tagging left alone', () => {
  it('are changed as part of it, and taken back and made again with it', async () => {
    const offer = await tagFirst();
    expect(await writer.changeLinks(offer)).toEqual({ leading: 4, changed: 4, notes: 2 });
    expect(texts()).toEqual(FIRST);
    expect(await operations.undo()).toMatchObject({ notes: 3, lost: [], failed: [] });
    expect(texts()).toEqual({ 'n.md': NOTE, ...OTHERS });
    expect(await operations.redo()).toMatchObject({ notes: 3, lost: [], failed: [] });
    expect(texts()).toEqual(FIRST);
    expect(await operations.undo()).toMatchObject({ notes: 3 });
    expect(await operations.ahead('undo')).toBeNull();
  });

  it('stay once another tagging came', async () => {
    const offer = await tagFirst();
    const { file, changes } = tagAll();
    await writer.write(file, changes.slice(2));
    const before = texts();
    expect(await writer.changeLinks(offer)).toBeNull();
    expect(texts()).toEqual(before);
  });

  it.each([
    ['was taken back', () => operations.undo()],
    [
      'was cleared by hand',
      () => {
        vault.modify('n.md', NOTE);
        return Promise.resolve(null);
      },
    ],
  ])('stay once it %s', async (_, deed) => {
    const offer = await tagFirst();
    await deed();
    expect(await writer.changeLinks(offer)).toBeNull();
    expect(texts()).toEqual({ 'n.md': NOTE, ...OTHERS });
  });

  it.each<[string, () => unknown]>([
    ['is not looked up', () => vi.spyOn(journal, 'lastDone').mockResolvedValueOnce(null)],
    ['has no notes that are', () => vi.spyOn(journal, 'notesOf').mockResolvedValueOnce([])],
    [
      'is of a note that can’t be read',
      () => {
        const fail = () => Promise.reject(new Error('no such disk'));
        Object.assign(vault.app.vault, { read: fail, cachedRead: fail });
      },
    ],
  ])('stay where the tagging %s', async (_, harm) => {
    const offer = await tagFirst();
    const before = texts();
    harm();
    expect(await writer.changeLinks(offer)).toBeNull();
    expect(texts()).toEqual(before);
  });

  it('stay in a note that changed since, that can’t be written, or that is not on record', async () => {
    vault.add('d.md', 'And [[n#Is it so?]].\n');
    isFollowed = false;
    const { file, changes } = tagAll();
    const { links } = await writer.write(file, changes.slice(0, 1));
    if (!links?.offer) throw new Error('no links are offered');
    expect(links.leading).toBe(5);
    vault.modify('b.md', 'Now only [[n]].\n');
    const record = journal.record.bind(journal);
    vi.spyOn(journal, 'record').mockImplementation((note) =>
      note.path === 'a.md' ? Promise.resolve(false) : record(note),
    );
    const { app } = vault;
    const process = app.vault.process.bind(app.vault);
    app.vault.process = (each, change) =>
      each.path === 'd.md' ? Promise.reject(new Error('disk full')) : process(each, change);
    expect(await writer.changeLinks(links.offer)).toEqual({ leading: 5, changed: 1, notes: 0 });
    expect(texts()).toEqual({
      ...OTHERS,
      'n.md': FIRST['n.md'],
      'b.md': 'Now only [[n]].\n',
      'd.md': 'And [[n#Is it so?]].\n',
    });
  });

  it('stay in a copy that a sync set aside, save where the copy is what was tagged', async () => {
    const copy = 'p (Conflicted copy 1).md';
    vault.add(copy, '## How?\n\n[[#How?]]\n');
    vault.add('q (Conflicted copy 1).md', `[[${copy}#How?]]\n`);
    vault.add('r.md', `[[${copy}#How?]]\n`);
    isFollowed = false;
    const { file, changes } = tagAll(copy);
    const { links } = await writer.write(file, changes);
    if (!links?.offer) throw new Error('no links are offered');
    expect(await writer.changeLinks(links.offer)).toEqual({ leading: 3, changed: 2, notes: 1 });
    expect(texts()).toMatchObject({
      [copy]: `## How? #${TAG}\n\n[[#How? ${TAG}]]\n`,
      'q (Conflicted copy 1).md': `[[${copy}#How?]]\n`,
      'r.md': `[[${copy}#How? ${TAG}]]\n`,
    });
  });

  it('can’t be changed where the tagging is not on record', async () => {
    isFollowed = false;
    const begin = vi.spyOn(Journal.prototype, 'begin').mockResolvedValue(null);
    const outcome = await writer.write(tagAll().file, tagAll().changes);
    begin.mockRestore();
    expect(outcome.links).toEqual({ leading: 5, changed: 0, notes: 0 });
  });
});

describe('links in other notes', () => {
  it('stay where the change could not be taken back', async () => {
    const begin = vi.spyOn(Journal.prototype, 'begin').mockResolvedValue(null);
    const outcome = await writer.write(tagAll().file, tagAll().changes);
    begin.mockRestore();
    expect(outcome.links).toEqual({ leading: 5, changed: 1, notes: 0 });
    expect(texts()).toEqual({ ...TAGGED, ...OTHERS });
  });
});

describe('links in one other note', () => {
  it('stay where the journal does not take them, and those in others are changed', async () => {
    const record = journal.record.bind(journal);
    vi.spyOn(journal, 'record').mockImplementation((note) =>
      note.path === 'a.md' ? Promise.resolve(false) : record(note),
    );
    const outcome = await writer.write(tagAll().file, tagAll().changes);
    expect(outcome.links).toEqual({ leading: 5, changed: 3, notes: 1 });
    expect(texts()).toEqual({ ...TAGGED, 'a.md': OTHERS['a.md'] });
    expect(await operations.undo()).toMatchObject({ notes: 2, lost: [] });
    expect(texts()).toEqual({ 'n.md': NOTE, ...OTHERS });
  });
});

const PLAIN = '## On truth\n\n[[#On truth]] See.\n';
const TO_PLAIN = 'See [[p#On truth]].\n';

describe('links to a heading that is tagged', () => {
  const selection = { from: 3, to: 11, text: 'On truth' };

  it.each([
    [true, { leading: 2, changed: 2, notes: 1 }],
    [false, { leading: 2, changed: 0, notes: 0 }],
  ])('by a selection are changed or counted (%s)', async (follow, expected) => {
    isFollowed = follow;
    vault.add('p.md', PLAIN);
    vault.add('q.md', TO_PLAIN);
    const file = vault.file('p.md') as unknown as TFile;
    const { links, written } = await writer.tagSelection(file, selection, ANOMALY);
    expect(written).toBe(1);
    expect(links).toMatchObject(expected);
    expect(vault.text('q.md')).toBe(follow ? TO_PLAIN.replace('truth', `truth ${TAG}`) : TO_PLAIN);
    expect(links?.offer === undefined).toBe(follow);
    await operations.undo();
    expect([vault.text('p.md'), vault.text('q.md')]).toEqual([PLAIN, TO_PLAIN]);
  });

  it.each([
    [true, { leading: 4, changed: 4, notes: 2 }],
    [false, { leading: 4, changed: 0, notes: 0 }],
  ])('while it is typed are changed behind it or counted (%s)', async (follow, expected) => {
    isFollowed = follow;
    const insert = ` #${TAG}`;
    const typed = NOTE.replace('so?', `so?${insert}`);
    vault.modify('n.md', typed);
    const file = vault.file('n.md') as unknown as TFile;
    const mark = { from: 12, to: 12, expected: '', insert };
    const links = await writer.recordTyped(file, mark, typed);
    expect(links).toMatchObject(expected);
    expect(links?.offer === undefined).toBe(follow);
    if (follow) expect(texts()).toEqual(FIRST);
    else expect(texts()).toEqual({ 'n.md': typed, ...OTHERS });
    expect(await operations.undo()).toMatchObject({ lost: [], failed: [] });
    expect(texts()).toEqual({ 'n.md': NOTE, ...OTHERS });
  });

  it('lead there without the signs of a comment', async () => {
    format = { root: 'question', style: 'comment' };
    await writer.writeAll([tagAll()]);
    const commented = TAGGED['n.md'].replace(/#(question\S+)$/gm, '%% #$1 %%');
    expect(texts()).toEqual({ ...TAGGED, 'n.md': commented });
  });

  it.each<[string, string]>([
    ['leads to no heading that is changed', '## Is it so?\n\nWhy'],
    ['is not linked to', '## Who'],
  ])('while it is typed are none where the mark %s', async (_, before) => {
    const path = before.endsWith('Who') ? 'alone.md' : 'n.md';
    const text = `${before}?\n`;
    vault.add(path, text);
    vault.modify(path, text);
    const insert = ` #${TAG}`;
    const from = text.length - 1;
    const typed = `${text.slice(0, from)}${insert}\n`;
    vault.modify(path, typed);
    const file = vault.file(path) as unknown as TFile;
    expect(
      await writer.recordTyped(file, { from, to: from, expected: '', insert }, typed),
    ).toBeNull();
    const others = path === 'n.md' ? OTHERS : { ...OTHERS, 'n.md': NOTE };
    expect(texts()).toEqual({ ...others, [path]: typed });
  });

  it('while it is typed are counted, and not changed, where that is not on record', async () => {
    const insert = ` #${TAG}`;
    const typed = NOTE.replace('so?', `so?${insert}`);
    vault.modify('n.md', typed);
    vi.spyOn(journal, 'begin').mockResolvedValueOnce(null);
    const file = vault.file('n.md') as unknown as TFile;
    const mark = { from: 12, to: 12, expected: '', insert };
    expect(await writer.recordTyped(file, mark, typed)).toEqual({
      leading: 4,
      changed: 0,
      notes: 0,
    });
    expect(texts()).toEqual({ 'n.md': typed, ...OTHERS });
  });

  it('stand in the journal before tags are written anew', async () => {
    await writer.writeAll([tagAll()]);
    vault.letCacheGo();
    const from = { root: 'question', style: 'tag' } as const;
    const to = { root: 'ask', style: 'tag' } as const;
    const begin = vi.spyOn(journal, 'begin');
    const file = vault.file('n.md') as unknown as TFile;
    await writer.rewriteAll([file], { from, to, setting: from });
    const task = begin.mock.calls[0]?.[0];
    if (task?.kind !== 'rewrite') throw new Error('no rewriting');
    expect(task).toMatchObject({ from, to, setting: from, roots: ['question'] });
    expect(
      task.notes.map(({ path, keepsMarks = false, links = [] }) => [
        path,
        keepsMarks,
        links.map(({ insert }) => insert),
      ]),
    ).toEqual([
      ['n.md', false, ['[[#Is it so? ask/inward/anomaly]]']],
      [
        'a.md',
        true,
        ['[[n#Is it so? ask/inward/anomaly|here]]', '![[n#What for? ask/inward/anomaly]]'],
      ],
      [
        'b.md',
        true,
        ['[x](n.md#Is%20it%20so?%20ask/inward/anomaly)', '[[n#Is it so? ask/inward/anomaly]]'],
      ],
    ]);
  });

  it.each([true, false])(
    'are changed or counted when tags are written anew (%s)',
    async (follow) => {
      await writer.writeAll([tagAll()]);
      vault.letCacheGo();
      isFollowed = follow;
      const from = { root: 'question', style: 'tag' } as const;
      const to = { root: 'ask', style: 'tag' } as const;
      const file = vault.file('n.md') as unknown as TFile;
      expect(await writer.countRewrittenLinks([file], { from, to })).toBe(5);
      const [outcome] = await writer.rewriteAll([file], { from, to, setting: from });
      const changed = follow ? 5 : 0;
      expect(outcome).toMatchObject({ written: 3, links: { leading: 5, changed } });
      expect(vault.text('a.md')).toBe(
        follow ? TAGGED['a.md'].replaceAll('question/', 'ask/') : TAGGED['a.md'],
      );
      expect(await operations.undo()).toMatchObject({ lost: [], failed: [], format: from });
      expect(texts()).toEqual(TAGGED);
    },
  );
});
