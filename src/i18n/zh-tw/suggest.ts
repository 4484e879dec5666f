/** Strings of suggestions. */
import type { Strings } from '../en/strings';
import { formatted } from './count';

const is = (stage: string | null) => (stage === null ? '' : `是「${stage}」`);

const part = (times: number, of: number) =>
  of === 1 ? '唯一的一題' : ` ${formatted(of)} 題中有 ${formatted(times)} 題`;

export const suggest = (): Strings['suggest'] => ({
  why: {
    shares: {
      label: (name) => `小標「${name}」下的`,
      section: (name) => `章節「${name}」裡的`,
      asker: (name) => `由${name}提問的`,
    },
    where: { note: '這篇筆記裡，', elsewhere: '其他筆記裡，' },
    shared: (times, of, share, where, stage) => `${where}${share}${part(times, of)}${is(stage)}`,
    after: (times, of, before, stage) => `接在「${before}」後面的${part(times, of)}${is(stage)}`,
    afterInGroup: (times, of, before, stage) =>
      `同一組裡緊接「${before}」的${part(times, of)}${is(stage)}`,
    same: (times, of, stage) =>
      of === 1 ? `別處同樣的問題${is(stage)}` : `別處同樣的問題${part(times, of)}${is(stage)}`,
    like: (text, times, of, stage) => {
      const like = `類似「${text}」`;
      if (of > 1) return `${like}：這類問題${part(times, of)}${is(stage)}`;
      return stage === null ? like : `${like}，那一題${is(stage)}`;
    },
    wording: '從用詞來看',
    own: (count) => `你標記過的 ${formatted(count)} 題的用詞`,
    nothing: '這一題還沒有線索',
  },
});
