/** Strings of learning to ask. */
import type { Strings } from '../en/strings';
import { formatted } from './count';

export const learning = (): Strings['learning'] => ({
  commands: { others: '看別人怎麼問某個階段……', missing: '補上還沒問的' },
  others: '別人怎麼問',
  othersHint: 'O：看別人怎麼問',
  othersOf: (stage) => `別人怎麼問：${stage}`,
  pickStage: '選擇階段…',
  search: '搜尋這些問題…',
  nobody: '其他筆記還沒有人這樣問。',
  found: (questions, notes) =>
    `${formatted(notes)} 篇筆記裡有 ${formatted(questions)} 題，每篇列一題`,
  noAsker: '沒有提問者',
  keys: {
    open: '打開',
    close: '關閉',
    others: '別人怎麼問',
    write: '寫入',
    stem: '選起頭句',
    example: '打開例子',
    next: '下一個缺的階段',
  },
  noNote: '打開一篇筆記，就能看到還有哪些沒問。',
  allAsked: '這篇筆記每個階段都問過了。',
  stages: '這篇筆記的各個階段',
  stage: (stage, count) => (count > 0 ? `${stage}：${formatted(count)} 題` : `${stage}：缺`),
  missing: '缺',
  missingCount: (count) => `缺 ${formatted(count)} 個階段`,
  examples: '別人怎麼問',
  seeAll: '看全部',
  stems: '從這裡起頭',
  noStems: '這個階段沒有起頭句，可以到設定裡寫幾句。',
  choices: (stage) => `例子和起頭句：${stage}`,
  gap: '空格',
  write: '寫在游標處',
  preview: '預覽：按 Enter 寫入，按 Esc 取消，一次復原就能拿掉。',
  notEditing: '要寫進這篇筆記，請先切換到編輯模式。',
  notHere: '游標處寫不了問題：寫在那裡會讀不出來，或會讓別的內容讀起來不一樣。',
});
