import { describe, expect, it } from 'vitest';
import { BracketPairs, mayQuote } from '../../../src/core/text/bracket';
import { CHARACTER, CLASS_OF } from '../../../src/core/text/character';

const KINDS: readonly (number | undefined)[] = [
  CHARACTER.open,
  CHARACTER.close,
  CHARACTER.straight,
];

/** The stretches from a bracket to its partner, as they are opened. */
function pairsIn(text: string): readonly string[] {
  const pairs = new BracketPairs();
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!KINDS.includes(CLASS_OF[code]) && !(code === 0x27 && mayQuote(text, at))) continue;
    pairs.add(at, code);
    places.push(at);
  }
  pairs.pair(text);
  return places.flatMap((at) => {
    const partner = pairs.partnerOf(at);
    return partner > at ? [text.slice(at, partner + 1)] : [];
  });
}

describe('brackets and quotation marks', () => {
  it.each([
    ['a (b) c', ['(b)']],
    ['a (b [c] d) e', ['(b [c] d)', '[c]']],
    ['他說「甲『乙』」', ['「甲『乙』」', '『乙』']],
    ['a (b', []],
    ['a) b', []],
    ['a (b "c" d', ['"c"']],
    ['(a [b) c', ['(a [b)']],
    ['(a [b) c]', ['(a [b)']],
    ['((a)', ['(a)']],
    ['((a) b)', ['((a) b)', '(a)']],
    ['(a))', ['(a)']],
    ['(a」b)', ['(a」b)']],
    ['"a" "b"', ['"a"', '"b"']],
    ['他說"甲"乙', ['"甲"']],
    ['a "b" c "d', ['"b"']],
    ['"a ("b") c"', ['"a ("', '") c"']],
    ['" a" b', ['" a"']],
    ['a " b" c', ['" b"']],
    ['(" a")', ['(" a")', '" a"']],
    ['say "what" now', ['"what"']],
    ["say 'what' now", ["'what'"]],
    ["don't say 'what'", ["'what'"]],
    ["the dogs' bones", []],
    ["'tis", []],
    ["(a)'s it' now", ['(a)']],
    ["'(a)'b c' d", ["'(a)'b c'", '(a)']],
    ['a 5" b "c" d', ['"c"']],
    ["say 'it isn't' now", ["'it isn't'"]],
    ["say ' what'", []],
    ['“a” ‘b’', ['“a”', '‘b’']],
    ['', []],
    ['(', []],
  ])('%s: %j', (text, expected) => {
    expect(pairsIn(text)).toEqual(expected);
  });

  it('know their partners from both sides, in whatever order they are asked', () => {
    const text = 'a (b) c [d]';
    const pairs = new BracketPairs();
    for (const at of [2, 4, 8, 10]) pairs.add(at, text.charCodeAt(at));
    pairs.pair(text);
    const partners = [10, 2, 4, 8, 3, 0, 11, 2].map((at) => pairs.partnerOf(at));
    expect(partners).toEqual([8, 4, 2, 10, -1, -1, -1, 4]);
  });

  it('may be written as entities, whose text is looked beyond', () => {
    const text = 'so &quot;why&quot; it';
    const pairs = new BracketPairs();
    for (const at of [3, 12]) pairs.add(at, 0x22);
    pairs.pair(text);
    expect(pairs.partnerOf(3)).toBe(12);
  });

  it('written as an entity, open nothing at the end of a word', () => {
    const text = 'so 5&quot; abcdefghi &quot;b&quot;';
    const pairs = new BracketPairs();
    const places = [4, 21, 28];
    for (const at of places) pairs.add(at, 0x22);
    pairs.pair(text);
    expect(places.map((at) => pairs.partnerOf(at))).toEqual([-1, 28, 21]);
  });
});

describe('a single quote', () => {
  it.each([
    ["don't", 3, false],
    ['don’t', 3, false],
    ['甲’乙', 1, false],
    ["dogs' bones", 4, true],
    ["'tis", 0, true],
    ['a"b', 1, true],
    ['a‘b', 1, true],
  ])('in %s at %i may quote: %s', (text, at, expected) => {
    expect(mayQuote(text, at)).toBe(expected);
  });
});
