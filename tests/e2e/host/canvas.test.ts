// The core plugin Canvas: `.canvas` files as JSON Canvas 1.0 (jsoncanvas.org; `canvas.d.ts` of the typings), their text
// and note cards rendered as notes are. That text cards take all that a note does, plugins' code blocks too:
// github.com/obsidianmd/obsidian-help/pull/345. That `getSectionInfo` has nothing to tell there: typings,
// `MarkdownPostProcessorContext.getSectionInfo` («This function may also return null in many circumstances»).
import { afterEach, describe, expect, it } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from '../harness/playground.ts';

const CARD = { width: 300, height: 200 };
const NODES = [
  { id: 't', type: 'text', x: -400, y: 0, ...CARD, text: '# Card\n\nWhy? #question/inward' },
  { id: 'h', type: 'file', x: 0, y: 0, ...CARD, file: 'note.md', subpath: '#Second' },
  { id: 'b', type: 'file', x: 400, y: 0, ...CARD, file: 'note.md', subpath: '#^block' },
  { id: 'w', type: 'file', x: 0, y: 300, ...CARD, file: 'note.md' },
  { id: 'm', type: 'file', x: 400, y: 300, ...CARD, file: 'missing.md' },
  { id: 'l', type: 'link', x: 800, y: 0, ...CARD, url: 'https://example.org' },
  { id: 'g', type: 'group', x: -450, y: -50, width: 1600, height: 600, label: 'Group' },
];
const NOTE = `---
tags: [a]
---
# First

One? #question/inward/anomaly

# Second

Two? #question/outward/limits

## Below

Three? #question/outward/analogy

# Third

Four? ^block
`;

let ground: Playground;

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

async function open(options: PlaygroundOptions = {}, nodes: readonly object[] = NODES) {
  const canvas = JSON.stringify({ nodes, edges: [] });
  ground = await openPlayground({ notes: { 'note.md': NOTE, 'my.canvas': canvas }, ...options });
  await ground.openNote('my.canvas');
  await ground.page.locator('.canvas-node p').first().waitFor();
}

/** The cards in the file's order, each by the texts of its blocks. */
const cards = () =>
  ground.page
    .locator('.canvas-node')
    .evaluateAll((nodes) =>
      nodes.map((node) =>
        Array.from(node.querySelectorAll('h1, h2, p'), ({ textContent }) => textContent).join('|'),
      ),
    );

/** Cards are drawn in the order of the file, but for those that were drawn anew. */
const eventuallyCards = () =>
  expect.poll(async () => (await cards()).filter((card) => card !== ''));

describe('a canvas', () => {
  it('shows text cards, and notes whole, by heading and by block', async () => {
    await open({ plugin: 'fixture' });
    await eventuallyCards().toEqual([
      'Card|Why? #question/inward',
      'Second|Two? #question/outward/limits|Below|Three? #question/outward/analogy',
      'Four?',
      'First|One? #question/inward/anomaly|Second|Two? #question/outward/limits|Below|Three? #question/outward/analogy|Third|Four?',
    ]);
    const { page } = ground;
    await page.getByText('https://example.org').waitFor();
    await page.getByText('Group', { exact: true }).waitFor();
    await page.getByText('missing.md', { exact: true }).waitFor();
    const [one, other] = await Promise.all(
      ['Why?', 'One?'].map((text) =>
        page.locator('.canvas-node', { hasText: text }).last().boundingBox(),
      ),
    );
    expect((other?.x ?? 0) - (one?.x ?? 0)).toBe(400);
    expect((other?.y ?? 0) - (one?.y ?? 0)).toBe(300);
  });

  it('runs post processors on its cards, with the card’s path and without lines', async () => {
    await open({ plugin: 'fixture' });
    const told = () =>
      ground.page
        .locator('.canvas-node [data-processed]')
        .evaluateAll((blocks) =>
          blocks.map((block) => [
            block.getAttribute('data-processed'),
            block.getAttribute('data-lines'),
          ]),
        );
    await expect.poll(async () => (await told()).length).toBe(15);
    await expect
      .poll(async () => new Set((await told()).map(String)))
      .toEqual(new Set(['my.canvas,', 'note.md,']));
  });

  it('follows its file and its notes', async () => {
    await open({ plugin: 'fixture' }, NODES.slice(0, 2));
    await ground.page.evaluate(() => {
      document.querySelector('.canvas-node h1')?.setAttribute('data-kept', '');
    });
    await ground.writeNote('note.md', '# Second\n\nNew?\n');
    await eventuallyCards().toEqual(['Card|Why? #question/inward', 'Second|New?']);
    await ground.writeNote('note.md', 'None\n');
    await ground.page.getByText('note has no #Second.').waitFor();
    const [text, note] = NODES;
    await ground.writeNote(
      'my.canvas',
      JSON.stringify({
        nodes: [
          { ...text, x: 0 },
          { ...note, subpath: '' },
        ],
      }),
    );
    await eventuallyCards().toEqual(['Card|Why? #question/inward', 'None']);
    // A card that was only moved is the one it was.
    await expect.poll(() => ground.page.locator('.canvas-node h1[data-kept]').count()).toBe(1);
    await ground.deleteNote('note.md');
    await eventuallyCards().toEqual(['Card|Why? #question/inward']);
  });

  it('has chips in its cards by the plugin’s post processor', async () => {
    await open();
    const labels = () =>
      ground.page
        .locator('.canvas-node .question-stance-tag-chip')
        .evaluateAll((chips) => chips.map((chip) => chip.getAttribute('data-label')));
    const [stance, limits, analogy] = [
      'Digging inward',
      'Test against real limits',
      'Build an analogy',
    ];
    await expect
      .poll(labels)
      .toEqual([stance, limits, analogy, 'Observed anomaly', limits, analogy]);
    await ground.screenshot('canvas');
  });
});

// Not documented; plugins ask before they reach for a core plugin.
it('core plugins are said to be on only where they are there', async () => {
  await open({ plugin: 'fixture', bases: 'off' });
  const on = await ground.page.evaluate(() => {
    const { app } = window as unknown as {
      app: {
        internalPlugins: { getEnabledPlugins(): { id: string }[] };
        viewRegistry: { typeOf(file: { extension: string }): string };
      };
    };
    return [
      app.internalPlugins.getEnabledPlugins().map(({ id }) => id),
      ['canvas', 'base'].map((extension) => app.viewRegistry.typeOf({ extension })),
    ];
  });
  expect(on).toEqual([
    ['canvas', 'command-palette', 'file-explorer', 'page-preview'],
    ['canvas', 'unknown-file'],
  ]);
});

// Help, «Embed files»: a note, a heading and a block of one can be embedded.
describe('an embed in a note', () => {
  it('shows a heading with what is below it, or a block, and follows the note', async () => {
    ground = await openPlayground({
      plugin: 'fixture',
      notes: { 'note.md': NOTE, 'out.md': '![[note#Second]]\n\n![[note#^block]]\n' },
    });
    await ground.openNote('out.md');
    await ground.page.keyboard.press('Control+e');
    const embeds = () =>
      ground.page
        .locator('.markdown-reading-view .markdown-embed')
        .evaluateAll((all) =>
          all.map((embed) =>
            Array.from(embed.querySelectorAll('h1, h2, p'), ({ textContent }) => textContent),
          ),
        );
    const second = ['Second', 'Two? #question/outward/limits', 'Below'];
    await expect.poll(embeds).toEqual([[...second, 'Three? #question/outward/analogy'], ['Four?']]);
    await ground.writeNote('note.md', NOTE.replace('Four?', 'Five?').replace('Three?', 'Six?'));
    await expect.poll(embeds).toEqual([[...second, 'Six? #question/outward/analogy'], ['Five?']]);
  });
});
