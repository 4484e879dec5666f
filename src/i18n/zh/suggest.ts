/** Strings of suggestions. */
import type { Strings } from '../en/strings';
import { formatted } from './count';

const is = (stage: string | null) => (stage === null ? '' : `是“${stage}”`);

const part = (times: number, of: number) =>
  of === 1 ? '唯一一题' : ` ${formatted(of)} 题中有 ${formatted(times)} 题`;

export const suggest = (): Strings['suggest'] => ({
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
    nothing: '这一题还没有线索',
  },
});
