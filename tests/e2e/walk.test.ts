// The main walk, as a person takes it: open an article, tag its questions by keyboard, see them on the
// dashboard, filter, land on one. On the sample vault's article, and on a real one where it stands beside
// the project. `SCREENSHOTS=<folder>` also saves the pictures that the README shows.
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { PROJECT } from './harness/build-once.ts';
import { openPlayground, type Playground } from './harness/playground.ts';

interface Article {
  readonly vault: string;
  readonly path: string;
  /** The keys for each listed question, in order; `j` passes one by. */
  readonly keys: readonly string[];
  /** Which question marks of the text, counted from 0, are embedded and so not listed. */
  readonly embedded: readonly number[];
  readonly inward: number;
  readonly outward: number;
  /** The last question of outward › limits. */
  readonly landing: string;
}

const repeat = (keys: string, times: number) => Array.from({ length: times }, () => keys);

const ARTICLES: readonly Article[] = [
  {
    vault: 'sample-vault',
    path: '文章/螢火蟲為什麼不回來.md',
    keys: [
      'j',
      '10',
      '12',
      '11',
      ...repeat('12', 2),
      '13',
      '12',
      ...repeat('13', 5),
      '20',
      ...repeat('21', 4),
      '22',
      ...repeat('23', 3),
      ...repeat('24', 2),
    ],
    embedded: [2, 25],
    inward: 12,
    outward: 11,
    landing: '中間斷掉的那幾年由誰來接？',
  },
  {
    vault: '../shared/vault',
    path: '頂尖的研究者和訪問者都問什麼問題.md',
    keys: [
      'j',
      '10',
      '12',
      '11',
      ...repeat('12', 2),
      ...repeat('13', 2),
      ...repeat('12', 4),
      ...repeat('13', 6),
      '20',
      ...repeat('21', 3),
      '22',
      ...repeat('23', 3),
      ...repeat('24', 2),
    ],
    embedded: [2, 29],
    inward: 17,
    outward: 10,
    landing: '這背後的考量是什麼？',
  },
];

const STAGES: Readonly<Record<string, string>> = {
  '10': 'inward',
  '11': 'inward/anomaly',
  '12': 'inward/difference',
  '13': 'inward/direction',
  '20': 'outward',
  '21': 'outward/definition',
  '22': 'outward/analogy',
  '23': 'outward/limits',
  '24': 'outward/philosophy',
};

/** What the note must read afterwards, worked out without the plugin's code. */
function tagged(text: string, { keys, embedded }: Article): string {
  let mark = -1;
  let listed = -1;
  return text.replace(/([?？]」?)([^\n]*)/g, (line) =>
    line.replace(/([?？]」?)(?=([^\n]*))/g, (terminator: string, _closed, rest: string) => {
      mark += 1;
      if (embedded.includes(mark)) return terminator;
      listed += 1;
      const stage = STAGES[keys[listed] ?? ''];
      if (stage === undefined) return terminator;
      return `${terminator} #question/${stage}${rest.trim() === '' ? '' : ' '}`;
    }),
  );
}

let ground: Playground | null = null;

afterEach(async () => {
  await ground?.close();
  ground = null;
});

/** The README shows the project's own notes only. */
async function picture(playground: Playground, vault: string, name: string): Promise<void> {
  const path = await playground.screenshot(name);
  const folder = process.env.SCREENSHOTS;
  if (folder === undefined || vault !== 'sample-vault') return;
  mkdirSync(join(PROJECT, folder), { recursive: true });
  cpSync(path, join(PROJECT, folder, `${name}.png`));
}

const there = ARTICLES.filter(({ vault }) => existsSync(join(PROJECT, vault)));

describe.each(there)('the walk through $path', (article) => {
  it('tags the questions by keyboard, shows them, filters them, and leads back', async () => {
    const { vault, path, keys, inward, outward, landing } = article;
    const before = readFileSync(join(PROJECT, vault, path), 'utf8');
    ground = await openPlayground({ vault, lang: 'zh-TW' });
    const { page } = ground;
    await ground.openNote(path);

    await ground.runCommand('tag-note');
    await page.locator('.modal [aria-selected]').first().waitFor();
    for (const key of keys) await page.keyboard.type(key);
    await page.keyboard.press('Home');
    await picture(ground, vault, 'modal-light-zh-TW');
    await page.keyboard.press('Enter');
    await page.locator('.modal').waitFor({ state: 'detached' });
    await ground.settle();
    expect(await ground.readNote(path)).toBe(tagged(before, article));

    await ground.runCommand('open-dashboard');
    const cell = (term: string) => page.locator(`.question-stance-matrix [data-term="${term}"]`);
    await page.getByRole('button', { name: '這篇筆記', exact: true }).click();
    await expect
      .poll(() => cell('stance:inward').getAttribute('aria-label'))
      .toContain(`${inward}`);
    await expect
      .poll(() => cell('stance:outward').getAttribute('aria-label'))
      .toContain(`${outward}`);

    await cell('stage:outward/limits').click();
    const rows = page.locator('.question-stance-question');
    await expect.poll(() => rows.count()).toBe(3);
    await picture(ground, vault, 'dashboard-light-zh-TW');

    await page.getByText(landing).last().click();
    // Opened, a question is shown and not selected: the cursor stands behind it.
    const beforeCursor = () =>
      page.evaluate(() => {
        const editor = (window as unknown as HostWindow).playground.app.workspace.activeEditor
          ?.editor;
        const { line, ch } = editor?.getCursor() ?? { line: 0, ch: 0 };
        return editor?.getSelection() === '' ? editor.getLine(line).slice(0, ch) : null;
      });
    await expect.poll(beforeCursor).toMatch(new RegExp(`${landing}$`));
    expect(ground.errors).toEqual([]);
  });
});

interface HostWindow {
  readonly playground: {
    readonly app: {
      readonly workspace: {
        readonly activeEditor?: {
          readonly editor: {
            getSelection(): string;
            getCursor(): { readonly line: number; readonly ch: number };
            getLine(line: number): string;
          };
        };
      };
    };
  };
}
