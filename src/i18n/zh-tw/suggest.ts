/** Strings of suggestions. */
import type { Strings } from '../en/strings';
import { formatted } from './count';

const is = (stage: string | null) => (stage === null ? '' : `是「${stage}」`);

const part = (times: number, of: number) =>
  of === 1 ? '唯一的一題' : ` ${formatted(of)} 題中有 ${formatted(times)} 題`;

export const suggest = (): Strings['suggest'] => ({
  word: '建議',
  why: {
    shares: {
      label: (name) => `小標「${name}」下的`,
      section: (name) => `章節「${name}」裡的`,
      asker: (name) => `由${name}提問的`,
    },
    where: { note: '這篇筆記裡，', elsewhere: '其他筆記裡，' },
    shared: (times, of, share, where, stage) => `${where}${share}${part(times, of)}${is(stage)}`,
    after: (times, of, before, stage) => `接在「${before}」後面的${part(times, of)}${is(stage)}`,
    afterInGroup: (times, of, before, stage) =>
      `同一組裡緊接「${before}」的${part(times, of)}${is(stage)}`,
    same: (times, of, stage) =>
      of === 1 ? `別處同樣的問題${is(stage)}` : `別處同樣的問題${part(times, of)}${is(stage)}`,
    like: (text, times, of, stage) => {
      const like = `類似「${text}」`;
      if (of > 1) return `${like}：這類問題${part(times, of)}${is(stage)}`;
      return stage === null ? like : `${like}，那一題${is(stage)}`;
    },
    wording: '從用詞來看',
    own: (count) => `你標記過的 ${formatted(count)} 題的用詞`,
    nothing: '沒有別的線索，只因為它較常見',
  },
  sources: {
    same: '別處同樣的問題',
    label: '同一個小標',
    section: '同一個章節',
    asker: '同一位提問者',
    before: '前一題的階段',
    wording: '用詞，依一般人的問法',
    own: '用詞，依你標記過的',
  },
  settings: {
    heading: '建議',
    mode: '建議哪些',
    modeDesc:
      '選擇標記時，最可能的三個階段排在最前面，各附理由。幾乎確定的可以先顯示在問題旁，按一個鍵就接受。你沒有動手，就什麼都不會寫入。',
    modes: { off: '不建議', proposals: '三個可能的階段', ghosts: '再加上幾乎確定的' },
    learnt: '學到了什麼',
    nothingLearnt: '還沒有。有建議時你選了什麼，會在這裡計數。',
    columns: { source: '依據', proposed: '建議次數', right: '說對' },
    proposed: formatted,
    right: (right, proposed) =>
      `${formatted(right)}（${formatted(Math.round((100 * right) / proposed))}%）`,
    quiet: '最近說錯太多，目前不會先顯示',
    forget: '忘掉這些',
    forgetDesc: '這些數字和你拒絕過的建議只存在這部裝置上。標記都會留著，建議仍然會參考它們。',
    forgetButton: '忘掉',
    forgetTitle: '要忘掉建議學到的東西嗎？',
    forgetText: (sources, rejections) =>
      `這部裝置上 ${formatted(sources)} 種依據的數字和 ${formatted(rejections)} 個拒絕過的建議會清除。筆記和標記都保持原樣。`,
  },
});
