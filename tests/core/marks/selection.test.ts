import { describe, expect, it } from 'vitest';
import { DEFAULT_MARK_FORMAT, type MarkFormat } from '../../../src/core/model/mark';
import type { MarkValue } from '../../../src/core/model/question';
import { planSelection } from '../../../src/core/marks/selection';
import { applyEdits } from '../../../src/core/model/text-edit';

const INWARD: MarkValue = { stance: 'inward', stage: null };
const MARK = '#question/inward';

/** A text with the selection shown as `⟦…⟧`. */
function selected(notation: string) {
  const from = notation.indexOf('⟦');
  const to = notation.indexOf('⟧') - 1;
  const text = notation.replace(/[⟦⟧]/g, '');
  return { text, selection: { from, to, text: text.slice(from, to) } };
}

function tag(notation: string, format: MarkFormat = DEFAULT_MARK_FORMAT): string {
  const { text, selection } = selected(notation);
  const plan = planSelection(text, selection, INWARD, format);
  if (!plan.ok) return plan.code;
  const result = applyEdits(text, plan.edits);
  return result.ok ? result.text : result.code;
}

describe('tagging a selection', () => {
  it.each([
    ['a whole line', '⟦他們會不會成功⟧\n', '他們會不會成功 #m\n'],
    ['with the line end', '⟦他們會不會成功\n⟧下一行', '他們會不會成功 #m\n下一行'],
    ['with CRLF', '⟦他們會不會成功\r\n⟧下一行', '他們會不會成功 #m\r\n下一行'],
    ['its full stop is not selected', '⟦他們會不會成功⟧。因為', '他們會不會成功。 #m 因為'],
    ['its full stop is selected', '⟦他們會不會成功。⟧因為', '他們會不會成功。 #m 因為'],
    ['right behind a question', '為什麼？⟦因為他們⟧。下', '為什麼？因為他們。 #m 下'],
    ['an English sentence', '⟦Tell me why⟧. Because', 'Tell me why. #m Because'],
    ['the last word is cut', 'So ⟦tell me wh⟧y. Because', 'So tell me why. #m Because'],
    [
      'the last word is cut, between other lines',
      '問\n⟦Tell me wh⟧y\nBecause',
      '問\nTell me why #m\nBecause',
    ],
    ['a sentence that asks by its last word', '⟦你們去嗎⟧。因為', '你們去嗎。 #m 因為'],
    ['such a one with its full stop', '下。⟦你們去嗎。⟧\n因為', '下。你們去嗎。 #m\n因為'],
    ['a sentence behind such a one', '⟦你們去嗎。他不去⟧', '你們去嗎。他不去 #m'],
    ['more of the last word is cut', 'So ⟦tell me w⟧hy. Because', 'So tell me why. #m Because'],
    ['no word is cut', '⟦So 問他⟧so', 'So 問他 #m so'],
    ['in brackets, before more', '「⟦他們會不會成功⟧」因為', '「他們會不會成功」 #m 因為'],
    ['a question before another', '⟦他們會成功？⟧\n\n為什麼？', '他們會成功？ #m\n\n為什麼？'],
    ['a question behind another', '為什麼？\n\n⟦他們會成功？⟧', '為什麼？\n\n他們會成功？ #m'],
    [
      'two lines with a field each',
      '- [ ] ⟦問他 📅 2026-01-01\n- [ ] 再問 📅 2026-01-02⟧\n下',
      '- [ ] 問他 📅 2026-01-01\n- [ ] 再問 #m 📅 2026-01-02\n下',
    ],
    ['bold text without its marks', '**⟦他們會不會成功⟧** 下', '**他們會不會成功** #m  下'],
    ...['__', '~~', '==', '*', '_', '"', "'"].map((pair): [string, string, string] => [
      `in ${pair}`,
      `So ${pair}⟦tell me why⟧${pair} now`,
      `So ${pair}tell me why${pair} #m now`,
    ]),
    ['before a sign that was not opened', 'So ⟦tell me why⟧ *now', 'So tell me why #m *now'],
    ['right before a sign that opens', 'So ⟦問他⟧*now*', 'So 問他 #m *now*'],
    ['the text of a link', 'So [⟦tell me why⟧](a.md) now', 'So [tell me why](a.md) #m now'],
    ['the text of a link that leads nowhere', 'So [⟦tell me⟧]() now', 'So [tell me]() #m now'],
    ['in square brackets', 'So [⟦tell me why⟧] now', 'So [tell me why] #m now'],
    ['a full stop that ends the line', 'So ⟦tell me why⟧.', 'So tell me why. #m'],
    ['a full stop in a number', 'So it is ⟦3⟧.5 now', 'So it is 3  #m .5 now'],
    ['text before bold', '⟦他們會不會成功⟧ **下**', '他們會不會成功 #m  **下**'],
    ['in brackets of its own', '「⟦他們會不會成功⟧」', '「他們會不會成功」 #m'],
    ['a list item', '- ⟦他們會不會成功⟧\n- 下', '- 他們會不會成功 #m\n- 下'],
    ['with a block id', '⟦他們會不會成功 ^a-1⟧\n', '他們會不會成功 #m ^a-1\n'],
    ['before a block id', '⟦他們會不會成功⟧ ^a-1\n', '他們會不會成功 #m ^a-1\n'],
    ['with Tasks fields', '- [ ] ⟦問他們 📅 2026-01-01⟧', '- [ ] 問他們 #m 📅 2026-01-01'],
    [
      'with fields of Dataview',
      '- [ ] ⟦問他們 [due:: 2025-01-01]⟧',
      '- [ ] 問他們 #m  [due:: 2025-01-01]',
    ],
    [
      'with such in brackets',
      '- [ ] ⟦問他們 (due:: 2025-01-01)⟧',
      '- [ ] 問他們 #m  (due:: 2025-01-01)',
    ],
    [
      'with several fields',
      '- [ ] ⟦問他們 ⏫ 📅 2026-01-01 [a:: b] ^id⟧',
      '- [ ] 問他們 #m ⏫ 📅 2026-01-01 [a:: b] ^id',
    ],
    ...Array.from('📅📆🗓⏳⌛🛫➕✅❌', (sign): [string, string, string] => [
      `with ${sign}`,
      `- [ ] ⟦Buy milk ${sign}\ufe0f 2026-01-01⟧`,
      `- [ ] Buy milk #m ${sign}\ufe0f 2026-01-01`,
    ]),
    ...['〔〕', '〖〗', '«»', '｢｣', '〝〞', '［］', '{}', '｛｝', '【】', '《》'].map(
      (pair): [string, string, string] => [
        `in ${pair}`,
        `他說${pair.charAt(0)}⟦他們會不會成功⟧${pair.charAt(1)}`,
        `他說${pair.charAt(0)}他們會不會成功${pair.charAt(1)} #m`,
      ],
    ),
    ['spaces around it', '⟦  他們會不會成功  ⟧\n', '  他們會不會成功 #m  \n'],
    ['which has a question mark', '⟦他們會成功？⟧ 下', '他們會成功？ #m  下'],
    ['whose question mark is not selected', '⟦他們會成功⟧？下', '他們會成功？ #m 下'],
    ['with two questions in it', '⟦他們會成功？怎麼做？⟧', '他們會成功？ #m 怎麼做？ #m'],
  ])('%s', (_, notation, expected) => {
    const marked = expected.replaceAll('#m', MARK);
    expect(tag(notation)).toBe(marked);
    const comment: MarkFormat = { root: 'question', style: 'comment' };
    expect(tag(notation, comment)).toBe(expected.replaceAll('#m', `%% ${MARK} %%`));
  });

  it('that is tagged already changes the tag or nothing', () => {
    expect(tag(`⟦他們會不會成功⟧ ${MARK}\n`)).toBe(`他們會不會成功 ${MARK}\n`);
    expect(tag('⟦他們會不會成功⟧ #question/skip\n')).toBe(`他們會不會成功 ${MARK}\n`);
  });

  it('goes by the tags of its own root', () => {
    const format: MarkFormat = { root: 'ask', style: 'tag' };
    expect(tag('⟦他們會不會成功⟧ #ask/skip\n', format)).toBe('他們會不會成功 #ask/inward\n');
    expect(tag(`⟦他們會不會成功⟧ ${MARK}\n`, format)).toBe(`他們會不會成功 #ask/inward ${MARK}\n`);
  });

  it.each([
    ['nothing', 'a ⟦⟧ b', 'empty'],
    ['only space', 'a⟦ \n ⟧b', 'empty'],
    ['code', '```\n⟦他們會不會成功⟧\n```\n', 'not-prose'],
    ['frontmatter', '---\ntitle: ⟦他們會不會成功⟧\n---\n', 'not-prose'],
    ['a comment', '%% ⟦他們會不會成功⟧ %%\n', 'not-prose'],
    ['a question in a link, before its last', '⟦[A？⟧B？](u)', 'unread'],
    ['a sign alone, between which and a question a mark would stand', '[A？⟦>⟧', 'disturbs'],
    ['maths', '$$\n⟦x^2⟧\n$$\n', 'not-prose'],
  ])('is refused where it holds %s', (_, notation, code) => {
    expect(tag(notation)).toBe(code);
  });

  it('is refused where the text has changed since', () => {
    const { selection } = selected('⟦他們會不會成功⟧');
    expect(planSelection('我們會不會成功', selection, INWARD, DEFAULT_MARK_FORMAT)).toEqual({
      ok: false,
      code: 'changed',
    });
  });
});
