import { describe, expect, it } from 'vitest';
import { findUnkept, type MarkEdits } from '../../../src/core/marks/read-back';
import { planMark } from '../../../src/core/model/mark-edits';
import type { MarkValue, Question } from '../../../src/core/model/question';
import type { TextEdit } from '../../../src/core/model/text-edit';
import { extractQuestions } from '../../../src/core/reading/extract';

const ROOTS = ['question', 'bloom'];
const FORMAT = { root: 'question', style: 'tag' } as const;
const INWARD: MarkValue = { stance: 'inward', stage: null };
const MARKS = [{ ...INWARD, root: 'question' }];

function read(text: string): readonly Question[] {
  return extractQuestions(text, { roots: ROOTS, unmarked: true });
}

function questionIn(text: string, asks: string): Question {
  const question = read(text).find((each) => each.text === asks);
  if (!question) throw new Error(`no ${asks}`);
  return question;
}

/** An edit beside a mark's own: the first `what` of the text becomes `by`; none where both are empty. */
function harm(text: string, what: string, by: string): readonly TextEdit[] {
  const from = text.indexOf(what);
  const edit = { from, to: from + what.length, expected: what, insert: by };
  return what === '' ? [] : [edit];
}

function marking(text: string, asks: string, more: readonly TextEdit[] = []): MarkEdits {
  const question = questionIn(text, asks);
  return { question, marks: MARKS, edits: [...planMark(text, question, INWARD, FORMAT), ...more] };
}

function unkept(text: string, made: readonly MarkEdits[]) {
  return [...findUnkept(text, read(text), made, ROOTS)];
}

describe('of three questions that are tagged, the nearest before it answers for what reads otherwise', () => {
  const NOTE = [
    'A？',
    'B？',
    'L:',
    '- X b？ #question/skip',
    '- V. #question/skip',
    'Y.',
    'C？',
    '你來呢。',
    'Ann: D？',
    'Bob: So.',
    'Ann: Yes.',
    'Bob: No.',
    'Ann: E？',
    'Bob: Well.',
  ].join('\n\n');

  it.each<[string, string, string, readonly number[]]>([
    ['nothing', '', '', []],
    ['text that asks nothing', 'Y.', 'Z.', []],
    ['what asks without a sign', '你來呢。', '你們來呢。', []],
    ['what asks without a sign, and no more', '你來呢。', '你來。', []],
    ['what asks without a sign, and did not', 'Y.', '你去嗎。', []],
    ['its own words', 'B', 'Z', [1]],
    ['another’s words', 'X', 'Z', [1]],
    ['another’s spaces', ' b', '  b', []],
    ['where another starts', 'X', '1. X', [1]],
    ['another, which asks no more', 'X b？ #question/skip', 'X b。', [1]],
    ['another’s mark', ' #question/skip', '', [1]],
    ['another’s mark, which says something else', 'skip', 'outward', [1]],
    ['another’s mark, which is one of another root', '#question/skip', '#bloom/skip', [1]],
    ['a tagged sentence', 'V', 'W', [1]],
    ['a tagged sentence, which is none any more', 'V. #question/skip', 'V.', [1]],
    ['a sentence, which asks now', 'Y.', 'Y?', [1]],
    ['a question, which is a heading now', 'X', '# X', [1, 2]],
    ['a label', 'L:', 'M:', [1]],
    ['a text, which is a label now', 'Y.', 'Y:', [2]],
    ['a speaker', 'No.\n\nAnn', 'No.\n\nBob', [2]],
    ['a text, which is a heading now', 'L:', '## L:', [1, 2]],
  ])('%s', (_, what, by, at) => {
    const made = [
      marking(NOTE, 'A？'),
      marking(NOTE, 'B？', harm(NOTE, what, by)),
      marking(NOTE, 'C？'),
    ];
    expect(unkept(NOTE, made)).toEqual(at.map((each) => [each, 'disturbs']));
  });

  it('and all of them where their edits do not fit the text', () => {
    const stray = { from: 0, to: 1, expected: 'B', insert: '' };
    const made = [marking(NOTE, 'A？', [stray]), marking(NOTE, 'B？')];
    expect(unkept(NOTE, made)).toEqual([
      [0, 'disturbs'],
      [1, 'disturbs'],
    ]);
  });
});

describe('a sentence that its mark makes a question', () => {
  const NOTE = 'A？\n\nIt holds.\n\nL.\n\n- X？';
  const markAt = NOTE.indexOf('holds.') + 'holds.'.length;

  it.each<[string, string, string, readonly number[]]>([
    ['nothing', '', '', []],
    ['a label, which it speaks to', 'L.', 'L:', []],
    ['another’s words', 'X', 'Z', [1]],
    ['another, which asks no more', 'X？', 'X。', [1]],
    ['a sentence, which asks now', 'L.', 'L?', [1]],
  ])('may change %s, or not', (_, what, by, at) => {
    const place = { markAt, marks: [] };
    const edits = [...planMark(NOTE, place, INWARD, FORMAT), ...harm(NOTE, what, by)];
    const made = [marking(NOTE, 'A？'), { question: place, marks: MARKS, edits }];
    expect(unkept(NOTE, made)).toEqual(at.map((each) => [each, 'disturbs']));
  });
});

describe('a sentence that is no question any more', () => {
  const NOTE =
    'A？\n\nIt holds. #question/inward\n\nL.\n\n- X？ #question/skip\n\nV. #question/skip';

  it.each<[string, string, string, readonly number[]]>([
    ['nothing', '', '', []],
    ['how another reads', 'X', 'Z', []],
    ['a sentence, which asks now', 'L.', 'L?', []],
    ['a tagged sentence, which is none any more', 'V. #question/skip', 'V.', []],
    ['another, which asks no more', 'X？ #question/skip', 'X。', [1]],
    ['another’s mark', ' #question/skip', '', [1]],
  ])('may change %s, or not', (_, what, by, at) => {
    const question = questionIn(NOTE, 'It holds.');
    const edits = [...planMark(NOTE, question, null, FORMAT), ...harm(NOTE, what, by)];
    const made = [marking(NOTE, 'A？'), { question, marks: [], edits }];
    expect(unkept(NOTE, made)).toEqual(at.map((each) => [each, 'disturbs']));
  });
});

describe('a mark is kept only as it is written', () => {
  const insertion = (text: string, before: string, insert: string) => {
    const from = text.indexOf(before);
    return { from, to: from, expected: '', insert };
  };

  it.each([
    ['為什麼？因為', '因', ' #question/inward ', true],
    ['為什麼？因為', '因', ' #question/inward  ', false],
    ['為什麼？因為', '因', ' #question/outward ', false],
    ['為什麼？因為', '因', ' #question/inward #question/inward ', false],
    ['為什麼？因為', '因', ' #other/inward ', false],
    ['為什麼？因為', '因', ' #bloom/inward ', false],
    ['為什麼？因為', '什', ' #question/inward ', false],
    ['Why?  Because', ' Because', ' #question/inward', false],
    ['[為什麼？](a)', ']', ' #question/inward', false],
  ])('in %j before %j by %j: %j', (text, before, insert, isKept) => {
    const question = read(text)[0];
    if (!question) throw new Error('a question');
    const made = [{ question, marks: MARKS, edits: [insertion(text, before, insert)] }];
    expect(unkept(text, made)).toEqual(isKept ? [] : [[0, 'unread']]);
  });

  it.each([
    ['Why? #question/inward', 'skip', true],
    ['Why? #question/inward', 'inward', false],
    ['It holds. #question/inward', 'skip', true],
    ['It holds. #question/inward', 'inward', false],
  ])('in %j in the place of another: %s', (text, instead, isKept) => {
    const [question] = read(text);
    if (!question) throw new Error('a question');
    const marks = [{ stance: 'skip', stage: null, root: 'question' }];
    const edits = harm(text, '#question/inward', `#question/${instead}`);
    expect(unkept(text, [{ question, marks, edits }])).toEqual(isKept ? [] : [[0, 'unread']]);
  });

  it.each([
    ['Why? #question/inward', ' #question/inward', true],
    ['Why? #question/inward', 'y', false],
  ])('in %j without %j, where none is wanted', (text, gone, isKept) => {
    const [question] = read(text);
    if (!question) throw new Error('a question');
    const edits = harm(text, gone, '');
    expect(unkept(text, [{ question, marks: [], edits }])).toEqual(isKept ? [] : [[0, 'unread']]);
  });
});
