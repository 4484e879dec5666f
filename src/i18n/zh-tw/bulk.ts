/** Strings of changes to many questions: preview, progress, summary, undo and redo; and of copying without tags. */
import type { Strings } from '../en/strings';
import { formatted } from './count';

const notes = (count: number) => `${formatted(count)} 篇筆記`;

export const bulk = (): Strings['bulk'] => ({
  commands: {
    undo: '復原上一次標記',
    redo: '重做標記',
    format: '變更標記的寫法',
    copyNote: '複製筆記（不含問題標記）',
    copySelection: '複製選取內容（不含問題標記）',
    changeLinks: '更新連到上一個標記標題的連結',
  },
  title: { change: '變更標記', clear: '清除標記', format: '變更標記的寫法' },
  preview: {
    change: (count, inNotes) => `將變更 ${notes(inNotes)}裡的 ${formatted(count)} 個問題。`,
    tag: (count, inNotes, tag) =>
      `${notes(inNotes)}裡的 ${formatted(count)} 個問題將標為「${tag}」。`,
    skip: (count, inNotes) =>
      `${notes(inNotes)}裡的 ${formatted(count)} 個問題將標為「不是問題」。`,
    clear: (count, inNotes) => `將清除 ${notes(inNotes)}裡 ${formatted(count)} 個問題的標記。`,
    overwritten: (count, of) =>
      count === of
        ? '這些問題原本都有別的標記，將被取代。'
        : `其中 ${formatted(count)} 個原本有別的標記，將被取代。`,
    format: (count, inNotes) => `將改寫 ${notes(inNotes)}裡的 ${formatted(count)} 個標記。`,
    spared: (count) => `選取的問題中另有 ${formatted(count)} 個維持不變。`,
    list: '將變更的筆記',
    expandAll: '全部展開',
    collapseAll: '全部收合',
    inNote: (count) => `${formatted(count)} 項變更`,
    becomes: '改為',
    start: (inNotes) => `變更 ${notes(inNotes)}`,
  },
  running: {
    progress: (done, total) => `${formatted(done)}／${notes(total)}`,
    stop: '停止',
    stopping: '正在停止…',
    reading: '正在讀取筆記…',
  },
  summary: {
    changed: (count, inNotes) => `已變更 ${notes(inNotes)}裡的 ${formatted(count)} 個問題。`,
    one: {
      tagged: (text, tag) => `已將「${text}」標為「${tag}」。`,
      skipped: (text) => `已將「${text}」標為「不是問題」。`,
      cleared: (text) => `已清除「${text}」的標記。`,
    },
    rewritten: (count, inNotes) => `已改寫 ${notes(inNotes)}裡的 ${formatted(count)} 個標記。`,
    undone: (count, inNotes) => `已復原 ${notes(inNotes)}裡的 ${formatted(count)} 處標記。`,
    redone: (count, inNotes) => `已重做 ${notes(inNotes)}裡的 ${formatted(count)} 處標記。`,
    nothing: '沒有任何變更。',
    stopped: (left) => `已停止，還有 ${notes(left)}沒有處理。`,
    unwritten: '維持原樣',
    unread: (root) =>
      `仍以「#${root}/」開頭的標記目前讀不到。請再變更一次標記的寫法，並在「目前的開頭」填入「${root}」。`,
    lost: (text) => `「${text}」之後又有變更。`,
    done: '完成',
    undo: '復原',
  },
  andMore: (count) => `……還有 ${formatted(count)} 個`,
  nothingToUndo: '這台裝置上沒有可以復原的標記。',
  nothingToRedo: '這台裝置上沒有可以重做的標記。',
  superseded: '之後又有別的標記變更，所以沒有復原這一次。',
  unrecorded: '上一次標記沒能在這台裝置上留下紀錄，所以無法在這裡復原。',
  allUndone: '這次標記先前已經復原了。',
  allRedone: '這次標記先前已經重做了。',
  journalFault: (reason) => `目前無法復原標記，標記功能則不受影響。（${reason}）`,
  recovery: {
    title: '上次的變更沒有做完',
    text: (reached, total) =>
      `正在變更 ${notes(total)}的標記時中斷了，已處理到第 ${formatted(reached)} 篇。沒有任何筆記只寫到一半。`,
    finish: '繼續做完',
    takeBack: '全部復原',
    later: '稍後再說',
  },
  format: {
    text: '改寫筆記裡現有的標記，之後的新標記也會照這樣寫。',
    style: '形式',
    root: '標籤的開頭',
    where: '範圍',
    wholeVault: '整個儲存庫',
    articles: '我的文章',
    oldRoot: '目前的開頭',
    oldRootDesc: '筆記裡的標記若是以前用別的開頭寫的，請填那個開頭。',
    left: '文章以外的標記會保留原來的開頭，之後就讀不到了。',
    same: '標記本來就是這樣寫的。',
    none: '沒有筆記需要改寫，之後的新標記會這樣寫。',
    preview: '預覽',
    button: '改寫…',
    setting: '改寫現有的標記',
    settingDesc: '直接變更筆記裡標記的形式或開頭，可以先預覽，也可以復原。',
  },
  resolve: {
    keep: (tag) => `保留標記「${tag}」`,
    keepFirst: '保留第一個標記',
  },
  copied: {
    note: (name) => `已複製「${name}」，不含問題標記。`,
    selection: '已複製選取內容，不含問題標記。',
    failed: (reason) => `無法複製到剪貼簿：${reason}`,
  },
});
