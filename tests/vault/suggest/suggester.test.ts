import { describe, expect, it, vi } from 'vitest';
import { QuestionIndex } from '../../../src/core/index/question-index';
import { NoteQuestions } from '../../../src/core/index/note-questions';
import { DEFAULT_SCOPE, judgeScope } from '../../../src/core/model/scope';
import { extractQuestions } from '../../../src/core/reading/extract';
import type { ProposalOutcome } from '../../../src/core/suggest/source-records';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/settings/schema';
import { SettingsStore } from '../../../src/settings/store';
import { Suggester } from '../../../src/vault/suggest/suggester';

const LIMITS = { stance: 'outward', stage: 'limits' };
const RIGHT: ProposalOutcome = {
  opinions: [{ source: 'wording', scores: new Map([['outward/limits', 0.8]]) }],
  chosen: 'outward/limits',
  ghost: null,
};

/** A vault’s local storage, which windows share. */
function storage() {
  const kept = new Map<string, string>();
  return {
    kept,
    loadLocalStorage: (key: string): unknown => JSON.parse(kept.get(key) ?? 'null'),
    saveLocalStorage: (key: string, data: unknown): void =>
      void kept.set(key, JSON.stringify(data)),
  };
}

async function begun(app = storage(), settings: Partial<Settings> = {}) {
  const index = new QuestionIndex((notice) => notice());
  let file: unknown = { version: 2, ...DEFAULT_SETTINGS, ...settings };
  const store = new SettingsStore({
    load: () => Promise.resolve(file),
    save: (data) => {
      file = data;
      return Promise.resolve();
    },
  });
  await store.load();
  const suggester = new Suggester({
    app,
    index,
    settings: store,
    yieldToEventLoop: () => new Promise((resolve) => setTimeout(resolve)),
  });
  const put = (path: string, text: string): void =>
    index.put({
      path,
      scope: judgeScope(null, DEFAULT_SCOPE),
      checkbox: true,
      questions: NoteQuestions.of(extractQuestions(text, { roots: ['question', 'topic'] })),
    });
  const firstOf = (text: string) => {
    const questions = extractQuestions(text);
    const note = suggester.ofNote('new.md', questions, text);
    return note.of(questions.length - 1, note.marks).proposals[0];
  };
  return { app, index, store, suggester, put, firstOf };
}

const TAGGED = '邊界：誰會為這座橋付錢？ #question/outward/limits\n';

describe('suggestions of a vault', () => {
  it('know the tags that stand in notes, those that come, and those that go', async () => {
    const { suggester, put, index, firstOf } = await begun();
    put('a.md', TAGGED);
    await suggester.ready();
    expect(firstOf('誰會為這座橋付錢？')?.whys[0]).toMatchObject({ source: 'same', times: 1 });
    put('b.md', TAGGED);
    await suggester.ready();
    expect(firstOf('誰會為這座橋付錢？')?.whys[0]).toMatchObject({ source: 'same', times: 2 });
    index.rename('b.md', 'c.md');
    await suggester.ready();
    expect(firstOf('誰會為這座橋付錢？')?.whys[0]).toMatchObject({ source: 'same', times: 2 });
    for (const path of ['a.md', 'c.md']) index.remove(path);
    await suggester.ready();
    expect(firstOf('誰會為這座橋付錢？')?.whys[0]?.source).not.toBe('same');
  });

  it('read nothing before they are asked for', async () => {
    const { index, put } = await begun();
    put('a.md', TAGGED);
    expect(index.entries().size).toBe(1);
    const read = index.get('a.md')?.questions;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(Object.is(index.get('a.md')?.questions, read)).toBe(true);
  });

  it('go by the tags of the root that is worked with', async () => {
    const { suggester, put, store, firstOf } = await begun();
    put('a.md', TAGGED);
    await suggester.ready();
    const [taxonomy = DEFAULT_SETTINGS.taxonomies[0]] = store.get().taxonomies;
    await store.update({ taxonomies: taxonomy ? [{ ...taxonomy, root: 'topic' }] : [] });
    await suggester.ready();
    expect(firstOf('誰會為這座橋付錢？')?.whys[0]?.source).not.toBe('same');
  });

  it('of a note count its marks of the root that is worked with alone', async () => {
    const { suggester } = await begun();
    const text =
      'Why? #topic/apply\n\nHow so? #question/inward/anomaly #topic/apply\n\nAnd then?\n';
    const questions = extractQuestions(text, { roots: ['question', 'topic'] });
    expect(questions.map(({ marks }) => marks.length)).toEqual([1, 2, 0]);
    const { marks } = suggester.ofNote('a.md', questions, text);
    expect(marks.map((mark) => mark?.stance ?? null)).toEqual([null, 'inward', null]);
  });

  it('tell those who listen, until they stop', async () => {
    const { suggester, put } = await begun();
    let told = 0;
    const stop = suggester.subscribe(() => (told += 1));
    put('a.md', TAGGED);
    await suggester.ready();
    expect(told).toBe(1);
    put('b.md', 'Who pays?\n');
    put('a.md', `What comes before?\n\n${TAGGED}`);
    await suggester.ready();
    expect(told).toBe(1);
    suggester.learn('a.md', [{ text: '誰會為這座橋付錢？', outcome: RIGHT }]);
    expect(told).toBe(2);
    stop();
    suggester.forget();
    expect(told).toBe(2);
  });
});

describe('settings that change while suggestions are shown', () => {
  it('are told of where proposals are others for them, and only there', async () => {
    const { suggester, store } = await begun();
    let told = 0;
    suggester.subscribe(() => (told += 1));
    await store.update({ lists: { showEmbedded: true, showUnmarked: false } });
    expect(told).toBe(0);
    await store.update({ suggest: { mode: 'proposals' } });
    expect(told).toBe(1);
    const [taxonomy] = store.get().taxonomies;
    if (taxonomy) await store.update({ taxonomies: [{ ...taxonomy, stances: [] }] });
    expect(told).toBe(2);
    suggester.stop();
    await store.update({ suggest: { mode: 'off' } });
    expect(told).toBe(2);
  });
});

describe('what is learnt', () => {
  it('is kept in the vault’s local storage, and shared by two windows', async () => {
    const one = await begun();
    const other = await begun(one.app);
    expect(other.suggester.records).toEqual({});
    one.suggester.learn('a.md', [{ text: 'Who pays?', outcome: RIGHT }]);
    other.suggester.learn('b.md', [{ text: 'Who pays?', outcome: RIGHT }]);
    other.suggester.reject('Who pays?', 'outward/limits', null);
    const again = await begun(one.app);
    expect(again.suggester.records.wording).toMatchObject({ proposed: 2, right: 2 });
    expect(again.suggester.rejections).toBe(1);
  });

  it('of another window counts here once its storage is said to have changed', async () => {
    const one = await begun();
    const text = '誰會為這座橋付錢？';
    const { stance, stage } = one.firstOf(text)?.mark ?? LIMITS;
    const key = `${stance}/${stage ?? ''}`;
    const other = await begun(one.app);
    let told = 0;
    one.suggester.subscribe(() => (told += 1));
    expect(one.suggester.rejections).toBe(0);
    other.suggester.reject(text, key, null);
    one.suggester.readAgain();
    expect(told).toBe(1);
    expect(one.suggester.rejections).toBe(1);
    expect(one.firstOf(text)?.mark).not.toEqual({ stance, stage });
  });

  it('goes with a tag that is taken back, and comes back with it, wherever its note is', async () => {
    const { suggester, put, index } = await begun();
    const proposed = () => suggester.records.wording?.proposed;
    await suggester.ready();
    suggester.learn('a.md', [{ text: '誰會為這座橋付錢？', outcome: RIGHT }]);
    expect(proposed()).toBe(1);
    put('a.md', TAGGED);
    await suggester.ready();
    expect(proposed()).toBe(1);
    put('a.md', '邊界：誰會為這座橋付錢？\n');
    await suggester.ready();
    expect(proposed()).toBe(0);
    put('a.md', TAGGED);
    await suggester.ready();
    expect(proposed()).toBe(1);
    index.rename('a.md', 'z.md');
    await suggester.ready();
    expect(proposed()).toBe(1);
    put('z.md', '邊界：誰會為這座橋付錢？\n');
    await suggester.ready();
    expect(proposed()).toBe(0);
  });

  it('goes with a tag that was taken back before anybody saw it in its note', async () => {
    const { suggester, put } = await begun();
    const proposed = () => suggester.records.wording?.proposed;
    await suggester.ready();
    suggester.learn('a.md', [{ text: '誰會為這座橋付錢？', outcome: RIGHT }]);
    expect(proposed()).toBe(1);
    put('a.md', '邊界：誰會為這座橋付錢？\n');
    await suggester.ready();
    expect(proposed()).toBe(0);
    put('a.md', TAGGED);
    await suggester.ready();
    expect(proposed()).toBe(1);
  });

  it('holds what was rejected, until that is taken back or forgotten', async () => {
    const { suggester, firstOf, app } = await begun();
    const text = '誰會為這座橋付錢？';
    const stage = firstOf(text)?.mark ?? LIMITS;
    const key = `${stage.stance}/${stage.stage ?? ''}`;
    suggester.reject(text, key, null);
    expect(firstOf(text)?.mark).not.toEqual(stage);
    expect((await begun(app)).firstOf(text)?.mark).not.toEqual(stage);
    suggester.takeRejectionBack(text, key, null);
    expect(firstOf(text)?.mark).toEqual(stage);
    suggester.reject(text, key, null);
    suggester.forget();
    expect(firstOf(text)?.mark).toEqual(stage);
    expect(suggester.rejections).toBe(0);
  });

  it.each([
    ['nothing', null],
    ['a word', 'lost'],
    ['half a file', { records: { wording: { proposed: 'x' } }, rejected: 7 }],
    ['other things', { records: [1], rejected: [1, null, {}] }],
  ])('is nothing where %s is kept', async (_, kept) => {
    const app = storage();
    app.saveLocalStorage('question-stance-suggestions', kept);
    const { suggester } = await begun(app);
    expect(suggester.records).toEqual({});
    expect(suggester.rejections).toBe(0);
  });

  it('holds as long as the app runs where nothing can be kept', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { suggester } = await begun({
      ...storage(),
      saveLocalStorage: () => {
        throw new Error('full');
      },
    });
    suggester.reject('Who pays?', 'outward/limits', null);
    suggester.reject('Who else?', 'outward/limits', null);
    expect(suggester.rejections).toBe(2);
    expect(warn).toHaveBeenCalledTimes(2);
    warn.mockRestore();
  });
});
