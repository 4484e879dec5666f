// Marks and questions in the editor, on the built plugin: chips in Live Preview, raw text in source mode, the
// signs of what is untagged and of conflicts, the context menu, and what is left when the plugin goes.
import { afterEach, describe, expect, it } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const NOTE = `# 為什麼要問？ #question/inward/anomaly

為什麼模型需要海量數據，而人類只需要極少？ #question/inward/difference
這到底是數據的問題？ #question/outward %% #question/inward %%
那麼算力呢？
- Why so slow? %% #question/outward/limits %% Because.
- **Is it taste?** #question/outward/philosophy

\`Why? #question/inward\` 完。
`;

let ground: Playground | null = null;

async function open(options: PlaygroundOptions = {}): Promise<Playground> {
  ground = await openPlayground({ notes: { 'note.md': NOTE }, lang: 'zh-TW', ...options });
  await ground.openNote('note.md');
  await ground.page.locator('.cm-content').waitFor();
  return ground;
}

/** The note's text once what is written so far is saved. A tagging may still be under way: ask until it is there. */
async function onDisk(playground: Playground, path: string): Promise<string> {
  await playground.settle();
  return playground.readNote(path);
}

afterEach(async () => {
  expect(ground?.errors ?? []).toEqual([]);
  await ground?.close();
  ground = null;
});

const chips = ({ page }: Playground) => page.locator('.cm-content .question-stance-inline-chip');

/** Puts the cursor behind the first occurrence of `text`, with the editor in focus. */
async function cursorBehind({ page }: Playground, text: string): Promise<void> {
  await page.evaluate((wanted) => {
    const { editor } = (window as unknown as HostWindow).playground.app.workspace.activeEditor;
    editor.focus();
    const at = editor.getValue().indexOf(wanted) + wanted.length;
    editor.setCursor(editor.offsetToPos(at));
  }, text);
}

async function pick({ page }: Playground, words: string): Promise<void> {
  await page.locator('.prompt-input').fill(words);
  await page.keyboard.press('Enter');
  await page.locator('.prompt').waitFor({ state: 'detached' });
}

describe('Live Preview', () => {
  it('shows marks of either style as chips in the interface’s language', async () => {
    const playground = await open();
    await expect
      .poll(() => chips(playground).allTextContents())
      .toEqual(['觀察異常', '根本差異', '向外架橋', '向內挖掘', '挑戰現實限制', '探討終極哲學']);
    await expect
      .poll(() => chips(playground).nth(1).getAttribute('aria-label'))
      .toBe('向內挖掘 › 根本差異');
    await playground.screenshot('editor-live-light');
  });

  it('shows the raw text where the cursor comes in, and the chip again where it leaves', async () => {
    const playground = await open();
    await cursorBehind(playground, '而人類只需要極少？ #ques');
    await expect.poll(() => chips(playground).count()).toBe(5);
    await expect
      .poll(() => playground.page.locator('.question-stance-source-mark').allTextContents())
      .toEqual(['#question/inward/difference']);
    await cursorBehind(playground, '那麼');
    await expect.poll(() => chips(playground).count()).toBe(6);
  });

  it('opens the picker on the question whose chip is clicked', async () => {
    const playground = await open();
    await chips(playground).nth(1).click();
    const { page } = playground;
    await expect
      .poll(() => page.locator('.question-stance-picker-question').textContent())
      .toContain('海量數據');
    await pick(playground, '現實');
    await expect
      .poll(() => onDisk(playground, 'note.md'))
      .toBe(NOTE.replace('#question/inward/difference', '#question/outward/limits'));
    await expect.poll(() => chips(playground).nth(1).textContent()).toBe('挑戰現實限制');
  });

  it.each(['類比', '类比'])('has a picker that finds “%s” in English', async (words) => {
    const playground = await open({ lang: 'en' });
    await chips(playground).nth(1).click();
    await pick(playground, words);
    await expect
      .poll(() => onDisk(playground, 'note.md'))
      .toBe(NOTE.replace('#question/inward/difference', '#question/outward/analogy'));
  });

  it('opens the picker by Enter on a chip, and gives the keys back to the editor', async () => {
    const playground = await open();
    const { page } = playground;
    await chips(playground).nth(5).focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.locator('.question-stance-picker-question').textContent())
      .toContain('taste');
    await page.keyboard.press('Escape');
    await page.locator('.prompt').waitFor({ state: 'detached' });
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.className))
      .toContain('cm-content');
    await expect.poll(() => onDisk(playground, 'note.md')).toBe(NOTE);
  });

  it('shows a conflict clearly, and one choice ends it', async () => {
    const playground = await open();
    const contested = playground.page.locator('.question-stance-inline-chip.is-conflict');
    await expect.poll(() => contested.count()).toBe(2);
    await expect
      .poll(() => contested.first().getAttribute('aria-label'))
      .toBe('標記衝突：向外架橋');
    await contested.first().click();
    await pick(playground, '觀察異常');
    await expect.poll(() => contested.count()).toBe(0);
    await expect
      .poll(() => onDisk(playground, 'note.md'))
      .toContain('問題？ #question/inward/anomaly\n');
  });

  it('copies the raw text', async () => {
    const playground = await open();
    const { page } = playground;
    await chips(playground).first().waitFor();
    const copied = await page.evaluate(() => {
      const { editor } = (window as unknown as HostWindow).playground.app.workspace.activeEditor;
      editor.focus();
      editor.setSelection({ line: 2, ch: 0 }, { line: 3, ch: 0 });
      const data = new DataTransfer();
      document
        .querySelector('.cm-content')
        ?.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true }));
      return data.getData('text/plain');
    });
    expect(copied).toBe(`${NOTE.split('\n')[2] ?? ''}\n`);
  });

  it('keeps chips right while text is typed before, between and behind them', async () => {
    const playground = await open();
    const { page } = playground;
    await cursorBehind(playground, '# ');
    await page.keyboard.type('啊');
    await cursorBehind(playground, '極少？');
    await page.keyboard.type('x');
    // The mark stands behind no terminator now; once the pause is over it is read again.
    await page.keyboard.press('Backspace');
    await cursorBehind(playground, '那麼');
    await expect
      .poll(() => chips(playground).allTextContents())
      .toEqual(['觀察異常', '根本差異', '向外架橋', '向內挖掘', '挑戰現實限制', '探討終極哲學']);
  });

  it('does not open text under a pointer that is down', async () => {
    const playground = await open();
    const { page } = playground;
    const line = page.locator('.cm-line', { hasText: '海量數據' });
    const box = await line.boundingBox();
    if (!box) throw new Error('The line is not shown.');
    await page.mouse.move(box.x + 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 5, box.y + box.height / 2, { steps: 5 });
    await expect.poll(() => chips(playground).count()).toBe(6);
    await page.mouse.up();
    await expect.poll(() => chips(playground).count()).toBe(5);
  });
});

describe('source mode', () => {
  it('shows the raw text, coloured', async () => {
    const playground = await open();
    await playground.runCommand('editor:toggle-source');
    const marks = playground.page.locator('.question-stance-source-mark');
    await expect.poll(() => marks.count()).toBeGreaterThanOrEqual(6);
    await expect.poll(() => chips(playground).count()).toBe(0);
    await expect
      .poll(() => marks.first().getAttribute('class'))
      .toContain('question-stance-color-blue');
    await playground.screenshot('editor-source-light');
  });

  it('marks both tags of a conflict', async () => {
    const playground = await open();
    await playground.runCommand('editor:toggle-source');
    const contested = playground.page.locator('.question-stance-source-mark.is-conflict');
    await expect
      .poll(async () => (await contested.allTextContents()).join(' ').replace(/\s+/g, ' '))
      .toBe('#question/outward %% #question/inward %%');
  });
});

describe('the sign of an untagged question', () => {
  const sign = ({ page }: Playground) => page.locator('.question-stance-sign');

  it.each([
    ['off', 0],
    ['hover', 1],
    ['always', 1],
  ] as const)('is there %s', async (mode, count) => {
    const playground = await open({ data: { version: 1, editor: { sign: mode } } });
    await chips(playground).first().waitFor();
    await expect.poll(() => sign(playground).count()).toBe(count);
  });

  /** The sign takes no room, which the browser's driver holds to be invisible. */
  const isSeen = (playground: Playground) =>
    sign(playground).evaluate((el) => getComputedStyle(el).visibility === 'visible');

  async function press(playground: Playground): Promise<void> {
    const { x, y } = await sign(playground).evaluate((el) => el.getBoundingClientRect());
    await playground.page.mouse.click(x + 2, y + 2);
  }

  it('shows always, without a pointer, where that is asked for', async () => {
    const playground = await open({ data: { version: 1, editor: { sign: 'always' } } });
    await expect.poll(() => sign(playground).count()).toBe(1);
    await expect.poll(() => isSeen(playground)).toBe(true);
  });

  it('shows under the pointer, and opens the picker', async () => {
    const playground = await open();
    const { page } = playground;
    await expect.poll(() => isSeen(playground)).toBe(false);
    await page.locator('.cm-line', { hasText: '算力' }).hover();
    await expect.poll(() => isSeen(playground)).toBe(true);
    await press(playground);
    await expect
      .poll(() => page.locator('.question-stance-picker-question').textContent())
      .toBe('那麼算力呢？');
    await pick(playground, 'limits');
    await expect
      .poll(() => onDisk(playground, 'note.md'))
      .toContain('那麼算力呢？ #question/outward/limits\n');
  });

  it('follows the setting at once, in the notes that are open', async () => {
    const playground = await open();
    await expect.poll(() => sign(playground).count()).toBe(1);
    await playground.writeNote(
      '.obsidian/plugins/question-stance/data.json',
      JSON.stringify({ version: 1, editor: { sign: 'off' } }),
    );
    await expect.poll(() => sign(playground).count()).toBe(0);
  });
});

describe('the context menu', () => {
  async function menuOn(playground: Playground, text: string): Promise<string[]> {
    const { page } = playground;
    await chips(playground).first().waitFor();
    await page.getByText(text).first().click({ button: 'right' });
    await page.locator('.menu').waitFor();
    return page.locator('.menu .menu-item-title').allTextContents();
  }

  it('has change, clear, «not a question» and the dashboard on a tagged question', async () => {
    const playground = await open();
    const items = await menuOn(playground, '根本差異');
    expect(items).toEqual(
      expect.arrayContaining(['變更標記', '清除標記', '不是問題', '在總覽中顯示']),
    );
    await playground.screenshot('editor-menu-light');
    await playground.page.getByText('清除標記').click();
    await expect
      .poll(() => onDisk(playground, 'note.md'))
      .toBe(NOTE.replace(' #question/inward/difference', ''));
  });

  it('shows a chip’s questions on the dashboard', async () => {
    const playground = await open();
    await menuOn(playground, '挑戰現實限制');
    await playground.page.getByText('在總覽中顯示').click();
    const rows = playground.page.locator('.question-stance-question');
    await expect.poll(() => rows.allTextContents()).toHaveLength(1);
    await expect.poll(() => rows.textContent()).toContain('Why so slow?');
  });

  it('shows the questions of the tag at the cursor by a command too', async () => {
    const playground = await open();
    await cursorBehind(playground, 'Why so slow?');
    await playground.runCommand('show-on-dashboard');
    const rows = playground.page.locator('.question-stance-question');
    await expect.poll(() => rows.allTextContents()).toHaveLength(1);
    await expect.poll(() => rows.textContent()).toContain('Why so slow?');
  });

  it('tags an untagged question as none', async () => {
    const playground = await open();
    const items = await menuOn(playground, '那麼算力呢');
    expect(items).toContain('標記這個問題');
    expect(items).not.toContain('清除標記');
    await playground.page.getByText('不是問題').click();
    await expect.poll(() => onDisk(playground, 'note.md')).toContain('算力呢？ #question/skip\n');
  });

  it('has none of it beside a question', async () => {
    const playground = await open();
    const items = await menuOn(playground, '完。');
    expect(items).not.toContain('在總覽中顯示');
  });
});

describe('two panes and unloading', () => {
  it('shows a change of one pane in the other', async () => {
    const playground = await open();
    await playground.openNote('note.md', 'split');
    await expect.poll(() => chips(playground).count()).toBe(12);
    await chips(playground).first().click();
    await pick(playground, '類比');
    await expect.poll(() => playground.page.getByText('建立類比', { exact: true }).count()).toBe(2);
  });

  it('leaves nothing behind when the plugin is unloaded', async () => {
    const playground = await open();
    await chips(playground).first().waitFor();
    await playground.page.evaluate(() =>
      (window as unknown as HostWindow).playground.unloadPlugin(),
    );
    const left = playground.page.locator('[class*="question-stance-"]');
    await expect.poll(() => left.count()).toBe(0);
    await expect
      .poll(() => playground.page.locator('.cm-content').textContent())
      .toContain('#question/inward/difference');
  });
});

interface HostEditor {
  focus(): void;
  getValue(): string;
  offsetToPos(at: number): object;
  setCursor(at: object): void;
  setSelection(from: object, to: object): void;
}

interface HostWindow {
  readonly playground: {
    readonly app: {
      readonly workspace: { readonly activeEditor: { readonly editor: HostEditor } };
    };
    unloadPlugin(): void;
  };
}
