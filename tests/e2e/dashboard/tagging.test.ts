// Tags given, taken away and taken back in the list, by keyboard and by the pointer.
import { describe, expect, it } from 'vitest';
import {
  RESEARCH,
  TALK,
  type RenamingWindow,
  ground,
  page,
  open,
  list,
  row,
  cell,
  eventually,
  expectTotals,
  questions,
  rowOf,
  expectNoErrors,
} from './opened.ts';

describe('tagging in the list', () => {
  it('moves, selects and tags by keyboard alone', async () => {
    await open();
    await page.click(cell('is:untagged'));
    await expectTotals('2 2 0 2');
    await page.focus('.question-stance-search-input');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Space');
    await eventually(() => page.locator('.question-stance-selection-count').textContent()).toBe(
      '2 selected',
    );
    await page.keyboard.press('t');
    await page.waitForSelector('.question-stance-picker');
    await page.keyboard.type('analogy');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.question-stance-bulk-modal');
    await page.keyboard.press('Enter');
    await expectTotals('0 0 0 0');
    await ground.settle();
    await expect
      .poll(() => ground.readNote('articles/talk.md'))
      .toBe(TALK.replace('others do?', 'others do? #question/outward/analogy'));
    await expect
      .poll(() => ground.readNote('articles/研究.md'))
      .toBe(RESEARCH.replace('怎麼驗證？', '怎麼驗證？ #question/outward/analogy'));
    await expectNoErrors();
  });

  it('has the keyboard in its list once it is opened, and in its search box at a slash', async () => {
    await open();
    const focused = () => page.evaluate(() => document.activeElement?.className ?? '');
    await eventually(focused).toContain('question-stance-questions');
    await page.click('.question-stance-total');
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('/');
    await expect.poll(() => focused()).toContain('question-stance-search-input');
    await page.keyboard.type('a/b');
    await eventually(() => page.inputValue('.question-stance-search-input')).toBe('a/b');
    await expectNoErrors();
  });

  it('clears and skips at the cursor', async () => {
    await open();
    await page.focus(list);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Backspace');
    await expectTotals('2 6 3 3');
    // The cursor has gone on to the next row.
    await page.keyboard.press('x');
    await expectTotals('2 5 2 3');
    await ground.settle();
    await expect
      .poll(() => ground.readNote('articles/talk.md'))
      .toBe(
        TALK.replace('know? #question/outward/philosophy', 'know?').replace(
          '#question/outward/limits',
          '#question/skip',
        ),
      );
    await expectNoErrors();
  });

  it('takes back with each notice what that notice says, and nothing else', async () => {
    await open();
    const undo = page.locator('.question-stance-notice-button');
    const skip = async (text: string) => {
      await rowOf(text).locator('.question-stance-question-text').hover();
      await rowOf(text).click({ button: 'right' });
      await page.locator('.menu-item', { hasText: 'Not a question' }).click();
    };
    await skip('What did the others do?');
    await page.waitForSelector('.notice');
    await expect
      .poll(() => page.textContent('.notice'))
      .toContain('Marked “What did the others do?” as not a question.');
    await skip('Is the budget enough?');
    await page.locator('.notice', { hasText: 'Is the budget enough?' }).waitFor();
    await eventually(() => undo.count()).toBe(1);
    await expect
      .poll(() => page.locator('.notice', { hasText: 'What did the others do?' }).count())
      .toBe(0);
    await undo.click();
    await eventually(() => ground.readNote('articles/talk.md')).toBe(
      TALK.replace('others do?', 'others do? #question/skip'),
    );
    await expectNoErrors();
  });

  it('copies its questions as an outline, by the view’s menu', async () => {
    await open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator(row).first().waitFor();
    await page.locator('.view-action').last().click();
    await page.getByText('Copy 6 questions as Markdown').click();
    await page.getByText('Copied 6 questions.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('## [[talk]]\n\n- How would anyone know? *Bridging outward');
    expect(copied).toMatch(/ · \[\[talk(?:#[^|\]]+)?\|line \d+\]\]\n/);
    expect(copied).not.toContain('#question');
    await expectNoErrors();
  });

  it('tags the row at the cursor by two digits', async () => {
    await open({ data: { version: 2, suggest: { mode: 'off' } } });
    await page.focus(list);
    for (let times = 0; times < 3; times++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('2');
    await page.waitForSelector('.question-stance-picker');
    await eventually(() => page.locator('.question-stance-pick').allTextContents()).toEqual([
      'Bridging outward20',
      'Bridging outward › Clarify the definitionWhat exactly is meant, in concrete terms?21',
      'Bridging outward › Build an analogyWhat known thing is it like?22',
      'Bridging outward › Test against real limitsHow can it hold up against money, compute, time, rivals?current tag23',
      'Bridging outward › Ultimate philosophyTaste, judgement, meaning: how could one know?24',
    ]);
    await page.keyboard.press('1');
    await eventually(() => ground.readNote('articles/talk.md')).toBe(
      TALK.replace('outward/limits', 'outward/definition'),
    );
    await expectNoErrors();
  });

  it('goes on to the next row with each tag given by key, by every grouping, and behind a selection', async () => {
    await open();
    await page.focus(list);
    const active = () => page.locator(`${list} .is-active .question-stance-question-text`);
    const at = (text: string) => eventually(() => active().textContent()).toContain(text);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await at('How would anyone know?');
    await page.keyboard.type('11');
    await at('Is the budget enough?');
    await page.keyboard.type('12');
    await at('What did the others do?');
    await page.keyboard.press('k');
    await at('Is the budget enough?');
    // What it has already is a choice like another.
    await page.keyboard.type('12');
    await at('What did the others do?');
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await page.keyboard.press('Shift+j');
    await page.keyboard.type('13');
    await at('What did the others do?');
    await eventually(() => page.locator('.question-stance-selection-bar').count()).toBe(0);
    await page.locator('.question-stance-tool', { hasText: 'By note' }).click();
    await page.locator('.menu-item', { hasText: 'By stage' }).click();
    await page.focus(list);
    await page.keyboard.press('Home');
    const texts = await questions();
    await page.keyboard.press('ArrowDown');
    await at(texts[0] ?? '');
    await page.keyboard.type('24');
    await at(texts[1] ?? '');
    await expectNoErrors();
  });

  it('takes from a key that is held one tag, not one for each row', async () => {
    await open();
    await page.focus(list);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    for (let times = 0; times < 6; times++) {
      await page.keyboard.down('x');
      await page.waitForTimeout(80);
    }
    await page.keyboard.up('x');
    await eventually(() => ground.readNote('articles/talk.md')).toBe(
      TALK.replace('outward/philosophy', 'skip'),
    );
    for (let times = 0; times < 6; times++) {
      await page.keyboard.down('1');
      await page.waitForTimeout(80);
    }
    await page.keyboard.up('1');
    await eventually(() => page.inputValue('.question-stance-picker input')).toBe('1');
    await ground.settle();
    await expect
      .poll(() => ground.readNote('articles/talk.md'))
      .toBe(TALK.replace('outward/philosophy', 'skip'));
    await expectNoErrors();
  });

  it('keeps the tag that a question has where Enter is pressed in its picker', async () => {
    await open();
    await rowOf('Is the budget enough?').locator('.question-stance-chip-button').click();
    const first = page.locator('.question-stance-picker .suggestion-item.is-selected');
    await eventually(() => first.textContent()).toContain('Test against real limits');
    await eventually(() => first.textContent()).toContain('current tag');
    await page.keyboard.press('Enter');
    await page.locator('.notice', { hasText: 'Nothing was changed.' }).waitFor();
    await expect.poll(() => ground.readNote('articles/talk.md')).toBe(TALK);
    await expectNoErrors();
  });

  it('retags one question by its chip', async () => {
    await open();
    await rowOf('Is the budget enough?').locator('.question-stance-chip-button').click();
    await page.waitForSelector('.question-stance-picker');
    await page.keyboard.type('anomaly');
    await page.keyboard.press('Enter');
    await eventually(() => ground.readNote('articles/talk.md')).toBe(
      TALK.replace('outward/limits', 'inward/anomaly'),
    );
    await expectNoErrors();
  });

  it.each([
    [
      'picker',
      async () => {
        await rowOf('Is the budget enough?').locator('.question-stance-chip-button').click();
        await page.waitForSelector('.question-stance-picker');
      },
      async () => {
        await page.keyboard.type('anomaly');
        await page.keyboard.press('Enter');
      },
      'inward/anomaly',
    ],
    [
      'menu',
      () => rowOf('Is the budget enough?').click({ button: 'right' }),
      () => page.locator('.menu-item', { hasText: 'Not a question' }).click(),
      'skip',
    ],
  ])('follows a note that is renamed while a %s is open', async (_what, begin, choose, tag) => {
    await open();
    await begin();
    await page.evaluate(async () => {
      const { vault } = (window as unknown as RenamingWindow).playground.app;
      const file = vault.getFileByPath('articles/talk.md');
      if (file) await vault.rename(file, 'articles/lecture.md');
    });
    await choose();
    await eventually(() => ground.readNote('articles/lecture.md')).toBe(
      TALK.replace('outward/limits', tag),
    );
    await expectNoErrors();
  });
});
