/** Strings of queries in notes. */
import type { Strings } from '../en/strings';
import { formatted } from './count';

export const block = (): Strings['block'] => ({
  insert: '插入問題區塊',
  menu: '這個區塊的更多選項',
  edit: '修改這個查詢…',
  editTitle: '修改這個區塊的查詢',
  write: '寫入筆記',
  openDashboard: '在提問總覽開啟',
  found: (found, of) => `${of} 個中的 ${found} 個`,
  more: (count) => `提問總覽還有 ${formatted(count)} 個問題`,
  otherwise: (note) => `「${note}」裡的區塊已經改過了，這次沒有寫入。`,
});
