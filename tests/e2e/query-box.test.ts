// One query on the dashboard, on the built plugin: the search box, its chips, what is wrong with it, groups in groups.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const TALK = `---
tags: [my-article, talks]
Checkbox 1: true
---
# A talk

Ann: How would anyone know? #question/outward/philosophy

Ann: Is the budget enough? #question/outward/limits

Ben: What did the others do?
`;

const RESEARCH = `---
tags: [my-article]
Checkbox 1: true
status: open
---
核心問題：

為什麼人類學得比較快？ #question/inward/difference

資源從哪裡來？ #question/outward/limits
`;

const BOX = '.question-stance-search-input';
const NOTES = '.question-stance-search-notes';

let ground: Playground;
let page: Page;

async function open(options: PlaygroundOptions = {}): Promise<void> {
  ground = await openPlayground({
    notes: { 'talk.md': TALK, '研究.md': RESEARCH },
    ...options,
  });
  page = ground.page;
  await ground.runCommand('open-dashboard');
  await page.waitForSelector('.question-stance-page');
  await eventually(questions).toHaveLength(5);
}

function eventually<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: 10_000 });
}

function texts(selector: string): Promise<readonly string[]> {
  return page.locator(selector).allTextContents();
}

const questions = () => texts('.question-stance-question-text > span:first-child');
const chips = () => texts('.question-stance-filter-chip');
const box = () => page.inputValue(BOX);

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

describe('the search box', () => {
  it('takes the whole language as it is typed, and says the same as the chips', async () => {
    await open();
    await page.fill(BOX, '(budget OR 资源) -has:speaker');
    await eventually(questions).toEqual(['資源從哪裡來？']);
    await expect.poll(() => chips()).toEqual(['(budget OR 资源)', 'not Has: Speaker']);
    await expect.poll(() => texts('mark.question-stance-match')).toEqual(['資源']);
    await page.getByRole('button', { name: 'Remove filter: not Has: Speaker' }).click();
    await eventually(box).toBe('budget OR 资源');
    await eventually(questions).toEqual(['Is the budget enough?', '資源從哪裡來？']);
    await page.click('.question-stance-matrix [data-term="stance:outward"]');
    await eventually(box).toBe('(budget OR 资源) stance:outward');
    await page.focus(BOX);
    await page.fill(BOX, 'prop:status=open is:tagged');
    await eventually(questions).toEqual(['為什麼人類學得比較快？', '資源從哪裡來？']);
  });

  it('adds to what is asked, and forgets what is typed at no step back', async () => {
    await open();
    await page.click('.question-stance-matrix [data-term="stance:outward"]');
    await eventually(questions).toHaveLength(3);
    await page.keyboard.press('/');
    await page.keyboard.type('budget');
    await eventually(questions).toEqual(['Is the budget enough?']);
    await expect.poll(() => box()).toBe('stance:outward budget');
    await page.keyboard.press('Escape');
    await eventually(questions).toHaveLength(5);
    await ground.runCommand('app:go-back');
    await eventually(questions).toHaveLength(5);
  });

  it('says what is wrong and what was meant, and not while a word is being typed', async () => {
    await open();
    await page.focus(BOX);
    await page.keyboard.type('label:');
    await page.waitForTimeout(300);
    await expect.poll(() => texts(`${NOTES} p`)).toEqual([]);
    await page.fill(BOX, 'speker:Ann budget');
    await eventually(() => texts(`${NOTES} p span[dir]`)).toEqual([
      'There is no field “speker”. Did you mean “speaker”? Put it in quotes if it is text.',
    ]);
    await eventually(questions).toEqual(['Is the budget enough?']);
    await page.getByRole('button', { name: 'Write “speaker”' }).click();
    await eventually(box).toContain('speaker:Ann budget');
    await eventually(chips).toEqual(['Speaker: Ann', '“budget”']);
    await expect.poll(() => texts(`${NOTES} p`)).toEqual([]);
  });

  it('carries instructions out at Enter, and takes them out of the box', async () => {
    await open();
    await page.fill(BOX, 'is:tagged group by speaker reverse group by stage limit 2');
    await eventually(questions).toHaveLength(4);
    await eventually(() => texts(NOTES)).toEqual([
      'Enter: group by speaker reverse · group by stage · limit 2',
    ]);
    await page.press(BOX, 'Enter');
    await eventually(box).toBe('is:tagged');
    await eventually(questions).toHaveLength(2);
    await expect.poll(() => chips()).toEqual(['Tagged', 'First 2 only']);
    await expect.poll(() => texts('.question-stance-group.is-inner')).not.toEqual([]);
    await page.getByRole('button', { name: 'Remove filter: First 2 only' }).click();
    await eventually(questions).toHaveLength(4);
  });
});

describe('the menus of the toolbar', () => {
  const choose = async (button: string, item: string): Promise<void> => {
    await page.getByRole('button', { name: button }).click();
    await page.locator('.menu-item').filter({ hasText: item }).first().click();
  };

  it('group within groups, each either way, and fold inner groups by key', async () => {
    await open();
    await choose('Grouped by note', 'By stance');
    await choose('Grouped by stance', 'Then by…');
    await page.locator('.menu-item').filter({ hasText: 'Then by note' }).click();
    await eventually(() =>
      texts('.question-stance-group:not(.is-inner) .question-stance-group-name'),
    ).toEqual(['Digging inward', 'Bridging outward', 'Untagged']);
    await eventually(() =>
      texts('.question-stance-group.is-inner .question-stance-note-title'),
    ).toEqual(['研究', 'talk', '研究', 'talk']);
    await choose('Grouped by stance › note', 'Reverse');
    await eventually(() =>
      texts('.question-stance-group:not(.is-inner) .question-stance-group-name'),
    ).toEqual(['Bridging outward', 'Digging inward', 'Untagged']);
    await page
      .locator('.question-stance-group.is-inner')
      .first()
      .click({ position: { x: 300, y: 5 } });
    await page.focus('.question-stance-questions');
    await page.keyboard.press('ArrowLeft');
    await eventually(questions).toHaveLength(3);
    await page.keyboard.press('ArrowRight');
    await eventually(questions).toHaveLength(5);
  });

  it('sort by what is ranked first, either way', async () => {
    await open();
    await choose('Grouped by note', 'Not grouped');
    await choose('Not sorted', 'By text');
    await eventually(questions).toEqual([
      'How would anyone know?',
      'Is the budget enough?',
      'What did the others do?',
      '為什麼人類學得比較快？',
      '資源從哪裡來？',
    ]);
    await choose('Sorted by text', 'Reverse');
    await eventually(async () => (await questions())[0]).toBe('資源從哪裡來？');
    await ground.writeNote('talk.md', TALK.replace('How would', 'And how would'));
    await eventually(async () => (await questions()).at(-1)).toBe('And how would anyone know?');
  });
});
