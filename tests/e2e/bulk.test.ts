// Changes to many notes in a real browser, on the built plugin: preview, progress, summary, undo and redo,
// another way of writing, copies without tags, and what a crash leaves.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const HEAD = '---\ntags: [my-article]\nCheckbox 1: true\n---\n';

const NOTES = {
  '研究/甲.md': `${HEAD}為什麼模型需要海量數據？\n\n資源從哪裡來？ #question/outward/limits\n`,
  '研究/乙.md': `${HEAD}Why? Because.\r\n\r\nHow would anyone know? ^known\r\n`,
  'c.md': `${HEAD}| ask | why |\n| --- | --- |\n| Who? | me |\n\nSure? #question/inward #question/outward`,
};

/** The notes with every question tagged outward › limits, as the codec writes it. */
const LIMITS = {
  '研究/甲.md': `${HEAD}為什麼模型需要海量數據？ #question/outward/limits\n\n資源從哪裡來？ #question/outward/limits\n`,
  '研究/乙.md': `${HEAD}Why? #question/outward/limits Because.\r\n\r\nHow would anyone know? #question/outward/limits ^known\r\n`,
  'c.md': `${HEAD}| ask | why |\n| --- | --- |\n| Who? #question/outward/limits | me |\n\nSure? #question/outward/limits`,
};

let ground: Playground;
let page: Page;

async function open(options: PlaygroundOptions = {}): Promise<void> {
  ground = await openPlayground({ notes: NOTES, ...options });
  page = ground.page;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
}

async function openDashboard(): Promise<void> {
  await ground.runCommand('open-dashboard');
  await page.waitForSelector('.question-stance-question');
}

function eventually<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: 15_000 });
}

async function texts(): Promise<Readonly<Record<string, string>>> {
  await ground.settle();
  const read = Object.keys(NOTES).map(async (path) => [path, await ground.readNote(path)] as const);
  return Object.fromEntries(await Promise.all(read));
}

const modal = '.question-stance-bulk-modal';
const notices = () => page.locator('.notice').allTextContents();

interface HostWindow {
  readonly app: {
    readonly vault: { getFileByPath(path: string): object | null };
    readonly fileManager: { renameFile(file: object, path: string): Promise<void> };
  };
}

/** Whether the vault knows the note, which it learns of a moment after the disk. */
function isThere(path: string): Promise<boolean> {
  return page.evaluate(
    (wanted) => (window as unknown as HostWindow).app.vault.getFileByPath(wanted) !== null,
    path,
  );
}

/** Selects all on the dashboard and chooses a tag by the picker. */
async function tagAll(words: string): Promise<void> {
  await page.focus('.question-stance-questions');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('t');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

afterEach(async () => {
  await ground.settle();
  expect(ground.errors).toEqual([]);
  await ground.close();
});

describe('many questions in many notes', () => {
  it('are shown first, written on Enter, taken back and made again, byte for byte', async () => {
    await open();
    await openDashboard();
    await tagAll('limits');
    await page.waitForSelector(modal);
    await expect
      .poll(() => page.locator('.question-stance-bulk-sentences').innerText())
      .toBe(
        [
          '5 questions in 3 notes will be tagged “Bridging outward › Test against real limits”.',
          '1 of them has another tag now, which will be replaced.',
          '1 of the selected questions stays as it is.',
        ].join('\n\n'),
      );
    await expect.poll(() => page.locator('.question-stance-bulk-change').count()).toBe(5);
    await ground.screenshot('bulk-preview-light-en');
    await expect.poll(() => texts()).toEqual(NOTES);

    await page.keyboard.press('Enter');
    await page.waitForSelector(modal, { state: 'detached' });
    await eventually(texts).toEqual(LIMITS);
    await expect.poll(() => notices()).toEqual(['Changed 5 questions in 3 notes.Undo']);

    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await eventually(texts).toEqual(NOTES);
    await ground.runCommand('redo-tagging');
    await eventually(texts).toEqual(LIMITS);
    await ground.runCommand('undo-tagging');
    await eventually(texts).toEqual(NOTES);
    await ground.runCommand('undo-tagging');
    await eventually(notices).toContain('There is no tagging to undo on this device.');
  });

  it('are cleared at once, through the preview', async () => {
    await open({ notes: LIMITS });
    await openDashboard();
    await page.focus('.question-stance-questions');
    await page.keyboard.press('Control+a');
    await page.getByRole('button', { name: 'Clear tag', exact: true }).click();
    await page.waitForSelector(modal);
    await expect.poll(() => page.locator(`${modal} .modal-title`).innerText()).toBe('Clear tags');
    await expect.poll(() => page.locator('.question-stance-bulk-change').count()).toBe(6);
    await page.keyboard.press('Enter');
    const bare = Object.entries(LIMITS).map(([path, text]) => [
      path,
      text.replaceAll(' #question/outward/limits', ''),
    ]);
    await eventually(texts).toEqual(Object.fromEntries(bare));
    await ground.runCommand('undo-tagging');
    await eventually(texts).toEqual(LIMITS);
  });

  it('are left alone by Escape', async () => {
    await open();
    await openDashboard();
    await tagAll('limits');
    await page.waitForSelector(modal);
    await page.keyboard.press('Escape');
    await page.waitForSelector(modal, { state: 'detached' });
    await expect.poll(() => texts()).toEqual(NOTES);
  });

  it('fold and unfold in the preview, in Chinese, on a phone, in the dark', async () => {
    await open({ lang: 'zh-TW', width: 'phone', theme: 'dark' });
    await openDashboard();
    await tagAll('挑戰');
    await page.waitForSelector(modal);
    const note = page.locator('.question-stance-bulk-note').first();
    await expect.poll(async () => (await note.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await ground.screenshot('bulk-preview-dark-zh-TW-phone');
    await note.click();
    await eventually(() => note.getAttribute('aria-expanded')).toBe('false');
    await page.getByText('全部展開').click();
    await eventually(() => note.getAttribute('aria-expanded')).toBe('true');
  });

  it('name in a summary what could not be written, and go on with the rest', async () => {
    await open();
    await openDashboard();
    await tagAll('limits');
    await page.waitForSelector(modal);
    await ground.writeNote('研究/乙.md', `${HEAD}Nothing left.\n`);
    await ground.deleteNote('c.md');
    await eventually(() => isThere('c.md')).toBe(false);
    await ground.settle();
    await page.getByRole('button', { name: 'Change 3 notes' }).click();
    await page.waitForSelector('.question-stance-bulk-unwritten');
    await ground.screenshot('bulk-summary-light-en');
    const said = await page.locator(modal).innerText();
    expect(said).toContain('Changed 1 question in 1 note.');
    expect(said).toContain('“Why?” is no longer in its note.');
    expect(said).toContain('“c” is not there any more.');
    await expect.poll(() => ground.readNote('研究/甲.md')).toBe(LIMITS['研究/甲.md']);
    await expect.poll(() => ground.readNote('研究/乙.md')).toBe(`${HEAD}Nothing left.\n`);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await eventually(() => ground.readNote('研究/甲.md')).toBe(NOTES['研究/甲.md']);
  });
});

describe('a change to two hundred notes', () => {
  const MANY = Object.fromEntries(
    Array.from({ length: 200 }, (_, at) => [`many/${at}.md`, `${HEAD}Is this number ${at}?\n`]),
  );

  it('is stopped between two notes, says how far it came, and is taken back', async () => {
    await open({ notes: MANY });
    await openDashboard();
    await eventually(() => page.locator('.question-stance-total b').first().textContent()).toBe(
      '200',
    );
    await tagAll('limits');
    await page.waitForSelector(modal);
    await expect.poll(() => page.locator('.question-stance-bulk-note').count()).toBeLessThan(60);
    await page.keyboard.press('Enter');
    await page.getByText(/^[1-9]\d* of 200 notes$/).waitFor();
    await ground.screenshot('bulk-progress-light-en');
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Stopped;').waitFor();
    const said = await page.locator(modal).innerText();
    const [, written = '', left = ''] =
      /Changed (\d+) questions? in .*Stopped; (\d+) notes? w/s.exec(said) ?? [];
    const onDisk = () => Promise.all(Object.keys(MANY).map((path) => ground.readNote(path)));
    const tagged = (await onDisk()).filter((text) => text.includes('#question/')).length;
    expect(tagged).toBe(Number(written));
    expect(tagged + Number(left)).toBe(200);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await eventually(onDisk).toEqual(Object.values(MANY));
  });
});

describe('undo', () => {
  it('takes back a tag of the modal after a restart, in a note that has moved and changed', async () => {
    await open();
    await ground.openNote('研究/甲.md');
    await ground.runCommand('tag-note');
    await page.locator('.modal [aria-selected]').first().waitFor();
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await page.locator('.modal').waitFor({ state: 'detached' });
    await ground.settle();
    const tagged = await ground.readNote('研究/甲.md');
    expect(tagged).toContain('數據？ #question/inward/difference\n');

    await page.evaluate(async () => {
      const { app } = window as unknown as HostWindow;
      const file = app.vault.getFileByPath('研究/甲.md');
      if (file) await app.fileManager.renameFile(file, '研究/丁.md');
    });
    await eventually(() => isThere('研究/丁.md')).toBe(true);
    await ground.writeNote('研究/丁.md', tagged.replace(HEAD, `${HEAD}外面加的一行。\n\n`));
    await ground.settle();
    await ground.reload();
    await ground.runCommand('undo-tagging');
    await eventually(async () => {
      await ground.settle();
      return ground.readNote('研究/丁.md');
    }).toBe(NOTES['研究/甲.md'].replace(HEAD, `${HEAD}外面加的一行。\n\n`));
  });

  it('leaves alone what has changed since, and says so', async () => {
    await open();
    await openDashboard();
    await tagAll('limits');
    await page.waitForSelector(modal);
    await page.keyboard.press('Enter');
    await page.waitForSelector(modal, { state: 'detached' });
    await eventually(texts).toEqual(LIMITS);
    const changed = LIMITS['c.md'].replace('| Who? #', '| Who, really? #');
    await ground.writeNote('c.md', changed);
    await ground.settle();
    await ground.runCommand('undo-tagging');
    await eventually(async () => (await notices()).join()).toContain('has changed since.');
    await eventually(() => ground.readNote('c.md')).toBe(
      NOTES['c.md'].replace('| Who?', '| Who, really? #question/outward/limits'),
    );
  });
});

describe('another way of writing', () => {
  it('rewrites every note, lets the settings follow, and goes back', async () => {
    await open();
    await ground.runCommand('change-format');
    await page.waitForSelector('.question-stance-format-modal');
    await page.locator('.question-stance-format-modal input[type=text]').first().fill('ask');
    await ground.screenshot('format-light-en');
    await page.getByRole('button', { name: 'Preview', exact: true }).click();
    await page.waitForSelector(modal);
    await expect
      .poll(() => page.locator('.question-stance-bulk-change code').allTextContents())
      .toContain('%% #ask/outward/limits %%');
    await ground.screenshot('format-preview-light-en');
    await page.keyboard.press('Enter');
    await eventually(() => ground.readNote('研究/甲.md')).toBe(
      NOTES['研究/甲.md'].replace('#question/outward/limits', '%% #ask/outward/limits %%'),
    );
    await eventually(() => ground.readNote('c.md')).toBe(
      NOTES['c.md'].replace(
        '#question/inward #question/outward',
        '%% #ask/inward %% %% #ask/outward %%',
      ),
    );
    const saved = () => ground.readNote('.obsidian/plugins/question-stance/data.json');
    await expect
      .poll(async () => JSON.parse(await saved()) as unknown)
      .toMatchObject({ mark: { root: 'ask', style: 'comment' } });
    await ground.runCommand('undo-tagging');
    await eventually(texts).toEqual(NOTES);
    await eventually(async () => JSON.parse(await saved()) as unknown).toMatchObject({
      mark: { root: 'question', style: 'tag' },
    });
  });
});

describe('tags hidden in comments', () => {
  const hidden = (text: string) => text.replace(/#question\S+/g, '%% $& %%');
  const tagged = (head: string) => `${head}為什麼？ #question/inward\n\n是嗎？ #question/skip`;
  const ARTICLE = tagged(HEAD);
  const OTHER = tagged('');

  it('are shown again in my articles, and stay hidden in other notes', async () => {
    await open({
      notes: { 'a.md': hidden(ARTICLE), 'other.md': hidden(OTHER) },
      data: { mark: { root: 'question', style: 'comment' } },
    });
    await ground.runCommand('open-dashboard');
    await page.waitForSelector('.question-stance-question');
    await ground.runCommand('change-format');
    const form = page.locator('.question-stance-format-modal');
    await form.locator('select').nth(1).selectOption('articles');
    await page.getByRole('button', { name: 'Preview', exact: true }).click();
    await page.waitForSelector(modal);
    await expect.poll(() => page.locator('.question-stance-bulk-note').count()).toBe(1);
    await page.keyboard.press('Enter');
    await eventually(() => ground.readNote('a.md')).toBe(ARTICLE);
    await expect.poll(() => ground.readNote('other.md')).toBe(hidden(OTHER));
    await ground.runCommand('undo-tagging');
    await eventually(() => ground.readNote('a.md')).toBe(hidden(ARTICLE));
  });
});

describe('copies without tags', () => {
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

  it('of a note are what it would be if no tag had ever been there', async () => {
    await open({ notes: { ...NOTES, 'note.md': LIMITS['研究/乙.md'] } });
    await ground.openNote('note.md');
    await ground.runCommand('copy-note');
    await eventually(clipboard).toBe(NOTES['研究/乙.md'].replaceAll('\r\n', '\n'));
  });

  it('of a selection are the part of it', async () => {
    await open();
    await ground.openNote('c.md');
    await page.click('.cm-content');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Shift+Control+Home');
    await ground.runCommand('copy-selection');
    await eventually(clipboard).toBe(
      NOTES['c.md'].replace(' #question/inward #question/outward', ''),
    );
  });
});

describe('several tags on one question', () => {
  it('are found by their cell and resolved to the one that is kept', async () => {
    await open();
    await openDashboard();
    await page.click('.question-stance-matrix [data-term="is:conflict"]');
    await eventually(() => page.locator('.question-stance-question').count()).toBe(1);
    await page.locator('.question-stance-question').click({ button: 'right' });
    await page.getByText('Keep tag “Bridging outward”').click();
    await eventually(() => ground.readNote('c.md')).toBe(
      NOTES['c.md'].replace('#question/inward #question/outward', '#question/outward'),
    );
  });

  it('are resolved to the first, for many at once', async () => {
    const both = `${HEAD}為什麼？ #question/inward #question/outward`;
    await open({ notes: { 'a.md': both, 'b.md': both, 'c.md': NOTES['c.md'] } });
    await openDashboard();
    await page.click('.question-stance-matrix [data-term="is:conflict"]');
    await eventually(() => page.locator('.question-stance-question').count()).toBe(3);
    await page.focus('.question-stance-questions');
    await page.keyboard.press('Control+a');
    await page.getByRole('button', { name: 'Keep first tag', exact: true }).click();
    await page.waitForSelector(modal);
    await page.keyboard.press('Enter');
    for (const path of ['a.md', 'b.md']) {
      await eventually(() => ground.readNote(path)).toBe(both.replace(' #question/outward', ''));
    }
    await eventually(() => ground.readNote('c.md')).toBe(
      NOTES['c.md'].replace(' #question/outward', ''),
    );
  });

  it('are not counted among questions that are none, which have a cell of their own', async () => {
    await open();
    await openDashboard();
    await page.locator('.question-stance-question').first().click({ button: 'right' });
    await page.locator('.menu').getByText('Not a question').click();
    const cell = page.locator('.question-stance-matrix [data-term="is:skipped"]');
    await cell.click();
    await eventually(() => page.locator('.question-stance-question').count()).toBe(1);
  });
});

/** Leaves the journal as a crash in the middle of a bulk change does. */
function crash(): Promise<void> {
  return page.evaluate(async () => {
    const [{ name = '' } = {}] = (await indexedDB.databases()).filter((database) =>
      database.name?.startsWith('question-stance-journal-'),
    );
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('no journal'));
    });
    const store = database.transaction('operations', 'readwrite').objectStore('operations');
    const stored = await new Promise<{ task: object }>((resolve) => {
      const request = store.getAll() as IDBRequest<{ task: object }[]>;
      request.onsuccess = () => {
        const last = request.result.at(-1);
        if (last) resolve(last);
      };
    });
    const notes = [{ path: '研究/甲.md' }, { path: '研究/乙.md' }, { path: 'c.md' }];
    const format = { root: 'question', style: 'tag' };
    const to = { ...format, style: 'comment' };
    const task = { kind: 'rewrite', from: format, to, setting: format, notes };
    await new Promise((resolve) => {
      const request = store.put({ ...stored, state: 'running', task });
      request.onsuccess = resolve;
    });
    database.close();
  });
}

describe('after a crash in the middle', () => {
  const COMMENT = '資源從哪裡來？ %% #question/outward/limits %%';

  async function openAfterCrash(): Promise<void> {
    await open();
    await openDashboard();
    await page
      .locator('.question-stance-question')
      .filter({ hasText: '海量' })
      .click({ button: 'right' });
    await page.locator('.menu').getByText('Not a question').click();
    await eventually(() => ground.readNote('研究/甲.md')).toContain('#question/skip');
    await ground.settle();
    // Said once the journal knows of it: what it writes then would undo the crash.
    await page.locator('.notice').first().waitFor();
    await crash();
    await ground.reload();
    await page.getByText('A change was interrupted').waitFor();
  }

  it('the next start finishes what was begun', async () => {
    await openAfterCrash();
    await ground.screenshot('recovery-light-en');
    await page.getByRole('button', { name: 'Finish' }).click();
    await eventually(() => ground.readNote('研究/甲.md')).toContain(COMMENT);
    await eventually(() => ground.readNote('c.md')).toContain('%% #question/inward %%');
    await expect.poll(() => ground.readNote('研究/甲.md')).toContain('？ %% #question/skip %%');
  });

  it('or takes back what had been written', async () => {
    await openAfterCrash();
    await page.getByRole('button', { name: 'Take back' }).click();
    await eventually(texts).toEqual(NOTES);
    // Said once the journal knows of it too.
    await page.locator('.notice').first().waitFor();
    await ground.reload();
    await ground.settle();
    await expect.poll(() => page.getByText('A change was interrupted').count()).toBe(0);
  });
});

describe('a page that is reloaded in the middle', () => {
  const PATHS = Array.from({ length: 20 }, (_, at) => `${String(at).padStart(2, '0')}.md`);
  const NOTE = `${HEAD}為什麼？`;
  const TAGGED = `${NOTE} #question/outward/limits`;

  async function all(): Promise<readonly string[]> {
    return Promise.all(PATHS.map((path) => ground.readNote(path)));
  }

  async function reloadMidway(): Promise<void> {
    await open({ notes: Object.fromEntries(PATHS.map((path) => [path, NOTE])) });
    await openDashboard();
    await tagAll('limits');
    await page.waitForSelector(modal);
    let pause = 60;
    await page.route('**/api/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, pause));
      await route.continue();
    });
    await page.keyboard.press('Enter');
    await eventually(() => ground.readNote('02.md')).toBe(TAGGED);
    await ground.reload();
    pause = 0;
    await page.getByText('A change was interrupted').waitFor();
    const texts = await all();
    expect(texts.filter((text) => text !== NOTE && text !== TAGGED)).toEqual([]);
    expect(texts).toContain(NOTE);
  }

  it('finishes at the next start, and is taken back as one', async () => {
    await reloadMidway();
    await page.getByRole('button', { name: 'Finish' }).click();
    await eventually(all).toEqual(PATHS.map(() => TAGGED));
    await ground.runCommand('undo-tagging');
    await eventually(all).toEqual(PATHS.map(() => NOTE));
  });

  it('takes back at the next start what was written', async () => {
    await reloadMidway();
    await page.getByRole('button', { name: 'Take back' }).click();
    await eventually(all).toEqual(PATHS.map(() => NOTE));
  });
});
