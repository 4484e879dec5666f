/** Strings of the view of a base. */
import type { Strings } from '../en/strings';
import { formatted } from './count';

export const bases = (): Strings['bases'] => ({
  name: '問題',
  insert: '插入問題資料庫',
  off: '資料庫沒有啟用。請到「設定 → 核心外掛程式」啟用，再試一次。',
  filter: '篩選文字',
  grouping: '分組方式',
  limit: '問題數上限',
  usual: '預設',
  asBase: '恢復成資料庫的設定',
  more: '這些問題的更多動作',
  noText: (value) => `${value} 不是文字。請加上引號。`,
  noNotes: '這個資料庫沒有筆記',
  nothing: (count) => `裡面的 ${formatted(count)} 篇筆記都還沒有問題。`,
  noValue: '無',
});
