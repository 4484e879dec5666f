import { execFile, spawn } from 'node:child_process';
import { chmodSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { AnswerRow } from '../../../src/core/query';
import { builtProgram } from './program';

const program = builtProgram();
const { note } = program;

function run(...args: readonly string[]) {
  return program.run(args);
}

function scan(...args: readonly string[]): readonly AnswerRow[] {
  const { status, stdout, stderr } = run('scan', ...args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as readonly AnswerRow[];
}

function pathsAndTexts(questions: readonly AnswerRow[]): readonly string[] {
  return questions.map(({ path, text }) => `${path} ${text}`);
}

describe('scan', () => {
  it('prints a question as the format says', () => {
    const text = '# Head\n\nSay it. Why is it so? #question/inward/anomaly\n';
    note('a.md', text);
    const [question, ...others] = scan('a.md');
    expect(others).toEqual([]);
    expect(question).toEqual({
      path: 'a.md',
      start: text.indexOf('Why'),
      end: text.indexOf('?') + 1,
      line: 3,
      text: 'Why is it so?',
      kind: 'body',
      section: ['Head'],
      label: null,
      speaker: null,
      asker: null,
      group: question?.group,
      date: question?.date,
      mark: { root: 'question', stance: 'inward', stage: 'anomaly' },
      otherMarks: [],
    });
    expect(question?.group).toEqual(expect.any(Number));
  });

  it('takes a property’s name in any case', () => {
    note('a.md', '---\ntags: my-article\nCHECKBOX 1: true\n---\nWhy?\n');
    note('b.md', '---\ntags: my-article\nCheckbox: true\n---\nWho?\n');
    expect(scan('.', '--notes', 'articles').map(({ path }) => path)).toEqual(['./a.md']);
  });

  it('walks folders in the order of paths, dot folders and other files left out', () => {
    for (const path of [
      'b.md',
      'a/z.md',
      'a.md',
      'a/b/甲.MD',
      '.obsidian/x.md',
      '.y.md',
      'c.txt',
    ]) {
      note(path, '為什麼？\n');
    }
    expect(scan('.').map(({ path }) => path)).toEqual([
      './a.md',
      './a/b/甲.MD',
      './a/z.md',
      './b.md',
    ]);
    expect(scan('b.md', 'a/', '.obsidian').map(({ path }) => path)).toEqual([
      'b.md',
      'a/b/甲.MD',
      'a/z.md',
      '.obsidian/x.md',
    ]);
  });

  it('follows links, though not round in circles', () => {
    note('in/a.md', 'Why?\n');
    note('out/b.md', 'Who?\n');
    symlinkSync(join(program.folder, 'in'), join(program.folder, 'in', 'self'));
    symlinkSync(join(program.folder, 'out'), join(program.folder, 'in', 'other'));
    symlinkSync(join(program.folder, 'out', 'b.md'), join(program.folder, 'in', 'c.md'));
    symlinkSync('nowhere', join(program.folder, 'in', 'picture.png'));
    expect(pathsAndTexts(scan('in'))).toEqual(['in/a.md Why?', 'in/c.md Who?']);
  });

  it.each([
    ['a file and its folder', ['in/a.md', 'in']],
    ['a folder and its file', ['in', 'in/a.md']],
    ['a file twice', ['in/a.md', './in/a.md']],
    ['a folder twice', ['in', 'in/']],
    ['a file and a link to it', ['in/a.md', 'link.md']],
    ['a folder and a link to it', ['in', 'linked']],
    ['a link and a folder above both', ['linked', '.']],
  ])('prints a note once, given %s', (_, paths) => {
    note('in/a.md', 'Why?\n');
    symlinkSync(join(program.folder, 'in', 'a.md'), join(program.folder, 'link.md'));
    symlinkSync(join(program.folder, 'in'), join(program.folder, 'linked'));
    expect(scan(...paths).map(({ text }) => text)).toEqual(['Why?']);
  });

  it('prints embedded and skipped questions too', () => {
    note('a.md', '他不再問如何變大？，而是問別的。\n\n你好嗎？ #question/skip\n');
    expect(scan('a.md').map(({ kind, mark }) => [kind, mark?.stance])).toEqual([
      ['embedded', undefined],
      ['body', 'skip'],
    ]);
  });

  it('takes another root for the marks', () => {
    note('a.md', '為什麼？ #問/inward\n\n怎麼會？ #question/outward\n');
    expect(scan('a.md', '--root', '問').map(({ mark }) => mark?.stance)).toEqual([
      'inward',
      undefined,
    ]);
  });

  it('filters, folders counted from the folder given', () => {
    note('讀書/雨.md', '核心問題：\n\n為什麼下雨？ #question/outward/limits\n\n何時停？\n');
    note('雜記/雨.md', '誰在問？\n');
    const found = (words: string) => pathsAndTexts(scan('.', '--filter', words));
    expect(found('stage:limits')).toEqual(['./讀書/雨.md 為什麼下雨？']);
    expect(found('is:untagged 誰')).toEqual(['./雜記/雨.md 誰在問？']);
    expect(found('folder:讀書 is:untagged')).toEqual(['./讀書/雨.md 何時停？']);
    expect(found('note:雨')).toHaveLength(3);
  });

  it('keeps to articles where asked', () => {
    const properties = (tag: string, box: string) =>
      `---\ntags: [${tag}]\nCheckbox 1: ${box}\n---\n`;
    note('both.md', `${properties('my-article/essay', 'true')}Why?\n`);
    note('tag.md', `${properties('my-article', '')}Why?\n`);
    note('box.md', `${properties('other', 'true')}Why?\n`);
    note('none.md', 'Why?\n');
    note('broken.md', '---\ntags: [\n---\nWhy?\n');
    expect(scan('.', '--notes', 'articles').map(({ path }) => path)).toEqual(['./both.md']);
    expect(scan('.', '--notes', 'vault')).toHaveLength(5);
  });

  it('counts a byte order mark and carriage returns in offsets', () => {
    const text = '\ufeffFirst line.\r\n\r\nAnd why?\r\n';
    note('a.md', text);
    const [question] = scan('a.md');
    expect(question).toMatchObject({
      start: text.indexOf('And'),
      end: text.indexOf('?') + 1,
      line: 3,
      text: 'And why?',
    });
  });

  it('reads what is not UTF-8 as well as it can, and says so', () => {
    note('bad.md', Buffer.concat([Buffer.from([0xe9, 0xff]), Buffer.from(' word.\n\nWhy?\n')]));
    const { status, stdout, stderr } = run('scan', 'bad.md');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([{ text: 'Why?' }]);
    expect(stderr).toMatch(/^question-stance: bad\.md: .*UTF-8.*\n$/);
  });

  it.each([
    [
      'stage:limist',
      'in --filter, line 1, column 7: There is no stance or stage “limist”. Did you mean “limits”?\n' +
        '  stage:limist\n        ^^^^^^\n' +
        'no question fits\nstage: there are inward/anomaly, outward/limits\n',
    ],
    [
      'stance:bogus',
      'in --filter, line 1, column 8: There is no stance or stage “bogus”. There is: inward, outward.\n' +
        '  stance:bogus\n         ^^^^^\n' +
        'no question fits\nstance: there are inward, outward\n',
    ],
    ['label:bogus', 'no question fits\nlabel: there are 核心問題\n'],
    ['speaker:bogus', 'no question fits\nspeaker: no question has one\n'],
    ['沒有', 'no question fits\n'],
    ['note:bogus', 'no question fits\n'],
    ['stage:limits is:untagged 天', 'no question fits\n'],
  ])('says what there is where nothing fits %s', (words, said) => {
    note(
      'a.md',
      '核心問題：\n\n為什麼下雨？ #question/outward/limits\n\n何時停？ #question/inward/anomaly\n',
    );
    const { status, stdout, stderr } = run('scan', '.', '--filter', words);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '[]\n' });
    expect(stderr.replaceAll('question-stance: ', '')).toBe(said);
  });

  it('prints nothing but an empty array where there are no questions', () => {
    note('a.md', 'No.\n');
    expect(run('scan', '.')).toEqual({ status: 0, stdout: '[]\n', stderr: '' });
  });

  it.each([
    ['json', /^\[\n\{"path":"a\.md",.*\}\n\]\n$/],
    ['ndjson', /^\{"path":"a\.md",.*\}\n$/],
    ['csv', /^path,start,.*\r\na\.md,0,4,1,Why\?,body,.*\r\n$/],
    ['table', /^WHERE .*\na\.md:1 +- +Why\?\n$/],
  ])('prints %s', (format, expected) => {
    note('a.md', 'Why?\n');
    const { status, stdout } = run('scan', 'a.md', '--format', format);
    expect(status).toBe(0);
    expect(stdout).toMatch(expected);
  });
});

describe('what can not be read', () => {
  it('is named on standard error; the others are still printed', () => {
    note('a.md', 'Why?\n');
    note('b.md', 'Who?\n');
    const { status, stdout, stderr } = run('scan', 'a.md', 'lost.md', 'b.md');
    expect(status).toBe(1);
    expect(pathsAndTexts(JSON.parse(stdout) as readonly AnswerRow[])).toEqual([
      'a.md Why?',
      'b.md Who?',
    ]);
    expect(stderr).toBe('question-stance: lost.md: no such file or folder\n');
  });

  it.each([
    ['a canvas', 'a.canvas', '{"nodes":[{"text":"Why?"}]}', /not a Markdown note/],
    ['a base', 'a.base', 'Why?\n', /not a Markdown note/],
    ['plain text', 'a.txt', 'Why?\n', /not a Markdown note/],
    ['a name without an ending', 'README', 'Why?\n', /not a Markdown note/],
    ['bytes that are no text', 'a.md', Buffer.from('Why?\n\0\u0001\n'), /not text/],
    ['UTF-16 with its mark', 'a.md', Buffer.from('\ufeffWhy?\n', 'utf16le'), /UTF-16/],
    ['UTF-16 without one', 'a.md', Buffer.from('Why?\n', 'utf16le'), /not text/],
  ])('is refused with the reason: %s', (_, path, text, reason) => {
    note(path, text);
    const { status, stdout, stderr } = run('scan', path);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '[]\n' });
    expect(stderr).toMatch(reason);
    expect(stderr.startsWith(`question-stance: ${path}: `)).toBe(true);
  });

  it('inside a folder is named too', () => {
    note('in/a.md', 'Why?\n');
    symlinkSync('nowhere', join(program.folder, 'in', 'gone.md'));
    const { status, stdout, stderr } = run('scan', 'in');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toHaveLength(1);
    expect(stderr).toBe('question-stance: in/gone.md: no such file or folder\n');
  });

  it('for want of permission is named', () => {
    note('in/a.md', 'Why?\n');
    note('in/b.md', 'Who?\n');
    chmodSync(join(program.folder, 'in/a.md'), 0);
    // The superuser may read everything, so where the test runs as one, the program runs as nobody.
    for (const open of [program.base, program.folder]) chmodSync(open, 0o755);
    const nobody = { uid: 65534, gid: 65534 };
    const { status, stdout, stderr } = program.run(
      ['scan', 'in'],
      process.getuid?.() === 0 ? nobody : {},
    );
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toHaveLength(1);
    expect(stderr).toBe('question-stance: in/a.md: permission denied\n');
  });
});

describe('the program', () => {
  it('prints its usage and its version', () => {
    expect(run('--help')).toMatchObject({ status: 0, stderr: '' });
    expect(run('--help').stdout).toMatch(/^Usage: question-stance scan\|matrix\|explain /);
    const { version } = JSON.parse(readFileSync('manifest.json', 'utf8')) as { version: string };
    expect(run('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('refuses wrong arguments with its usage', () => {
    const { status, stdout, stderr } = run('scan', '.', '--format', 'xml');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^question-stance: no such format: xml\n\nUsage: /);
  });

  it('ends quietly when its reader has seen enough', async () => {
    note('a.md', 'Why is this so, and what would it take to change it?\n\n'.repeat(5_000));
    const child = spawn(process.execPath, [program.path, 'scan', 'a.md', '--format', 'ndjson'], {
      cwd: program.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const messages: string[] = [];
    child.stderr.setEncoding('utf8').on('data', (message: string) => messages.push(message));
    const closed = new Promise<number | null>((done) => child.on('close', done));
    await new Promise((done) => child.stdout.once('data', done));
    child.stdout.destroy();
    expect(await closed).toBe(0);
    expect(messages).toEqual([]);
  });

  it('prints all of a long answer', async () => {
    note('a.md', 'Why is this so, and what would it take to change it?\n\n'.repeat(2_000));
    const { stdout } = await promisify(execFile)(process.execPath, [program.path, 'scan', 'a.md'], {
      cwd: program.folder,
      maxBuffer: 2 ** 28,
    });
    expect(JSON.parse(stdout)).toHaveLength(2_000);
  });
});
