// The checkbox that makes a note an article, ticked in the list.
import { describe, expect, it } from 'vitest';
import {
  RESEARCH,
  TALK,
  ground,
  page,
  open,
  eventually,
  expectTotals,
  expectNoErrors,
} from './opened.ts';

describe('the checkbox of a note', () => {
  it('unticks and ticks the checkbox of a note, and changes nothing else in it', async () => {
    await open();
    const header = page.locator('.question-stance-group', { hasText: '研究' });
    await header.locator('.question-stance-article input').click();
    await expectTotals('1 3 2 1');
    await expect
      .poll(() => ground.readNote('articles/研究.md'))
      .toBe(RESEARCH.replace('Checkbox 1: true', 'Checkbox 1: false'));
    // What was unticked is said above the buttons; a press takes that away.
    await page
      .locator('.notice-message')
      .first()
      .click({ position: { x: 2, y: 2 } });
    await page.getByRole('button', { name: 'Whole vault', exact: true }).click();
    await header.locator('.question-stance-article input').click();
    await eventually(() => ground.readNote('articles/研究.md')).toBe(RESEARCH);
    await expectNoErrors();
  });

  it('says what unticking did, takes it back, and stays in the list', async () => {
    await open();
    const notice = page.locator('.notice');
    await page
      .locator('.question-stance-group', { hasText: '研究' })
      .getByRole('checkbox')
      .nth(1)
      .focus();
    await page.keyboard.press('Space');
    await expectTotals('1 3 2 1');
    await expect
      .poll(() => notice.textContent())
      .toContain('“研究” is no longer one of your articles.');
    await eventually(() => page.evaluate(() => document.activeElement?.className)).toContain(
      'question-stance-questions',
    );
    await notice.getByRole('button', { name: 'Undo' }).click();
    await expectTotals('2 6 4 2');
    await expect.poll(() => ground.readNote('articles/研究.md')).toBe(RESEARCH);
    await expectNoErrors();
  });

  it('goes on at the first way out where the last article was unticked', async () => {
    await open({ notes: { 'articles/talk.md': TALK } });
    await page.locator('.question-stance-article input').focus();
    await page.keyboard.press('Space');
    await page.waitForSelector('.question-stance-empty');
    await eventually(() => page.evaluate(() => document.activeElement?.textContent)).toBe(
      'Look at the whole vault',
    );
    await expectNoErrors();
  });

  it('says that the tag is still missing where a note without it is ticked', async () => {
    await open();
    await page.getByRole('button', { name: 'Whole vault', exact: true }).click();
    const box = page
      .locator('.question-stance-group', { hasText: 'plain' })
      .getByRole('checkbox')
      .nth(1);
    await box.click();
    await page.waitForSelector('.notice');
    await expect
      .poll(() => page.textContent('.notice'))
      .toContain('“plain” is not an article yet: it still lacks the tag #my-article.');
    await eventually(() => box.isChecked()).toBe(true);
    await page.locator('.notice button').click();
    await eventually(() => box.isChecked()).toBe(false);
    await expect.poll(() => ground.readNote('plain.md')).not.toContain('Checkbox 1');
    await expectNoErrors();
  });

  it('says so where the properties of a note cannot be read', async () => {
    const broken = '---\ntags: [my-article\n---\nWhy #question/inward? Why not? #question/inward\n';
    await open({ notes: { 'broken.md': broken } });
    await page.getByRole('button', { name: 'Whole vault', exact: true }).click();
    await page.locator('.question-stance-article input').click();
    await page.waitForSelector('.notice');
    await expect.poll(() => page.textContent('.notice')).toContain('broken');
    await expect.poll(() => ground.readNote('broken.md')).toBe(broken);
  });
});
