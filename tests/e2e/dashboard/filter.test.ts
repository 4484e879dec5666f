// What a dashboard counts, and the filter: by cells, chips, words and the picker.
import { describe, expect, it } from 'vitest';
import {
  ground,
  page,
  open,
  cell,
  eventually,
  expectTotals,
  questions,
  chips,
  list,
  rowOf,
  expectNoErrors,
} from './opened.ts';

describe('counts and filters', () => {
  it('counts the articles, and every note once the whole vault is asked for', async () => {
    await open();
    await expectTotals('2 6 4 2');
    await page.getByRole('button', { name: 'Whole vault', exact: true }).click();
    await expectTotals('4 8 4 4');
    await expectNoErrors();
  });

  it('filters by a click on a cell, adds with Shift, and takes back', async () => {
    await open();
    await page.click(cell('stage:outward/limits'));
    await expectTotals('2 2 2 0');
    await expect.poll(() => chips()).toEqual(['Bridging outward › Test against real limits']);
    await expect
      .poll(() => page.getAttribute(cell('stage:outward/limits'), 'aria-pressed'))
      .toBe('true');
    await page.locator(cell('is:untagged')).press('Shift+Enter');
    await expectTotals('2 4 2 2');
    await page.click(cell('stance:inward'));
    await expectTotals('1 1 1 0');
    await page.click(cell('stance:inward'));
    await expectTotals('2 6 4 2');
    await expect.poll(() => chips()).toEqual([]);
    await expectNoErrors();
  });

  it('removes one chip, or all', async () => {
    await open();
    await page.click(cell('stage:outward/limits'));
    await expect
      .poll(() => page.inputValue('.question-stance-search-input'))
      .toBe('stage:outward/limits');
    await page.focus('.question-stance-search-input');
    await page.keyboard.type('budget');
    await expectTotals('1 1 1 0');
    await expect
      .poll(() => chips())
      .toEqual(['Bridging outward › Test against real limits', '“budget”']);
    await page.getByRole('button', { name: 'Remove filter: “budget”' }).click();
    await expectTotals('2 2 2 0');
    await expect
      .poll(() => page.inputValue('.question-stance-search-input'))
      .toBe('stage:outward/limits');
    await page.getByRole('button', { name: 'Clear all' }).click();
    await expectTotals('2 6 4 2');
    await expect.poll(() => page.inputValue('.question-stance-search-input')).toBe('');
    await expectNoErrors();
  });

  it('goes on from chip to chip by keyboard, then to what makes chips', async () => {
    await open();
    await page.focus('.question-stance-search-input');
    await page.keyboard.type('is:tagged stage:outward/limits budget');
    await expect.poll(() => chips()).toHaveLength(3);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await page.getByRole('button', { name: 'Remove filter: Tagged' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(focused).toContain('Test against real limits');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toContain('budget');
    await page.keyboard.press('Enter');
    await expect.poll(() => chips()).toHaveLength(0);
    const tool = () => page.evaluate(() => document.activeElement?.textContent);
    await expect.poll(tool).toBe('Filter');
    await page.click(cell('stage:outward/limits'));
    await page.getByRole('button', { name: 'Clear all' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(tool).toBe('Filter');
    await expectNoErrors();
  });

  it('leaves the page where it is while one chooses above the list', async () => {
    const untagged = Array.from({ length: 60 }, (_, at) => `Is this ${at}?\n`).join('\n');
    const tagged = 'How would anyone know? #question/outward/philosophy\n';
    const front = '---\ntags: [my-article]\nCheckbox 1: true\n---\n';
    await open({ notes: { 'a.md': `${front}${untagged}\n${tagged}` } });
    await expectTotals('1 61 1 60');
    const top = () =>
      page.locator('.question-stance-dashboard').evaluate((element) => element.scrollTop);
    await page.focus(list);
    await page.keyboard.press('End');
    await expect.poll(() => rowOf('How would').getAttribute('class')).toContain('is-active');
    // A row on its way into view is followed for a moment.
    await page.waitForTimeout(500);
    // The cell is brought into sight, and with it the question once it is the only one.
    await page.click(cell('stage:outward/philosophy'));
    await expectTotals('1 1 1 0');
    await page.waitForTimeout(300);
    const before = await top();
    await page.getByRole('button', { name: 'Clear all' }).click();
    await expectTotals('1 61 1 60');
    await page.waitForTimeout(300);
    expect(await top()).toBe(before);
    await expectNoErrors();
  });

  it('goes back to the filter before, and forward again', async () => {
    await open();
    await page.click(cell('stage:outward/limits'));
    await expectTotals('2 2 2 0');
    await page.click(cell('stance:inward'));
    await expectTotals('1 1 1 0');
    await ground.runCommand('app:go-back');
    await expectTotals('2 2 2 0');
    await ground.runCommand('app:go-back');
    await expectTotals('2 6 4 2');
    await ground.runCommand('app:go-forward');
    await expectTotals('2 2 2 0');
    await expectNoErrors();
  });

  it('finds Chinese words as they are typed, and waits while an input method composes', async () => {
    await open({ lang: 'zh-TW' });
    await page.focus('.question-stance-search-input');
    const keyboard = await page.context().newCDPSession(page);
    await keyboard.send('Input.imeSetComposition', {
      text: 'ㄗㄩㄢ',
      selectionStart: 3,
      selectionEnd: 3,
    });
    await page.waitForTimeout(400);
    await expectTotals('2 6 4 2');
    await keyboard.send('Input.insertText', { text: '資源' });
    await expectTotals('1 1 1 0');
    await expect.poll(() => questions()).toEqual(['資源從哪裡來？']);
    await expect
      .poll(() => page.locator('mark.question-stance-match').allTextContents())
      .toEqual(['資源']);
    await expectNoErrors();
  });

  it('offers labels, folders and notes with counts in one picker', async () => {
    await open();
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.keyboard.type('核心');
    const first = page.locator('.question-stance-facet').first();
    await eventually(() => first.textContent()).toBe('Label核心問題2');
    await page.keyboard.press('Enter');
    await expectTotals('1 2 2 0');
    await expect.poll(() => chips()).toEqual(['Label: 核心問題']);
    await expectNoErrors();
  });

  it('finds and marks what is written in the other Chinese script, in the box and in the picker', async () => {
    await open();
    await page.fill('.question-stance-search-input', '资源从哪里');
    await eventually(questions).toEqual(['資源從哪裡來？']);
    const marked = page.locator('mark.question-stance-match');
    await expect.poll(() => marked.allTextContents()).toEqual(['資源從哪裡']);
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.keyboard.type('核心问题');
    const facets = page.locator('.question-stance-facet-value');
    await eventually(() => facets.allTextContents()).toEqual(['核心問題']);
    await expectNoErrors();
  });
});
