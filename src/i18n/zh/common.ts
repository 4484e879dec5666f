/** Strings that several parts show. */
import type { Strings } from '../en/strings';
import { formatted } from './count';

export const common = (): Strings['common'] => ({
  untagged: '未标记',
  begun: (tag: string) => `${tag}，还有空格没填`,
  suggested: (tag: string) => `建议：${tag}`,
  skip: '不是问题',
  conflict: '标记冲突',
  noStage: '未分阶段',
  cancel: '取消',
  close: '关闭',
  line: (line) => `第 ${line} 行`,
  questions: (count) => `${formatted(count)} 个问题`,
  listed: '、',
  andMore: (count) => `还有 ${formatted(count)} 个`,
});
