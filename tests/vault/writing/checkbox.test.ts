import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TFile } from 'obsidian';
import { parse } from 'yaml';
import { DEFAULT_SCOPE, type ScopeRule } from '../../../src/core/model/scope';
import { writeArticle, setCheckbox } from '../../../src/vault/writing/checkbox';
import { failureOf } from '../../../src/vault/failure';
import { FakeEditor } from '../fake-editor';
import { FakeVault } from '../fake-vault';
import { MarkdownView } from '../obsidian';

vi.mock('obsidian', () => import('../obsidian'));

let vault: FakeVault;
beforeEach(() => {
  vault = new FakeVault();
});

function addNote(text: string): TFile {
  return vault.add('a.md', text) as unknown as TFile;
}

describe('the checkbox of an article', () => {
  it.each<[string, string, boolean, string]>([
    [
      'is ticked',
      '---\ntitle: "為什麼？"\nCheckbox 1: false\n---\n文',
      true,
      '---\ntitle: "為什麼？"\nCheckbox 1: true\n---\n文',
    ],
    ['is unticked', '---\nCheckbox 1: true\n---\n文', false, '---\nCheckbox 1: false\n---\n文'],
    ['is added', '---\ntitle: "x"\n---\n文', true, '---\ntitle: "x"\nCheckbox 1: true\n---\n文'],
    [
      'is ticked under the name that stands there, in whichever capitals',
      '---\nCHECKBOX 1: false\n---\n文',
      true,
      '---\nCHECKBOX 1: true\n---\n文',
    ],
    [
      'is the one that is written alike, where there are several',
      '---\ncheckbox 1: false\nCheckbox 1: false\n---\n文',
      true,
      '---\ncheckbox 1: false\nCheckbox 1: true\n---\n文',
    ],
    [
      'comes with frontmatter where there is none',
      '文？\n',
      true,
      '---\nCheckbox 1: true\n---\n文？\n',
    ],
  ])('%s', async (_, text, ticked, expected) => {
    const outcome = await setCheckbox(vault.app, addNote(text), 'Checkbox 1', ticked);
    expect(outcome).toMatchObject({ ok: true });
    expect(vault.text('a.md')).toBe(expected);
  });

  it.each<[string, string, boolean]>([
    ['ticked', '---\nCheckbox 1: true\ntitle: "x"\n---\n文', false],
    ['not ticked', '---\nCheckbox 1: false\n---\n文', true],
    ['not there', '---\ntitle: "x"\n---\n文', true],
    ['ticked in small letters', '---\ncheckbox 1: true\n---\n文', false],
  ])('is put back where it was %s', async (_, text, ticked) => {
    const outcome = await setCheckbox(vault.app, addNote(text), 'Checkbox 1', ticked);
    expect(vault.text('a.md')).not.toBe(text);
    if (outcome.ok) await outcome.takeBack();
    expect(vault.text('a.md')).toBe(text);
  });

  it('is not put back where somebody changed it since', async () => {
    const outcome = await setCheckbox(
      vault.app,
      addNote('---\nCheckbox 1: true\n---\n文'),
      'Checkbox 1',
      false,
    );
    vault.modify('a.md', '---\nCheckbox 1: "maybe"\n---\n文');
    if (outcome.ok) expect(await outcome.takeBack()).toMatchObject({ ok: true });
    expect(vault.text('a.md')).toBe('---\nCheckbox 1: "maybe"\n---\n文');
  });

  it('of a note that is gone is a failure', async () => {
    const file = addNote('文');
    vault.delete('a.md');
    expect(await setCheckbox(vault.app, file, 'Checkbox 1', true)).toEqual({
      ok: false,
      failure: { code: 'missing', detail: 'a.md' },
    });
  });

  it('of a note whose frontmatter is broken is a failure and leaves it so', async () => {
    const file = addNote('文');
    vault.modify('a.md', '---\na: [1\n---\n文');
    const outcome = await setCheckbox(vault.app, file, 'Checkbox 1', true);
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'frontmatter' } });
    expect(vault.text('a.md')).toBe('---\na: [1\n---\n文');
  });
});

it.each([
  [Object.assign(new Error('gone'), { code: 'ENOENT' }), 'missing', 'gone'],
  [Object.assign(new Error('no'), { code: 'EPERM' }), 'read-only', 'no'],
  [Object.assign(new Error('odd'), { code: 7 }), 'failed', 'odd'],
  [Object.assign(new Error('bad'), { name: 'YAMLParseError' }), 'frontmatter', 'bad'],
  ['a string', 'failed', 'a string'],
])('%s is a failure with a code', (error, code, detail) => {
  expect(failureOf(error)).toEqual({ code, detail });
});

describe('a note that is made an article', () => {
  /** The properties, and what stands below them. */
  const read = (): unknown => {
    const text = vault.text('a.md');
    const [block = '', yaml = ''] = /^---\n([^]*?)\n?---\n/.exec(text) ?? [];
    return [(parse(yaml) as unknown) ?? {}, text.slice(block.length)];
  };

  it.each<[string, string, object]>([
    ['gets both', '文？', { tags: ['my-article'], 'Checkbox 1': true }],
    [
      'gets the tag beside others, under the name that stands there',
      '---\nTags: [one]\nCheckbox 1: true\n---\n文？',
      { Tags: ['one', 'my-article'], 'Checkbox 1': true },
    ],
    [
      'gets the tag beside those in one text',
      '---\ntag: one, two\n---\n文？',
      { tag: ['one', 'two', 'my-article'], 'Checkbox 1': true },
    ],
    [
      'gets the tick alone where it has a child of the tag',
      '---\ntags: my-article/long\ncheckbox 1: false\n---\n文？',
      { tags: 'my-article/long', 'checkbox 1': true },
    ],
  ])('%s, and has, taken back, what it had', async (_, text, expected) => {
    const file = addNote(text);
    const before = read();
    const outcome = await writeArticle(vault.app, file, DEFAULT_SCOPE);
    expect(read()).toEqual([expected, '文？']);
    if (outcome.ok) await outcome.takeBack();
    expect(read()).toEqual(before);
  });

  it.each<[string, Partial<ScopeRule>, string, string]>([
    [
      'the tick alone where the rule has no tag',
      { tags: [] },
      '文',
      '---\nCheckbox 1: true\n---\n文',
    ],
    [
      'the tag alone where the rule has no checkbox',
      { checkbox: null },
      '文',
      '---\ntags:\n  - my-article\n---\n文',
    ],
    [
      'a tag without its sign',
      { tags: ['#a/b'], checkbox: null },
      '文',
      '---\ntags:\n  - a/b\n---\n文',
    ],
    [
      'no tick where it is to have none',
      { tags: [], checkboxValue: false },
      '---\nCheckbox 1: true\n---\n文',
      '---\nCheckbox 1: false\n---\n文',
    ],
    [
      'nothing where it has no tick and is to have none',
      { tags: [], checkboxValue: false },
      '---\ntitle: x\n---\n文',
      '---\ntitle: x\n---\n文',
    ],
    [
      'nothing where it has the tick',
      { tags: [] },
      '---\ncheckbox 1: true\n---\n文',
      '---\ncheckbox 1: true\n---\n文',
    ],
  ])('gets %s', async (_, rule, text, expected) => {
    const outcome = await writeArticle(vault.app, addNote(text), { ...DEFAULT_SCOPE, ...rule });
    expect(outcome.ok).toBe(true);
    expect(vault.text('a.md')).toBe(expected);
    if (outcome.ok) await outcome.takeBack();
    expect(vault.text('a.md')).toBe(text);
  });

  it('keeps remarks and everything else as it is written, and is taken back to the byte', async () => {
    const text = `---\r\n# mine\r\ntags:   [one] # two\r\ndate:  2026-01-02\r\nCheckbox 1: # not yet\r\n---\r\n文？`;
    const outcome = await writeArticle(vault.app, addNote(text), DEFAULT_SCOPE);
    expect(vault.text('a.md')).toBe(
      text.replace('[one]', '[one, my-article]').replace('Checkbox 1:', 'Checkbox 1: true'),
    );
    if (outcome.ok) expect(await outcome.takeBack()).toMatchObject({ ok: true });
    expect(vault.text('a.md')).toBe(text);
  });

  it.each([
    ['stand between braces', '---\n{ tags: [one], title: "x" }\n---\n文？', ['one']],
    [
      'have a number among the tags',
      '---\ntags: [one, 2026]\ntitle: "x"\n---\n文？',
      ['one', 2026],
    ],
  ])('is written anew where its properties %s', async (_, text, tags) => {
    const file = addNote(text);
    const before = read();
    const outcome = await writeArticle(vault.app, file, DEFAULT_SCOPE);
    const after = { tags: [...tags, 'my-article'], title: 'x', 'Checkbox 1': true };
    expect(read()).toEqual([after, '文？']);
    if (outcome.ok) await outcome.takeBack();
    expect(read()).toEqual(before);
  });

  it('that can’t be written anew is a failure, and stays as it is', async () => {
    const text = '---\n{ tags: [one], title: "x" }\n---\n文？';
    const file = addNote(text);
    vault.processFails = Object.assign(new Error('EROFS'), { code: 'EROFS' });
    expect(await writeArticle(vault.app, file, DEFAULT_SCOPE)).toEqual({
      ok: false,
      failure: { code: 'read-only', detail: 'EROFS' },
    });
    expect(vault.text('a.md')).toBe(text);
  });

  it('goes into the text that an editor has, which may be newer than the file', async () => {
    const file = addNote('文？\n');
    const editor = new FakeEditor('新的文？\n');
    vault.leaves.push({ view: new MarkdownView(file, editor) });
    const outcome = await writeArticle(vault.app, file, DEFAULT_SCOPE);
    expect(outcome).toMatchObject({ ok: true });
    const head = '---\ntags:\n  - my-article\nCheckbox 1: true\n---\n';
    expect(editor.getValue()).toBe(`${head}新的文？\n`);
    if (outcome.ok) await outcome.takeBack();
    expect(editor.getValue()).toBe('新的文？\n');
  });

  it('is taken back where the same is written otherwise by now', async () => {
    const file = addNote('---\ntags: [one]\n---\n文');
    const outcome = await writeArticle(vault.app, file, DEFAULT_SCOPE);
    const made = vault.text('a.md');
    vault.modify('a.md', made.replace('[one, my-article]', '[ one, my-article ] # both'));
    expect(vault.text('a.md')).not.toBe(made);
    if (outcome.ok) await outcome.takeBack();
    expect(read()).toEqual([{ tags: ['one'] }, '文']);
  });

  it('keeps, taken back, what was changed since', async () => {
    const file = addNote('---\ntags: [one]\n---\n文');
    const outcome = await writeArticle(vault.app, file, DEFAULT_SCOPE);
    await setCheckbox(vault.app, file, 'Checkbox 1', false);
    if (outcome.ok) await outcome.takeBack();
    expect(read()).toEqual([{ tags: ['one'], 'Checkbox 1': false }, '文']);
  });
});
