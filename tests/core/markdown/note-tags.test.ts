import { describe, expect, it } from 'vitest';
import { readNoteTags } from '../../../src/core/markdown/note-tags';

describe('the tags of a note’s text', () => {
  it.each<[text: string, tags: readonly string[]]>([
    ['', []],
    ['Why? #a', ['a']],
    ['#a #b/c #a', ['a', 'b/c']],
    ['# Title #a', ['a']],
    ['#Title', ['Title']],
    ['- #a\n  - [ ] task #b\n> quoted #c', ['a', 'b', 'c']],
    ['| a #b | c |\n| - | - |\n| #d | `#e` |', ['b', 'd']],
    ['中文 #類比/數據 #問題，後', ['類比/數據', '問題，後']],
    ['no#tag (#no) C# #1984 # #!', []],
    ['#y2024 #2024-05', ['y2024', '2024-05']],
    ['`#a` ``#b`` <code>#c</code> $#d$', []],
    ['```\n#a\n```\n\n    #b\n\n$$\n#c\n$$\n\n~~~\n#d\n~~~', []],
    ['[a #b](c#d) [[e#f]] [[e #f|g #h]] https://a.b/#c <https://a.b/#c>', []],
    ['[a](b) #c', ['c']],
    ['![#a](b)', []],
    ['<!-- #a --> b', []],
    ['<!--\n#a\n-->', []],
    ['<div>\n#a\n</div>', ['a']],
    ['Why? %% #question/inward %%', ['question/inward']],
    ['%%#a%% b', ['a']],
    ['a %% b#c #1 #d %%', ['d']],
    ['---\ntags: [a]\nnote: "#b"\n---\n#c', ['c']],
    ['\ufeff#a', ['a']],
    ['a #b[[c]] #d', ['b', 'd']],
  ])('%j: %j', (text, tags) => {
    expect(readNoteTags(text)).toEqual(tags);
  });

  it('are found in a long text in a moment', () => {
    const text = 'Why is #a/b here? `#c` [d](e) %% #f %%\n\n'.repeat(20_000);
    const from = performance.now();
    expect(readNoteTags(text)).toEqual(['a/b', 'f']);
    expect(performance.now() - from).toBeLessThan(5000);
  });
});
