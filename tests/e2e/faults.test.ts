// Faults in a real browser, on the built plugin: notes that change between the reading and the writing.
import { closeWindow } from './harness/close-window.ts';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { openPlayground, type Playground } from './harness/playground.ts';

const HEAD = '---\ntags: [my-article]\nCheckbox 1: true\n---\n';
const NOTE = `${HEAD}甲為什麼？\n\n乙為什麼？`;
const tagged = (text: string) => text.replaceAll('？', '？ #question/inward/difference');

let ground: Playground;
let page: Page;

async function open(notes: Readonly<Record<string, string>>): Promise<void> {
  ground = await openPlayground({ notes });
  page = ground.page;
}

function eventually<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: 15_000 });
}

/** Opens the tag modal on the note and chooses a stage for all its questions; nothing is written yet. */
async function choose(path: string): Promise<void> {
  await ground.openNote(path);
  await chooseIn(page);
}

/** The same for the active note, in the window that is active. */
async function chooseIn(from: Page): Promise<void> {
  await ground.runCommand('tag-note');
  await from.locator('.modal [aria-selected]').first().waitFor();
  await from.keyboard.press('Control+a');
  await from.keyboard.type('12');
}

async function write(): Promise<void> {
  await page.keyboard.press('Enter');
}

async function onDisk(path: string): Promise<string> {
  await ground.settle();
  return ground.readNote(path);
}

/** Whether the vault knows the note, which it learns of a moment after the disk. */
function isThere(path: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const host = window as unknown as { app: { vault: { getFileByPath(path: string): unknown } } };
    return host.app.vault.getFileByPath(wanted) !== null;
  }, path);
}

/** The texts of the notes' editors, in all windows. */
function inEditors(): Promise<string[]> {
  return page.evaluate(() => {
    interface View {
      readonly editor: { getValue(): string };
    }
    const host = window as unknown as {
      playground: { app: { workspace: { markdownViews(): View[] } } };
    };
    return host.playground.app.workspace.markdownViews().map(({ editor }) => editor.getValue());
  });
}

afterEach(async () => {
  await ground.close();
});

describe('while the tag modal is open, the note', () => {
  it('is edited outside: both changes are there', async () => {
    await open({ 'a.md': NOTE });
    await choose('a.md');
    await ground.writeNote('a.md', NOTE.replace(HEAD, `${HEAD}外面寫的。\n\n`));
    await eventually(() => page.locator('.cm-content').innerText()).toContain('外面寫的。');
    await write();
    await eventually(() => onDisk('a.md')).toBe(
      tagged(NOTE.replace(HEAD, `${HEAD}外面寫的。\n\n`)),
    );
    expect(ground.errors).toEqual([]);
  });

  it('loses a question outside: the other is tagged, the loss is shown', async () => {
    await open({ 'a.md': NOTE });
    await choose('a.md');
    const shorter = NOTE.replace('甲為什麼？\n\n', '');
    await ground.writeNote('a.md', shorter);
    await eventually(() => page.locator('.cm-content').innerText()).not.toContain('甲');
    await write();
    await page.waitForSelector('.question-stance-unwritten');
    await expect
      .poll(() => page.locator('.question-stance-unwritten').innerText())
      .toContain('甲為什麼？');
    await eventually(() => onDisk('a.md')).toBe(tagged(shorter));
  });

  it('is deleted: it stays so, and the user is told', async () => {
    await open({ 'a.md': NOTE });
    await choose('a.md');
    await ground.deleteNote('a.md');
    await eventually(() => isThere('a.md')).toBe(false);
    await write();
    await page.getByText('“a” is not there any more.').waitFor();
    await expect(ground.readNote('a.md')).rejects.toThrow();
  });

  it.each(['b.md', 'sub/a.md'])('is given the path %s: it is tagged there', async (path) => {
    await open({ 'a.md': NOTE, 'sub/other.md': '' });
    await choose('a.md');
    await page.evaluate(async (to) => {
      interface App {
        readonly vault: { getFileByPath(path: string): object | null };
        readonly fileManager: { renameFile(file: object, path: string): Promise<void> };
      }
      const { vault, fileManager } = (window as unknown as { app: App }).app;
      const file = vault.getFileByPath('a.md');
      if (file) await fileManager.renameFile(file, to);
    }, path);
    await write();
    await eventually(() => onDisk(path)).toBe(tagged(NOTE));
    await expect(ground.readNote('a.md')).rejects.toThrow();
    await ground.runCommand('undo-tagging');
    await eventually(() => onDisk(path)).toBe(NOTE);
    expect(ground.errors).toEqual([]);
  });

  it('is replaced by a conflict copy and another text: the other text is left alone', async () => {
    await open({ 'a.md': NOTE });
    await choose('a.md');
    const copy = 'a (Conflicted copy Phone 202601011200).md';
    await ground.writeNote(copy, NOTE);
    await ground.writeNote('a.md', `${HEAD}全新的內容，什麼也沒問。\n`);
    await eventually(() => page.locator('.cm-content').innerText()).toContain('全新的內容');
    await write();
    await page.waitForSelector('.notice');
    await expect.poll(() => onDisk('a.md')).toBe(`${HEAD}全新的內容，什麼也沒問。\n`);
    await expect.poll(() => onDisk(copy)).toBe(NOTE);
  });
});

describe('a note', () => {
  it('in two panes is tagged once, and both panes show it', async () => {
    await open({ 'a.md': NOTE });
    await ground.openNote('a.md');
    await ground.openNote('a.md', 'split');
    await choose('a.md');
    await write();
    await eventually(() => onDisk('a.md')).toBe(tagged(NOTE));
    const panes = await inEditors();
    expect(panes.length).toBeGreaterThan(1);
    expect(new Set(panes)).toEqual(new Set([tagged(NOTE)]));
    expect(ground.errors).toEqual([]);
  });

  describe('in two windows', () => {
    let popup: Page;

    async function openTwice(
      options: Parameters<typeof open>[0] = { 'a.md': NOTE },
    ): Promise<void> {
      await open(options);
      await ground.openNote('a.md');
      popup = await ground.popOut('workspace:open-in-new-window');
      await popup.locator('.cm-content').waitFor();
    }

    const text = (from: Page) => from.locator('.cm-content').innerText();
    const marks = (from: Page) => from.locator('.cm-content .question-stance-inline-chip').count();

    it('is tagged once from either, CRLF and all, and taken back in one step', async () => {
      const crlf = NOTE.replaceAll('\n', '\r\n');
      await openTwice({ 'a.md': crlf });
      for (const from of [page, popup]) {
        await from.locator('.cm-line').last().click();
        await chooseIn(from);
        await from.keyboard.press('Enter');
        await eventually(() => onDisk('a.md')).toBe(tagged(crlf));
        for (const each of [page, popup]) await eventually(() => marks(each)).toBe(2);
        // Until the modal is gone, the key is the modal's.
        await from.locator('.modal').waitFor({ state: 'detached' });
        await from.keyboard.press('Control+z');
        await eventually(() => onDisk('a.md')).toBe(crlf);
        for (const each of [page, popup]) await eventually(() => marks(each)).toBe(0);
      }
      expect(ground.errors).toEqual([]);
    });

    it('is typed in in one while the other tags it: both changes are there', async () => {
      await openTwice();
      await page.locator('.cm-line').last().click();
      await chooseIn(page);
      await page.evaluate((head) => {
        interface View {
          readonly editor: {
            readonly cm: { dispatch(change: object): void };
          };
          readonly containerEl: { readonly win: Window };
        }
        const host = window as unknown as {
          playground: { app: { workspace: { markdownViews(): View[] } } };
        };
        const views = host.playground.app.workspace.markdownViews();
        const other = views.find(({ containerEl }) => containerEl.win !== window);
        if (!other) throw new Error('The pop-out has no editor.');
        other.editor.cm.dispatch({
          changes: { from: head, insert: '另一個視窗寫的。\n\n' },
          userEvent: 'input.type',
        });
      }, HEAD.length);
      await write();
      const both = tagged(NOTE.replace(HEAD, `${HEAD}另一個視窗寫的。\n\n`));
      await eventually(() => onDisk('a.md')).toBe(both);
      await eventually(inEditors).toEqual([both, both]);
      expect(ground.errors).toEqual([]);
    });

    it('is edited outside while both are open: both show it, and an undo leaves it alone', async () => {
      await openTwice();
      await chooseIn(popup);
      await popup.keyboard.press('Enter');
      await eventually(() => onDisk('a.md')).toBe(tagged(NOTE));
      // Two changes within a moment are one to who watches the folder.
      await page.waitForTimeout(300);
      await ground.writeNote('a.md', `${tagged(NOTE)}\n\n外面寫的。`);
      for (const each of [page, popup]) await eventually(() => text(each)).toContain('外面寫的');
      await ground.runCommand('undo-tagging');
      await eventually(() => onDisk('a.md')).toBe(`${NOTE}\n\n外面寫的。`);
      for (const each of [page, popup]) await eventually(() => marks(each)).toBe(0);
    });

    it('is written to while one of them closes, in the middle of a bulk change', async () => {
      const others = Array.from({ length: 12 }, (_, at) => `b${String(at).padStart(2, '0')}.md`);
      const notes = { ...Object.fromEntries(others.map((path) => [path, NOTE])), 'z.md': NOTE };
      await open(notes);
      await ground.openNote('z.md');
      popup = await ground.popOut('workspace:move-to-new-window');
      await popup.locator('.cm-content').click();
      await popup.keyboard.press('Control+Home');
      for (let line = 0; line < 4; line += 1) await popup.keyboard.press('ArrowDown');
      await page.locator('.mod-root .workspace-tab-header').first().click();
      await ground.runCommand('open-dashboard');
      const rows = page.locator('.question-stance-questions');
      await rows.focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.press('t');
      await page.keyboard.type('difference');
      await page.keyboard.press('Enter');
      await page.locator('.question-stance-bulk-modal').waitFor();
      // Slow enough to be in the middle of it.
      await page.route('**/api/**', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 60));
        await route.continue();
      });
      await page.keyboard.press('Enter');
      await eventually(() => ground.readNote('b01.md')).toBe(tagged(NOTE));
      await popup.keyboard.type('最後一刻。\n\n');
      await closeWindow(popup);
      for (const path of others) await eventually(() => ground.readNote(path)).toBe(tagged(NOTE));
      const typed = NOTE.replace(HEAD, `${HEAD}最後一刻。\n\n`);
      await eventually(() => ground.readNote('z.md')).toBe(tagged(typed));
      await page.getByText('Changed 26 questions in 13 notes.').waitFor();
      await ground.runCommand('undo-tagging');
      await eventually(() => ground.readNote('z.md')).toBe(typed);
      for (const path of others) await eventually(() => ground.readNote(path)).toBe(NOTE);
      expect(ground.errors).toEqual([]);
    });
  });

  it('with a byte order mark and CRLF keeps its bytes, and an undo gives them back', async () => {
    const odd = `\ufeff${NOTE.replaceAll('\n', '\r\n')}`;
    await open({ 'a.md': odd });
    await ground.runCommand('open-dashboard');
    await ground.openNote('a.md', 'tab');
    await choose('a.md');
    await write();
    await eventually(() => onDisk('a.md')).toBe(tagged(odd));
    await ground.runCommand('undo-tagging');
    await eventually(() => onDisk('a.md')).toBe(odd);
    expect(ground.errors).toEqual([]);
  });

  it('whose writing throws in the middle of many stays whole, is named, and stops no other', async () => {
    await open({ 'a.md': NOTE, 'b.md': NOTE, 'c.md': NOTE });
    await ground.runCommand('open-dashboard');
    await page.locator('.question-stance-questions').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('t');
    await page.keyboard.type('difference');
    await page.keyboard.press('Enter');
    await page.locator('.question-stance-bulk-modal').waitFor();
    await page.evaluate(() => {
      interface Vault {
        process(file: { readonly path: string }, ...rest: unknown[]): Promise<string>;
      }
      const { vault } = (window as unknown as { app: { vault: Vault } }).app;
      const process = vault.process.bind(vault);
      vault.process = (file, ...rest) => {
        if (file.path === 'b.md') throw new Error('the disk is on fire');
        return process(file, ...rest);
      };
    });
    await page.keyboard.press('Enter');
    await page.getByText('“b” could not be written: the disk is on fire').waitFor();
    for (const path of ['a.md', 'c.md']) await expect.poll(() => onDisk(path)).toBe(tagged(NOTE));
    await expect.poll(() => onDisk('b.md')).toBe(NOTE);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    for (const path of ['a.md', 'c.md']) await eventually(() => onDisk(path)).toBe(NOTE);
    expect(ground.errors).toEqual([]);
  });

  it('of five megabytes is tagged and taken back to the byte', async () => {
    const filler = '這一段什麼也不問，只是很長。\n\n'.repeat(120_000);
    const long = `${HEAD}甲為什麼？\n\n${filler}乙為什麼？`;
    expect(Buffer.byteLength(long)).toBeGreaterThan(5_000_000);
    await open({ 'a.md': long });
    await ground.runCommand('open-dashboard');
    const rows = page.locator('.question-stance-question');
    await eventually(() => rows.count()).toBe(2);
    await rows.last().click({ button: 'right' });
    await page.locator('.menu').getByText('Not a question').click();
    await eventually(async () => (await onDisk('a.md')) === `${long} #question/skip`).toBe(true);
    await ground.runCommand('undo-tagging');
    await eventually(async () => (await onDisk('a.md')) === long).toBe(true);
    expect(ground.errors).toEqual([]);
  }, 60_000);

  it('that cannot be written stays as it was, and the user is told', async () => {
    await open({ 'a.md': NOTE });
    await ground.runCommand('open-dashboard');
    await page.locator('.question-stance-question').first().click({ button: 'right' });
    await page.route('**/api/**', (route) =>
      route.request().method() === 'GET' ? route.continue() : route.fulfill({ status: 403 }),
    );
    await page.locator('.menu').getByText('Not a question').click();
    await page.getByText('“a” could not be written: ').waitFor();
    await expect.poll(() => ground.readNote('a.md')).toBe(NOTE);
  });
});

describe('two programs', () => {
  it('that write the same note at once both find their changes in it', async () => {
    await open({ 'a.md': NOTE });
    await ground.runCommand('open-dashboard');
    await page.locator('.question-stance-question').first().click({ button: 'right' });
    await page.evaluate(() => {
      interface Vault {
        getFileByPath(path: string): object | null;
        process(file: object, change: (text: string) => string): Promise<string>;
      }
      const { vault } = (window as unknown as { app: { vault: Vault } }).app;
      const file = vault.getFileByPath('a.md');
      const add = () => file && vault.process(file, (text) => `${text}\n別的外掛。`);
      window.addEventListener('click', () => void Promise.all([add(), add()]), {
        once: true,
        capture: true,
      });
    });
    await page.locator('.menu').getByText('Not a question').click();
    await eventually(() => onDisk('a.md')).toBe(
      `${NOTE.replace('甲為什麼？', '甲為什麼？ #question/skip')}\n別的外掛。\n別的外掛。`,
    );
    expect(ground.errors).toEqual([]);
  });
});
