/** Where marks are read and written, over everything that may stand at a terminator: one table a kind. */
import { describe, expect, it } from 'vitest';
import { isCloser } from '../../../src/core/text/character';
import { extractQuestions } from '../../../src/core/reading/extract';
import type { MarkFormat } from '../../../src/core/model/mark';
import { planMark } from '../../../src/core/model/mark-edits';
import type { MarkStyle } from '../../../src/core/model/question';
import { endsWithTerminator } from '../../../src/core/text/terminator';
import { applyEdits } from '../../../src/core/model/text-edit';

const VALUE = { stance: 'inward', stage: 'difference' };
const TAG = '#question/inward/difference';
const STYLES: readonly MarkStyle[] = ['tag', 'comment'];

function expand(notation: string): string {
  return notation.replaceAll('§', TAG).replaceAll('⏎', '\n');
}

/** The note with its questions of the given numbers tagged, all where none is given. */
function tagged(text: string, style: MarkStyle = 'tag', chosen?: readonly number[]): string {
  const format: MarkFormat = { root: 'question', style };
  const edits = extractQuestions(text).flatMap((question, at) =>
    chosen && !chosen.includes(at) ? [] : planMark(text, question, VALUE, format),
  );
  const result = applyEdits(text, edits);
  if (!result.ok) throw new Error(result.code);
  return result.text;
}

function read(text: string) {
  return extractQuestions(text).map(({ text: asks, marks }) => [
    asks,
    marks.map(({ stance }) => stance).join(),
  ]);
}

describe('a mark behind what is no text of its line is the question’s', () => {
  it.each([
    ['- [ ] Why? 📅 2024-01-01 §', 'Why?'],
    ['- [ ] Why? 🔁 every week 📅 2024-01-01 §', 'Why?'],
    ['Why? ⏫ §', 'Why?'],
    ['Why? [due:: 2025-01-01] §', 'Why?'],
    ['Why? (due:: [[2025-01-01]]) §', 'Why?'],
    ['Why? @{2025-01-01} §', 'Why?'],
    ['What now? #idea §', 'What now?'],
    ['What now? #idea #more §', 'What now?'],
    ['Why?[^1] §', 'Why?'],
    ['Why? [^1] §', 'Why?'],
    ['Why? %%note%% §', 'Why?'],
    ['Why? <!-- note --> §', 'Why?'],
    ['Why? [[Mars]] §', 'Why?'],
    ['Why? [[Mars|the planet]] §', 'Why?'],
    ['Why? [Mars](mars.md) §', 'Why?'],
    ['Why? ![[mars.png]] §', 'Why?'],
    ['「為什麼？」 #idea §', '為什麼？'],
    ['…as this?⏎§', '…as this?'],
    ['> as this?⏎> §⏎> so', 'as this?'],
    ['- as this?⏎  §', 'as this?'],
    ['- as this? 📅 2024-01-01⏎  §', 'as this?'],
  ])('%s', (notation, asks) => {
    const text = expand(notation);
    const [first, ...others] = read(text);
    expect([first?.[0]?.replace(/^…/, ''), first?.[1]]).toEqual([asks.replace(/^…/, ''), 'inward']);
    expect(others).toEqual([]);
    // Set again it changes nothing; cleared it is gone.
    expect(tagged(text)).toBe(text);
  });

  it.each([
    '[[Mars]] §',
    '- [ ] 📅 2024-01-01 §',
    '#idea §',
    '§',
    '[Mars](mars.md) §',
    'It holds.⏎⏎§',
    'It holds⏎§',
  ])('but makes no question where nothing else stands in its line: %s', (notation) => {
    expect(read(expand(notation))).toEqual([]);
  });

  it.each([
    ['This holds. §', [['This holds.', 'inward']]],
    [
      'Why? [[Mars]] is red. §',
      [
        ['Why?', ''],
        ['Mars is red.', 'inward'],
      ],
    ],
    [
      '[A？](u) [B？](u) §',
      [
        ['A？', ''],
        ['B？', 'inward'],
      ],
    ],
  ])('and stays with the text right before it: %s', (notation, expected) => {
    expect(read(expand(notation))).toEqual(expected);
  });

  it.each([
    ['**Why?[1](u)** § because', 'Why?'],
    ['==為什麼？[[a|他]]== §', '為什麼？'],
    ['"Why?[1](u)" § he said.', 'Why?'],
    ['（為什麼？[來源](u)） § 因為', '為什麼？'],
    ['**為什麼？[1](a)[2](b)** § 因為', '為什麼？'],
    ['<b>Why?[1](u)</b> §', 'Why?'],
    ['- **Q: Why?[↩](#a)** § yes', 'Why?'],
  ])(
    'and stays with a question before links, behind which it was once written: %s',
    (notation, asks) => {
      const text = expand(notation);
      expect(read(text).filter(([, stance]) => stance !== '')).toEqual([[asks, 'inward']]);
      const [first] = extractQuestions(text);
      const edits = first ? planMark(text, first, null, { root: 'question', style: 'tag' }) : [];
      const applied = applyEdits(text, edits);
      expect(applied.ok && applied.text.includes(TAG)).toBe(false);
    },
  );

  it.each([
    ['…as this?⏎§⏎So it is.', '…as this?⏎So it is.'],
    ['> as this?⏎> §⏎> so', '> as this?⏎> so'],
    ['Why? 📅 2024-01-01 §', 'Why? 📅 2024-01-01'],
    ['Why? [[Mars]] §', 'Why? [[Mars]]'],
  ])('cleared, %s leaves %s', (notation, expected) => {
    const text = expand(notation);
    const edits = extractQuestions(text).flatMap((question) =>
      planMark(text, question, null, { root: 'question', style: 'tag' }),
    );
    expect(applyEdits(text, edits)).toEqual({ ok: true, text: expand(expected) });
  });
});

describe.each(STYLES)('a mark in style %s is written', (style) => {
  const mark = style === 'tag' ? TAG : `%% ${TAG} %%`;
  it.each([
    ['before an embed', '這是什麼？![[圖.png]]', '這是什麼？ § ![[圖.png]]'],
    ['before an image', '這是什麼？![圖](a.png)', '這是什麼？ § ![圖](a.png)'],
    ['before an embed of a heading', 'What is it?![[n#h]]', 'What is it?  § ![[n#h]]'],
    ['before an embed in an item', '- 這是什麼？！![[圖.png]]', '- 這是什麼？！ § ![[圖.png]]'],
    [
      'before an embed in a cell',
      '| 問 |⏎|---|⏎| 這是什麼？![[圖.png]] |',
      '| 問 |⏎|---|⏎| 這是什麼？ § ![[圖.png]] |',
    ],
    ['behind a footnote reference', 'Why?[^1]', 'Why?[^1] §'],
    ['behind two of them', '為什麼？[^1][^2]因為', '為什麼？[^1][^2] § 因為'],
    ['behind a link', '[為什麼？](a.md)', '[為什麼？](a.md) §'],
    ['behind a link in which a sign asks nothing', '[A？ a?b](url)', '[A？ a?b](url) §'],
    ['before a link', '為什麼？[[a|你看]]', '為什麼？ § [[a|你看]]'],
    ['before a link behind one', '[為什麼？](a)[你看](b)', '[為什麼？](a)  § [你看](b)'],
    ['behind emphasis', '**為什麼？**', '**為什麼？** §'],
    ['behind a highlight', '==為什麼？==', '==為什麼？== §'],
    ['behind an HTML tag', '<b>為什麼？</b>', '<b>為什麼？</b> §'],
    ['before a comment', '為什麼？ %%so%%', '為什麼？ § %%so%%'],
    ['before code', 'Why? `a`', 'Why? § `a`'],
    ['before a formula', 'Why? $a$', 'Why? § $a$'],
  ])('%s: %s', (_, notation, expected) => {
    const text = expand(notation);
    const marked = tagged(text, style);
    expect(marked).toBe(expected.replaceAll('§', mark).replaceAll('⏎', '\n'));
    expect(read(marked).map(([, stance]) => stance)).toEqual(['inward']);
    expect(tagged(marked, style)).toBe(marked);
  });

  it.each(['403 ?', '3 ?', '100% ?', '$5 ?', '3+4 = ?', '403 ? [[x]]', '403 ?—so'])(
    'behind a number, where it is no operand: %s',
    (text) => {
      const [asks] = read(text);
      expect(read(tagged(text, style))).toEqual([[asks?.[0], 'inward']]);
    },
  );

  it.each(['[[a|Is it so? Why?]]', '[A？ B？](url)', '[A？ B？ C？](url)'])(
    'once for a link, for its last question: %s',
    (text) => {
      const all = read(text);
      const last = all.length - 1;
      expect(tagged(text, style, [last])).toBe(`${text} ${mark}`);
      expect(read(`${text} ${mark}`)).toEqual(
        all.map(([asks], at) => [asks, at === last ? 'inward' : '']),
      );
    },
  );
});

const PAIRS = '()（）[]［］{}｛｝【】〔〕〖〗「」『』“”‘’«»｢｣〝〞《》〈〉';
const pairs = PAIRS.match(/../gu)?.map((pair) => [pair.charAt(0), pair.charAt(1)] as const) ?? [];

describe.each(pairs)('a question in %s…%s', (open, close) => {
  it('is closed for whoever asks', () => {
    expect(isCloser(close.charCodeAt(0))).toBe(true);
    expect(endsWithTerminator(`他說${open}為什麼會這樣？${close}`)).toBe(true);
    expect(endsWithTerminator(`他說${open}為什麼會這樣${close}`)).toBe(false);
  });

  it.each(STYLES)('is tagged behind the bracket in style %s, and read as before', (style) => {
    const text = `他說${open}為什麼會這樣？${close}`;
    const [before] = extractQuestions(text);
    const marked = tagged(text, style);
    expect(marked).toBe(`${text} ${style === 'tag' ? TAG : `%% ${TAG} %%`}`);
    expect(extractQuestions(marked)).toMatchObject([{ kind: before?.kind, text: before?.text }]);
  });
});

it.each([
  '[為什麼？](a.md)',
  '[Why?](a.md "so")',
  '[Why?](a_(b).md)',
  '[Why?][ref]',
  '[[a|為什麼？]]',
  '<b>Why?</b>',
  'Why?[^1]',
  '**Why?！**',
  '「為什麼？！」',
])('%s ends with a terminator', (text) => {
  expect(endsWithTerminator(text)).toBe(true);
});

it('a bold line stays a heading when a question in it is tagged, however long the tag', () => {
  const text =
    '**There’s: Is it on? Is it useful? And, is it usable?**\n\nAnn: Why?\n\nBob: Since it is.';
  const told = (of: string) =>
    extractQuestions(of).map(({ kind, section, speaker, label }) => [
      kind,
      section,
      speaker,
      label,
    ]);
  for (const chosen of [[0], [1], [2], [0, 1, 2]]) {
    expect(told(tagged(text, 'comment', chosen))).toEqual(told(text));
  }
});
