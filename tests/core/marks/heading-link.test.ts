import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planChanges } from '../../../src/core/marks/change';
import { extractQuestions } from '../../../src/core/reading/extract';
import {
  changedLinks,
  headingsOf,
  leadingChanges,
  namesHeading,
  planLinkEdits,
  type HeadingWords,
} from '../../../src/core/marks/heading-link';
import type { MarkFormat } from '../../../src/core/model/mark';
import type { MarkValue } from '../../../src/core/model/question';
import { applyEdits } from '../../../src/core/model/text-edit';
import { stripHeading, stripHeadingForLink } from '../../../scripts/playground/host/text/link-text';

const WORDS: HeadingWords = { match: stripHeading, link: stripHeadingForLink };
const ANOMALY: MarkValue = { stance: 'inward', stage: 'anomaly' };
const LIMITS: MarkValue = { stance: 'outward', stage: 'limits' };
const TAG: MarkFormat = { root: 'question', style: 'tag' };
const COMMENT: MarkFormat = { root: 'question', style: 'comment' };
const NOTE = '# A\n\n## Is it so?\n\nText.\n\n### Why 5% (now)?\n\n# B\n\n## What for?\n';

function tagged(note: string, value: MarkValue | null, format = TAG): string {
  const changes = extractQuestions(note).map((question) => ({ question, value }));
  const applied = applyEdits(note, planChanges(note, changes, format).edits);
  if (!applied.ok) throw new Error(applied.code);
  return applied.text;
}

/** What a link becomes when the note goes from `before` to `after`. */
function follow(original: string, before: string, after: string): string {
  const references = [{ original, from: 3 }];
  const changes = changedLinks(references, headingsOf(before), headingsOf(after), WORDS);
  const text = `Go ${original} there`;
  const applied = applyEdits(text, planLinkEdits(text, changes));
  if (!applied.ok) throw new Error(applied.code);
  return applied.text.slice(3, -6);
}

const IS = 'Is it so? question/inward/anomaly';

describe('a link to a heading that gets a tag', () => {
  it.each([
    ['a link', '[[n#Is it so?]]', `[[n#${IS}]]`],
    ['an embed', '![[n#Is it so?]]', `![[n#${IS}]]`],
    ['within the note', '[[#Is it so?]]', `[[#${IS}]]`],
    ['with an alias', '[[n#Is it so?|here]]', `[[n#${IS}|here]]`],
    ['with an alias in a table', '[[n#Is it so?\\|here]]', `[[n#${IS}\\|here]]`],
    ['with an alias that has a hash', '[[n#Is it so?|a #b]]', `[[n#${IS}|a #b]]`],
    ['with two hashes', '[[n##Is it so?]]', `[[n##${IS}]]`],
    ['in small letters', '[[n#is it so]]', `[[n#${IS}]]`],
    ['a path in small letters', '[[n#a#Is it so?]]', `[[n#a#${IS}]]`],
    ['a path of headings', '[[n#A#Is it so?]]', `[[n#A#${IS}]]`],
    [
      'a path through it',
      '[[n#Is it so?#Why 5% (now)?]]',
      `[[n#${IS}#Why 5% (now)? question/inward/anomaly]]`,
    ],
    ['in Markdown', '[x](n.md#Is%20it%20so?)', `[x](n.md#${IS.replaceAll(' ', '%20')})`],
    ['an embed in Markdown', '![](n.md#Is%20it%20so?)', `![](n.md#${IS.replaceAll(' ', '%20')})`],
    ['in Markdown, in angles', '[x](<n.md#Is it so?>)', `[x](<n.md#${IS}>)`],
    [
      'in Markdown, with a title',
      '[x](n.md#Is%20it%20so? "t")',
      `[x](n.md#${IS.replaceAll(' ', '%20')} "t")`,
    ],
    [
      'in Markdown, with signs to encode',
      '[x](n.md#Why%205%25%20%28now%29?)',
      '[x](n.md#Why%205%25%20%28now%29?%20question/inward/anomaly)',
    ],
    ['to the note alone', '[[n]]', '[[n]]'],
    ['to a heading that asks nothing', '[[n#B]]', '[[n#B]]'],
    ['to a heading that is not there', '[[n#Is it?]]', '[[n#Is it?]]'],
    ['to a heading not below the one before', '[[n#B#Is it so?]]', '[[n#B#Is it so?]]'],
    [
      'to a heading on the level of the one before',
      '[[n#Is it so?#What for?]]',
      '[[n#Is it so?#What for?]]',
    ],
    ['to a heading above the one before', '[[n#Is it so?#B]]', '[[n#Is it so?#B]]'],
    ['to a block', '[[n#^abc]]', '[[n#^abc]]'],
    ['to a block below it', '[[n#Is it so?#^abc]]', '[[n#Is it so?#^abc]]'],
  ])('%s', (_what, before, after) => {
    const now = tagged(NOTE, ANOMALY);
    expect(follow(before, NOTE, now)).toBe(after);
    expect(follow(after, now, NOTE)).toBe(before === '[[n#is it so]]' ? '[[n#Is it so?]]' : before);
  });

  it('leads to it by the new tag where it had another', () => {
    const link = `[[n#${IS}]]`;
    expect(follow(link, tagged(NOTE, ANOMALY), tagged(NOTE, LIMITS))).toBe(
      '[[n#Is it so? question/outward/limits]]',
    );
  });

  it.each(['[[n]]', '[[n#B]]', '[[n#Is it?]]', 'Is it so?'])('is not named for %s', (original) => {
    const headings = headingsOf(NOTE);
    const now = headingsOf(tagged(NOTE, ANOMALY));
    expect(changedLinks([{ original, from: 0 }], headings, now, WORDS)).toEqual([]);
  });

  it.each([
    ['is gone', '# A\n\n# Why?', '# Why? #question/inward'],
    ['came', '# Why?', '# Why? #question/inward\n\n# A'],
  ])('is not named where a heading %s meanwhile', (_what, before, after) => {
    const references = [{ original: '[[n#Why?]]', from: 0 }];
    expect(changedLinks(references, headingsOf(before), headingsOf(after), WORDS)).toEqual([]);
  });

  it('counts a comment’s words, as the heading’s source has them', () => {
    expect(follow('[[n#What for?]]', NOTE, tagged(NOTE, ANOMALY, COMMENT))).not.toBe(
      '[[n#What for?]]',
    );
  });

  it('leads to the first of several alike, and is left where that one stays', () => {
    const twins = '# Why?\n\nOne.\n\n# Why?\n';
    const second = '# Why?\n\nOne.\n\n# Why? #question/inward\n';
    expect(follow('[[n#Why?]]', twins, second)).toBe('[[n#Why?]]');
    const first = '# Why? #question/inward\n\nOne.\n\n# Why?\n';
    expect(follow('[[n#Why?]]', twins, first)).toBe('[[n#Why? question/inward]]');
  });

  it('is named, and left, where no text leads to its heading alone', () => {
    const before = '# Why? question/inward\n\n# Why?\n';
    const after = '# Why? question/inward\n\n# Why? #question/inward\n';
    const changes = changedLinks(
      [{ original: '[[n#Why?]]', from: 0 }],
      headingsOf(before),
      headingsOf(after),
      WORDS,
    );
    expect(changes).toEqual([{ original: '[[n#Why?]]', insert: '[[n#Why?]]', from: 0 }]);
    expect(planLinkEdits('[[n#Why?]]', changes)).toEqual([]);
  });
});

it('headings are those at the root, closed or underlined, and none of code', () => {
  const text =
    '---\na: 1\n---\n# One #\n\n> # Quoted\n\n- # Item\n\n```\n# Code\n```\n\nTwo\n===\n\n## Three? #a\n';
  expect(headingsOf(text)).toEqual([
    { level: 1, text: 'One' },
    { level: 1, text: 'Two' },
    { level: 2, text: 'Three? #a' },
  ]);
});

it.each([
  ['#   One   \n', ['One']],
  ['# 一\u3000\n', ['一']],
  ['#\n', ['']],
  ['One\ntwo\n===\n', []],
  ['> Quoted\n> ===\n', []],
])('%j has the headings %j', (text, expected) => {
  expect(headingsOf(text)).toEqual(expected.map((each) => ({ level: 1, text: each })));
});

describe('a heading is named', () => {
  it.each([
    '[[n#A]]',
    '![[n#A]]',
    '[[#A]]',
    '[[n##A]]',
    '[[n#A^]]',
    '[[n#A|b]]',
    '[[n#A\\|b]]',
    '[x](n.md#A)',
    '[x](#A)',
    '[x](n.md#A "t")',
    '[x](<n.md#A b>)',
    '[[a]](n.md#A)',
  ])('by %s', (original) => {
    expect(namesHeading(original)).toBe(true);
  });

  it.each([
    '',
    'n#A',
    'n#A)',
    '[[n]]',
    '[[n#]]',
    '[[n|a#b]]',
    '[[n#^a]]',
    '[[n#A#^a]]',
    'a [[n#A]]',
    '[[n#A]] a',
    '[x#y](n.md)',
    '[x](n.md)',
    '[x](n.md#A',
    '[x](n.md "a #b")',
    '[x](<n.md> "#b")',
    '[x](<n.md#A)',
    '[x](n.md#^a)',
  ])('not by %j', (original) => {
    expect(namesHeading(original)).toBe(false);
  });
});

it.each([
  ['[[n#A]]', true],
  ['[[n#a#Why?]]', true],
  ['[[n#Why?]]', true],
  ['[[n#Why? question/inward]]', false],
  ['[[n#Why?#A]]', false],
  ['[[n]]', false],
  ['n', false],
])('a link that is to read %s leads to a heading as it is now: %s', (insert, leads) => {
  const change = { original: '[[n#B]]', from: 0, insert };
  const headings = headingsOf('# A\n\n## Why?\n');
  expect(leadingChanges([change], headings, WORDS)).toEqual(leads ? [change] : []);
});

describe('links are found in a text that has moved', () => {
  const change = (from: number | null) => ({
    original: '[[n#Why?]]',
    insert: '[[n#Why? question/x]]',
    from,
  });
  const made = (text: string, changes: readonly ReturnType<typeof change>[]) => {
    const applied = applyEdits(text, planLinkEdits(text, changes));
    return applied.ok && applied.text;
  };

  it('in their order, if there are as many', () => {
    expect(made('New. [[n#Why?]] and [[n#Why?]]', [change(0), change(15)])).toBe(
      'New. [[n#Why? question/x]] and [[n#Why? question/x]]',
    );
  });

  it('and those that stand where they stood, however many others there are', () => {
    expect(made('`[[n#Why?]]` [[n#Why?]]', [change(13)])).toBe(
      '`[[n#Why?]]` [[n#Why? question/x]]',
    );
    expect(made('[[n#Why?]] and no more', [change(0), change(15)])).toBe(
      '[[n#Why? question/x]] and no more',
    );
  });

  it('each for itself, in the frontmatter and below it', () => {
    const other = { original: '[[n#So?]]', insert: '[[n#So? question/y]]', from: 0 };
    const text = '---\na: "[[n#Why?]]"\n---\n[[n#So?]], new [[n#Why?]]';
    const changes = [change(30), { ...other, from: 3 }, change(null)];
    const edits = planLinkEdits(text, changes);
    expect(edits.map(({ from }) => from)).toEqual(
      ['?]]"', '?]],', '?]]'].map((end, at) =>
        at < 2 ? text.indexOf(end) + 1 : text.lastIndexOf(end) + 1,
      ),
    );
    expect(edits.map(({ insert }) => insert)).toEqual([
      ' question/x',
      ' question/y',
      ' question/x',
    ]);
  });

  it.each([
    ['[[n#Why?]]', '[[n#Why? x]]', 8, '', ' x'],
    ['[[n#Why? x]]', '[[n#Why?]]', 8, ' x', ''],
    ['[[n#Why? x]]', '[[n#Why? y]]', 9, 'x', 'y'],
    ['[[n#aa]]', '[[n#aaa]]', 6, '', 'a'],
    ['[[n#aaa]]', '[[n#aa]]', 6, 'a', ''],
    ['[[n#ab]]', '[[n#b]]', 4, 'a', ''],
  ])('and %s becomes %s by what differs', (original, insert, from, expected, inserted) => {
    expect(planLinkEdits(original, [{ original, insert, from: 0 }])).toEqual([
      { from, to: from + expected.length, expected, insert: inserted },
    ]);
  });

  it('and left alone if there are fewer or more', () => {
    expect(made('New. [[n#Why?]]', [change(0), change(15)])).toBe('New. [[n#Why?]]');
    expect(made('New. [[n#Why?]] `[[n#Why?]]`', [change(0)])).toBe('New. [[n#Why?]] `[[n#Why?]]`');
  });

  it('in the frontmatter alone, where they were read there', () => {
    expect(made('---\na: "[[n#Why?]]"\n---\n`[[n#Why?]]`', [change(null)])).toBe(
      '---\na: "[[n#Why? question/x]]"\n---\n`[[n#Why?]]`',
    );
  });
});

it('tagging and clearing give every link back, whatever the headings are', () => {
  const word = fc.constantFrom('Why', 'Is it so', '為什麼', 'A', 'B: c', '50%');
  const heading = fc
    .tuple(fc.integer({ min: 1, max: 3 }), word, fc.constantFrom('?', '？', ''))
    .map(([level, text, end]) => `${'#'.repeat(level)} ${text}${end}`);
  fc.assert(
    fc.property(
      fc.uniqueArray(heading, {
        minLength: 1,
        maxLength: 6,
        selector: (text) => stripHeading(text).toLowerCase(),
      }),
      fc.constantFrom(TAG, COMMENT),
      (headings, format) => {
        const note = headings.map((line) => `${line}\n\nText.\n`).join('\n');
        const now = tagged(note, ANOMALY, format);
        for (const { text } of headingsOf(note)) {
          const link = `[[n#${stripHeadingForLink(text)}]]`;
          const followed = follow(link, note, now);
          expect(follow(followed, now, note)).toBe(link);
        }
      },
    ),
  );
});
