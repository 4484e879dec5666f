/** Strings of the transitions. */
import type { Strings } from '../en/strings';
import { formatted } from './count';

export const transitions = (): Strings['transitions'] => ({
  map: '提問接續圖',
  table: '什麼之後接著問什麼',
  within: (name) => `接續範圍：${name}`,
  withins: { note: '一篇筆記', section: '一個段落', run: '一位提問者在一篇裡的提問' },
  heads: { pair: '從 → 到', count: '次數', expected: '期望', difference: '差' },
  to: (stage) => `→ ${stage}`,
  stays: '↻ 停留',
  pair: (from, to) => `${from} → ${to}`,
  few: '少',
  all: '全部',
  ofSteps: (count, total) => `從這裡出發的 ${formatted(total)} 步中有 ${formatted(count)} 步`,
  never: '從未出現',
  expected: (expected) => `如果前一題沒有影響，大約 ${expected} 步`,
  tooFew: (expected) => `${expected}（太少，無法判斷）`,
  leanings: { more: '明顯較常', less: '明顯較少' },
  press: '點一下列出這些問題',
  legend: {
    on: '沿路徑前進',
    back: '往回',
    stay: '停留',
    change: '換立場',
    width: '線寬：步數',
  },
  sum: (questions, steps) => `${formatted(questions)} 個已標記的問題，共 ${formatted(steps)} 步。`,
  begins: (count) => `其中 ${formatted(count)} 題之前沒有問過別的。`,
  nobody: (count) => `${formatted(count)} 題沒有提問者，不在任何人的提問裡。`,
  others: (count) => `另有 ${formatted(count)} 題，它或前一題的標籤不屬於任何階段，不在這裡。`,
  judged: (least) => `能判斷的排在前面：期望 ${formatted(least)} 步以上才標 ▲ ▼，「少」表示不到。`,
  shown: (pairs, ofPairs, steps, ofSteps) =>
    `圖上是 ${formatted(ofPairs)} 組中的 ${formatted(pairs)} 組，${formatted(ofSteps)} 步中的 ${formatted(steps)} 步；表裡全部都有。`,
  behind: (sentence) => sentence,
  pictureName: '提問接續',
  nothing: '還沒有接續',
  nothingHint: {
    note: '一步是從一篇筆記裡一個已標記的問題，到下一個。這些問題之前都沒有別的。',
    section: '一步是從一個段落裡一個已標記的問題，到下一個。這些問題之前都沒有別的。',
    run: '一步是從一位提問者在一篇裡的一個已標記問題，到下一個。這些問題之前都沒有別的。',
  },
});
