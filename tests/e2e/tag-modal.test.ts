// The tag modal, the stance picker and the commands in a real browser, on the built plugin: real keys, and
// the bytes that are then on disk.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const PATH = '訪談/慢下來的人.md';
const NOTE = `---
tags: [my-article]
Checkbox 1: true
---
# 慢下來的人

他先說了一個怪現象。

## 關於速度

現象：

為什麼大家都在加速，

做出來的東西卻越來越像？

核心問題：

快和慢的差別，到底在哪裡？ #question/inward/difference

慢下來的人，少做了什麼？

## 關於代價

資源問題：

如果沒有人付錢，慢得下來嗎？ #question/outward/limits

誰來等他？ #question/outward/limits #question/inward

他想知道還要等多久？，沒有人回答。

這算是一個問題嗎？ #question/skip
`;

let ground: Playground;
let page: Page;

async function open(options: PlaygroundOptions = {}, path = PATH): Promise<void> {
  ground = await openPlayground({ notes: { [PATH]: NOTE }, lang: 'zh-TW', ...options });
  page = ground.page;
  await ground.openNote(path);
}

async function openModal(options: PlaygroundOptions = {}, path = PATH): Promise<void> {
  await open(options, path);
  await ground.runCommand('tag-note');
  await page.waitForSelector('.question-stance-tagging');
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

async function onDisk(path = PATH): Promise<string> {
  await ground.settle();
  return ground.readNote(path);
}

/** A save that has begun is not waited for by `settle`: the note is read until it is as it is to be. */
const becomes = (text: string, path = PATH) => expect.poll(() => onDisk(path)).toBe(text);

const modal = () => page.locator('.question-stance-tag-modal');
const closed = () => modal().waitFor({ state: 'detached' });
const row = (text: string) => page.locator('.question-stance-tag-row', { hasText: text });
const choice = (name: string) => page.locator('.question-stance-choice', { hasText: name });
const texts = (selector: string) => page.locator(selector).allInnerTexts();
const cursorRow = async () =>
  (await page.locator('.question-stance-tag-row.is-cursor').innerText()).split('\n')[0];
const notice = (text: string) => page.locator('.notice', { hasText: text }).waitFor();
const cta = () => page.locator('.question-stance-tagging-actions .mod-cta').innerText();

/** The note with some of its text replaced; fails where that text is not in it. */
function replaced(text: string, ...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((now, [from, to]) => {
    if (!now.includes(from)) throw new Error(`not in the note: ${from}`);
    return now.replace(from, to);
  }, text);
}

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

/** Tags enough for something else to be suggested. */
const OTHER = Array.from(
  { length: 12 },
  (_, at) => `問題${String(at)}為什麼會這樣？ #question/inward/anomaly\n\n`,
).join('');

describe('the tag modal by keyboard', () => {
  it('lists the questions under their sections and labels, with their tags', async () => {
    await openModal();
    await expect
      .poll(() => texts('.question-stance-tag-heading'))
      .toEqual(['慢下來的人', '關於速度', '現象', '核心問題', '關於代價', '資源問題']);
    await expect
      .poll(() => texts('.question-stance-tag-row .question-stance-chip'))
      .toEqual([
        '未標記',
        '根本差異',
        '未標記',
        '挑戰現實限制',
        '標記衝突',
        '挑戰現實限制',
        '向內挖掘',
      ]);
    await expect
      .poll(() => page.locator('.question-stance-tagging-summary').innerText())
      .toBe('慢下來的人 · 5 個問題，3 個已標記');
    await ground.screenshot('tag-modal-zh-tw');
  });

  it('tags, changes, clears and skips, and writes just that', async () => {
    await openModal();
    await press('1', '1', 'Backspace', 'x', '2', '0', '1', '0');
    await expect.poll(() => cta()).toContain('寫入 5 項變更');
    await expect.poll(() => onDisk()).toBe(NOTE);
    await press('Enter');
    await closed();
    const written = replaced(
      NOTE,
      ['越來越像？', '越來越像？ #question/inward/anomaly'],
      ['到底在哪裡？ #question/inward/difference', '到底在哪裡？'],
      ['少做了什麼？', '少做了什麼？ #question/skip'],
      ['慢得下來嗎？ #question/outward/limits', '慢得下來嗎？ #question/outward'],
      ['誰來等他？ #question/outward/limits #question/inward', '誰來等他？ #question/inward'],
    );
    await becomes(written);
    await notice('已變更 5 個問題的標記。');

    await page.locator('.cm-content').click();
    await press('Control+z');
    await becomes(NOTE);
  });

  it('writes nothing when left, and asks only where there are choices', async () => {
    await openModal();
    await press('Escape');
    await closed();

    await ground.runCommand('tag-note');
    await page.waitForSelector('.question-stance-tagging');
    await press('1', '2', 'Escape');
    const question = page.locator('.modal', { hasText: '不寫入就離開嗎？' });
    await question.waitFor();
    await ground.screenshot('tag-modal-leaving');
    await press('Escape');
    await question.waitFor({ state: 'detached' });
    await expect.poll(() => modal().count()).toBe(1);
    await expect.poll(() => cta()).toContain('寫入 1 項變更');

    await press('Escape');
    await question.getByText('捨棄').click();
    await closed();
    await expect.poll(() => onDisk()).toBe(NOTE);
  });

  it('writes from the question that asks about leaving', async () => {
    await openModal();
    await press('2', '1', 'Escape');
    await page.locator('.modal', { hasText: '不寫入就離開嗎？' }).waitFor();
    await press('Enter');
    await closed();
    await becomes(replaced(NOTE, ['越來越像？', '越來越像？ #question/outward/definition']));
  });

  it('filters, and Escape leaves the filter first', async () => {
    await openModal();
    await press('/');
    await page.keyboard.type('核心');
    await expect.poll(() => texts('.question-stance-tag-question')).toHaveLength(2);
    await press('Enter', '1', '3', 'Escape');
    await expect.poll(() => texts('.question-stance-tag-question')).toHaveLength(5);
    await expect.poll(() => modal().count()).toBe(1);
    await press('Enter');
    await closed();
    await becomes(replaced(NOTE, ['inward/difference', 'inward/direction']));
  });

  it('shows the question at the cursor once a filter is typed, wherever one has scrolled to', async () => {
    const asked = Array.from(
      { length: 200 },
      (_, at) => `What of ${at % 2 ? 'tea' : 'milk'} ${at}?\n`,
    );
    await openModal({ notes: { [PATH]: asked.join('\n') } });
    const list = page.locator('.question-stance-tagging-list');
    const cursor = page.locator('.question-stance-tag-row.is-cursor');
    await press('End');
    await expect.poll(() => cursor.textContent()).toContain('tea 199');
    // Where the list goes to the cursor is its own for a moment.
    await page.waitForTimeout(300);
    await list.evaluate((element) => (element.scrollTop = 0));
    await page.waitForTimeout(300);
    await press('/');
    await page.keyboard.type('tea');
    const isInSight = async () => {
      const [row, around] = [await cursor.boundingBox(), await list.boundingBox()];
      return row && around && row.y >= around.y && row.y + row.height <= around.y + around.height;
    };
    await expect.poll(isInSight).toBe(true);
    await expect.poll(() => cursor.textContent()).toContain('tea 199');
  });

  it('says so where nothing fits the filter, and digits are text in its box', async () => {
    await openModal();
    await press('/');
    await page.keyboard.type('12x');
    await page.getByText('沒有符合「12x」的問題').waitFor();
    await modal().getByRole('button', { name: '清除篩選' }).click();
    await expect.poll(() => texts('.question-stance-tag-question')).toHaveLength(5);
    await expect.poll(() => cta()).toContain('關閉');
    await press('Enter');
    await closed();
  });

  it('does not filter by what an input method has not settled yet', async () => {
    await openModal();
    await press('/');
    const client = await page.context().newCDPSession(page);
    await client.send('Input.imeSetComposition', {
      text: 'ㄏㄜˊ',
      selectionStart: 3,
      selectionEnd: 3,
    });
    await expect.poll(() => texts('.question-stance-tag-question')).toHaveLength(5);
    // Another note's tags are others, and so is what is suggested here: the modal is drawn anew.
    const box = page.locator('.question-stance-tagging-filter');
    const suggestions = await page.locator('.question-stance-tag-modal').innerHTML();
    await ground.writeNote('other.md', OTHER);
    await expect
      .poll(() => page.locator('.question-stance-tag-modal').innerHTML())
      .not.toBe(suggestions);
    expect(await box.inputValue()).toBe('ㄏㄜˊ');
    await client.send('Input.insertText', { text: '核心' });
    await page.waitForFunction(
      () => document.querySelectorAll('.question-stance-tag-row').length === 2,
    );
    await press('Escape', 'Escape');
    await closed();
  });

  it('selects with Shift and Space, tags all at once, and takes choices back', async () => {
    await openModal();
    await press('Shift+ArrowDown', '2', '2');
    await expect.poll(() => cta()).toContain('寫入 2 項變更');
    await press('Control+z');
    await expect.poll(() => cta()).toContain('關閉');
    await press('Control+Shift+z');
    await expect.poll(() => cta()).toContain('寫入 2 項變更');
    await press('End', 'Space', 'k', 'Space');
    await expect
      .poll(() => page.locator('.question-stance-choices-target').innerText())
      .toBe('套用到選取的 2 個問題');
    await press('1', 'Enter', 'Enter');
    await closed();
    await becomes(
      replaced(
        NOTE,
        ['越來越像？', '越來越像？ #question/outward/analogy'],
        ['inward/difference', 'outward/analogy'],
        ['慢得下來嗎？ #question/outward/limits', '慢得下來嗎？ #question/inward'],
        ['誰來等他？ #question/outward/limits #question/inward', '誰來等他？ #question/inward'],
      ),
    );
  });

  it('tags one group after the other, and Escape drops a selection before it leaves', async () => {
    await openModal();
    await press('j', 'g', '1', '3');
    await expect.poll(() => cursorRow()).toBe('如果沒有人付錢，慢得下來嗎？');
    await expect.poll(() => page.locator('.question-stance-tag-row.is-selected').count()).toBe(0);
    await press('2', '1');
    await expect.poll(() => cta()).toContain('寫入 3 項變更');
    await press('Home', 'Space', 'Escape');
    await expect.poll(() => page.locator('.question-stance-tag-row.is-selected').count()).toBe(0);
    await expect.poll(() => modal().count()).toBe(1);
    await press('Enter');
    await closed();
  });

  it('selects the group, the section and everything', async () => {
    await openModal();
    const count = () => page.locator('.question-stance-tag-row.is-selected').count();
    await press('j', 'g');
    await expect.poll(() => count()).toBe(2);
    await press('g');
    await expect.poll(() => count()).toBe(3);
    await press('Control+a');
    await expect.poll(() => count()).toBe(5);
  });

  it('jumps to the next question without a tag', async () => {
    await openModal();
    await press('u');
    await expect.poll(() => cursorRow()).toBe('慢下來的人，少做了什麼？');
    await press('u');
    await expect.poll(() => cursorRow()).toBe('為什麼大家都在加速，做出來的東西卻越來越像？');
  });

  it('shows embedded and skipped questions when asked, and tags them', async () => {
    await openModal();
    await modal().getByRole('button', { name: '嵌在句中（1）' }).click();
    await modal().getByRole('button', { name: '不是問題（1）' }).click();
    await expect.poll(() => texts('.question-stance-tag-question')).toHaveLength(7);
    await press('End', 'Backspace', 'k', '1', '1', 'Enter');
    await closed();
    await becomes(
      replaced(
        NOTE,
        ['還要等多久？，', '還要等多久？ #question/inward/anomaly ，'],
        ['一個問題嗎？ #question/skip', '一個問題嗎？'],
      ),
    );
  });

  it('opens at the question before the writer’s cursor', async () => {
    await open();
    await putCursor('## 關於代價');
    await ground.runCommand('tag-note');
    await page.waitForSelector('.question-stance-tagging');
    await expect.poll(() => cursorRow()).toBe('慢下來的人，少做了什麼？');
  });

  it('goes to the question in the note', async () => {
    await openModal();
    // A second press of the key is for the modal that is gone, not for the note.
    await press('ArrowDown', 'o', 'o');
    await closed();
    await page.locator('.question-stance-flash', { hasText: '快和慢' }).waitFor();
    await page.waitForTimeout(600);
    await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe('');
    await expect.poll(() => onDisk()).toBe(NOTE);
    await page.keyboard.type('x');
    const question = NOTE.split('\n').find((line) => line.startsWith('快和慢')) ?? '';
    const end = question.lastIndexOf('？') + 1;
    await becomes(NOTE.replace(question, `${question.slice(0, end)}x${question.slice(end)}`));
  });

  it('keeps the focus inside, and the cursor named for screen readers', async () => {
    await openModal();
    await press('1', '1');
    const named = await page.evaluate(() => {
      const list = document.querySelector('[role=listbox]');
      const id = list?.getAttribute('aria-activedescendant') ?? '';
      return {
        isFocused: document.activeElement === list,
        text: document.getElementById(id)?.innerText,
      };
    });
    expect(named.isFocused).toBe(true);
    expect(named.text).toContain('快和慢');
    for (let turn = 0; turn < 14; turn += 1) {
      await press('Tab');
      await expect
        .poll(() =>
          page.evaluate(
            () => document.activeElement?.closest('.question-stance-tag-modal') !== null,
          ),
        )
        .toBe(true);
    }
  });
});

describe('the tag modal by mouse and thumb', () => {
  it('tells screen readers what its areas are called, and shows that to nobody as a tooltip', async () => {
    await openModal();
    const named = [
      page.getByRole('listbox', { name: '這篇筆記的問題' }),
      page.getByRole('group', { name: '選擇標記' }),
      page.getByRole('searchbox', { name: '篩選問題…' }),
    ];
    for (const area of named) await expect.poll(() => area.count()).toBe(1);
    for (const place of ['.question-stance-tag-row', '.question-stance-choices-target']) {
      await page.locator(place).first().hover();
      await page.waitForTimeout(800);
      await expect.poll(() => page.locator('.tooltip').allTextContents()).toEqual([]);
    }
  });

  it('selects by headings, Shift and Ctrl, and tags by chips', async () => {
    await openModal();
    await page.locator('.question-stance-tag-heading', { hasText: '核心問題' }).click();
    await choice('向內挖掘').click();
    await choice('觀察異常').click();
    await row('慢得下來').click();
    await choice('不是問題').click();
    await row('誰來等他').click({ modifiers: ['Control'] });
    await row('為什麼大家').click({ modifiers: ['Control'] });
    await choice('清除標記').click();
    await expect.poll(() => cta()).toContain('寫入 4 項變更');
    await page.locator('.question-stance-tagging-actions .mod-cta').click();
    await closed();
    await becomes(
      replaced(
        NOTE,
        ['inward/difference', 'inward/anomaly'],
        ['少做了什麼？', '少做了什麼？ #question/inward/anomaly'],
        ['慢得下來嗎？ #question/outward/limits', '慢得下來嗎？ #question/skip'],
        ['誰來等他？ #question/outward/limits #question/inward', '誰來等他？'],
      ),
    );
  });

  it('goes to the question on a double click', async () => {
    await openModal();
    await row('誰來等他').dblclick();
    await closed();
    await page.locator('.question-stance-flash', { hasText: '誰來等他' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe('');
  });

  it('goes to the question that two clicks began at, whatever the first one moved below the pointer', async () => {
    await openModal();
    await page.locator('.question-stance-tag-proposals').waitFor();
    const target = row('誰來等他');
    const box = await target.boundingBox();
    const [x, y] = [(box?.x ?? 0) + 200, (box?.y ?? 0) + (box?.height ?? 0) - 3];
    await page.mouse.click(x, y, { clickCount: 1 });
    await expect.poll(() => target.getAttribute('class')).toContain('is-cursor');
    await expect.poll(async () => (await target.boundingBox())?.y).not.toBe(box?.y);
    const chosen = page.locator('.question-stance-tag-row .question-stance-chip.is-pending');
    const before = await chosen.count();
    await page.mouse.down({ clickCount: 2 });
    expect(await chosen.count()).toBe(before);
    await page.mouse.up({ clickCount: 2 });
    await closed();
    await page.locator('.question-stance-flash', { hasText: '誰來等他' }).waitFor();
  });

  it.each(['light', 'dark'] as const)('works with a thumb on a phone, %s', async (theme) => {
    await openModal({ width: 'phone', theme });
    await expect.poll(() => page.locator('.question-stance-hints').isVisible()).toBe(false);
    await row('少做了什麼').tap();
    await choice('向外架橋').tap();
    await ground.screenshot(`tag-modal-phone-${theme}`);
    const small = await page.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLElement>(
          '.question-stance-tagging button, .question-stance-tag-row, .question-stance-tagging-filter',
        ),
      ]
        .filter((element) => element.offsetHeight < 44)
        .map((element) => element.innerText),
    );
    expect(small).toEqual([]);
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth))
      .toBe(true);
    await choice('建立類比').tap();
    await page.locator('.question-stance-tagging-actions .mod-cta').tap();
    await closed();
    await becomes(replaced(NOTE, ['少做了什麼？', '少做了什麼？ #question/outward/analogy']));
  });
});

describe('a note that changes under the modal', () => {
  it('gets what can be found again, and the rest is named and shown', async () => {
    await openModal();
    await press('1', '1', 'ArrowDown', '1', '1');
    await ground.writeNote(
      PATH,
      replaced(
        NOTE,
        ['他先說了一個怪現象。', '他先說了兩個怪現象，我記下一個。'],
        ['慢下來的人，少做了什麼？', ''],
      ),
    );
    await page.waitForFunction(() =>
      document.querySelector('.cm-content')?.textContent.includes('兩個怪現象'),
    );
    await press('Enter');
    await notice('沒有寫入：筆記裡已經找不到「慢下來的人，少做了什麼？」。');
    await expect
      .poll(() => page.locator('.question-stance-unwritten').innerText())
      .toContain('少做了什麼');
    await expect.poll(() => texts('.question-stance-tag-question')).toHaveLength(4);
    await expect.poll(() => onDisk()).toContain('越來越像？ #question/inward/anomaly');
    await ground.screenshot('tag-modal-unwritten');
    await press('Escape');
    await closed();
  });

  const asked = (changed: number) =>
    Array.from({ length: 300 }, (_, at) => `Host: Why is ${at < changed ? 'no ' : ''}${at} so?\n`);
  const status = () => page.locator('.question-stance-tagging [role="status"]').innerText();

  async function writeChanged(changed: number, options: PlaygroundOptions): Promise<void> {
    await openModal({ notes: { 'n.md': asked(0).join('\n') }, lang: 'en', ...options }, 'n.md');
    await press('Home', 'Control+a', '1', '1');
    await ground.writeNote('n.md', asked(changed).join('\n'));
    await page.waitForFunction(() =>
      document.querySelector('.cm-content')?.textContent.includes('no 0 so'),
    );
    await press('Control+Enter');
    await page.locator('.question-stance-unwritten').waitFor();
  }

  it.each([
    ['desktop', 'light', 2],
    ['desktop', 'dark', 40],
    ['phone', 'light', 40],
    ['phone', 'dark', 2],
  ] as const)(
    'keeps what was not written readable above a long list: %s, %s, %i',
    async (width, theme, changed) => {
      await writeChanged(changed, { width, theme });
      const box = page.locator('.question-stance-unwritten');
      const first = box.locator('li').first();
      await expect.poll(() => box.locator('li').count()).toBe(changed);
      const [shown, whole] = await box.evaluate((el) => [el.clientHeight, el.scrollHeight]);
      const line = (await first.boundingBox())?.height ?? 0;
      // All of a few, and of many some lines, which scroll.
      if (changed === 2) expect(shown).toBe(whole);
      else expect(shown).toBeGreaterThan(4 * line);
      const list = await page.locator('.question-stance-tagging-list').boundingBox();
      expect(list?.height).toBeGreaterThan(118);
      const foot = await page.locator('.question-stance-tagging-foot').boundingBox();
      expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBeLessThanOrEqual(
        await page.evaluate(() => innerHeight),
      );
      await ground.screenshot(`tag-modal-unwritten-${width}-${theme}`);
    },
  );

  it('tells screen readers how many are tagged then, and of no choice that nobody made', async () => {
    await writeChanged(2, {});
    await expect.poll(status).toBe('n · 300 questions, 298 tagged');
    await press('End', '1', '2');
    await expect
      .poll(status)
      .toBe('1 question: Digging inward › Fundamental difference, not written yet');
  });
});

describe('notes of every kind', () => {
  it('with no question help', async () => {
    const path = '空.md';
    await openModal({ notes: { [path]: '只有一句話。\n' } }, path);
    await page.getByText('這篇筆記裡沒有問題').waitFor();
    await ground.screenshot('tag-modal-empty');
    await press('Enter');
    await closed();
  });

  it('with a tag that the taxonomy does not know show it as it is', async () => {
    const path = 'odd.md';
    const text = 'Is it odd? #question/sideways/far\n';
    await openModal({ notes: { [path]: text } }, path);
    await expect
      .poll(() => texts('.question-stance-tag-row .question-stance-chip'))
      .toEqual(['sideways/far']);
    await press('1', '1', 'Enter');
    await closed();
    await becomes('Is it odd? #question/inward/anomaly\n', path);
  });

  it('with 5,000 questions draw few rows, and keys go to the ends', async () => {
    const path = 'long.md';
    const text = Array.from({ length: 5000 }, (_, at) => `第 ${at} 件事是什麼？\n\n`).join('');
    await openModal({ notes: { [path]: text } }, path);
    await press('End', '1', '2');
    await expect.poll(() => cursorRow()).toBe('第 4999 件事是什麼？');
    await expect.poll(() => page.locator('.question-stance-tag-row').count()).toBeLessThan(80);
    await press('Home', '1', '1', 'Enter');
    await closed();
    await becomes(
      replaced(
        text,
        ['第 0 件事是什麼？', '第 0 件事是什麼？ #question/inward/anomaly'],
        ['第 4999 件事是什麼？', '第 4999 件事是什麼？ #question/inward/difference'],
      ),
      path,
    );
  });
});

/** Puts the cursor before `text`, or selects it. */
async function putCursor(text: string, select = false): Promise<void> {
  await page.evaluate(
    ([wanted, isSelection]) => {
      interface Host {
        playground: {
          app: {
            workspace: {
              activeEditor: {
                editor: {
                  getValue(): string;
                  offsetToPos(offset: number): unknown;
                  setSelection(from: unknown, to: unknown): void;
                  focus(): void;
                };
              };
            };
          };
        };
      }
      const { editor } = (window as unknown as Host).playground.app.workspace.activeEditor;
      const from = editor.getValue().indexOf(wanted);
      if (from < 0) throw new Error(`not in the editor: ${wanted}`);
      const to = isSelection ? from + wanted.length : from;
      editor.setSelection(editor.offsetToPos(from), editor.offsetToPos(to));
      editor.focus();
    },
    [text, select] as const,
  );
}

describe('the commands', () => {
  it.each([
    ['the interface’s language', '類比', '建立類比', 'outward/analogy'],
    ['English', 'anomaly', '觀察異常', 'inward/anomaly'],
  ])('tag the question at the cursor, found in %s', async (_, typed, label, mark) => {
    await open();
    await putCursor('少做了什麼');
    await ground.runCommand('tag-at-cursor');
    await page
      .locator('.question-stance-picker-question', { hasText: '慢下來的人，少做了什麼？' })
      .waitFor();
    await page.keyboard.type(typed);
    await ground.screenshot(`stance-picker-${typed}`);
    await press('Enter');
    await page.locator('.notice', { hasText: label }).waitFor();
    await becomes(replaced(NOTE, ['少做了什麼？', `少做了什麼？ #question/${mark}`]));
  });

  it('tag by the digits of the tag modal', async () => {
    await open();
    await putCursor('少做了什麼');
    await ground.runCommand('tag-at-cursor');
    await page.locator('.question-stance-picker-question').waitFor();
    await page.keyboard.type('1');
    await ground.screenshot('stance-picker-digit');
    await page.keyboard.type('2');
    await becomes(replaced(NOTE, ['少做了什麼？', '少做了什麼？ #question/inward/difference']));
  });

  it('tag the nearest question before the cursor', async () => {
    await open({ lang: 'en' });
    await putCursor('## 關於代價');
    await ground.runCommand('Tag question at cursor');
    await page.keyboard.type('fundamental');
    await press('Enter');
    await notice('Tagged: Digging inward › Fundamental difference');
    await becomes(replaced(NOTE, ['少做了什麼？', '少做了什麼？ #question/inward/difference']));
  });

  it('say where there is nothing to tag', async () => {
    await open();
    await putCursor('他先說');
    await ground.runCommand('tag-at-cursor');
    await notice('游標所在處和之前都沒有問題。');
  });

  it('clear the tag at the cursor', async () => {
    await open();
    await putCursor('到底在哪裡');
    await ground.runCommand('clear-at-cursor');
    await notice('已清除標記。');
    await becomes(replaced(NOTE, [' #question/inward/difference', '']));
  });

  it('tag a selection that has no question mark', async () => {
    await open();
    await putCursor('他先說了一個怪現象。', true);
    await ground.runCommand('tag-selection');
    await page.keyboard.type('觀察');
    await press('Enter');
    await notice('已標記：向內挖掘 › 觀察異常');
    await becomes(replaced(NOTE, ['怪現象。', '怪現象。 #question/inward/anomaly']));
  });

  it('tag the question that a selection holds', async () => {
    await open();
    await putCursor('核心問題：\n\n快和慢的差別，到底在哪裡？', true);
    await ground.runCommand('tag-selection');
    await page.keyboard.type('新研究');
    await press('Enter');
    await notice('已標記：向內挖掘 › 新研究方向');
    await becomes(replaced(NOTE, ['inward/difference', 'inward/direction']));
  });

  it('are offered only where they apply', async () => {
    await open({ notes: { [PATH]: '沒有人問。\n' } });
    await expect(ground.runCommand('tag-at-cursor')).rejects.toThrow('cannot run here');
    await expect(ground.runCommand('clear-at-cursor')).rejects.toThrow('cannot run here');
    await expect(ground.runCommand('tag-selection')).rejects.toThrow('cannot run here');
    await putCursor('沒有人問', true);
    await ground.runCommand('tag-selection');
    await press('Escape');
  });

  it('stand in the file’s menu and the ribbon too', async () => {
    await open();
    await page.locator('[aria-label="標記這篇筆記的問題"]').first().click();
    await modal().waitFor();
    await press('Escape');
    await closed();
    await page.locator('.nav-file-title', { hasText: '慢下來的人' }).click({ button: 'right' });
    await page.locator('.menu-item', { hasText: '標記這篇筆記的問題' }).click();
    await modal().waitFor();
    await press('Escape');
    await closed();
  });
});

describe('tags that belong to no question', () => {
  it('are told of in a line that is punctuated as Chinese is, as is what screen readers are told', async () => {
    const strays = [
      '[甲 #question/inward](a)',
      '[乙 #question/inward](b)',
      '[丙 #question/inward](c)',
    ];
    const many = Array.from({ length: 9 }, (_, at) => `[${at} #question/inward](d)`);
    const open = '為什麼？ #question/inward #question/outward\n\n那是什麼？';
    const text = [open, ...strays, ...many].join('\n\n');
    await openModal({ notes: { 'n.md': text } }, 'n.md');
    const told = page.locator('.question-stance-strays [role="status"]');
    await expect
      .poll(() => told.textContent())
      .toMatch(/^有 12 個標籤不屬於任何問題（例如寫在連結文字裡）：第 5 行、第 7 行、.+ 行……$/);
    await press('End');
    const read = page.locator('.question-stance-tag-row .question-stance-for-screen-readers');
    await expect
      .poll(async () => (await read.allTextContents()).join('\n'))
      .toMatch(
        /標記衝突：向內挖掘、向外架橋\n[^]*建議：s，[^,;.]+；d，[^,;.]+；f，[^,;.]+。[^,;.]+/,
      );
  });

  it('are told of with their lines, cleared, and come back with an undo', async () => {
    const path = 'strays.md';
    const text = 'Why?\n\n[Is it so? #question/inward](https://a.b)\n\n#question/outward\n';
    await openModal({ notes: { [path]: text }, lang: 'en' }, path);
    const strays = page.locator('.question-stance-strays');
    await strays.getByText('2 tags belong to no question').waitFor();
    await expect.poll(() => strays.textContent()).toContain('line 3, line 5');
    await ground.screenshot('tag-modal-strays');
    await strays.getByRole('button', { name: 'Clear' }).click();
    await strays.waitFor({ state: 'detached' });
    await becomes('Why?\n\n[Is it so?](https://a.b)\n\n\n', path);
    await page.locator('.notice', { hasText: 'Cleared 2 tags that belonged' }).waitFor();
    const hasList = () => page.evaluate(() => document.activeElement?.role === 'listbox');
    await expect.poll(hasList).toBe(true);
    await page.keyboard.press('Escape');
    await ground.runCommand('undo-tagging');
    await becomes(text, path);
    await page.locator('.cm-line', { hasText: 'Is it so?' }).click();
    await page.keyboard.press('Home');
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight');
    await ground.runCommand('clear-at-cursor');
    await becomes(text.replace(' #question/inward', ''), path);
    await page.locator('.notice', { hasText: 'Cleared 1 tag that belonged' }).waitFor();
    expect(ground.errors).toEqual([]);
  });
});
