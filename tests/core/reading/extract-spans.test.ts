import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { extractQuestions } from '../../../src/core/reading/extract';
import { undressedLine } from '../../../src/core/reading/passage/undressed-text';
import { readInline } from '../../../src/core/markdown/inline';
import { cutPieces } from '../../../src/core/reading/passage/passage';
import { Lines } from '../../../src/core/text/lines';
import { formatMarked, parseMarked } from './extract-cases/notation';

/** Where a line of text can stand, the line written as `%`. */
const PLACES: readonly (readonly [name: string, place: string])[] = [
  ['a paragraph', '%'],
  ['an item', '- %'],
  ['a task', '- [ ] %'],
  ['a quote', '> %'],
  ['a heading', '## %'],
  ['a callout’s title', '> [!note] %'],
  ['a cell', '| % | b |\n|---|---|'],
];

/** Questions as they stand in a note, and as they are shown. */
const DRESSED: readonly (readonly [written: string, shown: readonly string[]])[] = [
  ...[
    'Why is it so?',
    '為什麼？',
    '為什麼?',
    '28 ????',
    '為什麼﹖',
    '為什麼⁇',
    '為什麼⁈',
    '為什麼⁉',
  ].flatMap((asks) =>
    ['==', '**', '__', '*', '_', '~~', '***', '**=='].map((sign) => {
      const close = sign === '**==' ? '==**' : sign;
      return [`${sign}${asks}${close} Yes.`, [asks]] as const;
    }),
  ),
  ...[
    '$x$',
    '$x=1$',
    '$$a^2$$',
    '`x`',
    '[[Mars]]',
    '[x](y.md)',
    '**x**',
    '==x==',
    '~~x~~',
    '<b>x</b>',
  ].flatMap((span) => {
    const shown = span.replace(
      /^(?:`|\[\[|\*\*|==|~~|<b>|\[)|(?:`|\]\]|\]\(y.md\)|\*\*|==|~~|<\/b>)$/g,
      '',
    );
    return [
      [`What is ${span}?`, [`What is ${shown}?`]],
      [`What is ${span}﹖`, [`What is ${shown}﹖`]],
      [`那麼為什麼${span}？`, [`那麼為什麼${shown}？`]],
      [`那麼為什麼 ${span}?因為。`, [`那麼為什麼 ${shown}?`]],
      [`What is it?${span} is.`, ['What is it?']],
    ] as const;
  }),
  ['Is 5*3 = 15?', ['Is 5*3 = 15?']],
  ['Is x==y?', ['Is x==y?']],
  ['Is a == b == c?', ['Is a == b == c?']],
  ['Is 2**3 or 2 ** 3 larger?', ['Is 2**3 or 2 ** 3 larger?']],
  ['What does **kwargs do?', ['What does **kwargs do?']],
  ['Does ~5 differ from ~ 5?', ['Does ~5 differ from ~ 5?']],
  ['Is snake_case_name _one_ name?', ['Is snake_case_name one name?']],
  ['Is *this **all** there* is?', ['Is this all there is?']],
  ['Is \\*this\\* it?', ['Is *this* it?']],
  ['Is **a*b** so?', ['Is a*b so?']],
  ['Is [**this**](a.md) it?', ['Is this it?']],
  ['Is *[this* one](a.md) it?', ['Is *this* one it?']],
  ['Is ![a*b](a.png) *it?', ['Is *it?']],
  ['What is **this**?', ['What is this?']],
  ['他說**「為什麼」** 嗎？', ['他說**「為什麼」** 嗎？']],
];

const TEXTS = new Map(DRESSED);

describe('a sentence over line ends keeps its words apart', () => {
  it.each([
    ['Have you read it,\n*the whole thing*, twice?', 'Have you read it, the whole thing, twice?'],
    ['Have you read *the\nwhole thing* twice?', 'Have you read the whole thing twice?'],
    ['Have you read it,\n[the thing](a.md), twice?', 'Have you read it, the thing, twice?'],
    ['他讀過，\n**這一本**嗎？', '他讀過，這一本嗎？'],
    ['Is it so,\n==*as he*== says?', 'Is it so, as he says?'],
  ])('%j', (text, shown) => {
    expect(extractQuestions(text).map((question) => question.text)).toEqual([shown]);
  });
});

describe('spans decide, not the signs beside a question mark', () => {
  describe.each(PLACES)('in %s', (_name, place) => {
    it.each([...TEXTS])('%s', (written, shown) => {
      const note = place.replace('%', () => written);
      expect(extractQuestions(note).map(({ text }) => text)).toEqual(shown);
    });
  });

  it('the tag goes behind what closes around the question', () => {
    const found = [
      '==Why?== x',
      '**==為什麼？==** x',
      '~~Why?~~ x',
      '__Why?__ x',
      '為什麼⁉\ufe0f x',
    ].map((text) => text.slice(extractQuestions(text)[0]?.markAt));
    expect(found).toEqual([' x', ' x', ' x', ' x', ' x']);
  });
});

/** See notation.ts. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  'a line of question marks parts a card': [
    'Define z⏎?⏎Answer',
    'Capital of France⏎??⏎Paris',
    '> Capital of France⏎> ??⏎> Paris',
    '- Define z⏎  ?⏎  Answer',
    '«What is z?»⏎?⏎It is so.',
    'Define z⏎?⏎«And what is it?»',
    '定義⏎？⏎答案',
    '定義⏎⁇⏎答案',
  ],
  'a card that is asked both ways has two sides': [
    'What is q:::«What is p?»',
    '«What is q?»:::«What is p?»',
    '«What is q?»::It is so.',
    '«Does std::move copy?»',
  ],
  'nothing leads in inside of a comment or code': [
    '<!--⏎TODO: why?⏎-->',
    '<!--⏎問：為什麼？⏎-->',
    '`a⏎TODO: why?⏎b`',
    'a <!--⏎TODO: why?⏎-->⏎«Is it so?»',
    'a %%⏎問：為什麼？⏎%% «真的嗎？»',
    '`TODO: why?`',
    'a $$⏎x: y?⏎$$⏎«Is it so?»',
    'a <% x⏎▋why?⏎%> b',
    'TODO: «why?»',
    '`kind`: «what is it?»',
    'Ann: a `b⏎Bob: «why?»',
  ],
  'a sentence starts behind its number': [
    '**1.** «What is a hook?»',
    '- **4)** «Why so?»',
    '- *2.* «Why so?»',
    '1. **2)** «Why so?»',
    '> [!note]- 1.1 «What is tiling?»',
    '> [!note]- 1.1. **«What is tiling?»** Text.',
    '1、[«為什麼天是藍的？»](https://a.b)',
    '2. [«為什麼？»](https://a.b)',
    '«1.2 版有什麼新的？»',
  ],
  'a reference’s title is the question': [
    '[^a]: Site - N.D. - [«Realistic price for it?»](https://a.b)',
    'Site | [«Is it so?»](https://a.b)',
    'Site — [**«Is it so?»**](https://a.b)',
    '«Have you read - [this one](https://a.b)?»',
    'As noted [@smith2020, p. 3?], memory fails.',
    'As noted [see @smith2020, p. 3?; also -@doe99] memory fails.',
    '«Is it [@smith2020, p. 3]?»',
    '[@ann] «why?»',
    '[«@smith2020 why?»](a.md)',
  ],
  'drawings are data': [
    '---⏎excalidraw-plugin: parsed⏎tags: [excalidraw]⏎---⏎Is it so? ^abcdefgh',
    '---⏎tags: [a]⏎"excalidraw-plugin": raw⏎---⏎{"type":"text","text":"why?"}',
    '---⏎Excalidraw-Plugin : parsed⏎---⏎Is it so?',
    '---⏎tags: [excalidraw-plugin]⏎---⏎«Is it so?»',
    'excalidraw-plugin: «is it so?»',
  ],
  'embeds begin with their sign': [
    '«這是什麼？»![[圖.png]]',
    '- «這是什麼？»![圖](a.png) 圖。',
    '«What is it?»![[note#heading]]',
    '| «這是什麼？»![[圖.png]] | b |⏎|---|---|',
  ],
  'tags, comments and references are no operands': [
    '«403 ?»',
    '«403 ?» #idea',
    '«403 ?» [[x]]',
    '«3+4 = ?» %%note%%',
    '«100% ?»[^1]',
    'a ? `b` : `c`',
    '| «403 ?» | «Why ?» |⏎|---|---|',
  ],
};

describe.each(Object.entries(CASES))('%s', (_rule, cases) => {
  it.each(cases)('%s', (marked) => {
    const { text } = parseMarked(marked);
    const questions = extractQuestions(text).map(({ start, end }) => ({
      start,
      end,
      kind: 'body' as const,
    }));
    expect(formatMarked({ text, questions })).toBe(marked);
  });
});

const markdownIt = new MarkdownIt();

/** What markdown-it shows of a paragraph. */
function shownBy(note: string): string {
  const [inline] = markdownIt.parseInline(note, {});
  return (inline?.children ?? [])
    .map(({ type, content }) => (type === 'image' ? '' : content))
    .join('');
}

const PIECES = '* ** *** **** _ __ ___ ~~ a b 為什麼 。 ？ ( ) " - [ ] ](u) ![ \\ 𠮷 5'
  .split(' ')
  .concat([' ', ' ']);

it('what dresses a text goes as CommonMark and GFM pair it, and the rest stays', () => {
  const text = fc
    .array(fc.constantFrom(...PIECES), { maxLength: 20 })
    // Blocks are not what is compared.
    .map((parts) => `x${parts.join('')}x`);
  fc.assert(
    fc.property(text, (note) => {
      // Three tildes are no strikethrough here, references are links without a definition, and [[…]] is one.
      fc.pre(!/~~~|\]\[|\[\[/.test(note));
      const spans = readInline(note, 0, note.length, ['question']);
      const pieces = cutPieces({ lines: Lines.of(0, note.length, 1), spans });
      expect(undressedLine(note, pieces)).toBe(shownBy(note).replace(/\s+/g, ' '));
    }),
    {
      numRuns: Number(process.env.FUZZ_RUNS ?? 3000),
      examples: [['x![*[*[](u)](u)x'], ['x[a![b[c](u)](u)](u)x'], ['x![a[b[c](u)d](u)e](u)x']],
    },
  );
});
