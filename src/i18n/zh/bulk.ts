/** Strings of changes to many questions: preview, progress, summary, undo and redo; and of copying without tags. */
import type { Strings } from '../en/strings';
import { formatted } from './count';

const notes = (count: number) => `${formatted(count)} 篇笔记`;

export const bulk = (): Strings['bulk'] => ({
  commands: {
    undo: '撤销上一次标记',
    redo: '重做标记',
    format: '更改标记的写法',
    copyNote: '复制笔记（不含问题标记）',
    copySelection: '复制所选内容（不含问题标记）',
    changeLinks: '更新链接到上一个标记标题的链接',
  },
  title: { change: '更改标记', clear: '清除标记', format: '更改标记的写法' },
  preview: {
    change: (count, inNotes) => `将更改 ${notes(inNotes)}中的 ${formatted(count)} 个问题。`,
    tag: (count, inNotes, tag) =>
      `${notes(inNotes)}中的 ${formatted(count)} 个问题将标为“${tag}”。`,
    skip: (count, inNotes) => `${notes(inNotes)}中的 ${formatted(count)} 个问题将标为“不是问题”。`,
    clear: (count, inNotes) => `将清除 ${notes(inNotes)}中 ${formatted(count)} 个问题的标记。`,
    overwritten: (count, of) =>
      count === of
        ? '这些问题原来都有别的标记，将被替换。'
        : `其中 ${formatted(count)} 个原来有别的标记，将被替换。`,
    format: (count, inNotes) => `将改写 ${notes(inNotes)}中的 ${formatted(count)} 个标记。`,
    spared: (count) => `所选问题中另有 ${formatted(count)} 个保持不变。`,
    list: '将更改的笔记',
    expandAll: '全部展开',
    collapseAll: '全部折叠',
    inNote: (count) => `${formatted(count)} 处更改`,
    becomes: '改为',
    start: (inNotes) => `更改 ${notes(inNotes)}`,
  },
  running: {
    progress: (done, total) => `${formatted(done)}/${notes(total)}`,
    stop: '停止',
    stopping: '正在停止…',
    reading: '正在读取笔记…',
  },
  summary: {
    changed: (count, inNotes) => `已更改 ${notes(inNotes)}中的 ${formatted(count)} 个问题。`,
    one: {
      tagged: (text, tag) => `已将“${text}”标为“${tag}”。`,
      skipped: (text) => `已将“${text}”标为“不是问题”。`,
      cleared: (text) => `已清除“${text}”的标记。`,
    },
    rewritten: (count, inNotes) => `已改写 ${notes(inNotes)}中的 ${formatted(count)} 个标记。`,
    undone: (count, inNotes) => `已撤销 ${notes(inNotes)}中的 ${formatted(count)} 处标记。`,
    redone: (count, inNotes) => `已重做 ${notes(inNotes)}中的 ${formatted(count)} 处标记。`,
    nothing: '没有任何更改。',
    stopped: (left) => `已停止，还有 ${notes(left)}没有处理。`,
    unwritten: '保持原样',
    unread: (root) =>
      `仍以“#${root}/”开头的标记目前读不到。请再更改一次标记的写法，并在“目前的开头词”填入“${root}”。`,
    lost: (text) => `“${text}”之后又有更改。`,
    done: '完成',
    undo: '撤销',
  },
  andMore: (count) => `……还有 ${formatted(count)} 个`,
  nothingToUndo: '这台设备上没有可以撤销的标记。',
  nothingToRedo: '这台设备上没有可以重做的标记。',
  superseded: '之后又有别的标记更改，所以没有撤销这一次。',
  unrecorded: '上一次标记没能在这台设备上留下记录，所以无法在这里撤销。',
  allUndone: '这次标记之前已经撤销了。',
  allRedone: '这次标记之前已经重做了。',
  journalFault: (reason) => `暂时无法撤销标记，标记功能不受影响。（${reason}）`,
  recovery: {
    title: '上次的更改没有完成',
    text: (reached, total) =>
      `正在更改 ${notes(total)}的标记时中断了，已处理到第 ${formatted(reached)} 篇。没有笔记只写了一半。`,
    finish: '继续完成',
    takeBack: '全部撤销',
    later: '以后再说',
  },
  format: {
    text: '改写笔记里现有的标记，以后的新标记也照这样写。',
    style: '形式',
    root: '标签的开头词',
    where: '范围',
    wholeVault: '整个仓库',
    articles: '我的文章',
    oldRoot: '目前的开头词',
    oldRootDesc: '如果笔记里的标记以前用的是别的词，请填那个词。',
    left: '文章以外的标记会保留原来的词，以后就读不到了。',
    same: '标记本来就是这样写的。',
    none: '没有笔记需要改写，以后的新标记会这样写。',
    preview: '预览',
    button: '改写…',
    setting: '改写现有的标记',
    settingDesc: '直接更改笔记里标记的形式或开头词，可以先预览，也可以撤销。',
  },
  resolve: {
    keep: (tag) => `保留标记“${tag}”`,
    keepFirst: '保留第一个标记',
  },
  copied: {
    note: (name) => `已复制“${name}”，不含问题标记。`,
    selection: '已复制所选内容，不含问题标记。',
    failed: (reason) => `无法复制到剪贴板：${reason}`,
  },
});
