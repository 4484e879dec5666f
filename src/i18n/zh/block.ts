/** Strings of queries in notes. */
import type { Strings } from '../en/strings';
import { formatted } from './count';

export const block = (): Strings['block'] => ({
  insert: '插入问题块',
  menu: '这个块的更多选项',
  edit: '更改这个查询…',
  editTitle: '更改这个块的查询',
  write: '写入笔记',
  openDashboard: '在提问总览中打开',
  found: (found, of) => `${of} 个中的 ${found} 个`,
  more: (count) => `提问总览中还有 ${formatted(count)} 个问题`,
  otherwise: (note) => `“${note}”里的块已经更改，没有写入。`,
});
