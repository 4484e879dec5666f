import { describe, expect, it } from 'vitest';
import { hasTimeStamp, isCueNumber, skipTimeStamp } from '../../../src/core/text/time-stamp';

/** What stands behind the line's stamp. */
function behindStamp(line: string, rest = ''): string {
  return line.slice(skipTimeStamp(line + rest, 0, line.length));
}

describe('a line’s time stamp', () => {
  it.each([
    ['0:03', ''],
    ['0:03 Why', 'Why'],
    ['12:34:56 Why', 'Why'],
    ['[00:12] Why', 'Why'],
    ['（0:12）\t Why', 'Why'],
    ['【00:12】 Why', 'Why'],
    ['(0:12) Why', 'Why'],
    ['00:12.345 Why', 'Why'],
    ['00:12,345 Why', 'Why'],
    ['03:12 - Why', 'Why'],
    ['03:12 – Why', 'Why'],
    ['03:12 | Why', 'Why'],
    ['03:12|Why', 'Why'],
    ['03:12｜Why', 'Why'],
    ['0:03-0:05 Why', 'Why'],
    ['0:03 ～ 0:05 Why', 'Why'],
    ['0:03 → 0:05 Why', 'Why'],
    ['00:00:01.000 --> 00:00:02.000', ''],
    ['00:00:01,000 --> 00:00:02,000', ''],
    ['00:01 --> 00:02 align:start position:0%', ''],
    ['00:01 --> 00:02 Why', 'Why'],
  ])('%s leaves “%s”', (line, expected) => {
    expect(behindStamp(line)).toBe(expected);
    expect(behindStamp(line, '\nnext')).toBe(expected);
  });

  it.each([
    'Why 0:03',
    '0:03Why',
    '0:3 Why',
    '123:45 Why',
    '0:034 Why',
    '3 Why',
    '(Why)',
    '03:12 -Why it',
    '',
  ])('there is none in “%s”', (line) => {
    // A dash with no space behind it belongs to the text.
    expect(behindStamp(line)).toBe(line === '03:12 -Why it' ? '-Why it' : line);
  });

  it('ends with its line', () => {
    expect(skipTimeStamp('0:03 \t Why', 0, 4)).toBe(4);
    expect(skipTimeStamp('a 0:03 b', 2, 8)).toBe(7);
  });
});

describe('a line that counts the cue behind it', () => {
  const CUE = '00:00:01,000 --> 00:00:02,000';

  const BEFORE = 'What was said:\n';

  function counts(note: string): boolean {
    const text = BEFORE + note;
    const end = BEFORE.length + note.search(/[\r\n]|$/);
    return isCueNumber(text, BEFORE.length, end);
  }

  it.each([
    `1\n${CUE}`,
    `1\r\n${CUE}\r\nWhy`,
    `1\r${CUE}\rWhy`,
    `12345\n${CUE}\nWhy`,
    `1\n  ${CUE}  \nWhy`,
    `1\n${CUE} align:start\nWhy`,
  ])('%j', (text) => {
    expect(counts(text)).toBe(true);
  });

  it.each([
    '1',
    '1\n',
    '1\nWhy',
    `123456\n${CUE}`,
    `1a\n${CUE}`,
    `1a2\n${CUE}`,
    `1\r\r${CUE}`,
    `1\r\n\r\n${CUE}`,
    `a1\n${CUE}`,
    `\n${CUE}`,
    `1\n${CUE} Why\n`,
    `1\nWhy ${CUE}`,
    `1\n\n${CUE}`,
  ])('is not the first of %j', (text) => {
    expect(counts(text)).toBe(false);
  });
});

describe('a gap between two lines', () => {
  it.each([
    ['\n0:03', true],
    ['\n12:34\n', true],
    ['\n0:3\n\n', false],
    ['\na:03\n', false],
    ['\n\n\n\n\n', false],
    ['1:23', false],
  ])('%j has a stamp: %s', (gap, expected) => {
    expect(hasTimeStamp(`a${gap}b`, 1, 1 + gap.length)).toBe(expected);
  });

  it('is looked at and nothing beside it', () => {
    expect(hasTimeStamp('0:03\n\n\n\n\n0:03', 4, 9)).toBe(false);
  });
});
