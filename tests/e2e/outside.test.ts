// The plugin from outside its interface, on the built plugin: the app's command line, links, and the API that other
// plugins and scripts are given.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { QuestionStanceApi } from '../../src/api';
import { PROJECT } from './harness/build-once.ts';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const HEAD = '---\ntags: [my-article]\nCheckbox 1: true\n---\n';
const TALK = `${HEAD}Ann: How would anyone know? #question/outward/philosophy

Ben: What did the others do?
`;
const TEA = 'Milk or tea?\n';

interface Window {
  readonly app: {
    readonly cli: {
      run(parts: readonly string[]): Promise<string>;
      register(name: string, description: string, flags: null, handler: () => string): void;
    };
    readonly protocol: { open(address: string): boolean };
    readonly plugins: {
      readonly plugins: Record<string, { readonly api: QuestionStanceApi } | undefined>;
    };
  };
  readonly playground: { unloadPlugin(): void; loadPlugin(): Promise<void> };
  heard?: string[];
}

let ground: Playground;
let page: Page;

async function open(options: PlaygroundOptions = {}): Promise<void> {
  ground = await openPlayground({ notes: { 'talk.md': TALK, 'tea.md': TEA }, ...options });
  page = ground.page;
}

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

describe('the app’s command line', () => {
  const run = (...parts: readonly string[]): Promise<string> =>
    page.evaluate(
      (given) => (window as unknown as Window).app.cli.run(given),
      [`question-stance${parts[0] ?? ''}`, ...parts.slice(1)],
    );

  it('lists the articles’ questions as tab-separated values, or in the format asked for', async () => {
    await open();
    const [heading = '', ...rows] = (await run(':list')).split('\n');
    const at = heading.split('\t').indexOf('text');
    expect(rows.map((row) => row.split('\t')[at])).toEqual([
      'How would anyone know?',
      'What did the others do?',
    ]);
    await expect.poll(() => run(':list', 'total')).toBe('2');
    await expect.poll(() => run(':list', 'scope=vault', 'total')).toBe('3');
    await expect
      .poll(() => run(':list', 'query=is:untagged', 'scope=vault', 'format=text'))
      .toBe('talk.md:7: What did the others do?\ntea.md:1: Milk or tea?');
    const listed: unknown = JSON.parse(await run(':list', 'file=tea', 'format=json'));
    expect(listed).toMatchObject([{ path: 'tea.md', start: 0, end: 12, text: 'Milk or tea?' }]);
    await expect.poll(() => run(':list', 'query=tagged', 'path=tea.md')).not.toContain('Milk');
    await expect
      .poll(() => run(':list', 'query=is:tagged', 'format=md'))
      .toContain('- How would anyone know? *Bridging outward › Ultimate philosophy*');
  });

  it('counts, by what their tag says too, and explains', async () => {
    await open();
    await expect
      .poll(() => run('', 'scope=vault'))
      .toBe('count\tquestions\ntotal\t3\nmatched\t3\nnotes\t2\ntagged\t1\nuntagged\t2\nskipped\t0');
    await expect
      .poll(async () => JSON.parse(await run('', 'format=json')) as unknown)
      .toMatchObject({ total: 2, tagged: 1 });
    await expect.poll(() => run(':matrix')).toContain('\noutward\tphilosophy\t1\n');
    await expect.poll(() => run(':matrix', 'format=md')).toContain('| outward | philosophy | 1 |');
    await expect
      .poll(() => run(':explain', 'query=is:tagged others'))
      .toBe('2\nis:tagged: 1\nothers: 1\n0');
  });

  it('says what it would tag, tags where it is told to, and undo gives the bytes back', async () => {
    await open();
    const asked = [':tag', 'query=is:untagged', 'scope=vault', 'mark=inward/anomaly'];
    await expect
      .poll(() => run(...asked))
      .toBe(
        'talk.md:7: What did the others do?\tnone → inward/anomaly\n' +
          'tea.md:1: Milk or tea?\tnone → inward/anomaly\n' +
          '2 questions would be changed. Add “write” to do it.',
      );
    await expect.poll(() => ground.readNote('tea.md')).toBe(TEA);
    await expect.poll(() => run(...asked, 'write')).toBe('2 questions changed.');
    await expect
      .poll(() => ground.readNote('tea.md'))
      .toBe('Milk or tea? #question/inward/anomaly\n');
    await ground.runCommand('undo-tagging');
    await expect.poll(() => ground.readNote('tea.md')).toBe(TEA);
    await expect.poll(() => ground.readNote('talk.md')).toBe(TALK);
  });

  it('is there but for what somebody else has taken', async () => {
    await open();
    await page.evaluate(() => {
      const { app, playground } = window as unknown as Window;
      playground.unloadPlugin();
      app.cli.register('question-stance:matrix', 'Another one', null, () => 'another');
      return playground.loadPlugin();
    });
    await expect.poll(() => run(':matrix')).toBe('another');
    await expect.poll(() => run(':list', 'total')).toBe('2');
  });

  it.each([
    [[':list', 'query=stance:inwrad'], /^Error: .*inward/],
    [[':list', 'query=date:soon'], /^Error: /],
    [[':list', 'format=xml'], /^Error: Formats are tsv, csv, json, ndjson, md, text\.$/],
    [[':list', 'path=../tea.md'], /^Error: There is no note “\.\.\/tea\.md”\.$/],
    [[':tag', 'mark=inward/anomly', 'path=tea.md'], /^Error: .*Did you mean “inward\/anomaly”\?$/],
    [[':tag', 'mark=inward', 'write'], /^Error: Say which questions/],
  ])('tells in one line what is wrong with %j', async (parts, line) => {
    await open();
    const answer = await run(...parts);
    expect(answer).toMatch(line);
    expect(answer).not.toContain('\n');
  });
});

describe('a link', () => {
  const follow = (address: string): Promise<boolean> =>
    page.evaluate((to) => (window as unknown as Window).app.protocol.open(to), address);
  const query = (words: string) => encodeURIComponent(words);

  it('opens the dashboard with a query', async () => {
    await open();
    await follow(`obsidian://question-stance?query=${query('is:untagged')}&scope=vault`);
    const shown = page.locator('.question-stance-question-text > span:first-child');
    await expect
      .poll(() => shown.allTextContents())
      .toEqual(['What did the others do?', 'Milk or tea?']);
  });

  it('opens a note at its question, or at the line', async () => {
    await open();
    await follow('obsidian://question-stance?path=talk.md&line=7');
    await expect
      .poll(() => page.locator('.question-stance-flash').allTextContents())
      .toEqual(['What did the others do?']);
    await follow('obsidian://question-stance?path=tea.md&line=900');
    await expect.poll(() => page.locator('.cm-content').innerText()).toContain('Milk');
  });

  it('opens the modal that tags a note, and writes nothing', async () => {
    await open();
    await follow('obsidian://question-stance?command=tag&path=tea.md');
    await page.locator('.question-stance-tag-modal').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => ground.readNote('tea.md')).toBe(TEA);
  });

  it('is copied from the menus of a question and of what is shown, and leads back there', async () => {
    await open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    const choose = (title: string) => page.locator('.menu-item', { hasText: title }).click();
    await ground.runCommand('open-dashboard');
    const asked = page.locator('.question-stance-question-text', { hasText: 'others' });
    await asked.click({ button: 'right' });
    await choose('Copy link');
    await expect.poll(clipboard).toMatch(/^obsidian:\/\/question-stance\?vault=.+&line=7$/);
    await follow(await clipboard());
    await page.locator('.cm-content').waitFor();
    await expect
      .poll(() => page.locator('.question-stance-flash').allTextContents())
      .toEqual(['What did the others do?']);

    await follow(`obsidian://question-stance?query=${query('is:tagged')}&scope=vault`);
    await page.getByRole('button', { name: 'Saved queries' }).click();
    await choose('Copy link');
    await expect.poll(clipboard).toContain(query('is:tagged').replace(':', '%3A'));
  });

  it.each([
    ['path=..%2F..%2Fsecret.md', 'There is no note'],
    ['command=write&path=tea.md', 'A link can’t do “write”.'],
    [`query=${'a'.repeat(100_000)}`, 'The link is too long.'],
  ])('tells what it can’t do, case %#', async (parameters, said) => {
    await open();
    await follow(`obsidian://question-stance?${parameters}`);
    await page.locator('.notice', { hasText: said }).waitFor();
    await expect.poll(() => ground.readNote('tea.md')).toBe(TEA);
  });
});

describe('the examples of docs/api.md', () => {
  const example = async (heading: string): Promise<string> => {
    const text = await readFile(join(PROJECT, 'docs/api.md'), 'utf8');
    const [, code = ''] = /```js\n([\s\S]*?)```/.exec(text.slice(text.indexOf(heading))) ?? [];
    expect(code).not.toBe('');
    return code;
  };

  it('gives a note a question, as Templater calls the script', async () => {
    await open();
    const code = await example('### A script for Templater');
    const text = await page.evaluate(
      `(async () => { const module = {}; ${code}; return module.exports(); })()`,
    );
    expect([
      'What did the others do? ([[talk.md]], line 7)',
      'Milk or tea? ([[tea.md]], line 1)',
    ]).toContain(text);
  });

  it('draws a table of askers, as DataviewJS runs the block', async () => {
    await open({ notes: { 'talk.md': `---\naskers: Ann\n---\n${TALK.slice(HEAD.length)}` } });
    const code = await example('### A block of DataviewJS');
    const table = await page.evaluate(`(async () => {
      const drawn = [];
      const dv = { table: (...given) => drawn.push(...given) };
      ${code}
      return drawn;
    })()`);
    expect(table).toEqual([['Asker', 'Questions', 'Stages'], [['Ann', 1, 'outward/philosophy']]]);
  });

  it('keeps a count, as another plugin', async () => {
    await open();
    const code = await example('### Another plugin');
    await page.evaluate(`{
      window.said = [];
      const plugin = {
        app,
        addStatusBarItem: () => ({ setText: (text) => window.said.push(text) }),
        register: () => undefined,
        ${code}
      };
      plugin.onload();
    }`);
    const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said.at(-1));
    await expect.poll(said).toBe('1 of 3 questions tagged');
    await ground.writeNote('tea.md', 'Milk or tea? #question/inward/anomaly\n');
    await expect.poll(said).toBe('2 of 3 questions tagged');
  });
});

describe('the API', () => {
  /** Runs `use` in the page, as a script of the user’s would, with the API. */
  const withApi = <Result>(use: (api: QuestionStanceApi) => Result | Promise<Result>) =>
    page.evaluate<Result>(
      `(${use.toString()})(window.kept ??= app.plugins.plugins['question-stance'].api)`,
    );

  it('answers queries, and says what is wrong with them', async () => {
    await open();
    const told = await withApi(async (api) => {
      const { total, matched, rows, errors } = await api.query('is:tagged colour:red');
      const [row] = rows;
      return {
        version: api.apiVersion,
        can: [api.hasCapability('tag'), api.hasCapability('fly')],
        numbers: [total, matched],
        row: row && { ...row },
        errors: errors.map(({ code }) => code),
        wrong: api.validate('date:soon').map(({ code, line }) => [code, line]),
        explained: await api.explain('is:tagged'),
        names: api.taxonomies().map(({ stances }) => stances.map(({ id, name }) => [id, name])),
        none: await api.questionsIn('nowhere.md'),
        inNote: (await api.questionsIn('tea.md')).map(({ text, asker }) => [text, asker]),
      };
    });
    expect(told).toEqual({
      version: 1,
      can: [true, false],
      numbers: [2, 1],
      row: expect.objectContaining({
        path: 'talk.md',
        text: 'How would anyone know?',
        label: 'Ann',
        mark: { root: 'question', stance: 'outward', stage: 'philosophy' },
      }) as unknown,
      errors: ['unknown-field'],
      wrong: [['bad-date', 1]],
      explained: [{ words: 'is:tagged', depth: 0, matched: 1 }],
      names: [
        [
          ['inward', 'Digging inward'],
          ['outward', 'Bridging outward'],
        ],
      ],
      none: [],
      inNote: [['Milk or tea?', null]],
    });
  });

  it('tags by way of the journal, reports what it left alone, and is undone as one step', async () => {
    await open();
    const report = await withApi(async (api) => {
      const { rows } = await api.query('is:untagged\nscope vault');
      const mark = { stance: 'inward', stage: 'difference' };
      const [row] = rows;
      if (!row) throw new Error('nothing found');
      return api.tag([
        ...rows.map(({ path, start, text }) => ({ path, start, text, mark })),
        { ...row, text: 'Another?', mark },
        { ...row, mark: { stance: 'inward', stage: 'nonsense' } },
        { path: 'gone.md', start: 0, text: 'Why?', mark: null },
      ]);
    });
    expect(report.written).toBe(2);
    expect(report.refused.map(({ reason }) => reason)).toEqual([
      '“Another?” is no longer in its note.',
      'There is no stage “inward/nonsense”.',
      '“gone” is not there any more.',
    ]);
    await expect
      .poll(() => ground.readNote('tea.md'))
      .toBe('Milk or tea? #question/inward/difference\n');
    await ground.runCommand('undo-tagging');
    await expect.poll(() => ground.readNote('tea.md')).toBe(TEA);
    await expect.poll(() => ground.readNote('talk.md')).toBe(TALK);
  });

  it('hands out nothing that a caller could change', async () => {
    await open();
    const changed = await withApi(async (api) => {
      const { rows, counts, errors } = await api.query('is:tagged nonsense:1');
      const tries: (() => void)[] = [
        () => Object.assign(rows[0] ?? {}, { text: 'x' }),
        () => (rows[0]?.section as string[]).push('x'),
        () => Object.assign(rows[0]?.mark ?? {}, { stance: 'x' }),
        () => (rows as unknown[]).pop(),
        () => Object.assign(counts.byStage, { x: 1 }),
        () => Object.assign(errors[0] ?? {}, { code: 'x' }),
        () => Object.assign(api.taxonomies()[0]?.stances[0] ?? {}, { name: 'x' }),
        () => Object.assign(api, { query: null }),
      ];
      return tries.filter((change) => {
        try {
          change();
          return true;
        } catch {
          return false;
        }
      }).length;
    });
    expect(changed).toBe(0);
  });

  it('tells of changes, whatever another listener does, until it is told to stop', async () => {
    await open();
    await withApi((api) => {
      const host = window as unknown as { heard: string[]; stop: () => void };
      host.heard = [];
      api.on('ready', () => host.heard.push('ready'));
      api.on('changed', () => {
        throw new Error('a listener that throws');
      });
      host.stop = api.on('changed', () => host.heard.push('changed'));
    });
    const heard = () => page.evaluate(() => (window as unknown as Window).heard ?? []);
    await expect.poll(heard).toContain('ready');
    const before = (await heard()).length;
    await ground.writeNote('talk.md', `${TALK}And why?\n`);
    await expect.poll(async () => (await heard()).length).toBeGreaterThan(before);
    await expect.poll(async () => (await heard()).at(-1)).toBe('changed');
    await page.evaluate(() => (window as unknown as { stop: () => void }).stop());
    const after = (await heard()).length;
    await ground.writeNote('talk.md', TALK);
    await expect.poll(() => withApi(async (api) => (await api.query('why')).matched)).toBe(0);
    await expect.poll(async () => (await heard()).length).toBe(after);
    expect(ground.errors.splice(0).join()).toContain('a listener that throws');
  });

  it('refuses once the plugin is switched off, also what waits', async () => {
    await open();
    await withApi((api) => api.apiVersion);
    await page.evaluate(() => (window as unknown as Window).playground.unloadPlugin());
    const refused = await withApi(async (api) => {
      const uses: (() => unknown)[] = [
        () => api.query(''),
        () => api.validate(''),
        () => api.tag([]),
        () => api.on('changed', () => undefined),
      ];
      const codes: unknown[] = [];
      for (const use of uses) {
        try {
          await use();
        } catch (error) {
          codes.push((error as { code?: unknown }).code);
        }
      }
      return codes;
    });
    expect(refused).toEqual(['unloaded', 'unloaded', 'unloaded', 'unloaded']);
  });
});
