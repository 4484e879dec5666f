// Marks in the reading view, on the built plugin: everywhere that a note is rendered, with clicks, marks in
// comments by a setting, and nothing left when the plugin goes.
import { afterEach, describe, expect, it } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const NOTE = `## 為什麼要問？ #question/inward/anomaly

模型需要海量數據嗎？ #question/inward/difference 這裡有 #別的標籤 和 \`code? #question/inward\`。

- 清單裡呢？ #question/outward/limits
- [ ] 任務裡呢？ #question/outward/analogy

| 甲 | 乙 |
| --- | --- |
| 表格裡呢？ #question/outward/definition | 是 |

> [!question] 提問
> 標註裡呢？ #question/outward/philosophy

正文[^1]。

[^1]: 註腳裡呢？ #question/inward/direction

合併之後呢？ #question/inward #question/outward

**註解裡呢？** %% #question/outward/limits %% 有的。

![[embedded]]
`;

const EMBEDDED = '嵌入裡呢？ #question/skip\n';

let ground: Playground | null = null;

async function open(options: PlaygroundOptions = {}): Promise<Playground> {
  ground = await openPlayground({
    notes: { 'note.md': NOTE, 'embedded.md': EMBEDDED },
    lang: 'zh-TW',
    ...options,
  });
  await ground.openNote('note.md');
  await ground.runCommand('markdown:toggle-preview');
  await ground.page.locator('.markdown-embed p').waitFor();
  return ground;
}

afterEach(async () => {
  expect(ground?.errors ?? []).toEqual([]);
  await ground?.close();
  ground = null;
});

const chips = ({ page }: Playground) =>
  page.locator('.markdown-reading-view .question-stance-tag-chip');

/** What a reader sees: the chips' labels, which stand in the place of their text. */
const labels = (playground: Playground) =>
  chips(playground).evaluateAll((links) => links.map((link) => link.getAttribute('data-label')));

const LABELS = [
  '觀察異常',
  '根本差異',
  '挑戰現實限制',
  '建立類比',
  '釐清定義',
  '探討終極哲學',
  '新研究方向',
  '向內挖掘',
  '向外架橋',
  '不是問題',
];

describe('the reading view', () => {
  it.each(['light', 'dark'] as const)(
    'has chips wherever marks are rendered, %s',
    async (theme) => {
      const playground = await open({ theme });
      await expect.poll(() => labels(playground)).toEqual(LABELS);
      await playground.screenshot(`reading-view-${theme}`);
    },
  );

  it('leaves other tags, code and the text of the marks as they are', async () => {
    const playground = await open();
    const { page } = playground;
    await expect
      .poll(() => page.locator('a.tag', { hasText: '別的標籤' }).getAttribute('class'))
      .toBe('tag');
    await expect
      .poll(() => page.locator('.markdown-reading-view code').textContent())
      .toContain('code? #question/inward');
    await expect
      .poll(() => chips(playground).first().textContent())
      .toBe('#question/inward/anomaly');
    await expect
      .poll(() => chips(playground).first().getAttribute('href'))
      .toBe('#question/inward/anomaly');
  });

  it('shows a conflict, which says so', async () => {
    const playground = await open();
    const contested = playground.page.locator('.question-stance-tag-chip.is-conflict');
    await expect.poll(() => contested.count()).toBe(2);
    await expect
      .poll(() => contested.first().getAttribute('aria-label'))
      .toBe('標記衝突：向內挖掘');
  });

  it('opens the dashboard filtered by a click', async () => {
    const playground = await open();
    const { page } = playground;
    await chips(playground).nth(2).click();
    const rows = page.locator('.question-stance-question');
    await expect.poll(() => rows.count()).toBe(2);
    await expect.poll(() => rows.first().textContent()).toContain('清單裡呢？');
    await expect.poll(() => page.locator('.notice').count()).toBe(0);
  });

  it('leaves a click to the search, by the setting or by a modifier', async () => {
    const playground = await open();
    await chips(playground)
      .nth(2)
      .click({ modifiers: ['ControlOrMeta'] });
    const notice = playground.page.locator('.notice');
    await expect.poll(() => notice.textContent()).toContain('tag:#question/outward/limits');
    await playground.close();
    const other = await open({ data: { version: 1, editor: { readingClick: 'search' } } });
    await chips(other).nth(2).click();
    await expect
      .poll(() => other.page.locator('.notice').textContent())
      .toContain('tag:#question/outward/limits');
    await expect.poll(() => other.page.locator('.question-stance-question').count()).toBe(0);
  });

  it('shows marks in comments where the setting asks for them', async () => {
    const playground = await open({ data: { version: 1, editor: { readingComments: true } } });
    await expect
      .poll(() => labels(playground))
      .toEqual([...LABELS.slice(0, 9), '挑戰現實限制', '不是問題']);
    const shown = playground.page.locator('.question-stance-hidden-tag');
    const text = await shown.locator('xpath=ancestor::p').textContent();
    expect(text?.replace(/\s+/g, ' ')).toBe('註解裡呢？#question/outward/limits 有的。');
    await playground.screenshot('reading-view-comments');
  });

  /** By line of the note: the chips in their order, with `!` where they contradict each other. */
  it.each([
    [
      'a hidden mark behind one that shows',
      '甲？ #question/outward %% #question/inward %% 後。',
      ['!向外架橋', '!向內挖掘'],
    ],
    [
      'a hidden mark before one that shows',
      '甲？ %% #question/inward %% #question/outward',
      ['!向內挖掘', '!向外架橋'],
    ],
    [
      'one behind bold',
      '**甲？** #question/outward %% #question/inward %%',
      ['!向外架橋', '!向內挖掘'],
    ],
    [
      'one between two',
      '甲？ #question/outward %% #question/inward %% #question/skip',
      ['!向外架橋', '!向內挖掘', '!不是問題'],
    ],
    [
      'two hidden ones',
      '甲？ %% #question/inward %% %% #question/outward %%',
      ['!向內挖掘', '!向外架橋'],
    ],
    [
      'one in a list',
      '- 甲？ %% #question/inward %%\n- 乙？ #question/outward',
      ['向內挖掘', '向外架橋'],
    ],
    [
      'one of two questions in a line',
      '甲？ #question/outward 乙？ %% #question/inward %% 丙？ #question/skip',
      ['向外架橋', '向內挖掘', '不是問題'],
    ],
    [
      'one whose line has another tag',
      '甲？ %% #question/inward %% 然後 #question/outward',
      ['向內挖掘', '向外架橋'],
    ],
    ['one behind a link', '[甲？](https://example.org) %% #question/inward %%', ['向內挖掘']],
  ])('shows %s in the order of the text', async (_what, text, expected) => {
    const playground = await openPlayground({
      notes: { 'note.md': `${text}\n` },
      lang: 'zh-TW',
      data: { version: 1, editor: { readingComments: true } },
    });
    ground = playground;
    await playground.openNote('note.md');
    await playground.runCommand('markdown:toggle-preview');
    const seen = () =>
      chips(playground).evaluateAll((links) =>
        links.map(
          (link) =>
            `${link.classList.contains('is-conflict') ? '!' : ''}${link.getAttribute('data-label') ?? ''}`,
        ),
      );
    await expect.poll(seen).toEqual(expected);
    await expect
      .poll(() => playground.page.locator('a a, strong .question-stance-tag-chip').count())
      .toBe(0);
  });

  it('follows the settings at once', async () => {
    const playground = await open();
    await expect.poll(() => chips(playground).count()).toBe(10);
    await playground.writeNote(
      '.obsidian/plugins/question-stance/data.json',
      JSON.stringify({ version: 1, editor: { readingComments: true } }),
    );
    await expect.poll(() => chips(playground).count()).toBe(11);
  });

  /** Of the note on its way: what stands on disk, and the marks that then show. */
  const CHANGES = [
    ['甲？\n\n乙？\n', []],
    ['甲？ %% #question/inward %%\n\n乙？\n', ['向內挖掘']],
    ['甲？\n\n乙？ %% #question/inward %%\n', ['向內挖掘']],
    ['甲？\n\n乙？ %% #question/outward %%\n', ['向外架橋']],
    ['甲？！\n\n乙？ %% #question/inward %%\n', ['向內挖掘']],
    ['甲？！\n\n乙？\n', []],
  ] as const;
  const shown = ({ page }: Playground) =>
    page
      .locator('.markdown-reading-view p')
      .evaluateAll((blocks) =>
        blocks.flatMap((block) =>
          [...block.querySelectorAll('.question-stance-tag-chip')].map(
            (chip) => `${block.textContent.slice(0, 1)}: ${chip.getAttribute('data-label')}`,
          ),
        ),
      );

  it('follows changes in comments, of which Obsidian renders nothing', async () => {
    const playground = await openPlayground({
      notes: { 'note.md': CHANGES[0][0] },
      lang: 'zh-TW',
      data: { version: 1, editor: { readingComments: true } },
    });
    ground = playground;
    await playground.openNote('note.md');
    await playground.runCommand('markdown:toggle-preview');
    for (const [text, expected] of CHANGES.slice(1)) {
      await playground.writeNote('note.md', text);
      const marks = expected.map((label) => `${text.startsWith('甲？ %') ? '甲' : '乙'}: ${label}`);
      await expect.poll(() => shown(playground), { timeout: 15_000 }).toEqual(marks);
    }
  });

  it('follows what was changed in comments while the note was edited in the same pane', async () => {
    const playground = await openPlayground({
      notes: { 'note.md': CHANGES[2][0] },
      lang: 'zh-TW',
      data: { version: 1, editor: { readingComments: true } },
    });
    ground = playground;
    await playground.openNote('note.md');
    await playground.runCommand('markdown:toggle-preview');
    await expect.poll(() => shown(playground)).toEqual(['乙: 向內挖掘']);
    await playground.runCommand('markdown:toggle-preview');
    await playground.writeNote('note.md', CHANGES[3][0]);
    await playground.page.waitForFunction(() => {
      const { view } = (window as unknown as HostWindow).playground.app.workspace.activeLeaf;
      return view.editor.getValue().includes('outward');
    });
    await playground.runCommand('markdown:toggle-preview');
    await expect.poll(() => shown(playground)).toEqual(['乙: 向外架橋']);
  });

  it.each([
    ['marks', false, 10],
    ['marks in comments too', true, 11],
  ])('shows %s of notes that were open before the plugin came', async (_what, asked, count) => {
    const playground = await open({ data: { version: 1, editor: { readingComments: asked } } });
    await expect.poll(() => chips(playground).count()).toBe(count);
    const { page } = playground;
    await page.evaluate(() => (window as unknown as HostWindow).playground.unloadPlugin());
    await expect.poll(() => chips(playground).count()).toBe(0);
    await page.evaluate(() => (window as unknown as HostWindow).playground.loadPlugin());
    await expect.poll(() => chips(playground).count()).toBe(count);
  });

  it('is rendered once at the start of the app', async () => {
    const playground = await open();
    const { page } = playground;
    await page.evaluate(() => (window as unknown as HostWindow).playground.unloadPlugin());
    const drawn = await page.evaluate(async () => {
      const { app, loadPlugin } = (window as unknown as HostWindow).playground;
      const { previewMode } = app.workspace.activeLeaf.view;
      const rerender = previewMode.rerender.bind(previewMode);
      let times = 0;
      previewMode.rerender = (full) => {
        times += 1;
        rerender(full);
      };
      // As at the start of the app: what is rendered before the layout is ready has been dressed already.
      let ready: (() => unknown)[] = [];
      app.workspace.onLayoutReady = (callback) => ready.push(callback);
      await loadPlugin();
      rerender(true);
      for (const callback of ready) callback();
      ready = [];
      return times;
    });
    expect(drawn).toBe(0);
    await expect.poll(() => chips(playground).count()).toBe(10);
  });

  it('is as Obsidian rendered it when the plugin is gone', async () => {
    const playground = await open({ data: { version: 1, editor: { readingComments: true } } });
    await expect.poll(() => chips(playground).count()).toBe(11);
    const { page } = playground;
    await page.evaluate(() => (window as unknown as HostWindow).playground.unloadPlugin());
    await expect.poll(() => page.locator('[class*="question-stance-"]').count()).toBe(0);
    await expect
      .poll(() => page.locator('a.tag').first().textContent())
      .toBe('#question/inward/anomaly');
    await page.locator('a.tag').first().click();
    await expect
      .poll(() => page.locator('.notice').textContent())
      .toContain('tag:#question/inward/anomaly');
  });

  it('shows in print', async () => {
    const playground = await open();
    await playground.page.emulateMedia({ media: 'print' });
    const first = chips(playground).first();
    await expect.poll(() => first.isVisible()).toBe(true);
    await expect
      .poll(() => first.evaluate((el) => getComputedStyle(el, '::before').content))
      .toBe('"觀察異常"');
  });

  describe('exported to PDF', () => {
    /** What stands on the paper when the browser is asked to print. */
    async function onPaper(playground: Playground) {
      const { page } = playground;
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => {
        window.print = () => {
          const links = [...document.querySelectorAll('.print .question-stance-tag-chip')];
          const ink = (el: Element | null) => (el ? getComputedStyle(el).color : '');
          const seen = [...document.body.children].filter((el) => el.getClientRects().length > 0);
          Object.assign(window, {
            paper: {
              labels: links.map((link) => link.getAttribute('data-label')),
              inks: [...new Set(links.map(ink))].sort(),
              words: ink(document.querySelector('.print p')),
              content: links[0] ? getComputedStyle(links[0], '::before').content : '',
              seen: seen.map((el) => el.className),
            },
          });
        };
      });
      await playground.runCommand('workspace:export-pdf');
      const paper = () => page.evaluate(() => (window as unknown as { paper?: Paper }).paper);
      await expect.poll(paper).toBeDefined();
      return paper();
    }

    interface Paper {
      readonly labels: readonly string[];
      readonly inks: readonly string[];
      readonly words: string;
      readonly content: string;
      readonly seen: readonly string[];
    }

    it('has chips on light paper, whatever the theme', async () => {
      const light = await onPaper(await open());
      expect(light).toMatchObject({ content: '"觀察異常"', seen: ['print'] });
      expect(light?.labels).toEqual(LABELS);
      await ground?.close();
      await expect.poll(async () => await onPaper(await open({ theme: 'dark' }))).toEqual(light);
    });

    it('has marks in comments where the setting asks for them, in their places', async () => {
      const playground = await open({ data: { version: 1, editor: { readingComments: true } } });
      const paper = await onPaper(playground);
      expect(paper?.labels).toEqual([...LABELS.slice(0, 9), '挑戰現實限制', '不是問題']);
      await expect.poll(() => playground.page.locator('.print').count()).toBe(0);
      await expect.poll(() => chips(playground).count()).toBe(11);
    });
  });

  it('shows in hover previews', async () => {
    const playground = await open();
    const { page } = playground;
    await playground.runCommand('open-dashboard');
    await page.getByRole('button', { name: '整個儲存庫', exact: true }).click();
    const row = page.locator('.question-stance-question', { hasText: '清單裡呢' });
    await page.keyboard.down('Control');
    await row.hover();
    const preview = page.locator('.hover-popover .question-stance-tag-chip');
    await expect.poll(() => preview.count()).toBeGreaterThan(0);
    await page.keyboard.up('Control');
  });
});

interface HostWindow {
  readonly playground: {
    readonly app: {
      readonly workspace: {
        readonly activeLeaf: {
          readonly view: {
            readonly editor: { getValue(): string };
            readonly previewMode: { rerender: (full: boolean) => void };
          };
        };
        onLayoutReady: (callback: () => unknown) => unknown;
      };
    };
    readonly loadPlugin: () => Promise<unknown>;
    unloadPlugin(): void;
  };
}
