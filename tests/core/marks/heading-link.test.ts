import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planChanges } from '../../../src/core/marks/change';
import { extractQuestions } from '../../../src/core/reading/extract';
import {
  changedLinks,
  headingsOf,
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
    ['in small letters', '[[n#is it so]]', `[[n#${IS}]]`],
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
    ['to a block', '[[n#^abc]]', '[[n#^abc]]'],
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
