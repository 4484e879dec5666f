// «Review untagged questions» while other programs write, and its way back; in a real browser, on the built plugin, with
// what is then on disk.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { GAP } from '../../src/core/text/gap.ts';
import { openPlayground, type Playground } from './harness/playground.ts';

const ARTICLE = '---\ntags: [my-article]\nCheckbox 1: true\n---\n';
const ALL_TAGGED = 'Every question of your articles is tagged.';

let ground: Playground;
let page: Page;

const question = () => page.locator('.question-stance-review-question');
const state = () => page.locator('.question-stance-review-left');
const isShown = (text: string) => expect.poll(() => question().textContent()).toBe(text);
const says = (text: string) => expect.poll(() => state().textContent()).toBe(text);

/** A review of these notes, the first of which is open. */
async function review(notes: Readonly<Record<string, string>>): Promise<void> {
  const articles = Object.entries(notes).map(([path, text]) => [path, ARTICLE + text] as const);
  ground = await openPlayground({ lang: 'en', notes: Object.fromEntries(articles) });
  page = ground.page;
  await ground.openNote(articles[0]?.[0] ?? '');
  await ground.runCommand('review-untagged');
  await question().waitFor();
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** What the note says below its properties, once what is written so far is saved. */
async function onDisk(path: string): Promise<string> {
  await ground.settle();
  return (await ground.readNote(path)).slice(ARTICLE.length);
}

/** Another program writes the note. */
async function rewrite(path: string, change: (text: string) => string): Promise<void> {
  await ground.writeNote(path, ARTICLE + change(await onDisk(path)));
}

/** The host, as far as it is asked whether it has a note, and what suggestions have learnt. */
interface HostWindow {
  readonly playground: {
    readonly app: {
      loadLocalStorage(key: string): unknown;
      readonly vault: { getFileByPath(path: string): object | null };
    };
  };
}

/** Whether the app has the note: what another program deletes is seen a moment later. */
function isInVault(path: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const { vault } = (window as unknown as HostWindow).playground.app;
    return vault.getFileByPath(wanted) !== null;
  }, path);
}

/** What suggestions have learnt. */
function kept(): Promise<unknown> {
  return page.evaluate(() => {
    const { app } = (window as unknown as HostWindow).playground;
    return app.loadLocalStorage('question-stance-suggestions');
  });
}

async function isOver(notice: string): Promise<void> {
  await question().waitFor({ state: 'detached' });
  await expect.poll(() => page.locator('.notice').allInnerTexts()).toContain(notice);
}

afterEach(async () => {
  const { errors } = ground;
  await ground.close();
  expect(errors).toEqual([]);
});

describe('a review while other programs write', () => {
  it('has its turn for a question that comes into a note which was at its end', async () => {
    await review({ 'a.md': 'One?\n\nTwo?\n', 'b.md': 'Three?\n' });
    await isShown('One?');
    await press('1', '1');
    await isShown('Two?');
    await press('1', '1');
    await isShown('Three?');
    await says('the last untagged question');
    await rewrite('a.md', (text) => `${text}\nFour?\n`);
    await says('2 untagged questions left');
    await press('1', '1');
    await isShown('Four?');
    await press('1', '1');
    await isOver(ALL_TAGGED);
    expect(await onDisk('a.md')).not.toMatch(/\?$/m);
  });

  it('has its turn for a question that comes in while the last one of its note is shown', async () => {
    await review({ 'a.md': 'One?\n' });
    await isShown('One?');
    await rewrite('a.md', (text) => `${text}\nTwo?\n`);
    await says('2 untagged questions left');
    await press('1', '1');
    await isShown('Two?');
    await press('1', '1');
    await isOver(ALL_TAGGED);
  });

  it('looks at a note that has something untagged only now', async () => {
    await review({ 'a.md': 'One?\n', 'b.md': 'Two? #question/inward\n' });
    await isShown('One?');
    await rewrite('b.md', (text) => text.replace(' #question/inward', ''));
    await says('2 untagged questions left');
    await ground.writeNote('c.md', `${ARTICLE}Three?\n`);
    await says('3 untagged questions left');
    await press('1', '1');
    await isShown('Two?');
    await press('1', '1');
    await isShown('Three?');
    await press('1', '1');
    await isOver(ALL_TAGGED);
  });

  it('counts nothing of a note that is deleted while its question is shown', async () => {
    await review({ 'a.md': 'One?\n', 'b.md': 'Two?\n\nThree?\n' });
    await isShown('One?');
    await press('1', '1');
    await isShown('Two?');
    await press('Shift+Enter');
    await isShown('Three?');
    await ground.deleteNote('b.md');
    await expect.poll(() => isInVault('b.md')).toBe(false);
    await press('1', '1');
    await isOver(ALL_TAGGED);
  });
});

describe('the way back through a review', () => {
  it('goes on where a question has come in above', async () => {
    await review({ 'a.md': 'One?\n\nTwo?\n\nThree?\n' });
    await isShown('One?');
    await press('1', '2');
    await isShown('Two?');
    await press('x');
    await isShown('Three?');
    await rewrite('a.md', (text) => `Zero?\n\n${text}`);
    await says('2 untagged questions left');
    await press('Alt+ArrowUp');
    await isShown('Two?');
    await press('Alt+ArrowUp');
    await isShown('One?');
  });

  it('begins with what the question has: Enter keeps it, and writes and learns nothing', async () => {
    await review({ 'a.md': 'What is a token?\n\nWho pays?\n' });
    await isShown('What is a token?');
    const current = () => page.locator('.question-stance-pick-current');
    expect(await current().count()).toBe(0);
    await press('1', '2');
    await isShown('Who pays?');
    expect(await current().count()).toBe(0);
    const written = await onDisk('a.md');
    const learnt = await kept();
    await press('Alt+ArrowUp');
    await isShown('What is a token?');
    const first = page.locator('.question-stance-pick').first();
    await expect.poll(() => first.locator('.question-stance-pick-current').count()).toBe(1);
    await press('Enter');
    await isShown('Who pays?');
    expect(await onDisk('a.md')).toBe(written);
    expect(await kept()).toEqual(learnt);
  });

  it('shows neither properties nor tags around the question', async () => {
    await review({ 'a.md': 'Before. One? Behind.\n\nTwo?\n' });
    await isShown('One?');
    const around = () => page.locator('.question-stance-review-around').allTextContents();
    expect(await around()).toEqual(['Before.', 'Behind.']);
    await press('1', '1');
    await isShown('Two?');
    expect(await onDisk('a.md')).toContain('One? #question/');
    await press('Alt+ArrowUp');
    await isShown('One?');
    expect(await around()).toEqual(['Before.', 'Behind.']);
  });

  it('clears a tag, and does not ask for it again', async () => {
    await review({ 'a.md': 'One?\n\nTwo?\n' });
    await isShown('One?');
    await press('1', '1');
    await isShown('Two?');
    await press('Alt+ArrowUp');
    await isShown('One?');
    await page.keyboard.type('clear tag');
    await press('Enter');
    await isShown('Two?');
    expect(await onDisk('a.md')).toBe('One?\n\nTwo?\n');
    await press('1', '1');
    await isOver('1 untagged question is left.');
  });
});

it('asks once for a question that is begun: its tag leaves it untagged', async () => {
  await review({ 'a.md': `Why is ${GAP} so?\n\nTwo?\n` });
  await isShown(`Why is ${GAP} so?`);
  await press('1', '1');
  await isShown('Two?');
  await press('1', '1');
  await isOver('1 untagged question is left.');
});
