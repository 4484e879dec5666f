import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AskerNames, splitNames } from '../../../src/core/askers/asker-names';

const BOTH = ['Ilya Sutskever', 'Dwarkesh Patel'];

describe('the names that a heading holds', () => {
  it.each<[what: string, names: readonly string[], heading: string, held: readonly string[]]>([
    ['a whole name', BOTH, 'Ilya Sutskever 都在問什麼', ['Ilya Sutskever']],
    ['a given name', BOTH, 'What Ilya asks', ['Ilya Sutskever']],
    ['a family name, with a possessive', BOTH, 'Patel’s questions', ['Dwarkesh Patel']],
    ['a name right beside Chinese', BOTH, '第一部分：Ilya都在問', ['Ilya Sutskever']],
    ['small letters', BOTH, 'ilya', ['Ilya Sutskever']],
    ['full width', BOTH, 'Ｉｌｙａ 的提問', ['Ilya Sutskever']],
    [
      'full width in the property',
      ['Ｉｌｙａ　Ｓｕｔｓｋｅｖｅｒ'],
      'Sutskever',
      ['Ｉｌｙａ　Ｓｕｔｓｋｅｖｅｒ'],
    ],
    ['accents', ['André Müller'], 'Andre asks', ['André Müller']],
    ['no part of a longer word', BOTH, 'Ilyana Patelson', []],
    ['nobody', BOTH, '1. 關於「泛化」與「效率」的本質追問', []],
    ['both', BOTH, 'Dwarkesh 追問 Ilya', ['Ilya Sutskever', 'Dwarkesh Patel']],
    ['a Chinese part', ['艾倫・圖靈', '克勞德・夏農'], '圖靈都在問什麼', ['艾倫・圖靈']],
    ['a Chinese name in the other script', ['艾倫・圖靈'], '图灵的提问', ['艾倫・圖靈']],
    ['a whole Chinese name with another dot', ['艾倫・圖靈'], '艾倫·圖靈', ['艾倫・圖靈']],
    ['a part that two share', ['Ilya Sutskever', 'Ilya Grigorik'], 'Ilya asks', []],
    ['the other part of it', ['Ilya Sutskever', 'Ilya Grigorik'], 'Grigorik', ['Ilya Grigorik']],
    ['a Chinese part that two share', ['艾倫・圖靈', '艾倫・凱'], '艾倫的提問', []],
    ['a name that is another’s part', ['Ilya', 'Ilya Sutskever'], 'Ilya asks', ['Ilya']],
    ['the longer of these', ['Ilya', 'Ilya Sutskever'], 'Ilya Sutskever', ['Ilya Sutskever']],
    ['the longer of two Chinese ones', ['小明', '王小明'], '王小明問', ['王小明']],
    ['no initial', ['J. Robert Oppenheimer'], 'Plan J', []],
    ['no title', ['Dr. Jane Goodall'], 'Dr. Who', []],
    ['no `van`', ['Guido van Rossum'], 'A van on the road', []],
    ['a name in small letters', ['ilya sutskever'], 'Sutskever', ['ilya sutskever']],
    ['a link’s own words', ['[[people/Ilya Sutskever|Ilya S.]]'], 'Ilya', ['Ilya S.']],
    ['a link’s last part', ['[[people/Ilya Sutskever]]'], 'Ilya', ['Ilya Sutskever']],
    ['one Han character of a name', ['王 小明'], '王的提問', []],
    ['nothing of an empty name', ['', ' ', '・'], '・', []],
  ])('%s', (_what, names, heading, held) => {
    expect(new AskerNames(names).heldBy(heading)).toEqual(held);
  });
});

describe('a speaker', () => {
  it.each<[speaker: string, names: readonly string[], asker: string | null]>([
    ['Ilya Sutskever', BOTH, 'Ilya Sutskever'],
    ['ILYA', BOTH, 'Ilya Sutskever'],
    ['Patel', BOTH, 'Dwarkesh Patel'],
    ['Sutskever, Ilya', BOTH, 'Ilya Sutskever'],
    ['圖靈', ['艾倫・圖靈'], '艾倫・圖靈'],
    ['图灵', ['艾倫・圖靈'], '艾倫・圖靈'],
    ['Ilya Sutskever (SSI)', BOTH, 'Ilya Sutskever'],
    ['Ilya Sutskever', ['Ilya'], 'Ilya'],
    ['Anna Patel', BOTH, null],
    ['Lex Fridman', BOTH, null],
    ['Ilya', ['Ilya Sutskever', 'Ilya Grigorik'], null],
    ['Ilya', ['Ilya Sutskever', 'Ilya'], 'Ilya'],
    ['？', BOTH, null],
  ])('%s among %j is %j', (speaker, names, asker) => {
    expect(new AskerNames(names).ofSpeaker(speaker)).toBe(asker);
  });
});

it.each<[text: string, names: readonly string[]]>([
  ['Ilya Sutskever', ['Ilya Sutskever']],
  ['Ilya Sutskever, Dwarkesh Patel', ['Ilya Sutskever', 'Dwarkesh Patel']],
  ['蘇菲、圖靈', ['蘇菲', '圖靈']],
])('a property that is the text %j names %j', (text, names) => {
  expect(new AskerNames(splitNames([text])).names).toEqual(names);
});

it('names a name once that is written twice, as it stands there first', () => {
  expect(new AskerNames(['Ilya', 'ILYA', '艾倫・圖靈', '艾倫·图灵']).names).toEqual([
    'Ilya',
    '艾倫・圖靈',
  ]);
});

const word = fc.constantFrom(
  'Ilya',
  'Sutskever',
  'Dwarkesh',
  'Patel',
  'Anna',
  '圖靈',
  '艾倫',
  '蘇菲',
);
const name = fc.uniqueArray(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const names = fc.uniqueArray(name, { maxLength: 4 });

it('a heading with one whole name and no word of another holds that name alone, in any case and width', () => {
  const wide = (text: string) =>
    text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  fc.assert(
    fc.property(names, fc.constantFrom('問', ' asks ', '’s ', '：'), (given, behind) => {
      const known = new AskerNames(given);
      for (const each of known.names) {
        const others = known.names
          .filter((other) => other !== each)
          .join(' ')
          .split(' ');
        if (each.split(' ').some((part) => others.includes(part))) continue;
        for (const said of [each, each.toUpperCase(), wide(each)]) {
          expect(known.heldBy(`1. ${said}${behind}`)).toEqual([each]);
        }
      }
    }),
  );
});

it('a part that several names have names none of them', () => {
  fc.assert(
    fc.property(names, word, (given, part) => {
      const known = new AskerNames(given);
      const having = known.names.filter((each) => each.split(' ').includes(part));
      const whole = known.names.filter((each) => each === part);
      const held = known.heldBy(`${part}?`);
      expect(held).toEqual(whole.length > 0 ? whole : having.length === 1 ? having : []);
      expect(known.ofSpeaker(part)).toBe(held[0] ?? null);
    }),
  );
});

it('never throws, and holds only names that are given, whatever the names and the text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary' })),
      fc.string({ unit: 'binary' }),
      (given, text) => {
        const known = new AskerNames(given);
        for (const held of known.heldBy(text)) expect(known.names).toContain(held);
        const speaker = known.ofSpeaker(text);
        if (speaker !== null) expect(known.names).toContain(speaker);
      },
    ),
  );
});
