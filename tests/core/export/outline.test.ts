import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import {
  escapeMarkdown,
  markdownLink,
  type OutlineStyle,
  writeRows,
} from '../../../src/core/export';
import type { AnswerGroup } from '../../../src/core/query';
import { answerRow, type RowSketch, PLAIN } from './answer-rows';

function outline(sketches: readonly RowSketch[], style?: OutlineStyle): string {
  const options = style ? { ...PLAIN, outline: style } : PLAIN;
  return [...writeRows('md', sketches.map(answerRow), options)].join('');
}

describe('an outline', () => {
  it('has each note once, and each question with its mark in words, asker, label and place', () => {
    expect(
      outline([
        {
          path: '讀書/雨 (1).md',
          line: 3,
          text: '為什麼下雨？',
          tag: 'inward/difference',
          asker: '蘇',
          label: '核心問題',
          section: ['天', '為什麼 #1?'],
        },
        { text: 'Is it enough?', tag: 'outward' },
        { path: '讀書/雨 (1).md', line: 9, text: 'When?', label: 'Core' },
      ]),
    ).toBe(
      [
        '## [雨 (1)](讀書/雨%20%281%29.md)',
        '',
        '- 為什麼下雨？ *Digging inward › Fundamental difference* · 蘇 · 核心問題 · [line 3](讀書/雨%20%281%29.md#為什麼%201%3F)',
        '- When? · Core · [line 9](讀書/雨%20%281%29.md)',
        '',
        '## [a](a.md)',
        '',
        '- Is it enough? *Bridging outward* · [line 1](a.md)',
        '',
      ].join('\n'),
    );
  });

  it('names what the taxonomy does not know by its ids, and says what is no question', () => {
    const marks = ['inward/new', 'odd/one', 'skip'].map((tag) => ({ tag }));
    expect(outline(marks).match(/\*.*\*/g)).toEqual([
      '*Digging inward › new*',
      '*odd › one*',
      '*not a question*',
    ]);
  });

  it('has the words and links that it is given', () => {
    const style: OutlineStyle = {
      markName: ({ stance }) => `標 ${stance}*`,
      groupName: () => '',
      noteLink: (path) => `[[${path}]]`,
      placeLink: ({ path, line }) => `[[${path}|第 ${line} 行]]`,
    };
    expect(outline([{ tag: 'inward' }], style)).toBe(
      '## [[a.md]]\n\n- Why? *標 inward\\** · [[a.md|第 1 行]]\n',
    );
  });

  it('has the answer’s groups for headings, those within a level lower; items do not say them again', () => {
    const rows = [answerRow({ label: 'Core', tag: 'inward' })];
    const group = (
      field: AnswerGroup['field'],
      key: string | null,
      groups: readonly AnswerGroup[] = [],
    ): AnswerGroup => ({ field, key, size: 1, groups, rows });
    const groups = [
      group('stage', 'outward/limits', [group('label', '*A*'), group('note', 'b.md')]),
      group('note', 'c.md', [group('label', null)]),
      group('stage', null),
    ];
    expect([...writeRows('md', rows, { ...PLAIN, groups })].join('')).toBe(
      [
        '## Bridging outward › Test against real limits',
        '',
        '### \\*A\\*',
        '',
        '- Why? · [a, line 1](a.md)',
        '',
        '### [b](b.md)',
        '',
        '- Why? · Core · [line 1](a.md)',
        '',
        '## [c](c.md)',
        '',
        '### no label',
        '',
        '- Why? *Digging inward* · [line 1](a.md)',
        '',
        '## untagged',
        '',
        '- Why? · Core · [a, line 1](a.md)',
        '',
      ].join('\n'),
    );
  });

  it('of no questions is nothing', () => {
    expect(outline([])).toBe('');
  });
});

describe('text in Markdown', () => {
  it.each([
    ['Why #so?', 'Why \\#so?'],
    ['C# or F#?', 'C# or F#?'],
    ['50 % or %%all%%?', '50 % or \\%%all\\%%?'],
    ['a == b?', 'a \\== b?'],
    ['x = 1?', 'x = 1?'],
    ['snake_case and _this_?', 'snake_case and \\_this\\_?'],
    ['[[link]] $5?', '\\[\\[link\\]\\] \\$5?'],
    ['1. First?', '1\\. First?'],
    ['> is it?', '\\> is it?'],
    ['two\nlines?', 'two lines?'],
  ])('%s is written as %s', (text, written) => {
    expect(escapeMarkdown(text)).toBe(written);
  });

  it('reads as what it was, whatever signs it has', () => {
    const unit = fc.constantFrom(
      ...'*_`~[]()<>#$|\\!&;:=-+.1 a問？\t^{}"\'%'.split(''),
      '&amp;',
      '---',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        const plain = text.replace(/\s+/g, ' ').trim();
        fc.pre(plain !== '');
        expect(readItem(`- ${escapeMarkdown(text)} · x`)).toBe(`${plain} · x`);
      }),
      { numRuns: 500 },
    );
  });

  it('as a link leads where it should, whatever the names', () => {
    const name = fc.string({
      unit: fc.constantFrom(...'ab 問()<>[]#?%*_`"\\'.split('')),
      minLength: 1,
    });
    fc.assert(
      fc.property(name, (path) => {
        const [block] = fromMarkdown(markdownLink('x', path)).children;
        const link = block?.type === 'paragraph' ? block.children[0] : null;
        expect(link?.type === 'link' ? decodeURIComponent(link.url) : null).toBe(path);
      }),
    );
  });
});

/** The text of a list's only item; throws where there is anything but text. */
function readItem(markdown: string): string {
  const tree = fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const [list, ...others] = tree.children;
  if (list?.type !== 'list' || others.length > 0) throw new Error('not a list');
  const [item, ...more] = list.children;
  const [paragraph, ...rest] = item?.children ?? [];
  if (more.length > 0 || paragraph?.type !== 'paragraph' || rest.length > 0) {
    throw new Error('not one item of text');
  }
  return paragraph.children
    .map((child) => {
      if (child.type !== 'text') throw new Error(`a ${child.type}`);
      return child.value;
    })
    .join('');
}
