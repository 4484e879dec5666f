import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { planAskers } from '../../../src/core/askers/asker-property';
import { findBody } from '../../../src/core/markdown/frontmatter';
import { planRepeat, planReversal, recordEdits } from '../../../src/core/marks/recorded-edit';
import { applyEdits, type TextEdit } from '../../../src/core/model/text-edit';

const BOTH = ['Ilya Sutskever', 'Dwarkesh Patel'];
const BODY = 'Why?\n\n---\n\nHow?\n\n---\n';

function applied(text: string, edits: readonly TextEdit[]): string {
  const result = applyEdits(text, edits);
  if (!result.ok) throw new Error(result.code);
  return result.text;
}

/** The note as it is written, or why it is not. */
function written(
  text: string,
  names: readonly string[],
  { property = 'askers', before = [] as readonly string[] } = {},
): string {
  const plan = planAskers(text, property, before, names, parse);
  return plan.ok ? applied(text, plan.edits) : plan.code;
}

describe('a note’s askers are written', () => {
  const list = 'askers:\n  - Ilya Sutskever\n  - Dwarkesh Patel\n';

  it.each<[what: string, note: string, before: readonly string[], after: string]>([
    ['into a note without frontmatter', BODY, [], `---\n${list}---\n${BODY}`],
    ['into a note that begins with a rule', '---\n\nWhy?\n', [], `---\n${list}---\n---\n\nWhy?\n`],
    ['behind a byte order mark', `\ufeff${BODY}`, [], `\ufeff---\n${list}---\n${BODY}`],
    ['into an empty frontmatter', `---\n---\n${BODY}`, [], `---\n${list}---\n${BODY}`],
    [
      'below what is there, which stays as it is written',
      `---\n# mine\ntags:   [a,  'b'] # two\nCheckbox 1: true\n---\n${BODY}`,
      [],
      `---\n# mine\ntags:   [a,  'b'] # two\nCheckbox 1: true\n${list}---\n${BODY}`,
    ],
    [
      'as further lines of the list',
      `---\nAskers:\n- 'Ilya Sutskever' # the researcher\n\ntags: [a]\n---\n${BODY}`,
      ['Ilya Sutskever'],
      `---\nAskers:\n- 'Ilya Sutskever' # the researcher\n- Dwarkesh Patel\n\ntags: [a]\n---\n${BODY}`,
    ],
    [
      'without those that are left out',
      `---\naskers:\n  - Anna\n  - Ilya Sutskever\n  - Ben\n---\n${BODY}`,
      ['Anna', 'Ilya Sutskever', 'Ben'],
      `---\naskers:\n  - Ilya Sutskever\n  - Dwarkesh Patel\n---\n${BODY}`,
    ],
    [
      'instead of one text, behind which its remark stays',
      `---\naskers: Ilya Sutskever # him\ntags: [a]\n---\n${BODY}`,
      ['Ilya Sutskever'],
      `---\naskers: # him\n  - Ilya Sutskever\n  - Dwarkesh Patel\ntags: [a]\n---\n${BODY}`,
    ],
    [
      'instead of a list in brackets over two lines',
      `---\naskers: [Ilya Sutskever,\n  Anna]\ntags: [a]\n---\n${BODY}`,
      ['Ilya Sutskever', 'Anna'],
      `---\naskers:\n  - Ilya Sutskever\n  - Dwarkesh Patel\ntags: [a]\n---\n${BODY}`,
    ],
    [
      'into a property that is empty',
      `---\n"askers":\n---\n${BODY}`,
      [],
      `---\n"askers":\n  - Ilya Sutskever\n  - Dwarkesh Patel\n---\n${BODY}`,
    ],
    ['into frontmatter at the note’s end', `---\ntags: [a]\n---`, [], `---\ntags: [a]\n${list}---`],
  ])('%s', (_what, note, before, after) => {
    expect(written(note, BOTH, { before })).toBe(after);
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    expect(written(crlf(note), BOTH, { before })).toBe(crlf(after));
  });

  it('in quotes where YAML would read something else', () => {
    const names = [
      'yes',
      '007',
      '# one',
      'a: b',
      "D'Arcy O’Neil",
      '艾倫・圖靈',
      '[[Ilya]]',
      'A "B"',
    ];
    const text = written(BODY, names);
    expect(text).toContain("  - D'Arcy O’Neil\n  - 艾倫・圖靈\n");
    expect(parse(text.slice(4, findBody(text).at - 4))).toEqual({ askers: names });
  });

  it('under a property of any name', () => {
    expect(written(BODY, ['Ilya'], { property: 'who: asks' })).toBe(
      `---\n"who: asks":\n  - Ilya\n---\n${BODY}`,
    );
  });

  it('as none', () => {
    const note = `---\naskers:\n  - Ilya\ntags: [a]\n---\n`;
    expect(written(note, [], { before: ['Ilya'] })).toBe('---\naskers:\ntags: [a]\n---\n');
    expect(written('---\naskers: Ilya # x\n---\n', [], { before: ['Ilya'] })).toBe(
      '---\naskers: # x\n---\n',
    );
  });

  it('not at all where nothing would be different', () => {
    const plan = planAskers(`---\naskers: [Ilya]\n---\n`, 'askers', ['Ilya'], ['Ilya'], parse);
    expect(plan).toEqual({ ok: true, edits: [] });
  });

  it.each<[why: string, note: string, before: readonly string[], code: string]>([
    ['other askers stand there by now', '---\naskers: [Anna]\n---\n', [], 'changed'],
    ['they are gone by now', '---\ntags: [a]\n---\n', ['Anna'], 'changed'],
    ['the frontmatter is no list of properties', '---\n- a\n---\n', [], 'unwritable'],
    ['it stands between braces', '---\n{ askers: [Anna], b: 1 }\n---\n', ['Anna'], 'unwritable'],
    ['something in it is no name', '---\naskers:\n  - a: 1\n---\n', ['{"a":1}'], 'unwritable'],
    ['nothing can be added to it', '---\n{ b: 1 }\n---\n', [], 'unwritable'],
  ])('not where %s', (_why, note, before, code) => {
    try {
      expect(written(note, BOTH, { before })).toBe(code);
    } catch (error) {
      // What can't be read afterwards is not written either.
      expect(error).toHaveProperty('name', 'YAMLParseError');
    }
  });

  it('not where the YAML can’t be read', () => {
    expect(() => written('---\na: [b\n---\n', BOTH)).toThrow();
  });
});

const name = fc.constantFrom('Ilya Sutskever', '圖靈', "O'Neil", 'yes', '[[Anna]]', 'a: b', '- c');
const names = fc.uniqueArray(name, { maxLength: 4 });
const others = fc.subarray([
  'tags:\n  - a\n',
  '# remark\n',
  'date: 2026-01-02\n',
  '\n',
  "'b c': |\n  x\n  y\n",
]);

it('in any note: only lines of the property differ, all else reads as before, and undo gives the bytes back', () => {
  fc.assert(
    fc.property(
      fc.tuple(others, others),
      names,
      names,
      fc.constantFrom<(names: readonly string[]) => string>(
        (each) => `askers: ${JSON.stringify(each)}\n`,
        (each) => `askers:\n${each.map((one) => `- ${JSON.stringify(one)}\n`).join('')}`,
        (each) =>
          `askers: # x\n${each.map((one) => `    - ${JSON.stringify(one)} # y\n`).join('')}`,
      ),
      fc.constantFrom('\n', '\r\n'),
      ([above, below], before, after, shape, lineEnd) => {
        const left = below.filter((each) => !above.includes(each));
        const text = `---\n${above.join('')}${shape(before)}${left.join('')}---\n${BODY}`
          .split('\n')
          .join(lineEnd);
        const plan = planAskers(text, 'askers', before, after, parse);
        const inOrder = [...new Set([...before.filter((each) => after.includes(each)), ...after])];
        if (!plan.ok) throw new Error(plan.code);
        const made = applied(text, plan.edits);
        const kept = (note: string) =>
          note.split(lineEnd).filter((line) => !/^(?:askers:|\s*- )/.test(line));
        expect(kept(made)).toEqual(kept(text));
        const head = made.slice(made.indexOf(lineEnd), findBody(made).at).replace(/---\s*$/, '');
        expect(parse(head)).toMatchObject(after.length > 0 ? { askers: inOrder } : {});
        const recorded = recordEdits(plan.edits, made);
        const undone = planReversal(made, recorded);
        expect(undone.lost).toEqual([]);
        expect(applied(made, undone.edits)).toBe(text);
        const again = planRepeat(text, recorded);
        expect(again.lost).toEqual([]);
        expect(applied(text, again.edits)).toBe(made);
      },
    ),
  );
});
