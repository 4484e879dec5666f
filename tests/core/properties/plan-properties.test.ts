import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findBody } from '../../../src/core/markdown/frontmatter';
import { planReversal, recordEdits } from '../../../src/core/marks/recorded-edit';
import { applyEdits, type TextEdit } from '../../../src/core/model/text-edit';
import { readProperties } from '../../../src/core/properties/frontmatter-lines';
import {
  planProperties,
  writtenTexts,
  type PropertyValue,
} from '../../../src/core/properties/plan-properties';

const BODY = 'Why?\n\n---\n\nHow?\n';

function applied(text: string, edits: readonly TextEdit[]): string {
  const result = applyEdits(text, edits);
  if (!result.ok) throw new Error(result.code);
  return result.text;
}

/** The note as it is written; null where lines alone won't do. */
function written(text: string, wanted: Readonly<Record<string, PropertyValue>>): string | null {
  const edits = planProperties(text, wanted, parse);
  return edits && applied(text, edits);
}

const ARTICLE = { tags: ['one', 'my-article'], 'Checkbox 1': true };

describe('a checkbox and a list of tags are written', () => {
  const box = 'Checkbox 1: true\n';

  it.each<[what: string, note: string, after: string]>([
    [
      'into a note without frontmatter',
      BODY,
      `---\ntags:\n  - one\n  - my-article\n${box}---\n${BODY}`,
    ],
    [
      'as a further line of the list, though it is the last property',
      `---\n# mine\ntags:\n- 'one' # first\n---\n${BODY}`,
      `---\n# mine\ntags:\n- 'one' # first\n- my-article\n${box}---\n${BODY}`,
    ],
    [
      'before the bracket of a list, behind which its remark stays',
      `---\ntags: ["one"]  # [mine]\nCheckbox 1: false # not yet\n---\n`,
      `---\ntags: ["one", my-article]  # [mine]\nCheckbox 1: true # not yet\n---\n`,
    ],
    [
      'before a bracket with space around',
      `---\n${box}tags:  [ one ]\n---\n`,
      `---\n${box}tags:  [ one, my-article ]\n---\n`,
    ],
    [
      'instead of one text',
      `---\ntags: one # x\n${box}---\n`,
      `---\ntags: # x\n  - one\n  - my-article\n${box}---\n`,
    ],
    [
      'instead of a list in brackets over two lines, or with a comma at its end',
      `---\ntags: [one,]\nCheckbox 1:\n---\n`,
      `---\ntags:\n  - one\n  - my-article\nCheckbox 1: true\n---\n`,
    ],
  ])('%s', (_what, note, after) => {
    expect(written(note, ARTICLE)).toBe(after);
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    expect(written(crlf(note), ARTICLE)).toBe(crlf(after));
  });

  it.each<[what: string, note: string]>([
    ['the YAML stands between braces', '---\n{ tags: [one] }\n---\n'],
    ['it is no list of properties', '---\n- one\n---\n'],
    ['its value is meant elsewhere too', '---\ntags: &t [one]\nmore: *t\n---\n'],
    ['a name stands in quotes that need a reader', '---\n"t\\x61gs": [one]\n---\n'],
  ])('by nobody where %s', (_what, note) => {
    expect(written(note, ARTICLE)).toBeNull();
  });

  it('not at all where all is as wanted', () => {
    const note = `---\nCheckbox 1: true\ntags: [one, my-article]\n---\n`;
    expect(planProperties(note, ARTICLE, parse)).toEqual([]);
  });
});

it.each<[value: unknown, texts: readonly string[]]>([
  [undefined, []],
  [null, []],
  ['', []],
  ['Ilya', ['Ilya']],
  [
    ['Ilya', null, 7],
    ['Ilya', '7'],
  ],
  [[['Ilya']], ['Ilya']],
])('what stands there as %j is %j', (value, texts) => {
  expect(writtenTexts(value)).toEqual(texts);
});

const tag = fc.constantFrom(
  'one',
  'two/three',
  '研究',
  'a-b',
  "D'Arcy",
  '#hash',
  'yes',
  '2026',
  'x: y',
);
const tags = fc.uniqueArray(tag, { maxLength: 3 });
const quoted = (each: string) => JSON.stringify(each);

/** As people and Obsidian write lists, in which quotes are always right. */
const LISTS: readonly ((each: readonly string[]) => string)[] = [
  (each) => `tags: [${each.map(quoted).join(', ')}]\n`,
  (each) =>
    `tags:   [ ${each.map((one) => `'${one.replaceAll("'", "''")}'`).join(' , ')} ] # tags\n`,
  (each) => `tags:\n${each.map((one) => `- ${quoted(one)}\n`).join('')}`,
  (each) => `tags: # mine\n${each.map((one) => `    -   ${quoted(one)} # y\n`).join('')}`,
  (each) => (each.length === 1 ? `tags: ${quoted(each[0] ?? '')} # text\n` : ''),
  () => '',
];
const BOXES = ['', 'Checkbox 1:\n', 'Checkbox 1: false # no\n', '"Checkbox 1":   true  \n'];
const REMARKS = ['# tags', '# mine', '# y', '# text', '# no', '# kept', '# remark'];
const others = fc.subarray([
  'title: "a: b"   # kept\n',
  '# remark\n',
  'date: 2026-01-02\n',
  '\n',
  "'b c': |\n  x\n\n  y\n",
  'deep:\n  - tags: [no]\n    Checkbox 1: false\n',
]);

it('in any note: all lines but those of the properties stay to the byte, all else reads as before, and undo gives the bytes back', () => {
  fc.assert(
    fc.property(
      fc.tuple(others, others),
      tags,
      fc.constantFrom(...LISTS),
      fc.constantFrom(...BOXES),
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom('\n', '\r\n'),
      ([above, below], had, list, box, ticked, isBoxFirst, lineEnd) => {
        const rest = below.filter((each) => !above.includes(each));
        const own = isBoxFirst ? [box, list(had)] : [list(had), box];
        const yaml = [...above, ...own, ...rest].join('');
        const text = `${yaml === '' ? '' : `---\n${yaml}---\n`}${BODY}`.replaceAll('\n', lineEnd);
        const before = readProperties(text, parse) ?? {};
        const wanted = {
          tags: [...writtenTexts(before.tags), 'my-article'],
          'Checkbox 1': ticked,
        };
        const edits = planProperties(text, wanted, parse);
        if (!edits) throw new Error('no plan');
        const made = applied(text, edits);
        expect(readProperties(made, parse)).toEqual({ ...before, ...wanted });
        expect(made.slice(findBody(made).at)).toBe(text.slice(findBody(text).at));
        for (const lines of [...above, ...rest]) {
          expect(made).toContain(lines.replaceAll('\n', lineEnd));
        }
        for (const remark of REMARKS) {
          expect(made.split(remark).length).toBe(text.split(remark).length);
        }
        const undone = planReversal(made, recordEdits(edits, made));
        expect(undone.lost).toEqual([]);
        expect(applied(made, undone.edits)).toBe(text);
      },
    ),
  );
});
