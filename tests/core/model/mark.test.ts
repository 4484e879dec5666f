import { describe, expect, it } from 'vitest';
import { formatMark, isMarkRoot, sameMark, type MarkFormat } from '../../../src/core/model/mark';
import { planMark, planRewrite } from '../../../src/core/model/mark-edits';
import { readMarkAt, readMarks } from '../../../src/core/model/mark-reading';
import type { MarkStyle, MarkValue } from '../../../src/core/model/question';
import { applyEdits, type TextEdit } from '../../../src/core/model/text-edit';
import { obsidianTags } from '../obsidian-tags';

const TAG: MarkFormat = { root: 'question', style: 'tag' };
const COMMENT: MarkFormat = { root: 'question', style: 'comment' };
const INWARD: MarkValue = { stance: 'inward', stage: 'difference' };
const LIMITS: MarkValue = { stance: 'outward', stage: 'limits' };

/** A text with the place of a mark shown as `⟦⟧`: just after the terminator and what closes around it. */
function placed(notation: string, root = 'question') {
  const markAt = notation.indexOf('⟦⟧');
  const text = notation.replace('⟦⟧', '');
  return { text, question: { markAt, marks: readMarks(text, markAt, [root]) } };
}

function apply(text: string, edits: readonly TextEdit[]): string {
  const result = applyEdits(text, edits);
  if (!result.ok) throw new Error(result.code);
  return result.text;
}

function set(notation: string, value: MarkValue | null, format: MarkFormat = TAG): string {
  const { text, question } = placed(notation);
  return apply(text, planMark(text, question, value, format));
}

describe('where a mark goes, and what taking it out leaves', () => {
  it.each([
    ['at the end of the file', 'Why?⟦⟧', 'Why? #m'],
    ['at a line end', 'Why?⟦⟧\nBecause', 'Why? #m\nBecause'],
    ['at a line end with CRLF', 'Why?⟦⟧\r\nBecause', 'Why? #m\r\nBecause'],
    ['before a hard break', 'Why?⟦⟧  \nBecause', 'Why? #m  \nBecause'],
    ['before trailing tabs', '為什麼？⟦⟧\t\n', '為什麼？ #m\t\n'],
    ['between Chinese sentences', '為什麼？⟦⟧因為', '為什麼？ #m 因為'],
    ['between Chinese sentences with a space', '為什麼？⟦⟧ 因為', '為什麼？ #m  因為'],
    ['before an ideographic space', '為什麼？⟦⟧\u3000因為', '為什麼？ #m \u3000因為'],
    ['between English sentences', 'Why?⟦⟧ Because', 'Why? #m Because'],
    ['between English sentences with two spaces', 'Why?⟦⟧  Because', 'Why? #m  Because'],
    ['after a full-width mark, before Latin text', '為什麼？⟦⟧AI 會', '為什麼？ #m AI 會'],
    ['after a closing quote, before Latin text', '「為什麼？」⟦⟧AI', '「為什麼？」 #m AI'],
    ['after bold, before Chinese text', '**為什麼？**⟦⟧因為', '**為什麼？** #m 因為'],
    ['after bold, before Latin text', '**為什麼？**⟦⟧AI', '**為什麼？** #m AI'],
    ['before a rare character', 'Why?⟦⟧𠮷', 'Why? #m 𠮷'],
    ['before a dash', 'Why?⟦⟧—Because', 'Why?  #m —Because'],
    ['before text with no space', 'Why?⟦⟧Because', 'Why?  #m Because'],
    ['before an emoji', 'Why?⟦⟧🤔', 'Why?  #m 🤔'],
    ['before a line break tag', 'Why?⟦⟧<br>So', 'Why?  #m <br>So'],
    ['before a block id', '為什麼？⟦⟧ ^a-1', '為什麼？ #m ^a-1'],
    ['before what would become a block id', 'Why?⟦⟧^a-1', 'Why? #m^a-1'],
    ['before a Tasks field', '- [ ] 為什麼？⟦⟧ 📅 2026-01-01', '- [ ] 為什麼？ #m 📅 2026-01-01'],
    [
      'before a Tasks field in English',
      '- [ ] Why?⟦⟧ ⏳ 2026-01-01',
      '- [ ] Why? #m ⏳ 2026-01-01',
    ],
    ['in a table cell', '| 為什麼？⟦⟧ | b |', '| 為什麼？ #m | b |'],
    ['in a tight table cell', '|why?⟦⟧|b|', '|why? #m|b|'],
    ['in a footnote', '[^1]: 為什麼？⟦⟧', '[^1]: 為什麼？ #m'],
    ['before a footnote reference', 'Why?⟦⟧[^1] So', 'Why?  #m [^1] So'],
    ['in a closed heading', '## Why?⟦⟧ ##', '## Why? #m ##'],
    ['before hashes that close nothing', '## Why?⟦⟧##', '## Why? #m##'],
    ['in a callout', '> [!question] 為什麼？⟦⟧\n> 因為', '> [!question] 為什麼？ #m\n> 因為'],
    ["before a tag of the writer's", '為什麼？⟦⟧ #idea', '為什麼？ #m #idea'],
    ['before what is no tag', '為什麼？⟦⟧#idea', '為什麼？ #m#idea'],
    ['before what is no mark', '為什麼？⟦⟧#question/inward', '為什麼？ #m#question/inward'],
    ["before a comment of the writer's", 'Why?⟦⟧ %% ask %%', 'Why? #m %% ask %%'],
    ["right before a comment of the writer's", '為什麼？⟦⟧%% ask %%', '為什麼？  #m %% ask %%'],
    ['before a no-break space', 'Why?⟦⟧\u00a0So', 'Why? #m\u00a0So'],
    ['where no question mark stands', '他們不知道⟦⟧', '他們不知道 #m'],
  ])('%s', (_, notation, expected) => {
    for (const format of [TAG, COMMENT]) {
      const mark = formatMark(INWARD, format);
      const marked = set(notation, INWARD, format);
      expect(marked).toBe(expected.replace('#m', mark));
      const { text, question } = placed(notation);
      const marks = readMarks(marked, question.markAt, ['question']);
      expect(marks).toMatchObject([{ ...INWARD, style: format.style }]);
      const cleared = planMark(marked, { markAt: question.markAt, marks }, null, TAG);
      expect(apply(marked, cleared)).toBe(text);
    }
  });
});

describe('reading a mark', () => {
  it.each<[string, string, MarkValue | null]>([
    ['a stance', '#question/inward', { stance: 'inward', stage: null }],
    ['a stance and a stage', '#question/inward/difference', INWARD],
    ['«not a question»', '#question/skip', { stance: 'skip', stage: null }],
    ['capital letters', '#Question/Inward/Difference', INWARD],
    ['a stance nobody knows', '#question/sideways', { stance: 'sideways', stage: null }],
    ['a stage nobody knows', '#question/inward/x', { stance: 'inward', stage: 'x' }],
    ['four levels', '#question/inward/a/b', { stance: 'inward', stage: 'a/b' }],
    ['a slash at the end', '#question/inward/', { stance: 'inward', stage: null }],
    ['a full stop behind it', '#question/inward。', { stance: 'inward', stage: null }],
    ['text running into it', '#question/inward因為他', { stance: 'inward', stage: null }],
    ['a comma behind the stage', '#question/inward/difference，', INWARD],
    ['a comment', '%% #question/inward/difference %%', INWARD],
    ['a tight comment', '%%#question/inward/difference%%', INWARD],
    ['no stance', '#question/', null],
    ['an empty stance', '#question//x', null],
    ['the root alone', '#question', null],
    ['another root', '#questions/inward', null],
    ['a Chinese stance', '#question/向內', null],
    ['a comment with more in it', '%% #question/inward and so on %%', null],
    ['an open comment', '%% #question/inward', null],
    ['plain text', 'question/inward', null],
  ])('%s: %s', (_, text, value) => {
    const mark = readMarkAt(text, 0, ['question']);
    if (value === null) expect(mark).toBeNull();
    else expect(mark).toMatchObject({ ...value, from: 0 });
  });

  it.each<[string, string, number]>([
    ['#question/inward。因為', 'tag', '#question/inward'.length],
    ['#question/inward因為', 'tag', '#question/inward'.length],
    ['#question/inward/ x', 'tag', '#question/inward/'.length],
    ['%%#question/inward %% x', 'comment', '%%#question/inward %%'.length],
  ])('of %s ends before what is not its own', (text, style, to) => {
    expect(readMarkAt(text, 0, ['question'])).toMatchObject({ from: 0, to, style });
  });

  it.each<[string, string, number]>([
    ['？⟦⟧ #question/inward', 'one', 1],
    ['？⟦⟧\u3000#question/inward', 'one behind an ideographic space', 1],
    ['？⟦⟧%%#question/inward%%', 'a comment needs no space', 1],
    ['？⟦⟧ #question/inward #question/outward', 'two tags', 2],
    ['？⟦⟧ #question/inward %% #question/outward %%', 'a tag and a comment', 2],
    ['？⟦⟧ #idea #question/inward', 'one behind another tag', 1],
    ['？⟦⟧ 因為 #question/inward', 'none behind text', 0],
    ['？⟦⟧」** #question/inward', 'one behind more closing marks', 1],
    ['？⟦⟧ 」 #question/inward', 'none behind closing marks that stand apart', 0],
    ['？⟦⟧\n#question/inward', 'one alone on the next line', 1],
    ['？⟦⟧\r\n#question/inward\r\n因', 'one alone on the next line with CRLF', 1],
    ['> ？⟦⟧\n> #question/inward', 'one alone on the next line of a quote', 1],
    ['？⟦⟧\n> #question/inward', 'none in a quote below', 0],
    ['？⟦⟧\n\n#question/inward', 'none below a blank line', 0],
    ['？⟦⟧\n#question/inward 因', 'none on the next line with more in it', 0],
    ['？⟦⟧#question/inward', 'no tag without a space', 0],
    ['？⟦⟧ %% #question/inward %%#question/outward', 'no tag right behind a comment', 1],
  ])('%s: %s', (notation, _, count) => {
    expect(placed(notation).question.marks).toHaveLength(count);
  });

  it('follows the root that is set, in any script', () => {
    expect(readMarkAt('#問題/inward/difference', 0, ['問題'])).toMatchObject(INWARD);
    expect(readMarkAt('#question/inward', 0, ['問題'])).toBeNull();
  });
});

describe('changing a mark', () => {
  it.each<[string, string, MarkValue | null, MarkFormat, string]>([
    ['another value', '？⟦⟧ #question/inward 因', LIMITS, TAG, '？ #question/outward/limits 因'],
    [
      'a longer one to a shorter',
      '？⟦⟧ #question/inward/difference',
      { stance: 'skip', stage: null },
      TAG,
      '？ #question/skip',
    ],
    [
      'in the style that is set',
      '？⟦⟧ #question/inward',
      LIMITS,
      COMMENT,
      '？ %% #question/outward/limits %%',
    ],
    [
      'from a tight comment to a tag',
      '？⟦⟧%%#question/inward%%因',
      LIMITS,
      TAG,
      '？ #question/outward/limits 因',
    ],
    [
      'the same value leaves spelling alone',
      '？⟦⟧ #Question/Inward/Difference',
      INWARD,
      TAG,
      '？ #Question/Inward/Difference',
    ],
    [
      'the same value leaves the style alone',
      '？⟦⟧ %% #question/inward/difference %%',
      INWARD,
      TAG,
      '？ %% #question/inward/difference %%',
    ],
    [
      'text that runs into it is set off',
      '？⟦⟧ #question/inward因為他',
      LIMITS,
      TAG,
      '？ #question/outward/limits 因為他',
    ],
    [
      'even for the same value',
      '？⟦⟧ #question/inward/difference。',
      INWARD,
      TAG,
      '？ #question/inward/difference 。',
    ],
    [
      'a conflict is settled',
      '？⟦⟧ #question/inward #question/outward 因',
      LIMITS,
      TAG,
      '？ #question/outward/limits 因',
    ],
    [
      'a conflict is settled for its first',
      'Why?⟦⟧ #question/inward/difference %% #question/skip %% So',
      INWARD,
      TAG,
      'Why? #question/inward/difference So',
    ],
    [
      'a doubled mark becomes one',
      '？⟦⟧ #question/inward/difference #question/inward/difference',
      INWARD,
      TAG,
      '？ #question/inward/difference',
    ],
    ['clearing a conflict', '？⟦⟧ #question/inward #question/outward 因', null, TAG, '？因'],
    ['clearing what text runs into', '？⟦⟧ #question/inward因為他，不', null, TAG, '？因為他，不'],
    ['clearing between English sentences', 'Why?⟦⟧ #question/inward So', null, TAG, 'Why? So'],
    ['clearing inside bold', '**Why?⟦⟧ #question/inward**', null, TAG, '**Why?**'],
    ['clearing behind more closing marks', '？⟦⟧」** #question/inward 因', null, TAG, '？」**因'],
    ['clearing what is not there', 'Why?⟦⟧ #idea', null, TAG, 'Why? #idea'],
    ['clearing a line of its own', '？⟦⟧\n#question/inward\n因', null, TAG, '？\n因'],
    ['clearing a last line of its own', '？⟦⟧  \n  #question/inward ', null, TAG, '？  '],
    ['clearing one with CRLF', '？⟦⟧\r\n#question/inward\r\n因', null, TAG, '？\r\n因'],
    [
      'changing a line of its own',
      '？⟦⟧\n#question/inward',
      LIMITS,
      TAG,
      '？\n#question/outward/limits',
    ],
    [
      'clearing behind a field',
      '？⟦⟧ 📅 2026-01-01 #question/inward',
      null,
      TAG,
      '？ 📅 2026-01-01',
    ],
    [
      'changing behind a field',
      '？⟦⟧ ⏫ #question/inward',
      LIMITS,
      TAG,
      '？ ⏫ #question/outward/limits',
    ],
    ['clearing a tag with a slash', '？⟦⟧ #question/inward/', null, TAG, '？'],
  ])('%s', (_, notation, value, format, expected) => {
    expect(set(notation, value, format)).toBe(expected);
  });

  it('writes a tag that Obsidian reads as that very tag', () => {
    const text = set('為什麼？⟦⟧因為', INWARD);
    expect(obsidianTags(text)).toEqual(['question/inward/difference']);
  });
});

describe('writing marks in another way', () => {
  it.each<[string, string, MarkFormat, string]>([
    ['tag to comment', '？⟦⟧ #question/inward 因', COMMENT, '？ %% #question/inward %% 因'],
    ['comment to tag', '？⟦⟧ %% #question/inward %% 因', TAG, '？ #question/inward 因'],
    ['tight comment to tag', '？⟦⟧%%#question/inward%%因', TAG, '？ #question/inward 因'],
    ['spelling stays', '？⟦⟧ #Question/Inward', COMMENT, '？ %% #Question/Inward %%'],
    ['another root', '？⟦⟧ #question/inward/a', { root: 'ask', style: 'tag' }, '？ #ask/inward/a'],
    [
      'root and style',
      '？⟦⟧ %% #question/a/b/c %%',
      { root: 'ask', style: 'tag' },
      '？ #ask/a/b/c',
    ],
    [
      'a conflict stays one',
      '？⟦⟧ #question/a #question/b',
      COMMENT,
      '？ %% #question/a %% %% #question/b %%',
    ],
    ['nothing to change', '？⟦⟧ #question/inward', TAG, '？ #question/inward'],
  ])('%s', (_, notation, format, expected) => {
    const { text, question } = placed(notation);
    expect(apply(text, planRewrite(text, question, 'question', format))).toBe(expected);
  });

  it.each<MarkStyle>(['tag', 'comment'])('style %s plans nothing for itself', (style) => {
    const { text, question } = placed(`？⟦⟧ ${formatMark(INWARD, { root: 'question', style })}`);
    expect(planRewrite(text, question, 'question', { root: 'question', style })).toEqual([]);
  });
});

it.each<[MarkValue | null, MarkValue | null, boolean]>([
  [null, null, true],
  [null, INWARD, false],
  [INWARD, { ...INWARD }, true],
  [INWARD, { stance: 'inward', stage: null }, false],
  [INWARD, LIMITS, false],
])('%j and %j are the same mark: %s', (a, b, same) => {
  expect(sameMark(a, b)).toBe(same);
  expect(sameMark(b, a)).toBe(same);
});

it.each([
  ['question', true],
  ['問題', true],
  ['q-1_2', true],
  ['', false],
  ['2026', false],
  ['my question', false],
  ['a/b', false],
  ['#question', false],
  ['why?', false],
])('%j can be a root: %s', (root, valid) => {
  expect(isMarkRoot(root)).toBe(valid);
});
