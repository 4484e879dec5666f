/** Strings of what stands in the editor and in the status bar, and of the commands that walk the questions. */
import type { Strings } from '../en/strings';
import { formatted } from './count';

export const editor = (): Strings['editor'] => ({
  untagged: '標記這個問題',
  conflict: (tag) => `標記衝突：${tag}`,
  status: (tagged, all) => `問題已標記 ${formatted(tagged)} / ${formatted(all)}`,
  statusTip: '標記這篇筆記的問題',
  suggest: {
    choose: '標記這個問題',
  },
  commands: {
    next: '跳到下一個問題',
    previous: '跳到上一個問題',
    nextUntagged: '跳到下一個未標記的問題',
    review: '逐一檢視未標記的問題',
    showOnDashboard: '在總覽中顯示游標處的標記',
  },
  menu: {
    change: '變更標記',
    dashboard: '在總覽中顯示',
  },
  review: {
    orders: { notes: '依筆記順序', surest: '最有把握的優先', unsure: '最沒把握的優先' },
    ordered: (order) => `順序：${order}`,
    keys: { tag: '標記', leave: '先不標記', stop: '結束', order: '順序' },
    leave: '先不標記',
    previous: '上一個',
    goTo: '前往筆記',
    stop: '結束',
  },
  notices: {
    noArticles: '目前沒有筆記算是你的文章；哪些筆記算，可以在設定裡指定。',
    noMore: '這篇筆記後面沒有問題了。',
    noUntagged: '這篇筆記的問題都標記好了。',
    reviewDone: '你的文章裡，問題都標記好了。',
    reviewStopped: (left) => `還有 ${formatted(left)} 個問題未標記。`,
  },
  reviewLeft: (left) =>
    left === 1 ? '最後一個未標記的問題' : `還有 ${formatted(left)} 個問題未標記`,
});
