import { describe, expect, it } from 'vitest';
import { languageOf, stringsFor } from '../../src/i18n';

/** Every string of a language by its path; functions are called with numbers or words as their names suggest. */
function flatten(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const call = value as (...args: unknown[]) => unknown;
    return [0, 1, 2].map((n) => {
      const said = call(...Array.from({ length: call.length }, () => n));
      return [`${path}(${n})`, String(said)] as const;
    });
  }
  return Object.entries(value as object).flatMap(([key, child]) =>
    flatten(child, `${path}.${key}`),
  );
}

/** The one name that no language translates. */
const PRODUCT = 'Question Stance';

const en = flatten(stringsFor('en'));

describe('the interface’s strings', () => {
  it.each(['en', 'zh-TW', 'zh'] as const)('are all there in %s, none empty', (language) => {
    const strings = flatten(stringsFor(language));
    expect(strings.map(([path]) => path)).toEqual(en.map(([path]) => path));
    expect(strings.filter(([, text]) => text.trim() === '' || /undefined|null/.test(text))).toEqual(
      [],
    );
  });

  it.each(['zh-TW', 'zh'] as const)('are translated in %s', (language) => {
    const english = new Map(en);
    const same = flatten(stringsFor(language)).filter(
      ([path, text]) => english.get(path) === text && text !== PRODUCT && /[a-z]{3}/i.test(text),
    );
    expect(same).toEqual([]);
  });

  it.each(['zh-TW', 'zh'] as const)('use full-width punctuation in %s', (language) => {
    const half = flatten(stringsFor(language)).filter(([, text]) =>
      /[\u4e00-\u9fff][,;!?:]|[,;!?][\u4e00-\u9fff]/.test(text),
    );
    expect(half).toEqual([]);
  });

  it('keep Traditional and Simplified apart', () => {
    const text = (language: 'zh-TW' | 'zh') =>
      flatten(stringsFor(language))
        .map(([, said]) => said)
        .join('');
    expect(text('zh-TW')).not.toMatch(/[问题记这们说设为发]/);
    expect(text('zh')).not.toMatch(/[問題標記這們說設為發]/);
  });

  // What else the thing could be called, or what the other side of the strait calls it.
  it.each([
    ['zh', /检视|发言人|小标(?!题)|修改|改动|第一个词|开头的词|新增|清空/],
    ['zh', /软体|档案|设定|资料夹|搜寻|预设|视窗|复原|回复|萤幕|支援/],
    ['zh-TW', /更改|更動|這個字|的字[。，]|開頭的字|標籤裡的字|已經有人|還要看|點按|按一下/],
    ['zh-TW', /文件夾|設置|搜索|默認|窗口|撤銷|信息|插件|屏幕|支持|視圖|添加|鼠標|光標|注釋|倉庫/],
  ] as const)('in %s have one word a thing, and none of %s', (language, others) => {
    expect(flatten(stringsFor(language)).filter(([, text]) => others.test(text))).toEqual([]);
  });

  it.each([
    ['zh-TW', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['zh', 'zh'],
    ['zh-CN', 'zh'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['fr', 'en'],
    ['', 'en'],
  ])('take the language %s as %s', (code, language) => {
    expect(languageOf(code)).toBe(language);
  });
});
