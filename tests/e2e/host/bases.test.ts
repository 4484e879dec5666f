// The core plugin Bases, with a view that a plugin registers. Typings, `registerBasesView`, `BasesView` and
// `BasesViewConfig` (1.10.0); help, «Bases syntax»; «Unknown view type» as reported at
// github.com/callumalpass/tasknotes/issues/1187.
import { afterEach, expect, it } from 'vitest';
import { openPlayground, type Playground } from '../harness/playground.ts';

const BASE = `filters:
  and:
    - file.hasTag("mine")
    - file.inFolder("in")
views:
  - type: fixture-base
    name: First
    groupBy:
      property: note.kind
      direction: ASC
    sort:
      - property: file.name
        direction: DESC
  - type: nobody
    name: Second
`;
const NOTES = {
  'in/a.md': '---\nkind: x\n---\n#mine\n',
  'in/b.md': '---\nkind: x\n---\n#mine/too\n',
  'in/c.md': '---\nkind: w\n---\n#mine\n',
  'in/d.md': 'No tag.\n',
  'out.md': '#mine\n',
  'my.base': BASE,
  'block.md': `# Block\n\n\`\`\`base\n${BASE}\`\`\`\n`,
  'embed.md': '![[my.base]]\n\n![[my.base#Second]]\n',
};

let ground: Playground;

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

const open = async (bases: 'on' | 'off') => {
  ground = await openPlayground({ plugin: 'fixture', notes: NOTES, bases });
  return ground.page;
};

const log = () =>
  ground.page.evaluate(() =>
    (
      window as unknown as { playground: { plugin: { log: string[] } } }
    ).playground.plugin.log.filter((entry) => entry.startsWith('base')),
  );

/** What stands in the editor. */
const inEditor = () =>
  ground.page.evaluate(() =>
    (
      window as unknown as {
        app: { workspace: { activeEditor: { editor: { getValue(): string } } } };
      }
    ).app.workspace.activeEditor.editor.getValue(),
  );

it('a plugin’s view has the files of the base, options that are kept in it, and entries made anew', async () => {
  const page = await open('on');
  await ground.openNote('my.base');
  const view = page.locator('.bases-view:visible');
  await expect.poll(() => view.textContent()).toBe('undefined w: c; x: b,a');
  await expect
    .poll(async () => (await log()).slice(0, 2))
    .toEqual(['bases true', 'base before data false false']);
  await ground.writeNote('in/d.md', '---\nkind: x\n---\n#mine\n');
  await expect.poll(() => view.textContent()).toBe('undefined w: c; x: d,b,a');
  await expect
    .poll(async () => (await log()).filter((entry) => entry.endsWith('new false')))
    .toEqual([]);
  await page.getByLabel('Word').fill('kept');
  await page.getByLabel('Word').press('Enter');
  await expect.poll(() => view.textContent()).toContain('kept w: c');
  await expect.poll(() => ground.readNote('my.base')).toContain('word: kept');
  await page.getByLabel('View', { exact: true }).selectOption({ label: 'Second' });
  await page.getByText('Unknown view type: nobody').waitFor();
});

it('a fenced block shows the same, and an unknown type once the plugin is away', async () => {
  const page = await open('on');
  await ground.openNote('block.md');
  await page.keyboard.press('Control+e');
  const view = page.locator('.markdown-reading-view .bases-view');
  await expect.poll(() => view.textContent()).toBe('undefined w: c; x: b,a');
  await page.evaluate(() => {
    (window as unknown as { playground: { unloadPlugin(): void } }).playground.unloadPlugin();
  });
  await expect.poll(() => view.textContent()).toBe('Unknown view type: fixture-base');
});

// Typings, `BasesViewConfig.get` and `set`: «null» takes a value out.
it('a view keeps values of its own in the base', async () => {
  const page = await open('on');
  await ground.openNote('my.base');
  const view = page.locator('.bases-view:visible');
  await view.click();
  await expect.poll(() => ground.readNote('my.base')).toContain('clicked: true');
  await view.click();
  await expect.poll(() => ground.readNote('my.base')).not.toContain('clicked');
});

// Help, «Create a base», «Embed a base file» and «Embed a base as a code block».
it('a base embedded in a note shows the view that is named, and is written to its file', async () => {
  const page = await open('on');
  await ground.openNote('embed.md');
  await page.keyboard.press('Control+e');
  const views = page.locator('.bases-embed .bases-view');
  await expect
    .poll(() => views.allTextContents())
    .toEqual(['undefined w: c; x: b,a', 'Unknown view type: nobody']);
  await page.getByLabel('Word').fill('kept');
  await page.getByLabel('Word').press('Enter');
  await expect.poll(() => views.first().textContent()).toBe('kept w: c; x: b,a');
  await expect.poll(() => ground.readNote('my.base')).toContain('word: kept');
  await expect.poll(() => ground.readNote('embed.md')).toBe(NOTES['embed.md']);
});

it('a changed option of a fenced block is written into the note', async () => {
  const page = await open('on');
  await ground.openNote('block.md');
  await page.keyboard.press('Control+e');
  const word = page.locator('.markdown-reading-view').getByLabel('Word');
  await word.fill('kept');
  await word.press('Enter');
  const view = page.locator('.markdown-reading-view .bases-view');
  await expect.poll(() => view.textContent()).toBe('kept w: c; x: b,a');
  const { 'block.md': before } = NOTES;
  const after = await ground.readNote('block.md');
  expect(after).toBe(before.replace(/(direction: DESC\n)/, '$1    word: kept\n'));
});

// Platform notes of 1.13.1: blocks in Live Preview are rendered anew when a processor comes or goes.
it('in Live Preview a fenced block is rendered beside the cursor’s place, and edited by its button', async () => {
  const page = await open('on');
  await ground.openNote('block.md');
  const view = page.locator('.cm-preview-code-block .bases-view');
  await expect.poll(() => view.textContent()).toBe('undefined w: c; x: b,a');
  // The view keeps something in the base by this click, and the block is drawn anew.
  await view.click();
  await expect.poll(inEditor).toContain('clicked: true');
  await expect.poll(() => view.count()).toBe(1);
  await page.getByLabel('Word').fill('kept');
  await page.getByLabel('Word').press('Enter');
  await expect.poll(() => view.textContent()).toContain('kept');
  await expect.poll(() => ground.readNote('block.md')).toContain('    word: kept');
  await page.evaluate(() => {
    (window as unknown as { playground: { unloadPlugin(): void } }).playground.unloadPlugin();
  });
  await expect.poll(() => view.textContent()).toBe('Unknown view type: fixture-base');
  await page.locator('.cm-preview-code-block').hover();
  await page.getByLabel('Edit this block').click();
  await page.locator('.cm-line', { hasText: '```base' }).waitFor();
  await expect.poll(() => view.count()).toBe(0);
  await ground.runCommand('editor:toggle-source');
  await page.keyboard.press('Control+Home');
  await expect.poll(() => view.count()).toBe(0);
});

it('off, there are none: the plugin is told, and a block is a code block', async () => {
  const page = await open('off');
  await expect.poll(() => log()).toEqual(['bases false']);
  await ground.openNote('block.md');
  await page.keyboard.press('Control+e');
  await page.locator('pre > code.language-base').waitFor();
});
