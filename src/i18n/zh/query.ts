/** What is wrong with a query, in a sentence. */
import type { ProblemCode } from '../../core/query';
import type { Strings } from '../en/strings';

const problems: { readonly [code in ProblemCode]: (word: string, more: string) => string } = {
  'unknown-field': (word, more) => `没有“${word}”这个字段。${more}如果是文本，请加引号。`,
  'unknown-value': (word, more) => `这里不能用“${word}”。${more}`,
  'unknown-preset': (word, more) => `没有名为“${word}”的已存查询。${more}`,
  'unknown-stage': (word, more) => `没有“${word}”这个立场或阶段。${more}`,
  'missing-value': (word, more) => (word === '' ? `缺少内容。${more}` : `“${word}”后面缺少值。`),
  'no-note': (word) => `“${word}”需要先打开笔记，或在后面写上路径。`,
  'unclosed-quote': () => '引号没有闭合。',
  'text-after-quote': () => '引号后面缺少空格。',
  'unclosed-bracket': () => '这个括号没有闭合。',
  'unopened-bracket': () => '这个括号没有开头。',
  'empty-brackets': () => '括号里没有内容。',
  'missing-term': () => '这里缺少搭配的条件。如果是文本，请加引号。',
  'bad-date': (word) =>
    `“${word}”不是日期。请写成 2026-03、2026-01..2026-03、>2026-01-15、this-month 或 last-30-days。`,
  'bad-number': (word) => `“${word}”不是 1 以上的数字。`,
  'too-many-words': (word) => `“${word}”是多余的词。`,
  'too-many-groupings': () => '最多只能分组两层。',
  'preset-in-itself': (_word, more) => `这个已存查询用到了自己：${more}。`,
  'too-deep': () => '括号层数太多，更深的部分略过不计。',
  'too-many-terms': () => '条件太多，其余略过不计。',
  'too-long': () => '查询太长，其余略过不计。',
};

export const query = (): Strings['query'] => ({
  problems,
  didYouMean: (name) => `是不是“${name}”？`,
  write: (name) => `改成“${name}”`,
  choices: (names) => `可以用的有：${names}。`,
  listed: '、',
  line: (line, sentence) => `第 ${line} 行：${sentence}`,
  instructions: {
    'scope ': '查看哪些笔记',
    'group by ': '按什么分组',
    'sort by ': '按什么排序',
    'limit ': '总共最多几个',
    'limit groups ': '每组最多几个',
    'view ': '用哪种视图',
    'show ': '要显示的部分',
    'hide ': '要隐藏的部分',
    'preset ': '套用一个已存查询',
  },
  complete: '填入',
});
