// The dashboard in a real browser, on the built plugin: what a user sees, clicks and types, and what is
// then on disk.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { unfoldMatrix } from './harness/matrix.ts';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const RESEARCH = `---
tags:
  - my-article
Checkbox 1: true
author: someone
---
# 研究筆記

核心問題：

為什麼人類學得比較快？ #question/inward/difference

資源從哪裡來？ #question/outward/limits

算力瓶頸：

新的想法要怎麼驗證？
`;

const TALK = `---
tags: [my-article/talks]
Checkbox 1: true
---
# A talk

How would anyone know? #question/outward/philosophy

Is the budget enough? #question/outward/limits

What did the others do?
`;

const DRAFT = `---
tags: [my-article]
Checkbox 1:
---
Is this a draft?
`;

const NOTES = {
  'articles/研究.md': RESEARCH,
  'articles/talk.md': TALK,
  'draft.md': DRAFT,
  'plain.md': 'Milk or tea?\n',
};

/** The host, as far as a note is renamed in it. */
interface RenamingWindow {
  readonly playground: {
    readonly app: {
      readonly vault: {
        getFileByPath(path: string): object | null;
        rename(file: object, path: string): Promise<void>;
      };
    };
  };
}

let ground: Playground;
let page: Page;

async function open(options: PlaygroundOptions = {}): Promise<void> {
  ground = await openPlayground({ notes: NOTES, ...options });
  page = ground.page;
  await ground.runCommand('open-dashboard');
  await page.waitForSelector('.question-stance-page');
}

const list = '.question-stance-questions';
const row = `${list} .question-stance-question`;
const cell = (term: string) => `.question-stance-matrix [data-term="${term}"]`;

/** Expects in the end what is not so at once: a browser on a busy machine takes its time. */
function eventually<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: 10_000 });
}

async function totals(): Promise<string> {
  return (await page.locator('.question-stance-total b').allTextContents()).join(' ');
}

/** Notes, questions, tagged, untagged. */
async function expectTotals(expected: string): Promise<void> {
  await eventually(totals).toBe(expected);
}

async function questions(): Promise<readonly string[]> {
  const texts = page.locator(`${row} .question-stance-question-text`);
  return texts.evaluateAll((elements) =>
    elements.map((element) => {
      const place = element.querySelector('.question-stance-place')?.textContent ?? '';
      return element.textContent.replace(place, '');
    }),
  );
}

async function chips(): Promise<readonly string[]> {
  return page.locator('.question-stance-filter-chip').allTextContents();
}

function rowOf(text: string) {
  return page.locator(row).filter({ hasText: text });
}

/** The line of the active editor up to its cursor, with what is selected in brackets. */
async function beforeCursor(): Promise<string> {
  return page.evaluate(() => {
    interface Place {
      readonly line: number;
      readonly ch: number;
    }
    interface Host {
      readonly app?: {
        readonly workspace: {
          readonly activeEditor: {
            readonly editor?: {
              getCursor(): Place;
              getLine(line: number): string;
              getSelection(): string;
            };
          } | null;
        };
      };
    }
    const editor = (window as unknown as Host).app?.workspace.activeEditor?.editor;
    if (!editor) return '';
    const { line, ch } = editor.getCursor();
    const selected = editor.getSelection();
    return editor.getLine(line).slice(0, ch) + (selected === '' ? '' : `[${selected}]`);
  });
}

async function expectNoErrors(): Promise<void> {
  await ground.settle();
  expect(ground.errors).toEqual([]);
}

afterEach(async () => {
  await ground.close();
});

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

describe('the list', () => {
  it('groups by note, with what each note asks and misses, and by stance', async () => {
    await open();
    const titles = page.locator('.question-stance-note-title');
    await eventually(() => titles.allTextContents()).toEqual(['talk', '研究']);
    const steps = page.locator('.question-stance-group').first().locator('.question-stance-step');
    await expect
      .poll(() => steps.nth(4).getAttribute('aria-label'))
      .toBe('Build an analogy: missing');
    await expect
      .poll(() => steps.nth(5).getAttribute('aria-label'))
      .toBe('Test against real limits: 1 question');
    await page.getByRole('button', { name: 'Grouped by note' }).click();
    await page.locator('.menu-item', { hasText: 'By stance' }).click();
    const names = page.locator('.question-stance-group-name');
    await eventually(() => names.allTextContents()).toEqual([
      'Digging inward',
      'Bridging outward',
      'Untagged',
    ]);
    await expectNoErrors();
  });

  it('shows a note’s questions of the stage whose step is clicked', async () => {
    await open();
    await page.click(cell('is:untagged'));
    await page.click(cell('stage:outward/limits'));
    await expectTotals('2 2 2 0');
    const header = page.locator('.question-stance-group', { hasText: 'talk' });
    await header.getByRole('button', { name: 'Ultimate philosophy: 1 question' }).click();
    await eventually(questions).toEqual(['How would anyone know?']);
    await expect
      .poll(() => chips())
      .toEqual(['Note: talk', 'Bridging outward › Ultimate philosophy']);
    await expectNoErrors();
  });

  it('collapses a group', async () => {
    await open();
    await page.locator('.question-stance-twisty').first().click();
    await eventually(() => questions().then((texts) => texts.length)).toBe(3);
    await expectNoErrors();
  });

  it('opens the note at the question, shown and not selected, and comes back to its row', async () => {
    await open();
    await page.click(cell('stage:outward/limits'));
    await expectTotals('2 2 2 0');
    await rowOf('資源從哪裡來？').click();
    await eventually(beforeCursor).toBe('資源從哪裡來？');
    await expect.poll(() => page.textContent('.question-stance-flash')).toBe('資源從哪裡來？');
    await eventually(() => page.locator('.question-stance-flash').count()).toBe(0);
    await ground.runCommand('app:go-back');
    await expectTotals('2 2 2 0');
    await eventually(() => page.locator(`${list} .is-active`).textContent()).toContain('資源');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.className))
      .toContain('questions');
    await page.keyboard.press('k');
    await eventually(() => page.locator(`${list} .is-active`).textContent()).not.toContain('資源');
    await expectNoErrors();
  });

  it('comes back to its row by the keyboard, however far down it is', async () => {
    const asked = Array.from({ length: 200 }, (_, nth) => `Is this ${nth}?\n`);
    const front = '---\ntags: [my-article]\nCheckbox 1: true\n---\n';
    await open({ notes: { 'long.md': `${front}${asked.join('\n')}` } });
    await page.locator(row).first().waitFor();
    await page.keyboard.press('End');
    for (let times = 0; times < 40; times++) await page.keyboard.press('k');
    const active = page.locator(`${list} .is-active`);
    await eventually(() => active.textContent()).toContain('Is this 159?');
    await page.keyboard.press('Enter');
    await eventually(beforeCursor).toBe('Is this 159?');
    await ground.runCommand('app:go-back');
    await eventually(() => active.textContent()).toContain('Is this 159?');
    await page.keyboard.press('j');
    await eventually(() => active.textContent()).toContain('Is this 160?');
    await expectNoErrors();
  });

  describe('opens a note, which stays as it was', () => {
    const NOTE = `---\ntags: [my-article]\nCheckbox 1: true\n---\nFirst line.\n\nWhy is it so? #question/inward/difference\n\nLast line.\n`;
    const opened = 'Why is it so?';
    const hold = async (key: string) => {
      for (let times = 0; times < 8; times++) {
        await page.keyboard.down(key);
        await page.waitForTimeout(60);
      }
      await page.keyboard.up(key);
    };
    it.each([
      ['by an Enter that is held', () => hold('Enter')],
      [
        'by Enter twice',
        async () => {
          await page.keyboard.press('Enter');
          await page.waitForTimeout(150);
          await page.keyboard.press('Enter');
        },
      ],
      ['by a double click', () => rowOf(opened).dblclick({ delay: 40 })],
      ['by a triple click', () => rowOf(opened).click({ clickCount: 3, delay: 40 })],
    ])('%s', async (_what, act) => {
      await open({ notes: { 'note.md': NOTE } });
      await rowOf(opened).waitFor();
      await page.focus(list);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await act();
      await eventually(beforeCursor).toBe(opened);
      await page.waitForTimeout(300);
      await ground.settle();
      await expect.poll(() => ground.readNote('note.md')).toBe(NOTE);
      // What is typed then stands behind the question and takes nothing away.
      await page.waitForTimeout(500);
      await page.keyboard.type('x');
      await ground.settle();
      await eventually(() => ground.readNote('note.md')).toBe(NOTE.replace('so?', 'so?x'));
      await expectNoErrors();
    });
  });

  it('leaves no gap and no overlap between rows of one, two and three lines, however it is scrolled', async () => {
    const asked = Array.from({ length: 300 }, (_, nth) => {
      const more = 'and whatever else there was to be asked of them that day '.repeat(
        (nth % 7) % 4,
      );
      return `Is this ${nth} ${more}at all?\n`;
    });
    const front = '---\ntags: [my-article]\nCheckbox 1: true\n---\n';
    await open({ width: 'phone', notes: { 'long.md': `${front}${asked.join('\n')}` } });
    await page.locator(row).first().waitFor();
    const scroller = page.locator('.question-stance-dashboard');
    const seams = () =>
      page.locator(`${list} .question-stance-list-row:not([data-index="-1"])`).evaluateAll((rows) =>
        rows.flatMap((each, at) => {
          const next = rows[at + 1];
          if (!next) return [];
          const { bottom } = each.getBoundingClientRect();
          return [Math.round(next.getBoundingClientRect().top - bottom)];
        }),
      );
    for (const top of [150, 300, 450, 9_000, 9_170, 9_020, 2_000, 1_930, 0]) {
      await scroller.evaluate((element, to) => (element.scrollTop = to), top);
      await eventually(async () => (await seams()).filter((seam) => seam !== 0)).toEqual([]);
      await expect.poll(async () => (await seams()).length).toBeGreaterThan(5);
    }
    await expectNoErrors();
  });

  it('comes back to where it was scrolled to', async () => {
    const asked = Array.from({ length: 200 }, (_, nth) => `Is this ${nth}?\n`);
    const front = '---\ntags: [my-article]\nCheckbox 1: true\n---\n';
    await open({ notes: { 'long.md': `${front}${asked.join('\n')}` } });
    await page.locator(row).first().waitFor();
    const scroller = page.locator('.question-stance-dashboard');
    await scroller.evaluate((element) => (element.scrollTop = 6_000));
    await eventually(questions).toContain('Is this 120?');
    const before = await scroller.evaluate((element) => element.scrollTop);
    await rowOf('Is this 120?').click();
    await eventually(beforeCursor).toBe('Is this 120?');
    await ground.runCommand('app:go-back');
    const after = () => scroller.evaluate((element) => element.scrollTop);
    await eventually(after).toBeGreaterThan(before - 200);
    await expect.poll(() => after()).toBeLessThan(before + 200);
    await eventually(questions).toContain('Is this 120?');
    await expectNoErrors();
  });

  it('previews the note under the pointer with Ctrl', async () => {
    await open();
    await page.keyboard.down('Control');
    await rowOf('Is the budget enough?').hover();
    await page.waitForSelector('.hover-popover');
    await expect.poll(() => page.textContent('.hover-popover')).toContain('Is the budget enough?');
    await page.keyboard.up('Control');
    await expectNoErrors();
  });

  it('tells screen readers what its areas are called, and shows that to nobody as a tooltip', async () => {
    await open();
    const named = [
      page.getByRole('region', { name: 'Question dashboard' }),
      page.getByRole('group', { name: 'Notes to show' }),
      page.getByRole('region', { name: 'Questions by stance and stage' }),
      page.getByRole('group', { name: 'Bridging outward' }),
      page.getByRole('textbox', { name: 'Search questions…' }),
      page.getByRole('treegrid', { name: 'Questions' }),
    ];
    for (const area of named) await eventually(() => area.count()).toBe(1);
    // Between the cells, over a text, beside the switch: nothing but the area itself is named there.
    for (const place of [
      '.question-stance-head',
      `${row} .question-stance-place`,
      '.question-stance-search-input',
    ]) {
      await page.locator(place).first().hover();
      await page.waitForTimeout(800);
      await expect.poll(() => page.locator('.tooltip').allTextContents()).toEqual([]);
    }
    await page.locator(`${row} .question-stance-chip-button`).first().hover();
    await page.locator('.tooltip').waitFor();
    await expectNoErrors();
  });

  it('shares no id with another dashboard', async () => {
    await open();
    await page.evaluate(async () => {
      interface Host {
        readonly app: {
          readonly workspace: {
            getLeaf(pane: 'split'): { setViewState(state: object): Promise<void> };
          };
        };
      }
      const { app } = (window as unknown as { readonly playground: Host }).playground;
      const leaf = app.workspace.getLeaf('split');
      await leaf.setViewState({ type: 'question-stance-dashboard', active: true, state: {} });
    });
    await eventually(() => page.locator('.question-stance-page').count()).toBe(2);
    await eventually(() => page.locator(row).count()).toBe(12);
    const ids = await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id));
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    await expectNoErrors();
  });

  it('offers ways to open, tag and filter in the menu of a question', async () => {
    await open();
    await rowOf('資源從哪裡來？').click({ button: 'right' });
    await page.locator('.menu-item', { hasText: 'Show only Label: 核心問題' }).click();
    await expectTotals('1 2 2 0');
    await rowOf('資源從哪裡來？').click({ button: 'right' });
    await page.locator('.menu-item', { hasText: 'Clear tag' }).click();
    await eventually(() => ground.readNote('articles/研究.md')).toBe(
      RESEARCH.replace(' #question/outward/limits', ''),
    );
    await expectNoErrors();
  });

  it('offers the menu of a note wherever its header is pressed', async () => {
    await open();
    const header = page.locator(`${list} .question-stance-group`).filter({ hasText: '研究' });
    const size = await header.boundingBox();
    await header.click({ button: 'right', position: { x: (size?.width ?? 0) / 2, y: 5 } });
    await page.locator('.menu-item', { hasText: 'Show only Note: 研究' }).click();
    await expectTotals('1 3 2 1');
    await expectNoErrors();
  });

  it('opens a new tab with Ctrl or the middle button, and stays', async () => {
    await open();
    await rowOf('Is the budget enough?').click({ modifiers: ['Control'] });
    await eventually(beforeCursor).toBe('Is the budget enough?');
    await expect.poll(() => page.locator('.question-stance-page').count()).toBe(1);
    await ground.runCommand('open-dashboard');
    await rowOf('How would anyone know?').click({ button: 'middle' });
    await eventually(beforeCursor).toBe('How would anyone know?');
    await expectNoErrors();
  });

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
});

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

describe('size', () => {
  it('keeps few elements for five thousand questions, wherever it is scrolled to', async () => {
    const notes = Object.fromEntries(
      Array.from({ length: 50 }, (_, at) => {
        const asked = Array.from({ length: 100 }, (__, nth) => `Is this ${at}-${nth}?\n`);
        const front = '---\ntags: [my-article]\nCheckbox 1: true\n---\n';
        return [`many/${String(at).padStart(2, '0')}.md`, `${front}${asked.join('\n')}`];
      }),
    );
    await open({ notes });
    await expectTotals('50 5,000 0 5,000');
    const elements = () => page.locator('.question-stance-page *').count();
    await expect.poll(() => elements()).toBeLessThan(1_500);
    await page.focus(list);
    await page.keyboard.press('End');
    await page.waitForSelector(`${row}:has-text("Is this 49-99?")`);
    await expect.poll(() => elements()).toBeLessThan(1_500);
    const scroller = page.locator('.question-stance-dashboard');
    // The list goes on adjusting to measured heights for some frames after a jump.
    await page.waitForTimeout(500);
    await scroller.evaluate((element) => (element.scrollTop = element.scrollHeight / 2));
    await eventually(questions).toContain('Is this 25-0?');
    await expect.poll(() => elements()).toBeLessThan(1_500);
    await expectNoErrors();
  });

  it('fits a phone: bars instead of arrows, no sideways scrolling, targets for thumbs', async () => {
    await open({ width: 'phone' });
    await expectTotals('2 6 4 2');
    await unfoldMatrix(page);
    const arrows = page.locator('.question-stance-arrow');
    const boxes = await arrows.evaluateAll((elements) =>
      elements.map((element) => element.getBoundingClientRect().toJSON() as DOMRect),
    );
    expect(new Set(boxes.map((box) => Math.round(box.left))).size).toBe(1);
    // A step of a note's path is a short line in sight, and as tall as a thumb to the touch.
    for (const small of ['button.question-stance-step', '[data-missing]']) {
      const reach = await page
        .locator(small)
        .first()
        .evaluate((button) => parseFloat(getComputedStyle(button, '::after').height));
      expect(reach).toBeGreaterThanOrEqual(44);
    }
    const buttons = page.locator(
      '.question-stance-page button:not(.question-stance-step, [data-missing]):visible',
    );
    const heights = await buttons.evaluateAll((elements) =>
      elements.map((element) => element.getBoundingClientRect().height),
    );
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    const overflow = await page
      .locator('.question-stance-dashboard')
      .evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await expectNoErrors();
  });

  it('breaks no word of nine stages or beside a long name of a stance', async () => {
    const stage = (nth: number) => ({
      id: `t${nth}`,
      label: { en: `Fundamental difference ${nth}` },
      asks: { en: 'What?' },
    });
    const stances = [
      { count: 9, name: 'Nine' },
      {
        count: 3,
        name: 'A very long name of a stance that goes on and on and comes to no end at all',
      },
    ].map(({ count, name }, nth) => ({
      id: `s${nth}`,
      label: { en: name },
      color: 'red',
      stages: Array.from({ length: count }, (_, at) => stage(at + 1)),
    }));
    await open({ data: { version: 1, taxonomy: { stances } } });
    const names = page.locator('.question-stance-arrow span');
    await eventually(() => names.count()).toBe(12);
    const broken = await names.evaluateAll((spans) =>
      spans.flatMap((span) => {
        const text = span.firstChild;
        return [...span.textContent.matchAll(/\S+/g)].filter(({ 0: word, index }) => {
          const range = document.createRange();
          if (text) range.setStart(text, index);
          if (text) range.setEnd(text, index + word.length);
          return range.getClientRects().length !== 1;
        });
      }),
    );
    expect(broken).toEqual([]);
    const matrix = await page.locator('.question-stance-matrix').boundingBox();
    const long = await page.locator('.question-stance-stance-name').last().boundingBox();
    expect(long?.width).toBeLessThan((matrix?.width ?? 0) / 3);
    expect(long?.height).toBeLessThan(50);
  });

  it('turns to bars in a narrow pane of a wide window', async () => {
    await open({ viewport: { width: 1000, height: 960 } });
    const lefts = async () => {
      const all = await page
        .locator('.question-stance-arrow')
        .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().left));
      return new Set(all.map(Math.round)).size;
    };
    await eventually(lefts).toBeGreaterThan(1);
    await ground.openNote('plain.md', 'split');
    // There is no room for it beside the list.
    await eventually(lefts).toBe(0);
    await unfoldMatrix(page);
    await eventually(lefts).toBe(1);
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
