import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, partEnd } from '../../../src/core/text/fold-text';

const UNITS: readonly string[] = Array.from({ length: 0x10000 }, (_, unit) =>
  String.fromCharCode(unit),
);

const unit = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  fc.constantFrom(
    ...Array.from('aAéÉeößﬁ㎏ＡｶﾞがかヴΣςσΐйЁ類类數数據据裡里“”"’\'ʼ…½?？𠮷吉😀한글ㅎㅏㄴ'),
  ),
  fc.constantFrom('\u0301', '\u0308', '\u0323', '\u0338', '\u3099', '\u09be', '\u1112', '\u1161'),
  fc.constantFrom('\ud83d', '\ude00', '\0', '\ufeff', '\n', 'I', 'İ', 'ı'),
);
const text = fc.string({ unit, maxLength: 200 });

function partsOf(whole: string): readonly string[] {
  const parts: string[] = [];
  for (let from = 0; from < whole.length;) {
    const to = partEnd(whole, from);
    parts.push(whole.slice(from, to));
    from = to;
  }
  return parts;
}

describe('folding', () => {
  it.each([
    ['ＡＩ', 'ai'],
    ['Café', 'cafe'],
    ['CAFE\u0301', 'cafe'],
    ['ΆΛΦΑ', 'αλφα'],
    ['λόγος', 'λογοσ'],
    ['Чёрный', 'черныи'],
    ['İstanbul', 'istanbul'],
    ['Ångström', 'angstrom'],
    ['Œuvre', 'oeuvre'],
    ['‘it’s’', "'it's'"],
    ['“it”', '"it"'],
    ['＂it＂', '"it"'],
    ['類比', '类比'],
    ['數據', '数据'],
    ['着', '著'],
    ['\uf90a', '金'],
    ['≠', '≠'],
    ['が', 'が'],
    ['か\u3099', 'が'],
    ['ｶﾞ', 'ガ'],
    ['नि', 'नि'],
    ['한글', '한글'],
    ['\u1112\u1161\u11ab', '한'],
    ['ㅎㅏㄴ', '하\u1102'],
    ['𝐀𝑩', 'ab'],
    ['\ufeffA', '\ufeffa'],
    ['', ''],
  ])('%j becomes %j', (from, to) => {
    expect(foldText(from)).toBe(to);
  });

  it.each([
    ['が', 'か'],
    ['プ', 'フ'],
    ['≠', '='],
  ])('%j and %j stay apart', (one, other) => {
    expect(foldText(one)).not.toContain(foldText(other));
  });

  it('changes nothing that is folded', () => {
    for (const character of UNITS) {
      const folded = foldText(character);
      if (foldText(folded) !== folded)
        expect([character, foldText(folded)]).toEqual([character, folded]);
    }
  });

  it('folds a text as it folds its parts, whatever stands around them and whatever way is the faster', () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('', 'a'.repeat(2000), '類'.repeat(5000)),
        (whole, around) => {
          const folded = partsOf(whole).map(foldText).join('');
          expect(foldText(whole)).toBe(folded);
          const ring = foldText(around);
          expect(foldText(`${around}\n${whole}\n${around}`)).toBe(`${ring}\n${folded}\n${ring}`);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('folds what is composed and what is not to the same', () => {
    fc.assert(
      fc.property(text, (whole) => {
        fc.pre(!/[\ud800-\udfff]/.test(whole));
        expect(foldText(whole.normalize('NFD'))).toBe(foldText(whole.normalize('NFC')));
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['\u0301', '\u05b0\u05bc', 'ㅏ', '\ud83d', '…'])(
    'takes half a million of %j as they come',
    (one) => {
      const many = 'e' + one.repeat(500_000 / one.length);
      const from = performance.now();
      foldText(many);
      expect(performance.now() - from).toBeLessThan(5000);
    },
  );
});
