import { describe, expect, it } from 'vitest';
import { languageOf, stringsFor } from '../../src/i18n';

/** Every string of a language by its path; functions are called with numbers or words as their names suggest. */
function flatten(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const call = value as (...args: unknown[]) => unknown;
    return [1, 2].map((n) => {
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
