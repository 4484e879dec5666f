// What is suggested while questions of many notes are gone through: the review in its orders, and the dashboard's rows;
// in a real browser, on the built plugin, with what is then on disk.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const ARTICLE = '---\ntags: my-article\nCheckbox 1: true\n---\n';

const NOTES = {
  // What it tags says which stage «What is a token?» is likely to have; of «Shall we dance?» nothing is known.
  'taught.md': `${ARTICLE}${'Who pays for the bridge? #question/outward/limits\n\nWhat is a token? #question/outward/definition\n\n'.repeat(3)}`,
  'a.md': `${ARTICLE}Who pays for the bridge?\n\nShall we dance?\n`,
  'b.md': `${ARTICLE}What is a token?\n`,
};

let ground: Playground;
let page: Page;

async function open(options: PlaygroundOptions = {}): Promise<void> {
  ground = await openPlayground({ notes: NOTES, ...options });
  page = ground.page;
}

/** The note's text once what is written so far is saved. */
async function onDisk(path: string): Promise<string> {
  await ground.settle();
  return ground.readNote(path);
}

/** The host, as far as it is asked what a note reads, and what suggestions have learnt. */
interface HostWindow {
  readonly playground: {
    readonly app: {
      loadLocalStorage(key: string): unknown;
      readonly vault: {
        getFileByPath(path: string): object | null;
        cachedRead(file: object): Promise<string>;
      };
    };
  };
}

/** The note's text as the app knows it: what another program writes is seen a moment later. */
function inVault(path: string): Promise<string> {
  return page.evaluate(async (wanted) => {
    const { vault } = (window as unknown as HostWindow).playground.app;
    const file = vault.getFileByPath(wanted);
    return file ? vault.cachedRead(file) : '';
  }, path);
}

/** How often the model of wordings had a first choice when a stage was chosen. */
function learnt(): Promise<number> {
  return page.evaluate(() => {
    const { app } = (window as unknown as HostWindow).playground;
    const kept = app.loadLocalStorage('question-stance-suggestions') as {
      readonly records: { readonly wording?: { readonly proposed: number } };
    } | null;
    return kept?.records.wording?.proposed ?? 0;
  });
}

afterEach(async () => {
  const { errors } = ground;
  await ground.close();
  expect(errors).toEqual([]);
});

describe('the review', () => {
  const question = () => page.locator('.question-stance-review-question');
  const order = () => page.locator('.question-stance-review-order');
  const left = () => page.locator('.question-stance-review-left');
  const isShown = (text: string) => expect.poll(() => question().textContent()).toBe(text);

  async function review(): Promise<void> {
    await ground.runCommand('review-untagged');
    await question().waitFor();
  }

  it('goes in the notes’ order, the surest first or the least sure first, as a key says', async () => {
    await open();
    await review();
    await isShown('Who pays for the bridge?');
    await expect.poll(() => order().textContent()).toBe('In the notes’ order');
    await page.keyboard.press('Alt+s');
    await expect.poll(() => order().textContent()).toBe('Surest first');
    await isShown('What is a token?');
    await expect.poll(() => left().textContent()).toBe('3 untagged questions left');
    await page.keyboard.press('Alt+s');
    await isShown('Shall we dance?');
    // Left untagged it does not come again, in whichever order.
    await page.keyboard.press('Shift+Enter');
    await isShown('Who pays for the bridge?');
    await page.keyboard.press('Alt+s');
    await expect.poll(() => order().textContent()).toBe('In the notes’ order');
    await isShown('Who pays for the bridge?');
    await page.keyboard.type('limits');
    await page.keyboard.press('Enter');
    await isShown('What is a token?');
    await expect.poll(() => left().textContent()).toBe('the last untagged question');
    await page.keyboard.press('Shift+Enter');
    await question().waitFor({ state: 'detached' });
    await expect
      .poll(() => onDisk('a.md'))
      .toBe(`${ARTICLE}Who pays for the bridge? #question/outward/limits\n\nShall we dance?\n`);
    await expect.poll(() => onDisk('b.md')).toBe(NOTES['b.md']);
  });

  it('has its turn for a question that comes into a note meanwhile', async () => {
    await open();
    await ground.runCommand('open-dashboard');
    const total = page.locator('.question-stance-total b').nth(1);
    await expect.poll(() => total.textContent()).toBe('9');
    await review();
    await isShown('Who pays for the bridge?');
    await page.keyboard.press('Alt+s');
    await isShown('What is a token?');
    const text = `${NOTES['a.md']}\nWhat is a model?\n`;
    await ground.writeNote('a.md', text);
    await expect.poll(() => total.textContent()).toBe('10');
    await page.keyboard.press('Shift+Enter');
    await isShown('Who pays for the bridge?');
    await page.keyboard.press('Shift+Enter');
    // Surer than «Shall we dance?», which comes before it in the note.
    await isShown('What is a model?');
    await page.keyboard.press('Escape');
    await question().waitFor({ state: 'detached' });
    expect(await onDisk('a.md')).toBe(text);
  });

  it('keeps its order until the next time, goes back in it, and passes over what was tagged meanwhile', async () => {
    await open();
    await review();
    await isShown('Who pays for the bridge?');
    await order().click();
    await page.locator('.menu-item', { hasText: 'Surest first' }).click();
    await isShown('What is a token?');
    await page.keyboard.press('Escape');
    await question().waitFor({ state: 'detached' });
    await review();
    await isShown('What is a token?');
    await expect.poll(() => order().textContent()).toBe('Surest first');
    await page.keyboard.press('x');
    await isShown('Who pays for the bridge?');
    await page.keyboard.press('Alt+ArrowUp');
    await isShown('What is a token?');
    await expect.poll(() => left().textContent()).toBe('Not a question');
    await page.keyboard.press('Shift+Enter');
    await isShown('Who pays for the bridge?');
    await ground.writeNote('a.md', NOTES['a.md'].replace('dance?', 'dance? #question/skip'));
    await expect.poll(() => inVault('a.md')).toContain('#question/skip');
    await page.keyboard.press('Shift+Enter');
    await question().waitFor({ state: 'detached' });
    await expect.poll(() => onDisk('b.md')).toBe(`${ARTICLE}What is a token? #question/skip\n`);
  });

  it('has the likeliest stage first, learns of the choice, and not of one that was undone', async () => {
    await open();
    await review();
    await page.keyboard.press('Alt+s');
    await isShown('What is a token?');
    const first = page.locator('.question-stance-pick').first();
    await expect.poll(() => first.textContent()).toContain('Clarify the definition');
    const before = await learnt();
    await page.keyboard.press('Enter');
    await isShown('Who pays for the bridge?');
    await page.keyboard.press('Escape');
    await expect
      .poll(() => onDisk('b.md'))
      .toBe(`${ARTICLE}What is a token? #question/outward/definition\n`);
    await expect.poll(learnt).toBe(before + 1);
    await ground.runCommand('undo-tagging');
    await expect.poll(() => onDisk('b.md')).toBe(NOTES['b.md']);
    await expect.poll(learnt).toBe(before);
  });

  it('has no order to choose where nothing is suggested', async () => {
    await open({ data: { version: 2, suggest: { mode: 'off' } } });
    await review();
    await isShown('Who pays for the bridge?');
    await page.keyboard.press('Alt+s');
    await page.keyboard.press('Shift+Enter');
    await isShown('Shall we dance?');
    await expect.poll(() => order().count()).toBe(0);
  });
});

describe('a row of the dashboard', () => {
  const STAGE = 'Clarify the definition';
  const row = (text: string) =>
    page.locator('.question-stance-questions .question-stance-question', { hasText: text });
  const chip = (text: string) => row(text).locator('.question-stance-chip');
  const isGhost = (text: string) =>
    expect.poll(() => chip(text).getAttribute('class')).toContain('is-ghost');

  /** The untagged questions, with the cursor on the one with that text. */
  async function openAt(text: string, options: PlaygroundOptions = {}): Promise<void> {
    await open({
      ...options,
      notes: {
        ...NOTES,
        'c.md': `${ARTICLE}What is meant by a token?\n\nWhat is a token, then?\n\nShall we dance?\n`,
      },
    });
    await ground.runCommand('open-dashboard');
    await row(text).first().waitFor();
    await page.locator('.question-stance-questions').focus();
    for (let steps = 0; steps < 20; steps++) {
      const active = page.locator('.question-stance-question.is-active', { hasText: text });
      if ((await active.count()) > 0) return;
      await page.keyboard.press('ArrowDown');
    }
    throw new Error(`No row says «${text}».`);
  }

  it('shows what is sure enough in place of «Untagged», writes it by a key, and takes it back', async () => {
    await openAt('What is a token, then?');
    await isGhost('What is a token, then?');
    await expect.poll(() => chip('What is a token, then?').textContent()).toBe(STAGE);
    await expect
      .poll(() => row('What is a token, then?').getByRole('button').getAttribute('aria-label'))
      .toContain(`Change tag: suggested: ${STAGE} · `);
    await expect.poll(() => chip('Shall we dance?').first().textContent()).toBe('Untagged');
    const before = await onDisk('c.md');
    await page.keyboard.press('y');
    const after = before.replace('then?', 'then? #question/outward/definition');
    await expect.poll(() => onDisk('c.md')).toBe(after);
    await expect
      .poll(() => chip('What is a token, then?').getAttribute('class'))
      .not.toContain('is-ghost');
    // It goes on to the next, of which nothing is known: the key means nothing there.
    await expect
      .poll(() => page.locator('.question-stance-question.is-active').textContent())
      .toContain('Shall we dance?');
    await page.keyboard.press('y');
    await page.keyboard.press('Control+z');
    await expect.poll(() => onDisk('c.md')).toBe(before);
    await isGhost('What is a token, then?');
  });

  it('does not show again what was rejected, unless that is taken back', async () => {
    await openAt('What is a token, then?');
    await isGhost('What is a token, then?');
    const before = await onDisk('c.md');
    await page.keyboard.press('n');
    await expect.poll(() => chip('What is a token, then?').textContent()).toBe('Untagged');
    const notice = page.locator('.notice', { hasText: 'will not be suggested' });
    await notice.getByRole('button', { name: 'Undo' }).click();
    await isGhost('What is a token, then?');
    await page.locator('.question-stance-questions').focus();
    await page.keyboard.press('n');
    await expect.poll(() => chip('What is a token, then?').textContent()).toBe('Untagged');
    await ground.reload();
    await ground.runCommand('open-dashboard');
    // How many rows are in sight depends on what stands above them by then.
    await row('What is meant by a token?').scrollIntoViewIfNeeded();
    await isGhost('What is meant by a token?');
    await expect.poll(() => chip('What is a token, then?').textContent()).toBe('Untagged');
    expect(await onDisk('c.md')).toBe(before);
  });

  it.each(['proposals', 'off'])('has no ghost where the setting says «%s»', async (mode) => {
    await openAt('What is a token, then?', { data: { version: 2, suggest: { mode } } });
    const before = await onDisk('c.md');
    await page.keyboard.press('y');
    await page.keyboard.press('n');
    await page.keyboard.press('x');
    await expect.poll(() => onDisk('c.md')).toBe(before.replace('then?', 'then? #question/skip'));
    await expect.poll(() => page.locator('.question-stance-chip.is-ghost').count()).toBe(0);
  });

  it('is looked at in a block of a note only where it is in sight, and is «Untagged» on paper', async () => {
    const asked = Array.from({ length: 60 }, (_, at) => `What is meant by token ${String(at)}?`);
    await open({
      notes: {
        ...NOTES,
        'many.md': `${ARTICLE}${asked.join('\n\n')}\n`,
        'block.md': 'Text.\n\n```question-stance\npath:many\n```\n',
      },
    });
    await ground.openNote('block.md');
    const block = page.locator('.question-stance-block');
    const chips = block.locator('.question-stance-chip');
    const ghosts = block.locator('.question-stance-chip.is-ghost');
    await expect.poll(() => chips.count()).toBe(60);
    await ghosts.first().waitFor();
    await expect.poll(() => chips.last().textContent()).toBe('Untagged');
    expect(await ghosts.count()).toBeLessThan(40);
    await page.emulateMedia({ media: 'print' });
    const onPaper = () =>
      ghosts.first().evaluate((chip) => ({
        said: getComputedStyle(chip, '::before').content,
        suggested: getComputedStyle(chip.firstElementChild ?? chip).display,
      }));
    await expect.poll(onPaper).toEqual({ said: '"Untagged"', suggested: 'none' });
    await page.emulateMedia({ media: 'screen' });
    await chips.last().scrollIntoViewIfNeeded();
    await expect.poll(() => chips.last().getAttribute('class')).toContain('is-ghost');
  });

  it('is looked at in the window that its pane was moved to', async () => {
    await openAt('What is a token, then?');
    await isGhost('What is a token, then?');
    const moved = await ground.popOut('workspace:move-to-new-window');
    await ground.writeNote('d.md', `${ARTICLE}What is meant by a token here?\n`);
    const late = moved.locator('.question-stance-question', { hasText: 'by a token here?' });
    await late.scrollIntoViewIfNeeded();
    await expect
      .poll(() => late.locator('.question-stance-chip').getAttribute('class'))
      .toContain('is-ghost');
  });
});
