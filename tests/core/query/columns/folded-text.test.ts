import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMatches, foldText, mapUnits } from '../../../../src/core/query/columns/folded-text';

function shown(text: string, search: string): string {
  let marked = '';
  let last = 0;
  for (const { from, to } of findMatches(text, search)) {
    marked += `${text.slice(last, from)}[${text.slice(from, to)}]`;
    last = to;
  }
  return marked + text.slice(last);
}

describe('what a search finds is where it is marked', () => {
  it.each([
    ['什麼是ＡＩ？', 'ai', '什麼是[ＡＩ]？'],
    ['什麼是 AI？', 'ＡＩ', '什麼是 [AI]？'],
    ['什麼？', '?', '什麼[？]'],
    ['Is İstanbul big? big', 'BIG', 'Is İstanbul [big]? [big]'],
    ['a ﬁne ﬁle', 'fi', 'a [ﬁ]ne [ﬁ]le'],
    ['a ﬁne one', 'ne', 'a ﬁ[ne] o[ne]'],
    ['5 ㎏ of it', 'k', '5 [㎏] of it'],
    ['aaa', 'aa', '[aa]a'],
    ['cafe\u0301 au lait', 'café', '[cafe\u0301] au lait'],
    ['ｶﾞﾗｽとは？', 'ガラス', '[ｶﾞﾗｽ]とは？'],
    ['\u1112\u1161\u11ab글은 뭐?', '한글', '[\u1112\u1161\u11ab글]은 뭐?'],
    ['ΤΙ ΕΙΝΑΙ ΛΟΓΟΣ;', 'λογος', 'ΤΙ ΕΙΝΑΙ [ΛΟΓΟΣ];'],
    ['ΤΙ ΕΙΝΑΙ ΛΟΓΟΣ;', 'λογοσ', 'ΤΙ ΕΙΝΑΙ [ΛΟΓΟΣ];'],
    ['Un Café, un cafe\u0301', 'cafe', 'Un [Café], un [cafe\u0301]'],
    ['un cafe', 'CAFÉ', 'un [cafe]'],
    ['Τί είναι λόγος;', 'λογος', 'Τί είναι [λόγος];'],
    ['Ещё чай?', 'еще чаи', '[Ещё чай]?'],
    ['Hồ Chí Minh', 'ho chi', '[Hồ Chí] Minh'],
    ['Łódź, Straße, Søren', 'lodz', '[Łódź], Straße, Søren'],
    ['Łódź, Straße, Søren', 'STRASSE, søren', 'Łódź, [Straße, Søren]'],
    ['das Straßenbahn', 's', 'da[s] [S]tra[ß]enbahn'],
    ['が か', 'か', 'が [か]'],
    ['か\u3099 か', 'か', 'か\u3099 [か]'],
    ['か\u3099 か', 'が', '[か\u3099] か'],
    ['ヴィ', 'ウ', 'ヴィ'],
    ['किम् का', 'क', '[कि]म् [का]'],
    ['a ≠ b = c', '=', 'a ≠ b [=] c'],
    ['What’s “it”?', `what's "it"`, '[What’s “it”]?'],
    [`What's "it"?`, 'what’s “it”', `[What's "it"]?`],
    ['ʼtis don＇t don´t', `'t`, '[ʼt]is don[＇t] don[´t]'],
    ['這個類比的數據', '类比', '這個[類比]的數據'],
    ['這個類比的數據', '数据', '這個類比的[數據]'],
    ['这个类比的数据', '類比的數據', '这个[类比的数据]'],
    ['為什麼？爲甚麼？', '为什么', '[為什麼]？爲甚麼？'],
    ['𠮷野家 吉野家', '吉野', '𠮷野家 [吉野]家'],
    ['😀😀?', '😀', '[😀][😀]?'],
    ['ㅋㅋㅋ', 'ㅋ', '[ㅋ][ㅋ][ㅋ]'],
    ['等等……然後', '..然', '等等…[…然]後'],
    ['𝐀𝐁 𠮷?', 'ab', '[𝐀𝐁] 𠮷?'],
    ['why?', '', 'why?'],
    ['why?', '  ', 'why?'],
    ['why?', 'how', 'why?'],
    ['why?', ' why ', '[why]?'],
  ])('%j by %j', (text, search, marked) => {
    expect(shown(text, search)).toBe(marked);
  });

  const unit = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    fc.constantFrom(
      ...Array.from(
        'aAéÉeößﬁ㎏ＡｶﾞｱがかヴΣςσтйЁ類类數数據据裡里為爲为“”"’\'ʼ…½?？𠮷吉😀한글ㅎㅏㄴ',
      ),
    ),
    fc.constantFrom('\u0301', '\u0308', '\u0323', '\u0338', '\u3099', '\u09be', '\u1112', '\u1161'),
    fc.constantFrom('\u11ab', '\ufe0f', '\u200d', '\ud83d', '\ude00', '\0', '\ufeff', ' '),
  );
  const text = fc.string({ unit, maxLength: 12 });

  it('in any text: marked where the filter finds it, in order, and what is marked folds to it', () => {
    fc.assert(
      fc.property(text, text, text, (before, wanted, after) => {
        const folded = foldText(wanted.trim());
        fc.pre(folded !== '');
        const whole = before + wanted + after;
        const matches = findMatches(whole, wanted);
        expect(matches.length > 0).toBe(foldText(whole).includes(folded));
        let last = 0;
        for (const { from, to } of matches) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          expect(foldText(whole.slice(from, to))).toContain(folded);
          last = to;
        }
        expect(last).toBeLessThanOrEqual(whole.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('in any text: each unit of the folded text has the part of the text that it comes from', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const { starts, ends } = mapUnits(whole);
        const folded = foldText(whole);
        expect(starts).toHaveLength(folded.length);
        const parts = new Set(starts.map((from, at) => whole.slice(from, ends[at])));
        for (const part of parts) expect(folded).toContain(foldText(part));
      }),
      { numRuns: 2000 },
    );
  });
});
