/** Notes made at random, for fast-check: of Markdown's pieces, and of sentences in clauses. */
import fc from 'fast-check';

const PIECES =
  '? ？ ﹖ ⁉ 。 ， 、 ； ： ! . ... … 「 」 『 』 （ ） ( ) 〔 〕 [ ] [[ ]] 【 】 《 》 " \' “ ” ** * _ == ~~ ==為什麼？== **為什麼？**因為 5*3 x==y ` ``` ~~~ $ $x$ $$ %% | |- |-|-| < > <br> <b> </b> <!-- --> <% %> {{ }} &quot; &amp; \\ # ## ▋ • — --- === - 1. 2) + > >> > [! > [!note] - [ ]  [^1] [^1]: ![ ]( ](a?b) http://a.b/?c=d www.a.b/?c #tag #質疑？ #question/inward #question/skip/x %%#question/inward%% ^id 為什麼 他說 核心問題 Why Dr e.g 3.5 Lex: 唐鳳： ### 🤔 𠮷'
    .split(' ')
    .concat([
      ' ',
      ' ',
      '\n',
      '\n',
      '\n\n',
      '\r\n',
      '\r',
      '\t',
      '    ',
      '\u3000',
      '\0',
      '\ud800',
      '\ufeff',
    ]);

/** Anything that Markdown and punctuation can be put together to. */
export const noteArbitrary: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 60 })
  .map((pieces) => pieces.join(''));

export interface Sentence {
  /** Each ends in a comma, the last in its stop. */
  readonly clauses: readonly string[];
  readonly isWide: boolean;
}

const CHINESE_CLAUSES = [
  '為什麼模型需要海量數據',
  '當大家都在談規模時',
  '他說「這樣就好」',
  '在資源不足的情況下（例如小公司）',
  '我們到底在擴大什麼',
  '你讀過《小書》',
  '用 `code` 來寫',
  '這是 2.0 版',
  '**重要的事**先說',
  '她走了',
];
const ENGLISH_CLAUSES = [
  'When everyone talks about scale',
  'what are we really scaling',
  'if Dr. Smith (or someone else) agrees',
  'the cost is about 3.5 million dollars',
  'you said "it is fine" yesterday',
  'I have read *the whole thing* twice',
  'as the old saying goes',
  'nobody in the U.S. knows',
];

function sentences(
  clauses: readonly string[],
  comma: string,
  stops: readonly string[],
  isWide: boolean,
): fc.Arbitrary<Sentence> {
  return fc
    .tuple(
      fc.array(fc.constantFrom(...clauses), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...stops),
    )
    .map(([chosen, stop]) => ({
      clauses: chosen.map(
        (clause, index) =>
          capital(clause, index === 0) + (index < chosen.length - 1 ? comma : stop),
      ),
      isWide,
    }));
}

function capital(clause: string, isFirst: boolean): string {
  return isFirst ? clause.charAt(0).toUpperCase() + clause.slice(1) : clause;
}

/** Sentences of one language, some of which ask. */
export const sentencesArbitrary: fc.Arbitrary<readonly Sentence[]> = fc.oneof(
  fc.array(sentences(CHINESE_CLAUSES, '，', ['。', '？', '！', '？？'], true), {
    minLength: 1,
    maxLength: 5,
  }),
  fc.array(sentences(ENGLISH_CLAUSES, ',', ['.', '?', '!', '?!'], false), {
    minLength: 1,
    maxLength: 5,
  }),
);
