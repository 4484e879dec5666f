// What comes to plugins from outside the page, as Obsidian documents it.
import { describe, expect, it } from 'vitest';
import { isExcluded } from '../../../scripts/playground/host/vault/excluded-files.ts';
import { CliHandlers, splitLine } from '../../../scripts/playground/host/outside/cli-handlers.ts';
import { ProtocolHandlers } from '../../../scripts/playground/host/outside/protocol-handlers.ts';

function cli(isDesktop = true) {
  const copied: string[] = [];
  const handlers = new CliHandlers(isDesktop, (text) => {
    copied.push(text);
    return Promise.resolve();
  });
  handlers.register(
    'say',
    'Says it.',
    { text: { value: '<text>', description: 'What.', required: true } },
    (data) => JSON.stringify(data),
  );
  return { handlers, copied };
}

// Typings, `CliHandler` and `CliFlags` (1.12.2); help, «Obsidian CLI».
describe('the command line', () => {
  it.each([
    ['say text=a', { text: 'a' }],
    ['say text="a b" bare', { text: 'a b', bare: 'true' }],
    ['vault=mine say text=a=b --unknown', { text: 'a=b' }],
    [String.raw`say text=one\ntwo\tthree\\n`, { text: 'one\ntwo\tthree\\n' }],
    ["say text='問題 ？'", { text: '問題 ？' }],
  ])('hands over %s', async (line, data) => {
    expect(JSON.parse(await cli().handlers.run(splitLine(line)))).toEqual(data);
  });

  it('copies an answer where that is asked for', async () => {
    const { handlers, copied } = cli();
    await handlers.run(['say', 'text=a', '--copy']);
    expect(copied).toEqual(['{"text":"a"}']);
  });

  // Typings: ids are global, and a second registration of one throws.
  it('refuses a second registration of an id until the first is taken back', () => {
    const { handlers } = cli();
    const again = () => handlers.register('again', '', null, () => '');
    const takeBack = again();
    expect(again).toThrow('registered already');
    takeBack();
    expect(again).not.toThrow();
  });

  it.each([
    [['say'], 'Missing: text.'],
    [['shout'], 'There is no command shout.'],
    [['help'], 'say text=<text>\n    Says it.'],
  ])('answers %j in a sentence', async (parts, answer) => {
    expect(await cli().handlers.run(parts)).toBe(answer);
  });

  it('tells what a handler throws instead of failing', async () => {
    const { handlers } = cli();
    handlers.register('fail', '', null, () => Promise.reject(new Error('No way.')));
    expect(await handlers.run(['fail'])).toBe('Error: No way.');
  });

  it('is not there on a phone', async () => {
    expect(await cli(false).handlers.run(['say', 'text=a'])).toContain('desktop alone');
  });
});

// Typings, `ObsidianProtocolData`; help, «Obsidian URI».
describe('an obsidian:// address', () => {
  it.each([
    ['obsidian://do?a=1&b', { action: 'do', a: '1', b: 'true' }],
    ['obsidian://do?vault=mine&path=a%2Fb%20c.md', { action: 'do', path: 'a/b c.md' }],
    ['obsidian://do', { action: 'do' }],
  ])('is decoded: %s', (address, data) => {
    const handlers = new ProtocolHandlers();
    const got: unknown[] = [];
    handlers.register('do', (each) => got.push(each));
    expect(handlers.open(address)).toBe(true);
    expect(got).toEqual([data]);
  });

  it.each(['obsidian://other', 'https://do', 'no address'])('is not taken: %s', (address) => {
    const handlers = new ProtocolHandlers();
    handlers.register('do', () => undefined);
    expect(handlers.open(address)).toBe(false);
  });
});

// Help, «Settings», «Excluded files».
describe('excluded files', () => {
  it.each([
    ['Archive/old.md', ['Archive/'], true],
    ['Notes/Archive/old.md', ['Archive/'], false],
    ['Notes/2020.md', ['/\\d{4}/'], true],
    ['Notes/one.md', ['/\\d{4}/', ''], false],
    ['Notes/one.md', ['/(/'], false],
    ['Notes/one.md', undefined, false],
  ])('%s by %j: %s', (path, filters, expected) => {
    expect(isExcluded(path, filters)).toBe(expected);
  });
});
