import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMatches, foldText } from '../../../../src/core/query/columns/folded-text';

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
    ['𝐀𝐁 𠮷?', 'ab', '[𝐀𝐁] 𠮷?'],
    ['why?', '', 'why?'],
    ['why?', '  ', 'why?'],
    ['why?', 'how', 'why?'],
    ['why?', ' why ', '[why]?'],
  ])('%j by %j', (text, search, marked) => {
    expect(shown(text, search)).toBe(marked);
  });

  it('in any text: marked where the filter finds it, in order, and what is marked folds to it', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 });
    fc.assert(
      fc.property(text, text, text, (before, wanted, after) => {
        fc.pre(foldText(wanted.trim()) !== '');
        const whole = before + wanted + after;
        const matches = findMatches(whole, wanted);
        expect(matches.length > 0).toBe(foldText(whole).includes(foldText(wanted.trim())));
        let last = 0;
        for (const { from, to } of matches) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          expect(foldText(whole.slice(from, to))).toContain(foldText(wanted.trim()));
          last = to;
        }
        expect(last).toBeLessThanOrEqual(whole.length);
      }),
      { numRuns: 2000 },
    );
  });
});
