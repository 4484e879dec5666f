/** Strings that several parts show. */
import type { Strings } from '../en/strings';
import { formatted } from './count';

export const common = (): Strings['common'] => ({
  untagged: '未標記',
  begun: (tag: string) => `${tag}，還有空格沒填`,
  suggested: (tag: string) => `建議：${tag}`,
  skip: '不是問題',
  conflict: '標記衝突',
  noStage: '未分階段',
  cancel: '取消',
  close: '關閉',
  line: (line) => `第 ${line} 行`,
  questions: (count) => `${formatted(count)} 個問題`,
  listed: '、',
  andMore: (count) => `還有 ${formatted(count)} 個`,
});
