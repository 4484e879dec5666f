/** Strings of learning to ask. */
import type { Strings } from '../en/strings';
import { formatted } from './count';

export const learning = (): Strings['learning'] => ({
  commands: { others: '看别人怎么问某个阶段……', missing: '补上还没问的' },
  others: '别人怎么问',
  othersHint: 'O：看别人怎么问',
  othersOf: (stage) => `别人怎么问：${stage}`,
  pickStage: '选择阶段…',
  search: '搜索这些问题…',
  nobody: '其他笔记还没有人这样问。',
  found: (questions, notes) =>
    `${formatted(notes)} 篇笔记里有 ${formatted(questions)} 题，每篇列一题`,
  noAsker: '没有提问者',
  keys: {
    open: '打开',
    close: '关闭',
    others: '别人怎么问',
    write: '写入',
    stem: '选开头句',
    example: '打开例子',
    next: '下一个缺的阶段',
  },
  noNote: '打开一篇笔记，就能看到还有哪些没问。',
  allAsked: '这篇笔记每个阶段都问过了。',
  stages: '这篇笔记的各个阶段',
  stage: (stage, count) => (count > 0 ? `${stage}：${formatted(count)} 题` : `${stage}：缺`),
  missing: '缺',
  missingCount: (count) => `缺 ${formatted(count)} 个阶段`,
  examples: '别人怎么问',
  seeAll: '查看全部',
  stems: '从这里开头',
  noStems: '这个阶段没有开头句，可以到设置里写几句。',
  choices: (stage) => `例子和开头句：${stage}`,
  gap: '空格',
  write: '写在光标处',
  preview: '预览：按 Enter 写入，按 Esc 取消，撤销一次就能去掉。',
  notEditing: '要写进这篇笔记，请先切换到编辑模式。',
  notHere: '光标处写不了问题：写在那里会读不出来，或会让别的内容读起来不一样。',
});
