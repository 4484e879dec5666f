// Queries in notes, on the built plugin: wherever a note is drawn, with the mouse and by keyboard, live, and as text
// that stays what it was.
import type { Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const HEAD = '---\ntags: [my-article]\nCheckbox 1: true\n---\n';
const TALK = `${HEAD}Ann: How would anyone know? #question/outward/philosophy

Ben: What did the others do?

Ben: Why there? #question/inward/anomaly
`;

let ground: Playground;
let page: Page;

function fenced(...lines: readonly string[]): string {
  return ['```question-stance', ...lines, '```', ''].join('\n');
}

async function open(note: string, options: PlaygroundOptions = {}): Promise<void> {
  const notes = { 'talk.md': TALK, 'block.md': note, ...options.notes };
  ground = await openPlayground({ ...options, notes });
  page = ground.page;
  await ground.openNote('block.md');
}

/** Opens the note in the reading view. */
async function read(note: string, options: PlaygroundOptions = {}): Promise<void> {
  await open(note, options);
  await ground.runCommand('markdown:toggle-preview');
}

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

const block = (within: Locator | Page = page) =>
  within.locator('.question-stance-block:visible').first();
const texts = (of: Locator) =>
  of.locator('.question-stance-question-text > span:first-child').allTextContents();

const ALL = ['How would anyone know?', 'What did the others do?', 'Why there?'];

describe('a query block', () => {
  it.each(['live preview', 'the reading view'] as const)(
    'lists what it asks for in %s',
    async (where) => {
      await (where === 'live preview' ? open : read)(`Text.\n\n${fenced('stance:outward')}`);
      await expect.poll(() => texts(block())).toEqual([ALL[0]]);
      await expect
        .poll(() => block().locator('.question-stance-block-says').textContent())
        .toBe('My articles · Bridging outward');
      await expect
        .poll(() => block().locator('.question-stance-block-count').textContent())
        .toBe('1 of 3');
    },
  );

  it.each([
    ['matrix', '.question-stance-arrow'],
    ['compare', '.question-stance-compare-row'],
    ['transitions', '.question-stance-map-number'],
    ['timeline', '.question-stance-timeline-bar'],
    ['path', '.question-stance-path-stage'],
    ['table', '.question-stance-table-head'],
  ])('draws the view %s', async (view, drawn) => {
    await read(fenced(`view ${view}`));
    await block().locator(drawn).first().waitFor();
    await expect.poll(() => block().locator('.question-stance-search-input').count()).toBe(0);
  });

  it('opens the note at the question', async () => {
    await open(`Text.\n\n${fenced('stance:inward')}`);
    await block().getByText('Why there?').click();
    await page.locator('.inline-title, .view-header-title', { hasText: 'talk' }).first().waitFor();
    const line = () =>
      page.evaluate(
        () =>
          (
            window as unknown as {
              app: { workspace: { activeEditor: { editor: { getCursor(): { line: number } } } } };
            }
          ).app.workspace.activeEditor.editor.getCursor().line,
      );
    await expect.poll(line).toBe(8);
    await expect
      .poll(() => ground.readNote('block.md'))
      .toBe(`Text.\n\n${fenced('stance:inward')}`);
  });

  it('tags in place, and one undo takes it back', async () => {
    await read(fenced('is:untagged'));
    await block().locator('.question-stance-chip-button').click();
    await page.locator('.prompt-input').fill('11');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => ground.readNote('talk.md'))
      .toContain('What did the others do? #question/inward/anomaly');
    await expect.poll(() => block().locator('.question-stance-block-nothing').count()).toBe(1);
    await ground.runCommand('undo-tagging');
    await expect.poll(() => ground.readNote('talk.md')).toBe(TALK);
    await expect.poll(() => texts(block())).toEqual([ALL[1]]);
  });

  it('goes by the keyboard from question to question, with a menu of its own', async () => {
    await read(fenced('sort by line'));
    const list = block().locator('.question-stance-questions');
    await list.waitFor();
    await block().locator('.question-stance-block-head button').focus();
    await page.keyboard.press('Tab');
    await expect
      .poll(() => list.evaluate((el) => el === el.ownerDocument.activeElement))
      .toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('x');
    await expect.poll(() => ground.readNote('talk.md')).toContain('#question/skip');
  });

  it('has a hundred rows unless it says otherwise, five hundred at most, and leads to the others', async () => {
    const many = Array.from({ length: 620 }, (_, at) => `Why is it ${String(at)}?\n`).join('\n');
    await read(
      `${fenced('scope vault', 'path:many')}\n${fenced('scope vault', 'path:many', 'limit 9000')}`,
      {
        notes: { 'many.md': many },
      },
    );
    const rows = (at: number) =>
      page
        .locator('.question-stance-block:visible')
        .nth(at)
        .locator('.question-stance-question')
        .count();
    await expect.poll(() => rows(0)).toBe(100);
    await expect.poll(() => rows(1)).toBe(500);
    const more = block().locator('.question-stance-block-more');
    await expect.poll(() => more.textContent()).toBe('520 more questions on the dashboard');
    await more.click();
    const dashboard = page.locator('.question-stance-dashboard');
    await dashboard.waitFor();
    await expect
      .poll(() => dashboard.locator('[data-total="questions"] b').textContent())
      .toBe('620');
  });

  it.each(['limit 1', 'limit groups 1'])(
    'leads to the questions that it leaves out by itself: %s',
    async (limit) => {
      await read(fenced('group by kind', limit));
      const more = block().locator('.question-stance-block-more');
      await expect.poll(() => more.textContent()).toBe('2 more questions on the dashboard');
      await more.click();
      const dashboard = page.locator('.question-stance-dashboard');
      await expect.poll(() => texts(dashboard)).toEqual(ALL);
    },
  );

  it('means its own note by «this note», whatever that is called by now', async () => {
    await read(`Who asks here?\n\n${fenced('scope note')}`);
    await expect.poll(() => texts(block())).toEqual(['Who asks here?']);
    await page.evaluate(() => {
      const { app } = window as unknown as {
        app: {
          vault: { getFileByPath(path: string): object };
          fileManager: { renameFile(file: object, to: string): Promise<void> };
        };
      };
      return app.fileManager.renameFile(app.vault.getFileByPath('block.md'), 'folder/renamed.md');
    });
    await ground.settle();
    await ground.writeNote('folder/renamed.md', `Who asks now?\n\n${fenced('scope note')}`);
    await expect.poll(() => texts(block())).toEqual(['Who asks now?']);
  });

  it.each([
    ['a field that there is not', ['stanse:outward'], ['Line 1', 'stance']],
    ['two slips', ['group by nothing', 'view round'], ['Line 1', 'Line 2']],
    ['a folder of a note that has none', ['preset none'], ['Line 1', 'none']],
  ])('says what is wrong with it: %s', async (_, lines, said) => {
    await read(fenced(...lines));
    const fault = page.locator('.question-stance-block.is-faulty:visible');
    await fault.waitFor();
    for (const part of said) await expect.poll(() => fault.textContent()).toContain(part);
    await expect.poll(() => page.locator('.question-stance-question').count()).toBe(0);
  });

  it('says that ten thousand lines are too many, and lets everything else go on', async () => {
    await read(
      `Text below.\n\n${fenced(...Array.from({ length: 10_000 }, () => 'stance:outward'))}`,
    );
    await page.locator('.question-stance-block.is-faulty:visible').waitFor();
    await expect
      .poll(() => page.locator('.markdown-preview-view').textContent())
      .toContain('Text below.');
  });

  it('is readable text without the plugin', async () => {
    const note = `Text.\n\n${fenced('stance:outward')}`;
    await read(note);
    await block().waitFor();
    await page.evaluate(() => (window as unknown as HostWindow).playground.unloadPlugin());
    await expect.poll(() => page.locator('.question-stance-block:visible').count()).toBe(0);
    await expect.poll(() => page.locator('pre code').textContent()).toContain('stance:outward');
    await expect.poll(() => ground.readNote('block.md')).toBe(note);
  });
});

interface HostPlayground {
  unloadPlugin(): void;
}

interface HostWindow {
  readonly playground: HostPlayground;
}

describe('where notes are drawn', () => {
  it('stands in embeds and in cards of a canvas', async () => {
    const nodes = [
      { id: 'a', type: 'file', file: 'block.md', x: 0, y: 0, width: 400, height: 400 },
      {
        id: 'b',
        type: 'text',
        text: fenced('stance:inward'),
        x: 500,
        y: 0,
        width: 400,
        height: 400,
      },
      { id: 'c', type: 'text', text: fenced('scope note'), x: 0, y: 500, width: 400, height: 300 },
    ];
    await read('![[other]]\n', {
      notes: {
        'other.md': `Text.\n\n${fenced('stance:outward')}`,
        'cards.canvas': JSON.stringify({ nodes, edges: [] }),
      },
    });
    await expect.poll(() => texts(block(page.locator('.markdown-embed')))).toEqual([ALL[0]]);
    await ground.openNote('cards.canvas');
    const card = (at: number) => page.locator('.canvas-node').nth(at);
    await expect.poll(() => texts(block(card(1)))).toEqual([ALL[2]]);
    // The text of a card is no note.
    await card(2).locator('.is-faulty, .question-stance-block-nothing').waitFor();
  });

  it('stands in the preview of a page that a link leads to', async () => {
    await read('Text.\n', { notes: { 'other.md': fenced('stance:outward') } });
    await page.evaluate(() => {
      const { app } = window as unknown as {
        app: { workspace: { trigger(name: string, data: object): void } };
      };
      app.workspace.trigger('hover-link', {
        event: new MouseEvent('mouseover'),
        source: 'test',
        hoverParent: { hoverPopover: null },
        targetEl: document.querySelector('.markdown-preview-view'),
        linktext: 'other',
      });
    });
    await expect.poll(() => texts(block(page.locator('.hover-popover')))).toEqual([ALL[0]]);
  });

  it('is whole on paper', async () => {
    const many = Array.from({ length: 60 }, (_, at) => `Why is it ${String(at)}?\n`).join('\n');
    await read(fenced('scope vault', 'path:many'), { notes: { 'many.md': many } });
    await expect.poll(() => block().locator('.question-stance-question').count()).toBe(60);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => {
      window.print = () => {
        const rows = [...document.querySelectorAll('.print .question-stance-question')];
        const tops = rows.map((row) => row.getBoundingClientRect().top);
        Object.assign(window, { paper: { rows: rows.length, inOrder: isRising(tops) } });
      };
      function isRising(tops: readonly number[]): boolean {
        return tops.every((top, at) => at === 0 || top > (tops[at - 1] ?? 0));
      }
    });
    await ground.runCommand('workspace:export-pdf');
    const paper = () => page.evaluate(() => (window as unknown as { paper?: unknown }).paper);
    await expect.poll(paper).toEqual({ rows: 60, inOrder: true });
  });
});

describe('its menu', () => {
  const choose = async (item: string): Promise<void> => {
    await block().locator('.question-stance-block-head button').click();
    await page.locator('.menu-item', { hasText: item }).click();
  };

  it('opens the query on the dashboard', async () => {
    await read(fenced('stance:outward', 'group by stage'));
    await choose('Open on the dashboard');
    const dashboard = page.locator('.question-stance-dashboard');
    await expect
      .poll(() => dashboard.locator('.question-stance-filter-chip').allTextContents())
      .toEqual(['Bridging outward']);
  });

  it.each([
    ['in the editor', '', 'stance:outward'],
    ['in the reading view', '', 'stance:outward'],
    ['in a callout', '> ', '> stance:outward'],
  ])('has the query changed as chips, %s', async (where, prefix, line) => {
    const note = (held: string) =>
      `Text.\n\n${prefix === '' ? '' : '> [!note]\n'}${prefix}\`\`\`question-stance\n${held}\n${prefix}\`\`\`\n\nBelow.\n`;
    await open(note(line));
    if (where !== 'in the editor') await ground.runCommand('markdown:toggle-preview');
    await block().waitFor();
    await choose('Change this query');
    const dialog = page.locator('.question-stance-block-editor');
    await dialog.locator('.question-stance-filter-chip button').click();
    await dialog.getByText('Whole vault').click();
    await dialog.getByRole('button', { name: 'Write into the note' }).click();
    await ground.settle();
    await expect.poll(() => ground.readNote('block.md')).toBe(note(`${prefix}scope vault`));
    await expect.poll(() => texts(block())).toEqual(ALL);
    if (where !== 'in the editor') return;
    await page.locator('.cm-content').first().focus();
    await page.keyboard.press('ControlOrMeta+z');
    await ground.settle();
    await expect.poll(() => ground.readNote('block.md')).toBe(note(line));
  });

  it('writes nothing where the block has been changed meanwhile', async () => {
    await read(fenced('stance:outward'));
    await block().waitFor();
    await choose('Change this query');
    const dialog = page.locator('.question-stance-block-editor');
    await dialog.getByText('Whole vault').click();
    const other = fenced('stance:inward');
    await ground.writeNote('block.md', other);
    await expect.poll(() => texts(block())).toEqual([ALL[2]]);
    await dialog.getByRole('button', { name: 'Write into the note' }).click();
    await page.locator('.notice', { hasText: 'Nothing was written' }).waitFor();
    await expect.poll(() => ground.readNote('block.md')).toBe(other);
  });

  it('saves it as a query', async () => {
    await read(fenced('stance:outward'));
    await block().waitFor();
    await choose('Save this view');
    const dialog = page.locator('.question-stance-query-modal');
    await dialog.locator('input').first().fill('Bridges');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const saved = () =>
      ground.readNote('.obsidian/plugins/question-stance/data.json').catch(() => '');
    await expect.poll(saved).toContain('stance:outward');
  });
});

describe('while notes change', () => {
  /** The sum of the page's layout shifts since it was asked for last. */
  const shifts = () =>
    page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.splice(0));

  async function watchShifts(): Promise<void> {
    await page.evaluate(() => {
      const seen: number[] = [];
      Object.assign(window, { shifts: seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          seen.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift' });
    });
  }

  const filler = Array.from({ length: 14 }, (_, at) => `Line ${String(at)}.\n`).join('\n');
  const FIVE = Array.from(
    { length: 5 },
    () => `${fenced('scope vault', 'path:talk', 'sort by line')}\n${filler}`,
  ).join('\n');

  it('five blocks shift nothing while their results keep their height, scrolled all the while', async () => {
    await read(FIVE);
    await expect.poll(() => texts(block())).toEqual(ALL);
    await page.waitForTimeout(500);
    await watchShifts();
    const box = await page.locator('.markdown-preview-view').boundingBox();
    await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 200);
    for (let at = 0; at < 8; at++) {
      await ground.writeNote('talk.md', TALK.replace('there', `here${String(at)}`));
      await page.mouse.wheel(0, 120);
      await page.waitForTimeout(150);
    }
    const last = page.locator('.question-stance-block:visible', { hasText: 'Why here7?' });
    await last.first().waitFor();
    const all = await shifts();
    expect(all.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(0.01);
  });

  it('draws one out of sight only once it comes into sight', async () => {
    await read(`${fenced('scope vault', 'path:talk')}\n${filler.repeat(8)}`);
    await expect.poll(() => texts(block())).toEqual(ALL);
    const scroll = (top: number) =>
      page.locator('.markdown-preview-view').evaluate((el, to) => el.scrollTo(0, to), top);
    await scroll(3000);
    await page.waitForTimeout(200);
    await ground.writeNote('talk.md', TALK.replace('Why there', 'Why here'));
    await ground.settle();
    await page.waitForTimeout(600);
    const drawn = await page.locator('.question-stance-block:visible').count();
    if (drawn > 0) await expect.poll(() => texts(block())).toEqual(ALL);
    await scroll(0);
    await expect.poll(async () => (await texts(block()))[2]).toBe('Why here?');
  });

  it('draws nothing anew while its result stays the same', async () => {
    await read(fenced('scope vault', 'path:talk'), { notes: { 'other.md': 'Why not?\n' } });
    await expect.poll(() => texts(block())).toEqual(ALL);
    const count = block().locator('.question-stance-block-count');
    await expect.poll(() => count.textContent()).toBe('3 of 4');
    // All is read, and what is suggested comes behind the rows, once.
    await block().locator('.question-stance-progress').waitFor({ state: 'detached' });
    await block().locator('.question-stance-chip.is-ghost').waitFor();
    await block().evaluate((el) => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      new MutationObserver((changes) => {
        for (const { type, target, attributeName, oldValue } of changes) {
          const now = attributeName && (target as Element).getAttribute(attributeName);
          const { nodeName, textContent } = target;
          const what = `${type} of ${nodeName}: ${textContent ?? ''}`;
          if (attributeName === null || now !== oldValue) seen.push(what);
        }
      }).observe(el, {
        subtree: true,
        childList: true,
        characterData: true,
        attributeOldValue: true,
      });
    });
    await ground.writeNote('other.md', 'Why never?\n');
    await ground.settle();
    await ground.writeNote('other.md', 'Why never? And why now?\n');
    // The notice of the second change, which counts one more, comes behind that of the first.
    await expect.poll(() => count.textContent()).toBe('3 of 5');
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    // A note that is being written may be empty for a moment, and have no question.
    const others = seen.filter((what) => !/^characterData of #text: 3 of \d$/.test(what));
    expect([others, seen.at(-1)]).toEqual([[], 'characterData of #text: 3 of 5']);
  });

  it('twenty blocks in a note follow it', async () => {
    await open(Array.from({ length: 20 }, () => fenced('scope vault', 'is:untagged')).join('\n'));
    await expect.poll(() => texts(block())).toEqual([ALL[1]]);
    await ground.writeNote('talk.md', TALK.replace('What did', 'What have'));
    await expect.poll(() => texts(block())).toEqual(['What have the others do?']);
  });
});

it('a command begins a block below the line of the cursor, with the cursor in it', async () => {
  await open('Text.\n');
  await page.locator('.cm-content').first().click();
  await page.keyboard.press('ControlOrMeta+End');
  await ground.runCommand('insert-question-block');
  await page.keyboard.type('stance:outward');
  await ground.settle();
  await expect.poll(() => ground.readNote('block.md')).toBe(`Text.\n${fenced('stance:outward')}`);
});
