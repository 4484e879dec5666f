/** Strings of the view of a base. */
import type { Strings } from '../en/strings';
import { formatted } from './count';

export const bases = (): Strings['bases'] => ({
  name: '问题',
  insert: '插入问题数据库',
  off: '数据库没有启用。请到“设置 → 核心插件”启用，再试一次。',
  filter: '筛选文字',
  grouping: '分组依据',
  limit: '问题数量上限',
  usual: '默认',
  asBase: '恢复成数据库的设置',
  more: '这些问题的更多操作',
  noText: (value) => `${value} 不是文字。请加上引号。`,
  noNotes: '这个数据库没有笔记',
  nothing: (count) => `里面的 ${formatted(count)} 篇笔记都还没有问题。`,
  noValue: '无',
});
