/** Strings of the transitions. */
import type { Strings } from '../en/strings';
import { formatted } from './count';

export const transitions = (): Strings['transitions'] => ({
  map: '提问接续图',
  table: '什么之后接着问什么',
  within: (name) => `接续范围：${name}`,
  withins: { note: '一篇笔记', section: '一个段落', run: '一位提问者在一篇里的提问' },
  heads: { pair: '从 → 到', count: '次数', expected: '期望', difference: '差' },
  to: (stage) => `→ ${stage}`,
  stays: '↻ 停留',
  pair: (from, to) => `${from} → ${to}`,
  few: '少',
  all: '全部',
  ofSteps: (count, total) => `从这里出发的 ${formatted(total)} 步中有 ${formatted(count)} 步`,
  never: '从未出现',
  expected: (expected) => `如果前一题没有影响，大约 ${expected} 步`,
  tooFew: (expected) => `${expected}（太少，无法判断）`,
  leanings: { more: '明显较常', less: '明显较少' },
  press: '点击列出这些问题',
  legend: {
    on: '沿路径前进',
    back: '往回',
    stay: '停留',
    change: '换立场',
    width: '线宽：步数',
  },
  sum: (questions, steps) => `${formatted(questions)} 个已标记的问题，共 ${formatted(steps)} 步。`,
  begins: (count) => `其中 ${formatted(count)} 题之前没有问过别的。`,
  nobody: (count) => `${formatted(count)} 题没有提问者，不在任何人的提问里。`,
  others: (count) => `另有 ${formatted(count)} 题，它或前一题的标签不属于任何阶段，不在这里。`,
  judged: (least) => `能判断的排在前面：期望 ${formatted(least)} 步以上才标 ▲ ▼，“少”表示不到。`,
  shown: (pairs, ofPairs, steps, ofSteps) =>
    `图上是 ${formatted(ofPairs)} 组中的 ${formatted(pairs)} 组，${formatted(ofSteps)} 步中的 ${formatted(steps)} 步；表里全部都有。`,
  behind: (sentence) => sentence,
  pictureName: '提问接续',
  nothing: '还没有接续',
  nothingHint: {
    note: '一步是从一篇笔记里一个已标记的问题，到下一个。这些问题之前都没有别的。',
    section: '一步是从一个段落里一个已标记的问题，到下一个。这些问题之前都没有别的。',
    run: '一步是从一位提问者在一篇里的一个已标记问题，到下一个。这些问题之前都没有别的。',
  },
});
