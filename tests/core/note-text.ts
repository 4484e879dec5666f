/** Notes made at random: lines of Chinese and English with question marks in every place a note has for them. */
import fc from 'fast-check';

const LINE_STARTS = [
  '',
  '',
  '## ',
  '- ',
  '- [ ] ',
  '1. ',
  '> ',
  '> [!question] ',
  '> > ',
  '[^1]: ',
  '\t- ',
];

const SENTENCES = [
  '為什麼模型需要海量數據',
  '我们怎么知道',
  'Why does it need so much data',
  'What is it, really',
  '**他們**會不會成功',
  '這是什麼',
  '真的嗎',
  'Why',
  '[連結](https://example.org/a?b=1) 是什麼',
  '`code?` 是什麼',
  '🤔 真的',
  '𠮷野家在哪裡',
  '因為沒有，所以',
  '核心問題：為什麼',
];

const TERMINATORS = ['？', '？', '?', '??', '？！', '?!', '。', '.', '，'];

const AROUND = [
  ['', ''],
  ['', ''],
  ['「', '」'],
  ['（', '）'],
  ['**', '**'],
  ['“', '”'],
  ['"', '"'],
  ['(', ')'],
  ['**「', '」**'],
] as const;
const NOTHING_AROUND = [['', '']] as const;

/** Closing marks that nothing opened. */
const STRAYS = ['', '', '」', '）', '**', '”', '"', ')', '」**', '』'];

/** What may stand right behind, on the same line. */
const TAILS = [
  '',
  '',
  ' ',
  '  ',
  '\t',
  '\u3000',
  ' Because',
  'Because',
  '因為',
  ' 因為',
  '\u3000因為',
  '—so',
  '——因為',
  'AI 會',
  ' AI 會',
  '\u00a0So',
  '🤔',
  ' 🤔',
  '𠮷',
  '\ud83d',
  ' 📅 2026-01-01',
  ' ✅ 2026-01-01 ^done-1',
  ' ^id-1',
  '^id-1',
  ' ##',
  '##',
  ' #idea',
  '#idea',
  '#question/inward',
  ' #question/向內',
  ' %% ask %%',
  '%%ask%%',
  '[^1]',
  ' [[note?|note]]',
  '<br>So',
  '（註）',
  '。',
];

/** Marks as the writer may have typed them. */
export const HAND_WRITTEN = [
  ' #question/inward',
  ' #question/inward/difference',
  '  #question/skip',
  '\u3000#Question/Outward/Limits',
  ' %% #question/inward %%',
  '%%#question/outward%%',
  ' #question/inward #question/outward',
  ' #question/inward/a/b',
  ' #question/sideways',
  ' #question/inward。',
  ' #question/inward/',
  ' #question/inward因為他',
];

const LINE_ENDS = ['\n', '\n', '\n\n', '\r\n', '\r\n\r\n'];

const FRONTMATTER = ['', '', '---\ntags:\n  - my-article\nCheckbox 1: true\nwhy: "why?"\n---\n'];

const CELLS = ['| 為什麼？ | why? |', '|why?|為什麼？|', '| --- | --- |', '| 「是嗎？」 | 100 |'];

const TABLES = ['| 問？ | ask |\n| --- | --- |\n| 「為什麼？」 | why? |\n|why?|為什麼？|'];

interface NoteShape {
  readonly around: readonly (readonly [string, string])[];
  /** Sentences in a line, at most. */
  readonly sentences: number;
  readonly strays: readonly string[];
  readonly marks: readonly string[];
  readonly tables: readonly string[];
  readonly lineEnds: readonly string[];
}

function lineOf({ around, sentences, strays, marks, tables }: NoteShape): fc.Arbitrary<string> {
  const sentence = fc
    .tuple(
      fc.constantFrom(...around),
      fc.constantFrom(...SENTENCES),
      fc.constantFrom(...TERMINATORS),
      fc.constantFrom('', ...strays),
      fc.constantFrom('', ...marks),
    )
    .map(([[open, close], text, end, stray, mark]) => open + text + end + close + stray + mark);
  const text = fc
    .tuple(
      fc.constantFrom(...LINE_STARTS),
      fc.array(sentence, { minLength: 1, maxLength: sentences }),
      fc.constantFrom(...TAILS),
    )
    .map(([start, sentences, tail]) => start + sentences.join('') + tail);
  return fc.oneof(
    { weight: 8, arbitrary: text },
    { weight: 1, arbitrary: fc.constantFrom(...tables) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', '```\nwhy?\n```', '%% why? %%', '—', '$$\na?\n$$'),
    },
  );
}

function noteOf(shape: NoteShape): fc.Arbitrary<string> {
  const last = lineOf(shape);
  const line = fc.tuple(last, fc.constantFrom(...shape.lineEnds)).map((parts) => parts.join(''));
  return fc
    .tuple(fc.constantFrom(...FRONTMATTER), fc.array(line, { maxLength: 8 }), last)
    .map(([front, lines, end]) => front + lines.join('') + end);
}

const untidy: NoteShape = {
  around: AROUND,
  sentences: 3,
  strays: STRAYS,
  marks: [],
  tables: CELLS,
  lineEnds: LINE_ENDS,
};

/** A note without marks, a sentence a paragraph, none in brackets or quotes; its last line has no line end. */
export const tidyNote = noteOf({
  around: NOTHING_AROUND,
  sentences: 1,
  strays: [],
  marks: [],
  tables: TABLES,
  lineEnds: ['\n\n', '\r\n\r\n'],
});

/** A note without marks, with brackets open and closed, closing marks that nothing opened, and torn tables. */
export const unmarkedNote = noteOf(untidy);

/** A note in which some questions have marks that were typed by hand, well and badly. */
export const handMarkedNote = noteOf({ ...untidy, marks: HAND_WRITTEN });
