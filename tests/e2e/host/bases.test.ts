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

it('a plugin’s view has the files of the base, options that are kept in it, and entries made anew', async () => {
  const page = await open('on');
  await ground.openNote('my.base');
  const view = page.locator('.bases-view:visible');
  await expect.poll(() => view.textContent()).toBe('undefined w: c; x: b,a');
  expect((await log()).slice(0, 2)).toEqual(['bases true', 'base before data false false']);
  await ground.writeNote('in/d.md', '---\nkind: x\n---\n#mine\n');
  await expect.poll(() => view.textContent()).toBe('undefined w: c; x: d,b,a');
  expect((await log()).filter((entry) => entry.endsWith('new false'))).toEqual([]);
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
  const view = page.locator('.block-language-base .bases-view');
  await expect.poll(() => view.textContent()).toBe('undefined w: c; x: b,a');
  await page.evaluate(() => {
    (window as unknown as { playground: { unloadPlugin(): void } }).playground.unloadPlugin();
  });
  await expect.poll(() => view.textContent()).toBe('Unknown view type: fixture-base');
});

it('off, there are none: the plugin is told, and a block is a code block', async () => {
  const page = await open('off');
  expect(await log()).toEqual(['bases false']);
  await ground.openNote('block.md');
  await page.keyboard.press('Control+e');
  await page.locator('pre > code.language-base').waitFor();
});
