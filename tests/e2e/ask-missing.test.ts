// «Ask what is missing» in a real browser on the built plugin: keys, the preview, the bytes that are then on disk.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const GAP = '\ufe4d\ufe4e\ufe4d';
const ARTICLE = '---\ntags: [my-article]\nCheckbox 1: true\n---\n';
const PATH = 'here.md';
const HERE = `${ARTICLE}Is it odd? #question/inward/anomaly

What is it really? #question/inward/difference

The end.
`;
const OTHERS = {
  'guest.md': `${ARTICLE}---\n\nIlya: What if the frame is wrong? #question/inward/direction\n`,
  'plain.md': `${ARTICLE}Should we turn round? #question/inward/direction\n`,
};
const STEMS = [
  'What if the question was never gap, but gap?',
  'Is it gap that is wrong, or the way we frame it?',
  'If we gave up the idea that gap, which road would be left?',
  'Could what drives gap be put to use in gap?',
  'Do we do it this way because it is best, or because we know no other?',
];
const TAG = '#question/inward/direction';

let ground: Playground;
let page: Page;

async function open(options: PlaygroundOptions = {}): Promise<void> {
  ground = await openPlayground({ notes: { [PATH]: HERE, ...OTHERS }, ...options });
  page = ground.page;
  await ground.openNote(PATH);
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+End');
}

const list = () => page.locator('.question-stance-missing-choices');
const preview = () => page.locator('.question-stance-stem-preview');
const inList = () =>
  page.evaluate(() => document.activeElement?.getAttribute('role') === 'listbox');
const inEditor = () =>
  page.evaluate(() => document.activeElement?.classList.contains('cm-content') === true);
const selected = () => page.evaluate(() => getSelection()?.toString() ?? '');
const cursor = () =>
  page
    .locator('.question-stance-missing-choice.is-cursor')
    .evaluateAll((all) => all.map(({ textContent }) => textContent));
const title = () => page.locator('.question-stance-missing-title').innerText();
const onDisk = async (path = PATH) => {
  await ground.settle();
  return ground.readNote(path);
};
const becomes = (text: string) => expect.poll(() => onDisk()).toBe(text);

async function openPanel(options: PlaygroundOptions = {}): Promise<void> {
  await open(options);
  await ground.runCommand('ask-missing');
  await list().waitFor();
  await expect.poll(inList).toBe(true);
}

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

describe('ask what is missing', () => {
  it('opens the first missing stage with its meaning, examples of others and five stems', async () => {
    await openPanel();
    await expect.poll(title).toMatch(/^here 2 of 7 .* · 5 stages missing$/);
    const heads = page.locator('.question-stance-missing-head');
    await expect.poll(() => heads.count()).toBe(5);
    expect((await heads.first().innerText()).replace(/\s+/g, ' ').trim()).toBe(
      'New direction Is the frame itself wrong, and where should one look instead?',
    );
    await expect
      .poll(() => heads.evaluateAll((all) => all.map((each) => each.getAttribute('aria-expanded'))))
      .toEqual(['true', 'false', 'false', 'false', 'false']);
    const examples = () =>
      page.locator('.question-stance-missing-choice .question-stance-example > :first-child');
    await expect
      .poll(() => examples().allInnerTexts())
      .toEqual(['What if the frame is wrong?', 'Should we turn round?']);
    const stems = () =>
      page
        .locator('.question-stance-missing-choice > span[dir]')
        .evaluateAll((all) => all.map(({ textContent }) => textContent.replace(/\s+/g, ' ')));
    // A gap is said as one.
    expect((await stems()).map((text) => text.replace(/ (?=[,?])/g, ''))).toEqual(STEMS);
  });

  it('previews a stem, writes it by Enter with its gap selected, and one undo gives the bytes back', async () => {
    await openPanel();
    await page.keyboard.press('2');
    await expect.poll(() => preview().count()).toBe(1);
    await expect
      .poll(() => preview().locator('.question-stance-stem-preview-line').textContent())
      .toBe('Is it  that is wrong, or the way we frame it? New direction');
    expect(await onDisk()).toBe(HERE);
    await page.keyboard.press('Enter');
    const line = `Is it ${GAP} that is wrong, or the way we frame it? ${TAG}`;
    await becomes(`${HERE}\n${line}`);
    await expect.poll(() => preview().count()).toBe(0);
    await expect.poll(inEditor).toBe(true);
    await expect.poll(selected).toBe(GAP);
    await page.keyboard.press('Control+z');
    await becomes(HERE);
  });

  it('writes a tagging like any other: the last is taken back first, unless its question has changed', async () => {
    const untagged = HERE.replace('it odd? #question/inward/anomaly', 'it odd?');
    await openPanel({ notes: { [PATH]: untagged, ...OTHERS } });
    await ground.runCommand('tag-note');
    await page.locator('.question-stance-tagging').waitFor();
    await page.keyboard.press('1');
    await page.keyboard.press('1');
    await page.keyboard.press('Control+Enter');
    await becomes(HERE);
    const write = async (): Promise<void> => {
      await ground.runCommand('ask-missing');
      await expect.poll(inList).toBe(true);
      await page.keyboard.press('2');
      await page.keyboard.press('Enter');
    };
    const line = `Is it ${GAP} that is wrong, or the way we frame it?`;
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await write();
    await becomes(`${HERE}\n${line} ${TAG}`);
    await ground.runCommand('undo-tagging');
    await becomes(`${HERE}\n${line}`);
    await ground.runCommand('redo-tagging');
    await becomes(`${HERE}\n${line} ${TAG}`);
    // The gap is still selected, and is filled.
    await expect.poll(selected).toBe(GAP);
    await page.keyboard.type('the map');
    const filled = line.replace(GAP, 'the map');
    await becomes(`${HERE}\n${filled} ${TAG}`);
    await ground.runCommand('undo-tagging');
    await page.locator('.notice', { hasText: 'has changed since' }).waitFor();
    await becomes(`${HERE}\n${filled} ${TAG}`);
    // The next gets no further with it, and goes on to what came before.
    await ground.runCommand('undo-tagging');
    await becomes(`${untagged}\n${filled} ${TAG}`);
  });

  it('counts and lists a question with a gap as untagged, and as tagged once that is filled', async () => {
    await openPanel();
    const status = page.locator('.question-stance-status');
    await expect.poll(() => status.innerText()).toContain('2 / 2');
    await page.keyboard.press('2');
    await page.keyboard.press('Enter');
    await expect.poll(selected).toBe(GAP);
    await expect.poll(() => status.innerText()).toContain('2 / 3');
    await expect.poll(title).toContain('5 stages missing');
    await page.keyboard.type('the map');
    const line = `Is it the map that is wrong, or the way we frame it? ${TAG}`;
    await becomes(`${HERE}\n${line}`);
    await expect.poll(() => status.innerText()).toContain('3 / 3');
    await expect.poll(title).toContain('4 stages missing');
    // What is asked goes, and the next missing stage opens.
    await expect
      .poll(() => page.locator('.question-stance-missing-head[aria-expanded="true"]').innerText())
      .toContain('Clarify the definition');
  });

  it('is listed on the dashboard as untagged with its mark, dashed', async () => {
    await open({
      notes: { [PATH]: `${ARTICLE}Is it ${GAP}? ${TAG}\n\nIs it odd? #question/inward/anomaly\n` },
    });
    await ground.runCommand('open-dashboard');
    await page.locator('.question-stance-question').first().waitFor();
    const total = (of: string) => page.locator(`[data-total="${of}"] b`).innerText();
    await expect.poll(() => total('untagged')).toBe('1');
    await expect.poll(() => total('tagged')).toBe('1');
    const row = page.locator('.question-stance-question', { hasText: GAP });
    const button = row.locator('.question-stance-chip-button');
    expect(await button.getAttribute('aria-label')).toContain('New direction, with a gap to fill');
    expect(await button.locator('.is-pending').innerText()).toBe('New direction');
  });

  it('puts the cursor at a stem’s end where it has no gap', async () => {
    await openPanel();
    await page.keyboard.press('5');
    await page.keyboard.press('Enter');
    const line = `${STEMS[4] ?? ''} ${TAG}`;
    await becomes(`${HERE}\n${line}`);
    await expect.poll(inEditor).toBe(true);
    await page.keyboard.type('!');
    await becomes(`${HERE}\n${STEMS[4] ?? ''}! ${TAG}`);
  });

  it('drops the preview by Escape, and gives the keyboard back by another', async () => {
    await openPanel();
    await page.keyboard.press('3');
    await expect.poll(() => preview().count()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => preview().count()).toBe(0);
    await expect.poll(inList).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(inEditor).toBe(true);
    await becomes(HERE);
  });

  it('moves with the cursor in the editor, where Enter writes it and typing drops it', async () => {
    await openPanel();
    await page.keyboard.press('2');
    await expect.poll(() => preview().count()).toBe(1);
    await page.locator('.cm-line', { hasText: 'Is it odd?' }).click();
    await expect.poll(inEditor).toBe(true);
    await expect.poll(() => preview().count()).toBe(1);
    await page.keyboard.press('Enter');
    const line = `Is it ${GAP} that is wrong, or the way we frame it? ${TAG}`;
    await becomes(HERE.replace('inward/anomaly\n', `inward/anomaly\n\n${line}\n`));
    await page.keyboard.press('Control+z');
    await becomes(HERE);
    await ground.runCommand('ask-missing');
    await expect.poll(inList).toBe(true);
    await page.keyboard.press('3');
    await expect.poll(() => preview().count()).toBe(1);
    await page.locator('.cm-line', { hasText: 'The end.' }).click();
    await page.keyboard.press('End');
    await page.keyboard.type('x');
    await expect.poll(() => preview().count()).toBe(0);
    await becomes(HERE.replace('The end.', 'The end.x'));
  });

  it('is walked by keys: arrows, examples, the next stage and the one before', async () => {
    await openPanel();
    await expect.poll(cursor).toHaveLength(1);
    await page.keyboard.press('Home');
    await expect.poll(async () => (await cursor())[0]).toContain('What if the frame is wrong?');
    await expect.poll(() => preview().count()).toBe(0);
    await page.keyboard.press('ArrowDown');
    await expect.poll(async () => (await cursor())[0]).toContain('Should we turn round?');
    await page.keyboard.press('n');
    const opened = () =>
      page.locator('.question-stance-missing-head[aria-expanded="true"] b').innerText();
    await expect.poll(opened).toBe('Clarify the definition');
    await expect.poll(inList).toBe(true);
    await page.keyboard.press('p');
    await expect.poll(opened).toBe('New direction');
    await expect.poll(inList).toBe(true);
    await page.keyboard.press('o');
    await expect.poll(() => page.locator('.view-header-title').allInnerTexts()).toContain('guest');
    // The example has a tab of its own; the note at hand keeps its own.
    await expect.poll(() => onDisk()).toBe(HERE);
    await expect.poll(title).toContain('guest');
  });

  it('says that a note asks every stage, and that there is none', async () => {
    const all = ['inward/anomaly', 'inward/difference', 'inward/direction', 'outward/definition']
      .concat(['outward/analogy', 'outward/limits', 'outward/philosophy'])
      .map((stage) => `Is it ${stage}? #question/${stage}\n`)
      .join('\n');
    await open({ notes: { [PATH]: ARTICLE + all } });
    await ground.runCommand('ask-missing');
    await page.getByText('This note asks every stage.').waitFor();
    await ground.deleteNote(PATH);
    await page.getByText('Open a note to see what it does not ask yet.').waitFor();
  });

  it('is previewed in sight where it goes to the end of a long note, and is written there', async () => {
    const long = `${ARTICLE}${'A line of text.\n\n'.repeat(90)}The end.`;
    ground = await openPlayground({ notes: { [PATH]: long } });
    page = ground.page;
    await ground.openNote(PATH);
    // Nobody has been in the note yet: the cursor is in its properties.
    await ground.runCommand('ask-missing');
    await expect.poll(inList).toBe(true);
    await page.keyboard.press('1');
    const seen = () =>
      preview().evaluateAll((all) =>
        all.some((each) => {
          const { top, bottom } = each.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        }),
      );
    await expect.poll(seen).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => onDisk()).toContain(`The end.\n\nWhy does ${GAP} happen`);
  });

  it.each([
    ['callout', '> [!note] Title\n> Body', 'Title'],
    ['list', '- one\n- two\n- three', 'one'],
  ])('shows and writes it below a whole %s that the cursor is in', async (_what, block, at) => {
    const text = `${ARTICLE}${block}\n\nThe end.\n`;
    await open({ notes: { [PATH]: text } });
    await page.locator('.cm-line', { hasText: at }).first().click();
    await ground.runCommand('ask-missing');
    await expect.poll(inList).toBe(true);
    await page.keyboard.press('1');
    const above = () =>
      preview().evaluateAll((all) => all.map((each) => each.previousElementSibling?.textContent));
    await expect.poll(above).toEqual([block.split('\n').at(-1)]);
    await page.keyboard.press('Enter');
    await expect.poll(selected).toBe(GAP);
    await expect.poll(onDisk).toContain(`${block}\n\nWhy does ${GAP} happen`);
    expect(await onDisk()).toMatch(/\n\nThe end\.\n$/);
  });

  it('says where it cannot write, and writes nothing', async () => {
    await open({ notes: { [PATH]: 'One.\n\n```\nlet a;' } });
    await ground.runCommand('ask-missing');
    await expect.poll(inList).toBe(true);
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await page.locator('.notice', { hasText: 'can’t be written at the cursor' }).waitFor();
    expect(await onDisk()).toBe('One.\n\n```\nlet a;');
  });

  it('writes by its button on a phone, in Chinese, and is as wide as its pane', async () => {
    await openPanel({ lang: 'zh-TW', width: 'phone' });
    const overflow = () =>
      page
        .locator('.question-stance-missing-panel')
        .evaluate((element) => element.scrollWidth - element.clientWidth);
    await expect.poll(overflow).toBeLessThanOrEqual(0);
    await page.locator('.question-stance-missing-choice', { hasText: '這個框架本身' }).tap();
    await ground.screenshot('ask-missing-phone-zh-tw');
    await page.getByRole('button', { name: '寫在游標處' }).tap();
    await becomes(`${HERE}\n是不是${GAP}這個框架本身就有問題？ ${TAG}`);
    await expect.poll(inEditor).toBe(true);
  });
});
