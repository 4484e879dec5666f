// «How others asked this», from each place that shows a stage, in a real browser on the built plugin.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { expandMatrix } from './harness/matrix.ts';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const ARTICLE = '---\ntags: [my-article]\nCheckbox 1: true\n---\n';
const HERE = `${ARTICLE}Is it limits? #question/outward/limits\n\nIs it open?\n`;
const NOTES = {
  'here.md': HERE,
  'guest.md': `${ARTICLE}---\n\nIlya: What if the frame is wrong? #question/inward/direction\n\nIlya: And where else? #question/inward/direction\n`,
  'plain.md': `${ARTICLE}Should we turn round? #question/inward/direction\n`,
};

let ground: Playground;
let page: Page;

async function open(options: PlaygroundOptions = {}): Promise<void> {
  ground = await openPlayground({ notes: NOTES, ...options });
  page = ground.page;
}

const panel = () => page.locator('.question-stance-others');
const examples = () => page.locator('.question-stance-example > :first-child').allInnerTexts();
const ALL = ['What if the frame is wrong?', 'Should we turn round?'];

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

describe('how others asked a stage', () => {
  it('is chosen by a command: its meaning, one question a note, askers first, with their place', async () => {
    await open();
    await ground.openNote('here.md');
    await ground.runCommand('how-others-asked');
    await page.locator('.question-stance-picker').waitFor();
    await page.keyboard.type('13');
    await expect.poll(examples).toEqual(ALL);
    const head = await panel().locator('.question-stance-others-head').innerText();
    expect(head.split('\n')).toEqual([
      'How others asked: New direction',
      'Is the frame itself wrong, and where should one look instead?',
      '3 questions in 2 notes, one of each',
    ]);
    const places = await page.locator('.question-stance-example-place').allInnerTexts();
    expect(places.map((place) => place.replace(/\s+/g, ' '))).toEqual([
      'Ilya · guest line 7',
      'no asker · plain line 5',
    ]);
    // A word finds, Enter opens the note with the cursor at the question.
    await page.keyboard.type('turn');
    await expect.poll(examples).toEqual(['Should we turn round?']);
    await page.keyboard.press('Enter');
    await panel().waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('.cm-content').innerText()).toContain('Should we turn');
    expect(await ground.readNote('plain.md')).toBe(NOTES['plain.md']);
  });

  it('is shown from the picker by a key and by a button, and the picker stays below it', async () => {
    await open();
    await ground.openNote('here.md');
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await ground.runCommand('tag-at-cursor');
    const picker = page.locator('.question-stance-picker');
    await picker.waitFor();
    await page.keyboard.type('new direction');
    await picker.locator('.suggestion-item', { hasText: 'New direction' }).waitFor();
    await expect.poll(() => picker.locator('.suggestion-item').count()).toBe(1);
    await page.keyboard.press('Alt+o');
    await expect.poll(examples).toEqual(ALL);
    await page.keyboard.press('Escape');
    await panel().waitFor({ state: 'detached' });
    expect(await picker.locator('input').inputValue()).toBe('new direction');
    await picker.getByLabel('How others asked this').click();
    await expect.poll(examples).toEqual(ALL);
    await page.locator('.question-stance-example', { hasText: 'turn round' }).click();
    await panel().waitFor({ state: 'detached' });
    await picker.waitFor({ state: 'detached' });
    await ground.settle();
    expect(await ground.readNote('here.md')).toBe(HERE);
  });

  it.each([
    ['a stage of the matrix', '[data-term="stage:inward/direction"]'],
    ['a stage that a note misses', '[data-missing="inward/direction"]'],
  ])('is in the menu of %s', async (_what, selector) => {
    await open();
    await ground.runCommand('open-dashboard');
    await page.locator('.question-stance-question').first().waitFor();
    await expandMatrix(page);
    const of = page.locator(selector).first();
    await of.click({ button: 'right' });
    await page.locator('.menu-item', { hasText: 'How others asked this' }).click();
    await expect.poll(examples).toContain('What if the frame is wrong?');
    await page.keyboard.press('Escape');
    await panel().waitFor({ state: 'detached' });
  });

  it.each([
    ['a stage of the matrix', '[data-term="stage:inward/direction"]'],
    ['a stage of a note’s path', 'button.question-stance-path-stage[aria-label*="New direction"]'],
  ])('is shown by a key on %s', async (_what, selector) => {
    await open();
    await ground.runCommand('open-dashboard');
    await page.locator('.question-stance-question').first().waitFor();
    await expandMatrix(page);
    await page.locator(selector).first().focus();
    await page.keyboard.press('o');
    await expect.poll(examples).toContain('What if the frame is wrong?');
  });

  it('says so where nobody asks it', async () => {
    await open();
    await ground.openNote('here.md');
    await ground.runCommand('how-others-asked');
    await page.locator('.question-stance-picker').waitFor();
    await page.keyboard.type('22');
    await panel().getByText('No other note asks this yet.').waitFor();
  });

  it('fits a narrow phone in Chinese', async () => {
    await open({ lang: 'zh-TW', width: 'phone', viewport: { width: 330, height: 700 } });
    await ground.openNote('here.md');
    await ground.runCommand('how-others-asked');
    await page.locator('.question-stance-picker').waitFor();
    await page.locator('.suggestion-item', { hasText: '新研究方向' }).first().click();
    await expect.poll(examples).toEqual(ALL);
    const overflow = () => panel().evaluate((element) => element.scrollWidth - element.clientWidth);
    await expect.poll(overflow).toBeLessThanOrEqual(0);
    await ground.screenshot('how-others-phone-zh-tw');
  });
});
