/** What is wrong with a query, in a sentence. */
import type { ProblemCode } from '../../core/query';
import type { Strings } from '../en/strings';

const problems: { readonly [code in ProblemCode]: (word: string, more: string) => string } = {
  'unknown-field': (word, more) => `沒有「${word}」這個欄位。${more}如果是文字，請加引號。`,
  'unknown-value': (word, more) => `這裡不能用「${word}」。${more}`,
  'unknown-preset': (word, more) => `沒有叫「${word}」的已存查詢。${more}`,
  'unknown-stage': (word, more) => `沒有「${word}」這個立場或階段。${more}`,
  'missing-value': (word, more) => (word === '' ? `少了東西。${more}` : `「${word}」後面少了值。`),
  'no-note': (word) => `「${word}」需要先開啟筆記，或在後面寫上路徑。`,
  'unclosed-quote': () => '引號沒有關上。',
  'text-after-quote': () => '引號後面少了空格。',
  'unclosed-bracket': () => '這個括號沒有關上。',
  'unopened-bracket': () => '這個括號沒有開頭。',
  'empty-brackets': () => '括號裡沒有東西。',
  'missing-term': () => '這裡少了要搭配的條件。如果是文字，請加引號。',
  'bad-date': (word) =>
    `「${word}」不是日期。請寫成 2026-03、2026-01..2026-03、>2026-01-15、this-month 或 last-30-days。`,
  'bad-number': (word) => `「${word}」不是 1 以上的數字。`,
  'too-many-words': (word) => `「${word}」是多餘的詞。`,
  'too-many-groupings': () => '最多只能分組兩層。',
  'preset-in-itself': (_word, more) => `這個已存查詢用到了自己：${more}。`,
  'too-deep': () => '括號層數太多，更深的部分略過不計。',
  'too-many-terms': () => '條件太多，其餘略過不計。',
  'too-long': () => '查詢太長，其餘略過不計。',
};

export const query = (): Strings['query'] => ({
  problems,
  didYouMean: (name) => `是不是「${name}」？`,
  write: (name) => `改成「${name}」`,
  choices: (names) => `可用的有：${names}。`,
  listed: '、',
  line: (line, sentence) => `第 ${line} 行：${sentence}`,
  instructions: {
    'scope ': '看哪些筆記',
    'group by ': '依什麼分組',
    'sort by ': '依什麼排序',
    'limit ': '總共最多幾個',
    'limit groups ': '每組最多幾個',
    'view ': '用哪種檢視',
    'show ': '要顯示的部分',
    'hide ': '要隱藏的部分',
    'preset ': '套用一個已存查詢',
  },
  complete: '填入',
});
