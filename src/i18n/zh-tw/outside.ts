/** Strings of the app's command line, of links into the plugin, and of what other plugins are told. */
import type { Strings } from '../en/strings';
import { formatted } from './count';

export const outside = (): Strings['outside'] => ({
  error: '錯誤',
  values: { query: '條件', path: '路徑', name: '名稱' },
  commands: {
    counts: '計算問題數：全部、符合的、已標記的',
    list: '列出符合查詢的問題',
    matrix: '計算各階段的問題數',
    explain: '說明查詢的每個部分各自找到多少問題；前後是全部與符合的問題數',
    tag: '標記符合的問題；沒有寫 write 時只說會做什麼',
  },
  flags: {
    query: '條件與指令，和儀表板的搜尋一樣；換行寫成 \\n',
    scope: '要看哪些筆記；沒有寫就是文章',
    path: '一則筆記，用路徑',
    file: '一則筆記，用連結裡的名稱',
    format: '輸出格式；沒有寫就是 tsv',
    total: '只要符合的數目',
    mark: '要加上的標籤，不含第一段',
    line: '只要從這一行開始的問題',
    write: '寫入標籤；一次復原就能全部取消',
  },
  tagWhat: '請說明是哪些問題：query=、path= 或 file=。',
  wouldTag: (count) => `會變更 ${formatted(count)} 個問題。加上 write 才會寫入。`,
  tagged: (count) => `已變更 ${formatted(count)} 個問題。`,
  unknownMark: (mark) => `沒有「${mark}」這個階段。`,
  didYouMean: (mark) => `是不是「${mark}」？`,
  noFormat: (formats) => `格式有 ${formats}。`,
  noNote: (path) => `沒有「${path}」這則筆記。`,
  noCommand: (command) => `連結不能執行「${command}」。`,
  longLink: '連結太長了。',
});
