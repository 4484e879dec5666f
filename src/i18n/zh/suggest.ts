/** Strings of suggestions. */
import type { Strings } from '../en/strings';
import { formatted } from './count';

const is = (stage: string | null) => (stage === null ? '' : `是“${stage}”`);

const part = (times: number, of: number) =>
  of === 1 ? '唯一一题' : ` ${formatted(of)} 题中有 ${formatted(times)} 题`;

export const suggest = (): Strings['suggest'] => ({
  word: '建议',
  why: {
    shares: {
      label: (name) => `小标题“${name}”下的`,
      section: (name) => `章节“${name}”里的`,
      asker: (name) => `由${name}提问的`,
    },
    where: { note: '这篇笔记里，', elsewhere: '其他笔记里，' },
    shared: (times, of, share, where, stage) => `${where}${share}${part(times, of)}${is(stage)}`,
    after: (times, of, before, stage) => `接在“${before}”后面的${part(times, of)}${is(stage)}`,
    afterInGroup: (times, of, before, stage) =>
      `同一组里紧接“${before}”的${part(times, of)}${is(stage)}`,
    same: (times, of, stage) =>
      of === 1 ? `别处同样的问题${is(stage)}` : `别处同样的问题${part(times, of)}${is(stage)}`,
    like: (text, times, of, stage) => {
      const like = `类似“${text}”`;
      if (of > 1) return `${like}：这类问题${part(times, of)}${is(stage)}`;
      return stage === null ? like : `${like}，那一题${is(stage)}`;
    },
    wording: '从用词来看',
    own: (count) => `你标记过的 ${formatted(count)} 题的用词`,
    nothing: '没有别的线索，只因为它较常见',
  },
  sources: {
    same: '别处同样的问题',
    label: '同一个小标题',
    section: '同一个章节',
    asker: '同一位提问者',
    before: '前一题的阶段',
    wording: '用词，按一般人的问法',
    own: '用词，按你标记过的',
  },
  settings: {
    heading: '建议',
    mode: '建议哪些',
    modeDesc:
      '选择标记时，最可能的三个阶段排在最前面，各附理由。几乎确定的可以先显示在问题旁，按一个键就接受。你没有动手，就什么都不会写入。',
    modes: { off: '不建议', proposals: '三个可能的阶段', ghosts: '再加上几乎确定的' },
    learnt: '学到了什么',
    nothingLearnt: '还没有。有建议时你选了什么，会在这里计数。',
    columns: { source: '依据', proposed: '建议次数', right: '说对' },
    proposed: formatted,
    right: (right, proposed) =>
      `${formatted(right)}（${formatted(Math.round((100 * right) / proposed))}%）`,
    quiet: '最近说错太多，目前不会先显示',
    forget: '忘掉这些',
    forgetDesc: '这些数字和你拒绝过的建议只保存在这台设备上。标记都会保留，建议仍然会参考它们。',
    forgetButton: '忘掉',
    forgetTitle: '要忘掉建议学到的内容吗？',
    forgetText: (sources, rejections) =>
      `这台设备上 ${formatted(sources)} 种依据的数字和 ${formatted(rejections)} 个拒绝过的建议会清除。笔记和标记都保持原样。`,
  },
});
