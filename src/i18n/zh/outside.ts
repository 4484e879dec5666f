/** Strings of the app's command line, of links into the plugin, and of what other plugins are told. */
import type { Strings } from '../en/strings';
import { formatted } from './count';

export const outside = (): Strings['outside'] => ({
  error: '错误',
  values: { query: '条件', path: '路径', name: '名称' },
  commands: {
    counts: '统计问题数：全部、符合的、已标记的',
    list: '列出符合查询的问题',
    matrix: '统计各阶段的问题数',
    explain: '说明查询的每个部分各自找到多少问题；前后是全部与符合的问题数',
    tag: '标记符合的问题；没写 write 时只说明会做什么',
  },
  flags: {
    query: '条件与指令，和仪表盘的搜索一样；换行写成 \\n',
    scope: '要看哪些笔记；没写就是文章',
    path: '一篇笔记，用路径',
    file: '一篇笔记，用链接里的名称',
    format: '输出格式；没写就是 tsv',
    total: '只要符合的数目',
    mark: '要加上的标签，不含第一段',
    line: '只要从这一行开始的问题',
    write: '写入标签；撤销一次就能全部取消',
  },
  tagWhat: '请说明是哪些问题：query=、path= 或 file=。',
  wouldTag: (count) => `将更改 ${formatted(count)} 个问题。加上 write 才会写入。`,
  tagged: (count) => `已更改 ${formatted(count)} 个问题。`,
  unknownMark: (mark) => `没有“${mark}”这个阶段。`,
  didYouMean: (mark) => `是不是“${mark}”？`,
  noFormat: (formats) => `格式有 ${formats}。`,
  noNote: (path) => `没有“${path}”这篇笔记。`,
  noCommand: (command) => `链接不能执行“${command}”。`,
  longLink: '链接太长了。',
});
