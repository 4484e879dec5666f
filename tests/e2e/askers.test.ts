// Who asks in a note, on the built plugin: set by the command, from a section's menu, shown, undone.
import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { TWO_ASKERS, TWO_ASKERS_BODY } from '../core/askers/two-askers.ts';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const ARTICLE = '兩位提問者.md';
const WRITTEN = TWO_ASKERS.replace(
  'Checkbox 1: true\n',
  'Checkbox 1: true\naskers:\n  - Ilya Sutskever\n  - Dwarkesh Patel\n',
);

let ground: Playground;
let page: Page;

async function open(options: PlaygroundOptions = {}): Promise<void> {
  ground = await openPlayground({ notes: { [ARTICLE]: TWO_ASKERS }, ...options });
  page = ground.page;
  await ground.openNote(ARTICLE);
}

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

const modal = () => page.locator('.question-stance-askers');
const names = () => modal().locator('.question-stance-askers-row').allTextContents();
const ticked = () =>
  modal()
    .locator('input[type=checkbox]')
    .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).checked));
const undo = () => page.locator('.question-stance-notice-button', { hasText: 'Undo' }).last();
const notice = (text: string) => page.locator('.notice', { hasText: text }).last().waitFor();

it('the command proposes both names with their sixteen and nine questions; Enter writes them, and undo gives the bytes back', async () => {
  await open();
  await ground.runCommand('set-askers');
  await modal().waitFor();
  await expect
    .poll(() => names())
    .toEqual(['Ilya Sutskever16 questions', 'Dwarkesh Patel9 questions', 'Nobody3 questions']);
  await expect.poll(() => ticked()).toEqual([true, true]);
  // By keyboard: the first name has the focus.
  await page.keyboard.press('Space');
  await expect.poll(() => ticked()).toEqual([false, true]);
  // The only name left asks everything but by the headings' own questions.
  await expect.poll(async () => (await names()).at(-1)).toBe('Nobody1 question');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect.poll(() => ground.readNote(ARTICLE)).toBe(WRITTEN);
  await notice('Wrote who asks in “兩位提問者”.');

  await ground.runCommand('open-dashboard');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.keyboard.type('Patel');
  const facets = page.locator('.question-stance-facet');
  await expect.poll(() => facets.allTextContents()).toEqual(['AskerDwarkesh Patel9']);
  await page.keyboard.press('Enter');
  const rows = page.locator('.question-stance-question');
  await expect.poll(() => rows.count()).toBe(9);
  const places = await page.locator('.question-stance-place').allTextContents();
  expect(places.every((place) => place.includes('Dwarkesh Patel'))).toBe(true);

  await ground.runCommand('undo-tagging');
  await expect.poll(() => ground.readNote(ARTICLE)).toBe(TWO_ASKERS);
  await ground.runCommand('redo-tagging');
  await expect.poll(() => ground.readNote(ARTICLE)).toBe(WRITTEN);
});

it('a name is typed and written beside those that stand there, all else as it is; one press takes it back', async () => {
  const note = `---\r\n# mine\r\naskers: Ilya Sutskever # him\r\ntags:   [my-article]\r\n---\r\n## Anna’s\r\n\r\nWhy?\r\n`;
  await open({ notes: { [ARTICLE]: note } });
  await ground.runCommand('set-askers');
  await modal().waitFor();
  await expect
    .poll(() => names())
    .toEqual(['Ilya Sutskever1 question', 'Anna1 question', 'Nobody0 questions']);
  await expect.poll(() => ticked()).toEqual([true, false]);
  const typed = modal().getByLabel('Another name');
  await typed.focus();
  await page.keyboard.type('anna');
  await page.keyboard.press('Enter');
  await expect.poll(() => ticked()).toEqual([true, true]);
  await page.keyboard.type('蘇菲');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => names())
    .toEqual([
      'Ilya Sutskever0 questions',
      'Anna1 question',
      '蘇菲0 questions',
      'Nobody0 questions',
    ]);
  await page.keyboard.press('Enter');
  await expect
    .poll(() => ground.readNote(ARTICLE))
    .toBe(
      note.replace(
        'askers: Ilya Sutskever # him\r\n',
        'askers: # him\r\n  - Ilya Sutskever\r\n  - Anna\r\n  - 蘇菲\r\n',
      ),
    );
  await undo().click();
  await expect.poll(() => ground.readNote(ARTICLE)).toBe(note);
});

it('what was changed meanwhile is left alone and told', async () => {
  await open();
  await ground.runCommand('set-askers');
  await modal().waitFor();
  const other = WRITTEN.replace('Dwarkesh Patel\n', 'Anna\n');
  await ground.writeNote(ARTICLE, other);
  await ground.settle();
  await modal().getByRole('button', { name: 'Write' }).click();
  await notice('has been changed meanwhile; nothing was written.');
  await expect.poll(() => ground.readNote(ARTICLE)).toBe(other);
});

it('where the properties can’t be read, nothing is offered', async () => {
  await open({ notes: { [ARTICLE]: '---\na: [b\n---\nWhy?\n' } });
  await ground.runCommand('set-askers');
  await notice('The properties of “兩位提問者” can’t be read');
  await expect.poll(() => modal().count()).toBe(0);
});

it('a section’s menu in the tag modal says whose its questions are, and where its heading names nobody', async () => {
  await open();
  await ground.runCommand('tag-note');
  await page.keyboard.press('End');
  const heading = page.locator('.question-stance-tag-heading.is-section');
  await heading.filter({ hasText: '2. 挑戰限制' }).click({ button: 'right' });
  await page.locator('.menu-item', { hasText: 'Asked by …' }).click();
  await modal().waitFor();
  await expect.poll(() => ticked()).toEqual([false, true]);
  const status = modal().getByRole('status');
  await expect.poll(() => status.textContent()).toContain('Dwarkesh Patel 5.');
  await expect.poll(() => status.textContent()).not.toContain('No ticked name');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect.poll(() => status.textContent()).toContain('No ticked name stands in this heading');
  await ground.screenshot('askers-section-light-en');
  // The only name asks everywhere.
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  await expect.poll(() => status.textContent()).toBe('Below “2. 挑戰限制”: Ilya Sutskever 5.');
  await page.keyboard.press('Escape');
  await expect.poll(() => ground.readNote(ARTICLE)).toBe(TWO_ASKERS);
});

it('the tag modal leads there by a heading’s sign, and by a key for the section at hand; choices wait meanwhile', async () => {
  await open();
  await ground.runCommand('tag-note');
  await page.locator('.question-stance-tagging-list').waitFor();
  await page.keyboard.press('End');
  const status = () => modal().getByRole('status').textContent();
  // A tag is chosen, and not written yet.
  await page.keyboard.press('2');
  await page.keyboard.press('3');
  await page.keyboard.press('a');
  await modal().waitFor();
  await expect.poll(() => status()).toContain('Below “2. 挑戰限制”');
  await page.keyboard.press('Escape');
  await modal().waitFor({ state: 'detached' });
  // The keyboard is where it was.
  await page.keyboard.press('Home');
  await page.keyboard.press('a');
  await modal().waitFor();
  await expect.poll(() => status()).not.toContain('Below “2. 挑戰限制”');
  await page.keyboard.press('Escape');
  await modal().waitFor({ state: 'detached' });
  await page.keyboard.press('End');
  const heading = page.locator('.question-stance-tag-heading.is-section');
  await heading.filter({ hasText: '2. 挑戰限制' }).getByTitle('Asked by …').click();
  await modal().waitFor();
  await expect.poll(() => status()).toContain('Below “2. 挑戰限制”');
  await modal().getByRole('button', { name: 'Write' }).click();
  await expect.poll(() => ground.readNote(ARTICLE)).toContain('askers:\n  - Dwarkesh Patel\n---');
  await modal().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Write 1 change' }).click();
  await expect
    .poll(() => ground.readNote(ARTICLE))
    .toMatch(/askers:\n {2}- Dwarkesh Patel\n---[^]*#question\/outward\/limits\n$/);
});

it('a section’s header on the dashboard has it, by mouse and keyboard, and so has a question', async () => {
  await open();
  await ground.runCommand('open-dashboard');
  const search = page.locator('.question-stance-search input');
  await search.click();
  await page.keyboard.type('group by section');
  await page.keyboard.press('Enter');
  const header = page.locator('.question-stance-group', { hasText: '1. 關於本質' });
  await header.waitFor();
  // With the mouse, then with the keyboard at the header.
  await header.click({ button: 'right' });
  await page.locator('.menu-item', { hasText: 'Asked by …' }).click();
  await expect.poll(() => modal().getByRole('status').textContent()).toContain('Ilya Sutskever 9.');
  await page.keyboard.press('Escape');
  await header.click();
  await page.keyboard.press('Shift+F10');
  await page.locator('.menu-item', { hasText: 'Asked by …' }).click();
  await modal().getByRole('button', { name: 'Write' }).click();
  await expect.poll(() => ground.readNote(ARTICLE)).toContain('askers:\n  - Ilya Sutskever\n---\n');
  const question = page.locator('.question-stance-question', { hasText: '他第 2 個' }).first();
  await question.click({ button: 'right' });
  await page.locator('.menu-item', { hasText: 'Asked by …' }).click();
  await expect.poll(() => ticked()).toEqual([true, false]);
});

it.each([
  ['desktop', 'light', 'en', 1280, 800],
  ['desktop', 'dark', 'zh-TW', 1280, 800],
  ['phone', 'light', 'zh-TW', 390, 844],
  ['phone', 'dark', 'en', 330, 700],
] as const)('the modal fits a %s, %s, %s, %d wide', async (width, theme, lang, w, h) => {
  await open({ width, theme, lang, viewport: { width: w, height: h } });
  await ground.runCommand('set-askers');
  await modal().waitFor();
  const overflow = await modal().evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  const right = await modal().evaluate((element) => element.getBoundingClientRect().right);
  expect(right).toBeLessThanOrEqual(w);
  await ground.screenshot(`askers-${theme}-${lang}-${w}`);
});

it('a note with nobody in its headings says what to type', async () => {
  await open({
    notes: { [ARTICLE]: TWO_ASKERS_BODY.replace(/Ilya Sutskever|Dwarkesh Patel/g, '他') },
  });
  await ground.runCommand('set-askers');
  await modal().waitFor();
  await expect
    .poll(() =>
      modal()
        .getByLabel('Another name')
        .evaluate((el) => el === document.activeElement),
    )
    .toBe(true);
});
