// A dashboard while notes change, behind a restart, and where there is nothing to list.
import { describe, expect, it } from 'vitest';
import {
  TALK,
  DRAFT,
  NOTES,
  type RenamingWindow,
  ground,
  page,
  open,
  cell,
  eventually,
  expectTotals,
  questions,
  chips,
  rowOf,
  list,
  expectNoErrors,
} from './opened.ts';

describe('live', () => {
  it('follows edits, renames and deletions made outside', async () => {
    await open();
    await expectTotals('2 6 4 2');
    await ground.writeNote('articles/talk.md', `${TALK}\nAnd one more?\n`);
    await expectTotals('2 7 4 3');
    await ground.renameNote('articles/talk.md', 'articles/lecture.md');
    const titles = page.locator('.question-stance-note-title');
    await eventually(() => titles.allTextContents()).toEqual(['lecture', '研究']);
    await ground.deleteNote('articles/研究.md');
    await expectTotals('1 4 2 2');
    await expectNoErrors();
  });

  it('keeps the selection while a note changes', async () => {
    await open();
    await rowOf('What did the others do?').locator('input').click();
    await ground.writeNote('articles/talk.md', TALK.replace('# A talk', '# A talk\n\nFirst?'));
    await expectTotals('2 7 4 3');
    await expect
      .poll(() => rowOf('What did the others do?').getAttribute('aria-selected'))
      .toBe('true');
    await expect.poll(() => rowOf('First?').getAttribute('aria-selected')).toBe('false');
    await expectNoErrors();
  });

  it('keeps the keyboard in its list when the row that has it goes', async () => {
    await open();
    await rowOf('How would anyone know?').locator('input').click();
    await ground.writeNote('articles/talk.md', TALK.replace('How would anyone', 'Who could ever'));
    await eventually(questions).toContain('Who could ever know?');
    const before = await page.locator(`${list} .is-active`).textContent();
    await page.keyboard.press('ArrowDown');
    await eventually(() => page.locator(`${list} .is-active`).textContent()).not.toBe(before);
    await expectNoErrors();
  });

  it('stays where the reader scrolled while a note before it changes', async () => {
    const asked = (from: number, count: number) =>
      Array.from({ length: count }, (_, at) => `Is this ${from + at}?\n`).join('\n');
    const article = (text: string) => `---\ntags: [my-article]\nCheckbox 1: true\n---\n${text}`;
    await open({ notes: { 'b.md': article(asked(0, 200)) } });
    await expectTotals('1 200 0 200');
    await rowOf('Is this 3?').locator('input').click();
    // A row on its way into view is followed for a moment.
    await page.waitForTimeout(500);
    const scroller = page.locator('.question-stance-dashboard');
    await scroller.evaluate((element) => (element.scrollTop = 4000));
    await page.waitForTimeout(500);
    const seen = 'Is this 75?';
    const top = () => rowOf(seen).evaluate((element) => element.getBoundingClientRect().top);
    const before = await top();
    await ground.writeNote('a.md', article(asked(1000, 2)));
    await expectTotals('2 202 0 202');
    await eventually(top).toBe(before);
    await page.waitForTimeout(500);
    expect(await top()).toBe(before);
    await ground.deleteNote('a.md');
    await expectTotals('1 200 0 200');
    await eventually(top).toBe(before);
    await expectNoErrors();
  });

  it('comes back after a restart as it was', async () => {
    await open();
    await page.getByRole('button', { name: 'Whole vault', exact: true }).click();
    await page.click(cell('is:untagged'));
    await page.focus('.question-stance-search-input');
    await page.keyboard.type('draft');
    await expectTotals('1 1 0 1');
    await eventually(() => ground.readNote('.obsidian/workspace.json')).toContain(
      '"value": "draft"',
    );
    await ground.reload();
    await page.waitForSelector('.question-stance-page');
    await expectTotals('1 1 0 1');
    await expect.poll(() => chips()).toEqual(['Untagged', '“draft”']);
    await expect
      .poll(() => page.inputValue('.question-stance-search-input'))
      .toBe('is:untagged draft');
    await expectNoErrors();
  });

  it('follows the active note', async () => {
    await open();
    await page.getByRole('button', { name: 'This note', exact: true }).click();
    await page.waitForSelector('.question-stance-empty');
    await expect
      .poll(() => page.textContent('.question-stance-empty-title'))
      .toBe('No note is open');
    await ground.openNote('plain.md', 'split');
    await eventually(questions).toEqual(['Milk or tea?']);
    await ground.openNote('articles/talk.md');
    await expectTotals('1 3 2 1');
    await expectNoErrors();
  });

  it('follows the active note to its new name, and says that none is open once it is deleted', async () => {
    await open();
    await page.getByRole('button', { name: 'This note', exact: true }).click();
    await ground.openNote('plain.md', 'split');
    await eventually(questions).toEqual(['Milk or tea?']);
    await rename('plain.md', 'drinks.md');
    await ground.writeNote('drinks.md', 'Milk or tea?\n\nOr water?\n');
    await eventually(questions).toEqual(['Milk or tea?', 'Or water?']);
    await ground.deleteNote('drinks.md');
    await eventually(emptyTitle).toBe('No note is open');
    await expectNoErrors();
  });

  it('follows the last note, though a canvas is open, to its new name and folder, until it is deleted', async () => {
    await open({ notes: { ...NOTES, 'board.canvas': '{}' } });
    await page.getByRole('button', { name: 'This note', exact: true }).click();
    await ground.openNote('articles/talk.md', 'split');
    await expectTotals('1 3 2 1');
    await ground.openNote('board.canvas');
    await rename('articles/talk.md', 'articles/lecture.md');
    await ground.writeNote('articles/lecture.md', `${TALK}\nAnd one more?\n`);
    await expectTotals('1 4 2 2');
    await ground.settle();
    await rename('articles', 'essays');
    await ground.writeNote('essays/lecture.md', `${TALK}\nAnd one more?\n\nAnd another?\n`);
    await expectTotals('1 5 2 3');
    await ground.deleteNote('essays/lecture.md');
    await eventually(emptyTitle).toBe('No note is open');
    await expectNoErrors();
  });
});

const emptyTitle = () => page.textContent('.question-stance-empty-title');

/** As Obsidian renames a file or folder, and not as a program beside it. */
async function rename(from: string, to: string): Promise<void> {
  await page.evaluate(
    async ([path, name]) => {
      const { vault } = (window as unknown as RenamingWindow).playground.app;
      const file = vault.getAbstractFileByPath(path);
      if (file) await vault.rename(file, name);
    },
    [from, to] as const,
  );
}

describe('empty states', () => {
  it('say why no note is an article, and lead to the whole vault', async () => {
    await open({
      notes: {
        'draft.md': DRAFT,
        'ticked.md': '---\nCheckbox 1: true\n---\n',
        'plain.md': 'Tea?\n',
      },
    });
    await page.waitForSelector('.question-stance-empty');
    const said = await page.textContent('.question-stance-empty');
    expect(said).toContain('#my-article');
    expect(said).toContain('“Checkbox 1”');
    expect(said).toContain('1 note has the tag, but not the right checkbox.');
    expect(said).toContain('1 note has the right checkbox, but not the tag.');
    expect(said).toContain('1 note has neither.');
    await page.getByRole('button', { name: 'Look at the whole vault' }).click();
    await expectTotals('2 2 0 2');
    await expectNoErrors();
  });

  it('clear a filter that nothing fits', async () => {
    await open();
    await page.fill('.question-stance-search-input', 'xyzzy');
    await page.getByRole('button', { name: 'Clear filter' }).click();
    await expectTotals('2 6 4 2');
    await expectNoErrors();
  });
});

describe('tags without a question', () => {
  it('are counted above the list, and lead to where they can be cleared', async () => {
    const article = '---\ntags: [my-article]\nCheckbox 1: true\n---\n';
    const one = `${article}Why? #question/inward\n\n[So? #question/outward](https://a.b)\n`;
    await open({
      notes: { 'one.md': one, 'two.md': `${article}How?\n\n#question/inward\n` },
    });
    const button = page.locator('.question-stance-stray-total');
    await eventually(() => button.textContent()).toBe('2 tags without a question');
    await ground.screenshot('dashboard-strays');
    await button.focus();
    await page.keyboard.press('Enter');
    await page.locator('.menu-item', { hasText: 'one (1)' }).click();
    const modal = page.locator('.question-stance-tag-modal');
    await modal.getByText('1 tag belongs to no question').waitFor();
    await modal.getByRole('button', { name: 'Clear', exact: true }).click();
    await eventually(() => ground.readNote('one.md')).toBe(one.replace(' #question/outward', ''));
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'detached' });
    await eventually(() => button.textContent()).toBe('1 tag without a question');
    await button.press('Enter');
    await modal.getByText('1 tag belongs to no question').waitFor();
    expect(ground.errors).toEqual([]);
  });
});
