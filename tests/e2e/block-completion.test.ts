// Completion inside query blocks, on the built plugin: real keys, bytes on disk.
import { afterEach, describe, expect, it } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

let ground: Playground | null = null;

const OTHERS = {
  'Lab/one.md': '核心問題：\n為什麼？ #question/outward/analogy\n怎麼做？\n\n算力：\n夠嗎？\n',
  'Lab/two.md': '核心問題：\n何時？\n',
};

async function open(note: string, options: PlaygroundOptions = {}): Promise<Playground> {
  // Every note is an article.
  const data = { version: 2, scope: { mode: 'vault' } };
  ground = await openPlayground({ notes: { 'note.md': note, ...OTHERS }, data, ...options });
  await ground.openNote('note.md');
  await putCursor(ground, note.includes('|') ? note.indexOf('|') : note.length);
  return ground;
}

afterEach(async () => {
  expect(ground?.errors ?? []).toEqual([]);
  await ground?.close();
  ground = null;
});

/** Takes the `|` out of the note, and puts the cursor there. */
async function putCursor({ page }: Playground, at: number): Promise<void> {
  await page.evaluate((offset) => {
    const { editor } = (window as unknown as HostWindow).playground.app.workspace.activeEditor;
    editor.focus();
    const from = editor.offsetToPos(offset);
    if (editor.getLine(from.line).charAt(from.ch) === '|') {
      editor.replaceRange('', from, { line: from.line, ch: from.ch + 1 });
    }
    editor.setCursor(from);
  }, at);
}

const list = ({ page }: Playground) => page.locator('.suggestion-container .suggestion-item');
const titles = ({ page }: Playground) =>
  page.locator('.suggestion-container .suggestion-title').allTextContents();
const onDisk = async (playground: Playground) => {
  await playground.settle();
  return playground.readNote('note.md');
};

describe('inside a query block', () => {
  it.each([
    ['an instruction', 'grou', ['Enter', 'la', 'Enter'], 'group by label'],
    ['a field and its value', 'sta', ['Enter', 'Enter'], 'stance:inward'],
    ['a stage by its name', '-stage:類比', ['Enter'], '-stage:outward/analogy'],
    ['a label of the notes', 'cost label:核心问', ['Enter'], 'cost label:核心問題'],
    ['the second of several', 'label:', ['ArrowDown', 'Enter'], 'label:算力'],
    ['a saved query', 'preset lim', ['Enter'], 'preset 極限 (limits)'],
  ])('completes %s', async (_what, typed, keys, expected) => {
    const queries = [{ id: 'a', name: '極限 (limits)', text: 'stage:limits' }];
    const data = { version: 2, scope: { mode: 'vault' }, queries };
    const playground = await open('a\n\n```question-stance\n|\n```\n', { lang: 'zh-TW', data });
    const { keyboard } = playground.page;
    await keyboard.type(typed, { delay: 5 });
    for (const key of keys) {
      await list(playground).first().waitFor();
      if (/^[a-z]/.test(key)) await keyboard.type(key, { delay: 5 });
      else await keyboard.press(key);
    }
    await expect
      .poll(() => onDisk(playground))
      .toBe(`a\n\n\`\`\`question-stance\n${expected}\n\`\`\`\n`);
    await expect.poll(() => list(playground).count()).toBe(0);
  });

  it('is taken back by one undo, which leaves what was typed', async () => {
    const playground = await open('```question-stance\n|\n```\n');
    const { keyboard } = playground.page;
    await keyboard.type('view mat', { delay: 5 });
    await list(playground).first().waitFor();
    await keyboard.press('Enter');
    await expect.poll(() => onDisk(playground)).toBe('```question-stance\nview matrix\n```\n');
    await keyboard.press('Control+z');
    await expect.poll(() => onDisk(playground)).toBe('```question-stance\nview mat\n```\n');
  });

  it('says what each suggestion is, and how many questions a value has', async () => {
    const playground = await open('> [!note]\n> ```question-stance\n> |\n> ```\n', {
      lang: 'zh-TW',
    });
    const { page } = playground;
    await page.keyboard.type('l', { delay: 5 });
    await expect
      .poll(() => titles(playground))
      .toEqual(['limit', 'limit groups', 'label:', 'lacks:']);
    await expect
      .poll(() => page.locator('.suggestion-note').allTextContents())
      .toEqual(['總共最多幾個', '每組最多幾個', '小標', '提問者從沒問過']);
    await playground.screenshot('block-completion-fields');
    await page.keyboard.type('abel:', { delay: 5 });
    await expect.poll(() => list(playground).allTextContents()).toEqual(['核心問題3', '算力1']);
    await playground.screenshot('block-completion-values');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => onDisk(playground))
      .toBe('> [!note]\n> ```question-stance\n> label:核心問題\n> ```\n');
  });

  it('lets Enter end a line where nothing has begun, or all is there', async () => {
    const playground = await open('```question-stance\n|\n```\n');
    const { keyboard } = playground.page;
    await keyboard.type('view matrix\nis:tagged\n\ncost', { delay: 5 });
    await expect
      .poll(() => onDisk(playground))
      .toBe('```question-stance\nview matrix\nis:tagged\n\ncost\n```\n');
    await expect.poll(() => list(playground).count()).toBe(0);
  });

  it('waits for what an input method composes', async () => {
    const playground = await open('```question-stance\n|\n```\n', { lang: 'zh-TW' });
    const { page } = playground;
    await page.keyboard.type('label:', { delay: 5 });
    await expect.poll(() => list(playground).count()).toBe(2);
    const session = await page.context().newCDPSession(page);
    const composed = { text: 'suan', selectionStart: 4, selectionEnd: 4 };
    await session.send('Input.imeSetComposition', composed);
    await expect.poll(() => list(playground).count()).toBe(0);
    await session.send('Input.insertText', { text: '算' });
    await expect.poll(() => titles(playground)).toEqual(['算力']);
    await page.keyboard.press('Enter');
    await expect.poll(() => onDisk(playground)).toBe('```question-stance\nlabel:算力\n```\n');
  });
});

it.each([
  ['in prose', '|\n'],
  ['in another code block', '```js\n|\n```\n'],
  ['behind a block', '```question-stance\nexplain\n```\n|\n'],
])('offers nothing %s', async (_what, note) => {
  const playground = await open(note);
  await playground.page.keyboard.type('label:', { delay: 5 });
  await expect.poll(() => onDisk(playground)).toBe(note.replace('|', 'label:'));
  await expect.poll(() => list(playground).count()).toBe(0);
});

interface HostWindow {
  readonly playground: {
    readonly app: {
      readonly workspace: {
        readonly activeEditor: {
          readonly editor: {
            focus(): void;
            getLine(line: number): string;
            offsetToPos(offset: number): Position;
            setCursor(at: Position): void;
            replaceRange(text: string, from: Position, to: Position): void;
          };
        };
      };
    };
  };
}

interface Position {
  readonly line: number;
  readonly ch: number;
}
