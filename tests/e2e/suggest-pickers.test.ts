// What is suggested where a tag is picked or typed, in a real browser, on the built plugin: the likeliest first, why,
// and what is learnt of a choice.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const ARTICLE = '---\ntags: [my-article]\nCheckbox 1: true\n---\n';
const TAG = '#question/inward/difference';

const NOTES = {
  'one.md': `${ARTICLE}核心問題：\n\n- 光從哪裡來？ ${TAG}\n- 影子有多重？ ${TAG}\n- 雨聲屬於誰？ ${TAG}\n`,
  'two.md': `${ARTICLE}核心問題：\n\n- 風停在哪裡？ ${TAG}\n- 沙有沒有名字？ ${TAG}\n`,
  'open.md': `${ARTICLE}核心問題：\n\n- 河水記得誰？\n- 山會不會累？\n`,
};

const WHY = '5 of 5 under “核心問題” in other notes were Fundamental difference';

let ground: Playground;
let page: Page;

async function open(options: PlaygroundOptions = {}): Promise<void> {
  ground = await openPlayground({ notes: NOTES, ...options });
  page = ground.page;
}

/** Opens the note with the cursor behind `text`. */
async function goBehind(text: string): Promise<void> {
  await ground.openNote('open.md');
  await page.evaluate((wanted) => {
    const { editor } = (window as unknown as HostWindow).playground.app.workspace.activeEditor;
    editor.focus();
    editor.setCursor(editor.offsetToPos(editor.getValue().indexOf(wanted) + wanted.length));
  }, text);
}

interface HostWindow {
  readonly playground: {
    readonly app: {
      loadLocalStorage(key: string): unknown;
      readonly workspace: {
        readonly activeEditor: {
          readonly editor: {
            focus(): void;
            getValue(): string;
            offsetToPos(offset: number): object;
            setCursor(at: object): void;
          };
        };
      };
    };
  };
}

const picker = () => page.locator('.question-stance-picker');
const items = () => picker().locator('.suggestion-item');
const names = (within = '.question-stance-picker') =>
  page.locator(`${within} .question-stance-pick-text > :first-child`);
const firstNames = async (count: number, within?: string) =>
  (await names(within).allInnerTexts()).slice(0, count);
const suggested = () => picker().locator('.question-stance-pick-suggested').count();
const why = () => picker().locator('.question-stance-picker-why').innerText();

/** How often what goes by the label was asked, and was right. */
const learnt = () =>
  page.evaluate(() => {
    const { app } = (window as unknown as HostWindow).playground;
    const kept = app.loadLocalStorage('question-stance-suggestions') as {
      readonly records: { readonly label?: { readonly proposed: number; readonly right: number } };
    } | null;
    const { proposed = 0, right = 0 } = kept?.records.label ?? {};
    return [proposed, right];
  });

const note = async () => {
  await ground.settle();
  return ground.readNote('open.md');
};

async function pickFor(text: string): Promise<void> {
  await goBehind(text);
  await ground.runCommand('tag-at-cursor');
  await items().first().waitFor();
}

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

describe('the picker for one question', () => {
  it('has the three likeliest stages first, says why, and learns of the choice until it is undone', async () => {
    await open();
    await pickFor('誰？');
    await expect.poll(() => firstNames(1)).toEqual(['Digging inward › Fundamental difference']);
    await expect.poll(suggested).toBe(3);
    await expect.poll(why).toContain(WHY);
    await expect.poll(() => items().count()).toBe(10);
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    // The fourth is none of them; the line stands empty, so that the list stays where it is.
    await expect.poll(why).toBe('');
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp']) await page.keyboard.press(key);
    await expect.poll(why).toContain(WHY);
    await page.keyboard.press('Enter');
    await expect.poll(note).toContain(`河水記得誰？ ${TAG}\n`);
    await expect.poll(learnt).toEqual([1, 1]);
    await ground.runCommand('undo-tagging');
    await expect.poll(note).toBe(NOTES['open.md']);
    await expect.poll(learnt).toEqual([0, 0]);
  });

  it('takes digits and words as ever, and learns that something else was right', async () => {
    await open();
    await pickFor('誰？');
    await expect.poll(suggested).toBe(3);
    await page.keyboard.type('digging');
    await expect
      .poll(() => firstNames(3))
      .toEqual([
        'Digging inward › Observed anomaly',
        'Digging inward › Fundamental difference',
        'Digging inward › New direction',
      ]);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('21');
    await expect.poll(note).toContain('河水記得誰？ #question/outward/definition\n');
    await expect.poll(learnt).toEqual([1, 0]);
  });

  it('has what the question is tagged with first of all', async () => {
    const tagged = NOTES['open.md'].replace('誰？', '誰？ #question/outward/limits');
    await open({ notes: { ...NOTES, 'open.md': tagged } });
    await pickFor('誰？');
    await expect
      .poll(() => firstNames(2))
      .toEqual([
        'Bridging outward › Test against real limits',
        'Digging inward › Fundamental difference',
      ]);
  });

  it('is as it always was where nothing is to be suggested', async () => {
    await open({ data: { version: 2, suggest: { mode: 'off' } } });
    await pickFor('誰？');
    await expect
      .poll(() => firstNames(2))
      .toEqual(['Digging inward › Observed anomaly', 'Digging inward › Fundamental difference']);
    await expect.poll(suggested).toBe(0);
    await expect.poll(() => picker().locator('.question-stance-picker-why').count()).toBe(0);
    await page.keyboard.type('12');
    await expect.poll(note).toContain(`河水記得誰？ ${TAG}\n`);
    await expect.poll(learnt).toEqual([0, 0]);
  });

  it.each([
    ['light', 'en'],
    ['dark', 'zh-TW'],
  ] as const)('looks so: %s, %s', async (theme, lang) => {
    await open({ theme, lang });
    await pickFor('誰？');
    await expect.poll(suggested).toBe(3);
    await ground.screenshot(`suggest-picker-${theme}-${lang}`);
  });
});

describe('the dashboard', () => {
  it('suggests for the question of a row', async () => {
    await open();
    await ground.runCommand('open-dashboard');
    const row = page.locator('.question-stance-question', { hasText: '河水' });
    await row.locator('.question-stance-chip-button').click();
    await expect.poll(why).toContain(WHY);
    await page.keyboard.press('Enter');
    await expect.poll(note).toContain(`河水記得誰？ ${TAG}\n`);
    await expect.poll(learnt).toEqual([1, 1]);
  });

  it('keeps the usual order for several questions, which get one tag', async () => {
    await open();
    await ground.runCommand('open-dashboard');
    await page.locator('.question-stance-question', { hasText: '河水' }).waitFor();
    await page.focus('.question-stance-search-input');
    await page.keyboard.type('is:untagged');
    const rows = page.locator('.question-stance-question');
    await expect.poll(() => rows.count()).toBe(2);
    await page.keyboard.press('Enter');
    const count = page.locator('.question-stance-selection-count');
    // On the note, all of its questions.
    await page.keyboard.press('Space');
    await expect.poll(() => count.textContent()).toBe('2 selected');
    await page.keyboard.press('t');
    await expect.poll(() => firstNames(1)).toEqual(['Digging inward › Observed anomaly']);
    await expect.poll(suggested).toBe(0);
  });
});

describe('what is typed behind a question', () => {
  const LIST = '.suggestion-container';

  it('has what is suggested for it first, and learns of the choice', async () => {
    await open();
    await goBehind('誰？');
    await page.keyboard.type(';;', { delay: 5 });
    await expect
      .poll(() => firstNames(1, LIST))
      .toEqual(['Digging inward › Fundamental difference']);
    await expect
      .poll(() => page.locator(`${LIST} .question-stance-pick-suggested`).count())
      .toBe(3);
    await ground.screenshot('suggest-typed');
    await page.keyboard.press('Enter');
    await expect.poll(note).toContain(`河水記得誰？ ${TAG}\n`);
    await expect.poll(learnt).toEqual([1, 1]);
  });

  it('is searched by what is typed further', async () => {
    await open();
    await goBehind('誰？');
    await page.keyboard.type(';;', { delay: 5 });
    await expect
      .poll(() => firstNames(1, LIST))
      .toEqual(['Digging inward › Fundamental difference']);
    await page.keyboard.type('lim', { delay: 5 });
    await expect
      .poll(() => firstNames(1, LIST))
      .toEqual(['Bridging outward › Test against real limits']);
    await page.keyboard.press('Enter');
    await expect.poll(note).toContain('河水記得誰？ #question/outward/limits\n');
  });
});
