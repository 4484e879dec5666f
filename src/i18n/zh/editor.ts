/** Strings of what stands in the editor and in the status bar, and of the commands that walk the questions. */
import type { Strings } from '../en/strings';
import { formatted } from './count';

export const editor = (): Strings['editor'] => ({
  untagged: '标记这个问题',
  conflict: (tag) => `标记冲突：${tag}`,
  status: (tagged, all) => `问题已标记 ${formatted(tagged)} / ${formatted(all)}`,
  statusTip: '标记这篇笔记的问题',
  suggest: {
    choose: '标记这个问题',
  },
  commands: {
    next: '跳到下一个问题',
    previous: '跳到上一个问题',
    nextUntagged: '跳到下一个未标记的问题',
    review: '逐个查看未标记的问题',
    showOnDashboard: '在总览中显示光标处的标记',
  },
  menu: {
    change: '更改标记',
    dashboard: '在总览中显示',
  },
  review: {
    orders: { notes: '按笔记顺序', surest: '最有把握的优先', unsure: '最没把握的优先' },
    ordered: (order) => `顺序：${order}`,
    keys: { tag: '标记', leave: '先不标记', stop: '结束', order: '顺序' },
    leave: '先不标记',
    previous: '上一个',
    goTo: '前往笔记',
    stop: '结束',
  },
  notices: {
    noArticles: '目前没有笔记算作你的文章；哪些笔记算，可以在设置里指定。',
    noMore: '这篇笔记后面没有问题了。',
    noUntagged: '这篇笔记的问题都标记好了。',
    reviewDone: '你的文章里，问题都标记好了。',
    reviewStopped: (left) => `还有 ${formatted(left)} 个问题未标记。`,
  },
  reviewLeft: (left) =>
    left === 1 ? '最后一个未标记的问题' : `还有 ${formatted(left)} 个问题未标记`,
});
