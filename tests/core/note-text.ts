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

interface Untidiness {
  readonly strays: readonly string[];
  readonly marks: readonly string[];
}

function lineOf({ strays, marks }: Untidiness): fc.Arbitrary<string> {
  const sentence = fc
    .tuple(
      fc.constantFrom(...AROUND),
      fc.constantFrom(...SENTENCES),
      fc.constantFrom(...TERMINATORS),
      fc.constantFrom('', ...strays),
      fc.constantFrom('', ...marks),
    )
    .map(([[open, close], text, end, stray, mark]) => open + text + end + close + stray + mark);
  const text = fc
    .tuple(
      fc.constantFrom(...LINE_STARTS),
      fc.array(sentence, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...TAILS),
    )
    .map(([start, sentences, tail]) => start + sentences.join('') + tail);
  return fc.oneof(
    { weight: 8, arbitrary: text },
    { weight: 1, arbitrary: fc.constantFrom(...CELLS) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', '```\nwhy?\n```', '%% why? %%', '—', '$$\na?\n$$'),
    },
  );
}

function noteOf(untidiness: Untidiness): fc.Arbitrary<string> {
  const last = lineOf(untidiness);
  const line = fc.tuple(last, fc.constantFrom(...LINE_ENDS)).map((parts) => parts.join(''));
  return fc
    .tuple(fc.constantFrom(...FRONTMATTER), fc.array(line, { maxLength: 8 }), last)
    .map(([front, lines, end]) => front + lines.join('') + end);
}

/** A note without marks, whose brackets and quotes are closed; its last line has no line end. */
export const tidyNote = noteOf({ strays: [], marks: [] });

/** A note without marks, with closing marks that nothing opened. */
export const unmarkedNote = noteOf({ strays: STRAYS, marks: [] });

/** A note in which some questions have marks that were typed by hand, well and badly. */
export const handMarkedNote = noteOf({ strays: STRAYS, marks: HAND_WRITTEN });
