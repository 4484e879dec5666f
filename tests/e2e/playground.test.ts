// The playground's host in a real browser, with the fixture plugin in place of the real one.
import { access, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toDiskText, toEditorText } from '../../scripts/playground/host/text/line-ends.ts';
import { readMetadata } from '../../scripts/playground/host/text/markdown-metadata.ts';
import { mergeTexts } from '../../scripts/playground/host/text/text-merge.ts';
import { startServer, type RunningServer } from '../../scripts/playground/server/server.ts';
import { ensureFixturePlugin, ensurePage } from './harness/build-once.ts';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const NOTES = {
  'one.md': '---\ntags: [my-article]\nCheckbox 1: true\n---\n# One\n\nWhy? #question/inward\n',
  'folder/two.md': 'Two\n\nlast line',
};

let ground: Playground | null = null;

async function open(options: PlaygroundOptions = {}): Promise<Playground> {
  ground = await openPlayground({ plugin: 'fixture', notes: NOTES, ...options });
  return ground;
}

afterEach(async () => {
  await ground?.close();
  ground = null;
});

/** What the fixture has noted so far. */
function log({ page }: Playground): Promise<string[]> {
  return page.evaluate(() => {
    const host = window as unknown as { playground: { plugin: { log: string[] } } };
    return [...host.playground.plugin.log];
  });
}

async function waitForLog(playground: Playground, entry: string): Promise<void> {
  await expect.poll(() => log(playground), { timeout: 5000 }).toContain(entry);
}

describe('the vault', () => {
  it('is listed before the layout is ready', async () => {
    const playground = await open();
    await expect.poll(() => log(playground)).toContain('ready 2');
    expect(playground.errors).toEqual([]);
  });

  it.each([
    ['LF', 'a\nb\n', 'Xa\nb\n'],
    ['CRLF', 'a\r\nb\r\n', 'Xa\r\nb\r\n'],
    ['CR', 'a\rb\r', 'Xa\rb\r'],
    ['mixed line ends', 'a\nb\r\nc\r\nd\ne', 'Xa\nb\r\nc\r\nd\ne'],
    ['no end of line', 'a', 'Xa'],
  ])('keeps %s when a note is typed in', async (_name, before, after) => {
    const playground = await open({ notes: { 'note.md': before } });
    await playground.openNote('note.md');
    await playground.page.keyboard.type('X');
    await expect.poll(() => playground.readNote('note.md')).toBe(after);
    expect(playground.errors).toEqual([]);
  });

  it('keeps a byte order mark, and reads the properties below it', async () => {
    const playground = await open({ notes: { 'note.md': '\uFEFF---\nkey: 1\n---\ntext' } });
    const value = await playground.page.evaluate(() => {
      const host = window as unknown as {
        app: { metadataCache: { getCache(path: string): { frontmatter?: { key?: unknown } } } };
      };
      return host.app.metadataCache.getCache('note.md').frontmatter?.key;
    });
    expect(value).toBe(1);
    await playground.openNote('note.md');
    await playground.page.keyboard.press('Control+End');
    await playground.page.keyboard.type('!');
    await expect.poll(() => playground.readNote('note.md')).toBe('\uFEFF---\nkey: 1\n---\ntext!');
  });

  it('hears of changes from outside, tags and all', async () => {
    const playground = await open();
    await playground.writeNote('one.md', 'Nu? #question/outward #質疑？ `#no`\n');
    await waitForLog(playground, 'changed one.md 33 #question/outward,#質疑？');
    await playground.writeNote('folder/three.md', 'new');
    await waitForLog(playground, 'create folder/three.md');
    await playground.deleteNote('folder/two.md');
    await waitForLog(playground, 'delete folder/two.md');
  });

  it('sees a rename from outside as a delete and a create, its own as a rename', async () => {
    const playground = await open();
    await playground.renameNote('one.md', 'eins.md');
    await waitForLog(playground, 'delete one.md');
    await waitForLog(playground, 'create eins.md');
    await playground.page.evaluate(async () => {
      const { vault } = (window as unknown as { app: { vault: TestVault } }).app;
      await vault.rename(vault.getFileByPath('folder/two.md'), 'folder/zwei.md');
    });
    await expect.poll(() => log(playground)).toContain('rename folder/two.md folder/zwei.md');
    await expect.poll(() => playground.readNote('folder/zwei.md')).toBe(NOTES['folder/two.md']);
  });

  it('processes one file in turn, and again where somebody else wrote in between', async () => {
    const playground = await open({ notes: { 'count.md': '0' } });
    await playground.page.evaluate(async () => {
      const { vault } = (window as unknown as { app: { vault: TestVault } }).app;
      const file = vault.getFileByPath('count.md');
      const add = (text: string): string => String(Number(text) + 1);
      await Promise.all(Array.from({ length: 8 }, () => vault.process(file, add)));
    });
    await expect.poll(() => playground.readNote('count.md')).toBe('8');
    const modified = (await log(playground)).filter((entry) => entry === 'modify count.md');
    expect(modified).toHaveLength(8);
  });

  it('changes one property and keeps the others, the comments and the text below', async () => {
    const before = '---\r\ntitle: "x" # kept\r\nlist: [ a, b ]\r\n---\r\nbody\r\n';
    const playground = await open({ notes: { 'note.md': before } });
    await playground.page.evaluate(async () => {
      const { app } = window as unknown as {
        app: {
          vault: TestVault;
          fileManager: {
            processFrontMatter(
              file: object,
              change: (data: Record<string, unknown>) => void,
            ): Promise<void>;
          };
        };
      };
      await app.fileManager.processFrontMatter(app.vault.getFileByPath('note.md'), (data) => {
        data['Checkbox 1'] = true;
      });
    });
    await expect
      .poll(() => playground.readNote('note.md'))
      .toBe('---\r\ntitle: "x" # kept\r\nlist: [ a, b ]\r\nCheckbox 1: true\r\n---\r\nbody\r\n');
  });
});

interface TestVault {
  getFileByPath(path: string): object;
  rename(file: object, path: string): Promise<void>;
  process(file: object, change: (text: string) => string): Promise<string>;
}

describe('the metadata of a note', () => {
  it.each([
    ['#one', ['#one']],
    ['a\u3000#one #two', ['#one', '#two']],
    ['嗎？#no', []],
    ['#質疑？ #質/疑-1_', ['#質疑？', '#質/疑-1_']],
    ['#123 #1a', ['#1a']],
    ['# heading', []],
    ['#a,b #c.d', ['#a', '#c']],
    ['`#no` ``#no `` <b title="x #no"> $x #no$ $$ #no $$', []],
    ['%% #yes %% <!-- #no -->', ['#yes']],
    ['```\n#no\n```\n\n    #no\n\n<div>\n#no\n</div>\n\n#yes', ['#yes']],
    ['[[a #no]] https://x.org/ #yes [t](u #no)', ['#yes']],
    ['- [ ] task #yes\n> quote #too', ['#yes', '#too']],
    ['---\ntags: [fm]\n---\n#body', ['#body']],
  ])('finds the tags of %j', (text, expected) => {
    const tags = readMetadata(text).tags ?? [];
    expect(tags.map(({ tag }) => tag)).toEqual(expected);
    for (const { tag, position } of tags) {
      expect(text.slice(position.start.offset, position.end.offset)).toBe(tag);
    }
  });

  it('has sections, headings and list items with lines and offsets', () => {
    const cache = readMetadata(
      '---\r\na: 1\r\n---\r\n# H\r\n\r\npara\r\nmore ^id\r\n\r\n- [x] done\r\n  - sub\r\n',
    );
    expect(
      cache.sections?.map(({ type, position }) => [type, position.start.line, position.end.line]),
    ).toEqual([
      ['yaml', 0, 2],
      ['heading', 3, 3],
      ['paragraph', 5, 6],
      ['list', 8, 9],
    ]);
    expect(cache.frontmatter).toEqual({ a: 1 });
    expect(cache.headings?.[0]).toMatchObject({ heading: 'H', level: 1 });
    expect(cache.listItems?.map(({ task, parent }) => [task, parent])).toEqual([
      ['x', -9],
      [undefined, 8],
    ]);
    expect(cache.blocks).toHaveProperty('id');
  });
});

describe('line ends and merging', () => {
  it.each([
    ['a\r\nb\nc', 'a\nB\nc', 'a\r\nB\nc'],
    ['a\r\nb\r\nc\nd', 'a\nb\nnew\nc\nd', 'a\r\nb\r\nnew\r\nc\nd'],
    ['a\nb\r\nc\r\nd', 'a\nd', 'a\nd'],
  ])('gives %j its line ends back', (disk, edited, expected) => {
    expect(toDiskText(edited, disk)).toBe(expected);
    expect(toDiskText(toEditorText(disk), disk)).toBe(disk);
  });

  it.each([
    ['a b c', 'A b c', 'a b C', 'A b C'],
    ['a b c', 'a b c', 'x', 'x'],
    ['a b c', 'a X c', 'a Y c', 'a X c'],
  ])('merges %j', (base, mine, theirs, expected) => {
    expect(mergeTexts(base, mine, theirs)).toBe(expected);
  });
});

describe('the editor', () => {
  it('takes a transaction back as one step', async () => {
    const playground = await open();
    await playground.openNote('folder/two.md');
    await playground.runCommand('shout');
    await playground.settle();
    await expect.poll(() => playground.readNote('folder/two.md')).toBe('1Two\n\nlast line2');
    await playground.page.keyboard.press('Control+z');
    await playground.settle();
    await expect.poll(() => playground.readNote('folder/two.md')).toBe('Two\n\nlast line');
  });

  it('tells extensions the file and whether live preview is on', async () => {
    const playground = await open();
    await playground.openNote('one.md');
    const line = playground.page.locator('[data-fixture]');
    await expect.poll(() => line.getAttribute('data-fixture')).toBe('one.md true');
    await playground.runCommand('editor:toggle-source');
    await expect.poll(() => line.getAttribute('data-fixture')).toBe('one.md false');
  });

  it('keeps two panes on one note in step', async () => {
    const playground = await open();
    await playground.openNote('folder/two.md');
    await playground.openNote('folder/two.md', 'split');
    await playground.page.keyboard.type('both ');
    const lines = playground.page.locator('.cm-line:first-child');
    await expect.poll(() => lines.allTextContents()).toEqual(['both Two', 'both Two']);
  });

  it('merges an outside change with unsaved edits', async () => {
    const playground = await open({ notes: { 'note.md': 'first\n\nmiddle\n\nlast\n' } });
    await playground.openNote('note.md');
    await playground.page.keyboard.type('My ');
    await playground.writeNote('note.md', 'first\n\nmiddle\n\nlast of all\n');
    await expect
      .poll(() => playground.readNote('note.md'), { timeout: 5000 })
      .toBe('My first\n\nmiddle\n\nlast of all\n');
  });

  it('shows an outside change and keeps the cursor where it is', async () => {
    const playground = await open({ notes: { 'note.md': 'one\ntwo\nthree\n' } });
    await playground.openNote('note.md');
    await playground.page.keyboard.press('ArrowDown');
    await playground.writeNote('note.md', 'zero\none\ntwo\nthree\n');
    await expect
      .poll(() => playground.page.locator('.cm-line').first().textContent(), { timeout: 5000 })
      .toBe('zero');
    await playground.page.keyboard.type('>');
    await expect.poll(() => playground.readNote('note.md')).toBe('zero\none\n>two\nthree\n');
  });

  it('renders the reading view block by block for the post processors', async () => {
    const playground = await open();
    await playground.openNote('one.md');
    await playground.page.keyboard.press('Control+e');
    const blocks = playground.page.locator('.markdown-preview-sizer [data-lines]');
    await expect.poll(() => blocks.count()).toBe(2);
    await expect.poll(() => blocks.nth(1).getAttribute('data-lines')).toBe('6-6');
    await expect.poll(() => blocks.nth(1).locator('a.tag').textContent()).toBe('#question/inward');
  });
});

describe('modals, menus and commands', () => {
  it('runs a command from the palette by keyboard alone', async () => {
    const { page, errors } = await open();
    await page.keyboard.press('Control+p');
    await page.keyboard.type('fixture modal');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('typed');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => page.locator('.fixture-answer').textContent()).toBe('typed');
    expect(errors).toEqual([]);
  });

  it('keeps the focus inside a modal and gives it back on Escape', async () => {
    const playground = await open();
    const { page } = playground;
    await playground.openNote('one.md');
    await playground.runCommand('open-modal');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('.modal') !== null))
      .toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.modal').count()).toBe(0);
    await page.keyboard.type('back');
    await playground.settle();
    await expect.poll(() => playground.readNote('one.md')).toMatch(/^back---/);
  });

  it('opens the editor’s menu with the plugin’s item, by arrow keys', async () => {
    const playground = await open();
    const { page } = playground;
    await playground.openNote('one.md');
    await page.locator('.cm-line').first().click({ button: 'right' });
    await page.locator('.menu').waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.notice').textContent()).toBe('Chosen in the editor');
    await expect.poll(() => page.locator('.menu').count()).toBe(0);
  });

  it('hands files to plugins from the explorer’s menu', async () => {
    const playground = await open();
    const { page } = playground;
    await page.locator('[data-path="folder/two.md"]').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Note the file' }).click();
    await expect.poll(() => log(playground)).toContain('menu folder/two.md');
  });

  it('shows a failing plugin in a red notice and in `errors`', async () => {
    const playground = await open();
    await playground.page.keyboard.press('Control+p');
    await playground.page.keyboard.type('fixture fail');
    await playground.page.keyboard.press('Enter');
    await playground.page.locator('.notice.mod-error').waitFor();
    expect(playground.errors.join()).toContain('The fixture failed on purpose.');
  });
});

describe('small parts', () => {
  it('knows icons by current, older, prefixed and Obsidian’s own names', async () => {
    const { page } = await open();
    for (const name of ['check', 'lucide-check', 'help-circle', 'gear', 'text-select']) {
      const shapes = await page.evaluate((icon) => {
        const { playground } = window as unknown as {
          playground: { app: { plugins: { obsidian: { getIcon(name: string): Element | null } } } };
        };
        return playground.app.plugins.obsidian.getIcon(icon)?.childElementCount ?? 0;
      }, name);
      expect(shapes, name).toBeGreaterThan(0);
    }
  });

  it('shows the passage a link points at', async () => {
    const { page } = await open();
    await page.evaluate(() => {
      const { app } = window as unknown as {
        app: { workspace: { trigger(name: string, request: object): void } };
      };
      const targetEl = document.querySelector('[data-path="one.md"]');
      app.workspace.trigger('hover-link', {
        event: new MouseEvent('mouseover'),
        source: 'test',
        hoverParent: { hoverPopover: null },
        targetEl,
        linktext: 'one#One',
      });
    });
    await page.locator('.hover-popover h1').waitFor();
    await expect.poll(() => page.locator('.hover-popover h1').textContent()).toBe('One');
  });
});

describe('settings', () => {
  it('draws definitions, checks and saves values, and follows predicates', async () => {
    const playground = await open();
    const { page } = playground;
    await page.keyboard.press('Control+,');
    const row = (name: string) =>
      page
        .locator('.setting-item')
        .filter({ has: page.locator(`.setting-item-name:text-is("${name}")`) });
    const dropdown = row('Size').locator('select');
    await expect.poll(() => dropdown.isDisabled()).toBe(true);
    await row('Loud').locator('.checkbox-container').click();
    await expect.poll(() => dropdown.isDisabled()).toBe(false);
    await row('Greeting').locator('input').fill('bad');
    await expect
      .poll(() => row('Greeting').locator('.setting-item-error').textContent())
      .toBe('Not that one.');
    await row('Greeting').locator('input').fill('Good day');
    const saved = '.obsidian/plugins/fixture-plugin/data.json';
    await expect
      .poll(async () => JSON.parse(await playground.readNote(saved)) as unknown)
      .toEqual({ greeting: 'Good day', loud: true, size: 's' });
    await row('More').click();
    await page.getByRole('button', { name: 'Go', exact: true }).waitFor();
    await page.locator('.setting-page-back').click();
    await row('More').waitFor();
    expect(playground.errors).toEqual([]);
  });

  it('tells the plugin when its data changed on disk', async () => {
    const playground = await open({ data: { greeting: 'Before' } });
    await playground.writeNote(
      '.obsidian/plugins/fixture-plugin/data.json',
      JSON.stringify({ greeting: 'After' }),
    );
    await waitForLog(playground, 'settings After');
  });
});

describe('the workspace', () => {
  it('comes back after a reload with panes and view state', async () => {
    const playground = await open();
    const { page } = playground;
    await playground.openNote('one.md');
    await page.locator('[aria-label="Open the fixture view"]').click();
    const count = page.locator('.fixture-count');
    await count.click();
    await count.click();
    await expect
      .poll(() => playground.readNote('.obsidian/workspace.json').catch(() => ''))
      .toContain('"count": 2');
    await playground.reload();
    await expect.poll(() => count.textContent()).toBe('Count 2');
    await expect
      .poll(() => page.locator('.mod-root .workspace-tab-header').allTextContents())
      .toEqual(['one', 'Fixture view']);
    expect(playground.errors).toEqual([]);
  });

  it('keeps a view’s place while its plugin is unloaded', async () => {
    const playground = await open();
    await playground.runCommand('open-view');
    await playground.page.locator('.fixture-count').click();
    await playground.page.evaluate(() => {
      (window as unknown as { playground: { unloadPlugin(): void } }).playground.unloadPlugin();
    });
    await expect.poll(() => playground.page.locator('.fixture-count').count()).toBe(0);
    await expect.poll(() => playground.page.locator('.status-bar').textContent()).toBe('');
    await playground.page.evaluate(() =>
      (window as unknown as { playground: { loadPlugin(): Promise<unknown> } }).playground
        .loadPlugin()
        .then(() => null),
    );
    await expect
      .poll(() => playground.page.locator('.fixture-count').textContent())
      .toBe('Count 1');
  });

  it('goes back and forward through a pane’s notes', async () => {
    const playground = await open();
    const title = playground.page.locator('.mod-root .view-header-title');
    await playground.openNote('one.md');
    await playground.openNote('folder/two.md');
    await playground.runCommand('app:go-back');
    await expect.poll(() => title.textContent()).toBe('one');
    await playground.runCommand('app:go-forward');
    await expect.poll(() => title.textContent()).toBe('two');
  });

  it('is a phone where asked: classes, drawers, language, theme', async () => {
    const { page } = await open({ width: 'phone', lang: 'zh-TW', theme: 'dark' });
    const classes = await page.evaluate(() => document.body.className);
    expect(classes.split(' ').sort()).toEqual(['is-mobile', 'is-phone', 'theme-dark']);
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('zh-TW');
    await expect.poll(() => page.locator('.mod-left-split').isVisible()).toBe(false);
    await page.locator('[aria-label="切換左側欄"]').click();
    await page.locator('[data-path="one.md"]').click();
    await expect.poll(() => page.locator('.mod-left-split').isVisible()).toBe(false);
    await expect.poll(() => page.locator('.view-header-title:visible').textContent()).toBe('one');
  });
});

describe('the server', () => {
  let folder = '';
  let server: RunningServer;

  beforeEach(async () => {
    await ensurePage();
    folder = await mkdtemp(join(tmpdir(), 'playground-server-'));
    const vault = join(folder, 'vault');
    await writeFile(join(folder, 'secret.md'), 'secret');
    await mkdir(vault);
    await writeFile(join(vault, 'note.md'), 'note');
    await symlink(folder, join(vault, 'out'));
    await symlink(join(folder, 'secret.md'), join(vault, 'link.md'));
    await symlink(join(folder, 'nowhere.md'), join(vault, 'dangling.md'));
    server = await startServer({ vault, plugin: await ensureFixturePlugin() });
  });

  afterEach(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  const file = (path: string): string => `${server.url}api/file?path=${path}`;

  it.each([
    ['a parent', '../secret.md'],
    ['an encoded parent', '..%2Fsecret.md'],
    ['a parent further in', 'note.md/../../secret.md'],
    ['a backslash', '..%5Csecret.md'],
    ['an absolute path', '%2Fetc%2Fpasswd'],
    ['a drive', 'C:/secret.md'],
    ['a NUL', 'note.md%00.png'],
    ['a linked folder', 'out/secret.md'],
    ['a linked file', 'link.md'],
    ['a link to nothing', 'dangling.md'],
    ['an empty part', 'a//b.md'],
  ])('refuses %s, whatever is asked of it', async (_name, path) => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const body = method === 'PUT' ? 'changed' : null;
      await expect
        .poll(async () => (await fetch(file(path), { method, body })).status, { message: method })
        .toBe(403);
    }
    await expect
      .poll(
        async () =>
          (await fetch(`${server.url}api/rename?path=note.md&to=${path}`, { method: 'POST' }))
            .status,
      )
      .toBe(403);
    await expect(access(join(folder, 'nowhere.md'))).rejects.toThrow();
  });

  it('refuses to remove or replace the folder itself', async () => {
    await expect.poll(async () => (await fetch(file(''), { method: 'DELETE' })).status).toBe(403);
    await expect
      .poll(async () => (await fetch(file(''), { method: 'PUT', body: 'x' })).status)
      .toBe(403);
  });

  it('refuses another origin and a host that is no loopback address', async () => {
    const foreign = await fetch(file('note.md'), {
      method: 'PUT',
      body: 'x',
      headers: { origin: 'http://elsewhere.example' },
    });
    expect(foreign.status).toBe(403);
    const { port } = new URL(server.url);
    const rebound = await new Promise<number | undefined>((resolve, reject) => {
      request(
        {
          host: '127.0.0.1',
          port,
          path: '/api/file?path=note.md',
          headers: { host: `evil.example:${port}` },
        },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      )
        .on('error', reject)
        .end();
    });
    expect(rebound).toBe(403);
    await expect.poll(async () => await (await fetch(file('note.md'))).text()).toBe('note');
  });

  it('writes only where the expected text or time still stands', async () => {
    const put = async (headers: Record<string, string>): Promise<number> =>
      (await fetch(file('note.md'), { method: 'PUT', body: 'next', headers })).status;
    await expect.poll(() => put({ 'x-expected-sha256': '0'.repeat(64) })).toBe(409);
    await expect.poll(() => put({ 'x-expected-mtime': '1' })).toBe(409);
    await expect.poll(() => put({ 'x-expected-absent': 'true' })).toBe(409);
    const entry = (await (await fetch(`${server.url}api/stat?path=note.md`)).json()) as {
      stat: { mtime: number };
    };
    await expect.poll(() => put({ 'x-expected-mtime': String(entry.stat.mtime) })).toBe(200);
  });

  it('forbids the page any other address', async () => {
    const policy = (await fetch(server.url)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("default-src 'none'");
  });

  it('says so when the port is taken or the folder is none', async () => {
    const port = Number(new URL(server.url).port);
    const plugin = await ensureFixturePlugin();
    await expect(startServer({ vault: server.vault, plugin, port })).rejects.toThrow('in use');
    await expect(startServer({ vault: join(folder, 'nowhere'), plugin })).rejects.toThrow();
  });
});
