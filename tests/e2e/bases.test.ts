// The view «Questions» of bases, on the built plugin: which questions, in which order and groups, what its options do,
// what goes wrong with them, and a base that is begun in a note.
import type { Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { faultsWithin } from './harness/axe.ts';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const ARTICLE = '---\ntags: [my-article]\nCheckbox 1: true\nkind: talk\n---\n';
const NOTES = {
  'in/a.md': `${ARTICLE}Ann: How would anyone know? #question/outward/philosophy\n\nBen: What is new?\n`,
  'in/b.md': '---\nkind: talk\n---\nMilk or tea?\n',
  'in/c.md':
    '---\nkind: essay\n---\n## Doubts\n\nIs it so? #question/inward/anomaly\n\nWhy then?\n',
  'in/d.md': 'No kind?\n',
  'in/picture.canvas': '{}',
  'out.md': `${ARTICLE}Not in the base?\n`,
};

/** Talks first, the last name first. */
const GROUPED = `    groupBy:
      property: note.kind
      direction: DESC
    sort:
      - property: file.name
        direction: DESC
`;

function base(options = '', filter = 'file.inFolder("in")'): string {
  return `filters:
  and:
    - ${filter}
views:
  - type: question-stance
    name: Questions
${options}`;
}

let ground: Playground;
let page: Page;
let view: Locator;

async function open(text: string, options: PlaygroundOptions = {}): Promise<void> {
  ground = await openPlayground({ notes: { ...NOTES, 'my.base': text }, ...options });
  page = ground.page;
  view = page.locator('.question-stance-base:visible');
  await ground.openNote('my.base');
}

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

/** The list as it reads: `#` before the names of groups, `##` before those of groups within. */
async function lines(of = view): Promise<readonly string[]> {
  return of.locator('[role=row]').evaluateAll((rows) =>
    rows
      .sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex))
      .map((row) => {
        const title = row.querySelector('.question-stance-note-title, .question-stance-group-name');
        const level = row.getAttribute('aria-level') ?? '';
        if (title) return `${'#'.repeat(Number(level))} ${title.textContent}`;
        return row.querySelector('[id$="-text"]')?.textContent ?? '';
      }),
  );
}

const reads = (expected: readonly string[], of = view, first = Infinity) =>
  expect.poll(async () => (await lines(of)).slice(0, first), { timeout: 10_000 }).toEqual(expected);

describe('the questions of a base', () => {
  it('are those of its files, articles or not, in its order, note by note', async () => {
    await open(base());
    await reads([
      '# a',
      'How would anyone know?',
      'What is new?',
      '# b',
      'Milk or tea?',
      '# c',
      'Is it so?',
      'Why then?',
      '# d',
      'No kind?',
    ]);
    await expect
      .poll(() => view.locator('.question-stance-total').allTextContents())
      .toEqual(['4 notes', '6 questions', '2 tagged', '4 untagged']);
    await expect.poll(() => faultsWithin(page, '.question-stance-base')).toEqual([]);
  });

  it('stand in its groups, in its order', async () => {
    await open(base(GROUPED));
    await reads([
      '# talk',
      '## b',
      'Milk or tea?',
      '## a',
      'How would anyone know?',
      'What is new?',
      '# essay',
      '## c',
      'Is it so?',
      'Why then?',
      '# None',
      '## d',
      'No kind?',
    ]);
    await view
      .locator('.question-stance-group', { hasText: 'talk' })
      .locator('.question-stance-twisty')
      .click();
    await expect
      .poll(async () => (await lines()).slice(0, 3))
      .toEqual(['# talk', '# essay', '## c']);
  });
});

describe('what the view is asked for', () => {
  it('is chosen in its menu and kept in the base', async () => {
    await open(base());
    await view.locator('.question-stance-question').first().waitFor();
    const toolbar = page.locator('.bases-toolbar:visible');
    await toolbar.getByLabel('Filter words').fill('is:untagged');
    await toolbar.getByLabel('Filter words').press('Enter');
    await reads([
      '# a',
      'What is new?',
      '# b',
      'Milk or tea?',
      '# c',
      'Why then?',
      '# d',
      'No kind?',
    ]);
    await toolbar.getByLabel('Group by').selectOption({ label: 'Not grouped' });
    await reads(['What is new?', 'Milk or tea?', 'Why then?', 'No kind?']);
    await toolbar.getByLabel('Questions at most').fill('2');
    await toolbar.getByLabel('Questions at most').press('Enter');
    await reads(['What is new?', 'Milk or tea?']);
    await toolbar.getByLabel('View').last().selectOption({ label: 'Matrix' });
    await view.locator('.question-stance-matrix.is-large').waitFor();
    await expect.poll(() => ground.readNote('my.base')).toContain(`    questionFilter: is:untagged
    questionGrouping: none
    questionLimit: "2"
    questionView: matrix
`);
  });

  it.each(['list', 'compare', 'transitions', 'timeline', 'matrix', 'path', 'table'])(
    'may be each view: %s',
    async (name) => {
      await open(base(`    questionView: ${name}\n`));
      await view.locator(`.question-stance-page.is-${name}`).waitFor();
      await expect
        .poll(() => view.locator('[data-total=questions]').textContent())
        .toBe('6 questions');
      const { bottom } = await view.evaluate((el) => el.getBoundingClientRect());
      expect(bottom).toBeLessThanOrEqual(await page.evaluate(() => window.innerHeight));
    },
  );

  it('is told where it makes no sense; nothing is written, and set right it counts', async () => {
    const text = base(`    questionFilter: 5
    questionView: lsit
    questionGrouping: [1, 2]
    questionLimit: -5
    # a remark
    another: {kept: true}
`);
    await open(text);
    const faults = view.locator('.question-stance-base-faults li');
    await expect
      .poll(() => faults.allTextContents())
      .toEqual([
        'Filter words: 5 is no text. Put it in quotes.',
        'View: “lsit” is not known here. Did you mean “list”?',
        'Questions at most: “-5” is no number from 1 up.',
        'Group by: “[1,2]” is not known here. There is: note, folder, section, label, speaker, asker, stance, stage, kind, month, quarter, year.',
      ]);
    await expect.poll(() => lines()).toEqual([]);
    await expect.poll(() => faultsWithin(page, '.question-stance-base')).toEqual([]);
    await expect.poll(() => ground.readNote('my.base')).toBe(text);
    await ground.writeNote('my.base', base('    questionLimit: 1\n    another: {kept: true}\n'));
    await reads(['# a', 'How would anyone know?']);
    await ground.writeNote('my.base', base('    questionLimit: 1000000000\n'));
    await expect
      .poll(() => faults.allTextContents())
      .toEqual(['Questions at most: “1000000000” is no number from 1 up.']);
  });
});

describe('a base that is looked at', () => {
  it('follows its files and their questions', async () => {
    await open(base('', 'file.hasTag("mine")'));
    await view.getByText('This base has no notes').waitFor();
    await ground.writeNote('in/d.md', '#mine\n\nIs it here now?\n');
    await reads(['# d', 'Is it here now?']);
    await ground.writeNote('in/b.md', '#mine\n\nAnd this?\n');
    await reads(['# b', 'And this?', '# d', 'Is it here now?']);
    await ground.renameNote('in/b.md', 'in/z.md');
    await reads(['# d', 'Is it here now?', '# z', 'And this?']);
    await ground.writeNote('in/z.md', '#mine\n\nNothing.\n');
    await reads(['# d', 'Is it here now?']);
    await ground.writeNote('in/d.md', 'Is it gone?\n');
    await view.getByText('Its one note asks nothing yet.').waitFor();
    await ground.deleteNote('in/z.md');
    await view.getByText('This base has no notes').waitFor();
  });

  it('is drawn again only where its questions are others', async () => {
    await open(base(GROUPED));
    await view.locator('.question-stance-question').first().waitFor();
    await ground.settle();
    await view.evaluate((el) => {
      const seen = ((window as unknown as { seen: string[] }).seen = []) as string[];
      new MutationObserver((changes) => {
        for (const { target } of changes)
          seen.push((target as Element).className || target.nodeName);
      }).observe(el, { subtree: true, childList: true, characterData: true });
    });
    const seen = () => page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    await ground.writeNote('out.md', `${ARTICLE}Not in the base?\n\nNor this?\n`);
    await ground.writeNote('in/a.md', `${NOTES['in/a.md']}\nNo question.\n`);
    await ground.writeNote('in/new.txt', 'No note?');
    await ground.settle();
    await page.waitForTimeout(1000);
    await expect.poll(() => seen()).toEqual([]);
    await ground.writeNote('in/a.md', `${NOTES['in/a.md']}\nOne more?\n`);
    await view.getByText('One more?').waitFor();
    await expect.poll(() => seen()).not.toEqual([]);
  });

  it('tags in place, opens at the question, and undo gives the bytes back', async () => {
    await open(base());
    const row = view.locator('.question-stance-question', { hasText: 'Milk or tea?' });
    await row.locator('.question-stance-chip-cell button').click();
    await page.keyboard.type('11');
    await expect
      .poll(() => ground.readNote('in/b.md'))
      .toBe('---\nkind: talk\n---\nMilk or tea? #question/inward/anomaly\n');
    await expect.poll(() => row.locator('.question-stance-chip').textContent()).toContain('anomal');
    await ground.runCommand('undo-tagging');
    await expect.poll(() => ground.readNote('in/b.md')).toBe(NOTES['in/b.md']);
    await row.locator('.question-stance-question-text').click();
    await expect
      .poll(() => page.locator('.question-stance-flash').allTextContents())
      .toEqual(['Milk or tea?']);
    await expect.poll(() => ground.readNote('my.base')).toBe(base());
  });

  it('shows what a cell is pressed for, writes nothing, and comes back to what the base says', async () => {
    await open(base('    questionView: matrix\n'));
    await view.locator('[data-term="stage:inward/anomaly"]').click();
    await view.getByRole('button', { name: 'Show 1 question' }).click();
    await reads(['# c', 'Is it so?']);
    await view.getByRole('button', { name: 'Show it as the base says' }).click();
    await view.locator('.question-stance-matrix.is-large').waitFor();
    await expect
      .poll(() => view.locator('[data-total=questions]').textContent())
      .toBe('6 questions');
    await expect
      .poll(() => view.getByRole('button', { name: 'Show it as the base says' }).count())
      .toBe(0);
    await expect.poll(() => ground.readNote('my.base')).toBe(base('    questionView: matrix\n'));
  });

  it('counts the tags of its notes that belong to no question, and leads to where they are cleared', async () => {
    const stray = `${NOTES['in/b.md']}\n[So? #question/inward](https://a.b)\n`;
    await open(base(), {
      notes: {
        ...NOTES,
        'in/b.md': stray,
        'out.md': `${NOTES['out.md']}\n#question/inward\n`,
        'my.base': base(),
      },
    });
    const button = view.locator('.question-stance-stray-total');
    await expect.poll(() => button.textContent()).toBe('1 tag without a question');
    await button.click();
    const modal = page.locator('.question-stance-tag-modal');
    await modal.getByText('1 tag belongs to no question').waitFor();
    await modal.getByRole('button', { name: 'Clear', exact: true }).click();
    await expect
      .poll(() => ground.readNote('in/b.md'))
      .toBe(stray.replace(' #question/inward', ''));
    await page.keyboard.press('Escape');
    await expect.poll(() => button.count()).toBe(0);
  });

  it('is worked by the keyboard, which Bases hands to its list', async () => {
    await open(base());
    await view.locator('.question-stance-question').first().waitFor();
    await view.locator('[role=treegrid]').focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Space'])
      await page.keyboard.press(key);
    await expect
      .poll(() => view.locator('[aria-selected=true] [id$="-text"]').allTextContents())
      .toEqual(['What is new?']);
    await view.getByRole('button', { name: 'More for these questions' }).click();
    await page.getByText('Copy 6 questions').waitFor();
  });
});

it('on a phone its last question can be brought above what floats over the pane', async () => {
  const many = Array.from({ length: 60 }, (_, at) => `Is it ${String(at)}?`).join('\n\n');
  await open(base(), { notes: { 'in/a.md': many, 'my.base': base() }, width: 'phone' });
  await view.locator('.question-stance-question').first().waitFor();
  const last = view.locator('.question-stance-question', { hasText: 'Is it 59?' });
  const top = (await page.locator('.workspace-ribbon').boundingBox())?.y ?? 0;
  expect(top).toBeGreaterThan(0);
  await expect
    .poll(async () => {
      await view.evaluate((el) => (el.scrollTop = el.scrollHeight));
      const box = (await last.isVisible()) ? await last.boundingBox() : null;
      return box !== null && box.y + box.height <= top;
    })
    .toBe(true);
});

describe('a base in a note', () => {
  const NOTE = `Before.\n\n![[my.base]]\n\n\`\`\`base\n${base('    questionFilter: tea\n')}\`\`\`\n\nBehind.\n`;

  it('shows its questions, embedded and as a block, no higher than the note around it', async () => {
    const many = Array.from({ length: 400 }, (_, at) => `Is it ${String(at)}?`).join('\n\n');
    await open(base(), {
      notes: { ...NOTES, 'my.base': base(), 'in/a.md': many, 'note.md': NOTE },
    });
    await ground.openNote('note.md');
    await page.keyboard.press('Control+e');
    const [embedded, block] = ['.bases-embed', '.block-language-base'].map((each) =>
      page.locator(`.markdown-reading-view ${each} .question-stance-base`),
    );
    await embedded?.locator('.question-stance-question').first().waitFor();
    await expect
      .poll(() => embedded?.locator('.question-stance-question').count())
      .toBeLessThan(40);
    const height = await embedded?.evaluate((el) => el.getBoundingClientRect().height);
    expect(height).toBeGreaterThan(300);
    expect(height).toBeLessThanOrEqual(640);
    await reads(['# b', 'Milk or tea?'], block);
  });

  it('is worked in Live Preview too, as a block, and the note stays as it is', async () => {
    await open(base(), { notes: { ...NOTES, 'my.base': base(), 'note.md': NOTE } });
    await ground.openNote('note.md');
    const row = page.locator('.cm-content .question-stance-base .question-stance-question');
    await row.locator('input[type=checkbox]').click();
    await expect.poll(() => row.getAttribute('aria-selected')).toBe('true');
    for (const key of ['ArrowUp', 'Space', 'Backspace']) await page.keyboard.press(key);
    await ground.settle();
    await expect.poll(() => ground.readNote('note.md')).toBe(NOTE);
  });
});

describe('«Insert question base»', () => {
  const inEditor = () =>
    page.evaluate(() =>
      (
        window as unknown as {
          app: { workspace: { activeEditor: { editor: { getValue(): string } } } };
        }
      ).app.workspace.activeEditor.editor.getValue(),
    );

  it('makes a base of the articles beside the note, and embeds it', async () => {
    const notes = { 'my.base': base(), 'essays/my.md': 'A line.\n', 'essays/questions.base': '' };
    await open(base(), { notes: { ...NOTES, ...notes } });
    await ground.openNote('essays/my.md');
    await ground.runCommand('insert-question-base');
    await expect.poll(inEditor).toBe('A line.\n\n![[Questions 1.base]]\n\n');
    await expect.poll(() => ground.readNote('essays/questions.base')).toBe('');
    await expect.poll(() => ground.readNote('essays/Questions 1.base')).toBe(`filters:
  and:
    - 'file.hasTag("my-article")'
    - 'note["Checkbox 1"] == true'
views:
  - type: question-stance
    name: 'Questions'
`);
    await ground.openNote('essays/Questions 1.base');
    await reads(['# a', 'How would anyone know?', 'What is new?', '# out', 'Not in the base?']);
  });

  it('says so where Bases are off; everything else works', async () => {
    await open(base(), { bases: 'off' });
    await ground.openNote('in/b.md');
    await ground.runCommand('insert-question-base');
    await page.locator('.notice', { hasText: 'Bases are off.' }).waitFor();
    await expect.poll(() => inEditor()).toBe(NOTES['in/b.md']);
    await ground.runCommand('open-dashboard');
    await page.locator('.question-stance-question').first().waitFor();
  });

  it('makes one once they are switched on, without a restart', async () => {
    await open(base());
    const switchBases = (isOn: boolean) =>
      page.evaluate(async (now) => {
        const { app, playground } = window as unknown as {
          readonly app: { readonly bases: { isOn: boolean } };
          readonly playground: { unloadPlugin(): void; loadPlugin(): Promise<void> };
        };
        app.bases.isOn = now;
        if (now) return;
        playground.unloadPlugin();
        await playground.loadPlugin();
      }, isOn);
    await switchBases(false);
    await page.getByText('Unknown view type: question-stance').waitFor();
    await ground.openNote('in/b.md');
    await ground.runCommand('insert-question-base');
    await page.locator('.notice', { hasText: 'Bases are off.' }).waitFor();
    await switchBases(true);
    await ground.openNote('my.base');
    await reads(['# a', 'How would anyone know?', 'What is new?'], view.first(), 3);
  });

  it('the plugin starts where somebody else has the name of its view', async () => {
    await open(base());
    await page.evaluate(() => {
      const { app, playground } = window as unknown as {
        readonly app: { readonly bases: { register: () => never } };
        readonly playground: { unloadPlugin(): void; loadPlugin(): Promise<void> };
      };
      playground.unloadPlugin();
      app.bases.register = () => {
        throw new Error('The view type is taken.');
      };
      return playground.loadPlugin();
    });
    await ground.runCommand('open-dashboard');
    await page.locator('.question-stance-question').first().waitFor();
    expect(ground.errors.splice(0).join()).toContain('there is no view of bases');
  });
});
