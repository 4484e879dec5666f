import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractQuestions } from '../../../src/core/reading/extract';
import type { MarkFormat } from '../../../src/core/model/mark';
import { planMark } from '../../../src/core/model/mark-edits';
import { readMarkAt } from '../../../src/core/model/mark-reading';
import type { MarkStyle, Question } from '../../../src/core/model/question';
import { applyEdits, mapOffset, type TextEdit } from '../../../src/core/model/text-edit';
import { ALL_CASES } from './extract-cases/all';
import { parseMarked } from './extract-cases/notation';
import { noteArbitrary } from './extract-cases/note-arbitrary';

const VALUE = { stance: 'inward', stage: 'difference' };

/** Marks that stand there already may turn from comments to tags, which is another text. */
const unmarkedNote = noteArbitrary.map((text) => text.replaceAll('question', 'other'));

/** What a mark must not change. */
function essence(questions: readonly Question[]): unknown {
  return questions.map(({ text, kind, section, label, speaker, group, line }) => ({
    text,
    kind,
    section,
    label,
    speaker,
    group,
    line,
  }));
}

function markAll(
  text: string,
  questions: readonly Question[],
  style: MarkStyle,
): readonly TextEdit[] {
  const format: MarkFormat = { root: 'question', style };
  return questions.flatMap((question) => planMark(text, question, VALUE, format));
}

function expectTransparent(
  text: string,
  chosen: (question: Question) => boolean,
  style: MarkStyle,
): void {
  const before = extractQuestions(text);
  const edits = markAll(text, before.filter(chosen), style);
  const applied = applyEdits(text, edits);
  if (!applied.ok) throw new Error(applied.code);
  const after = extractQuestions(applied.text);
  expect(essence(after)).toEqual(essence(before));
  expect(after.map(({ end }) => end)).toEqual(
    before.map(({ end }) => mapOffset(end, edits, 'before')),
  );
  expect(after.map(({ marks }) => marks.length)).toEqual(
    before.map((question) => (chosen(question) ? 1 : question.marks.length)),
  );
}

describe('marks are transparent', () => {
  /** Runs of emphasis of which a part has a partner, and a stroke before a word that looks like a path's sign. */
  const parted = [
    '5*3**為什麼？**因為*',
    'a****為什麼？*****5*',
    '*為什麼？**」b*',
    '~~為什麼？~~Why?',
    '~為什麼？~Why?',
    '*為什麼？***~~Why?',
    'Why?~Why?',
  ];
  const texts = [...ALL_CASES.map((marked) => parseMarked(marked).text), ...parted];
  /** A link has one mark, behind it: its other questions have none. */
  const hasPlace = (text: string) => (question: Question) =>
    !/\[[^\][]*$/.test(text.slice(0, question.markAt)) ||
    !/^[^\][]*\]\(/.test(text.slice(question.markAt));

  it.each(texts)('as tags in %j', (text) => expectTransparent(text, hasPlace(text), 'tag'));

  it.each(texts)('as comments in %j', (text) => expectTransparent(text, hasPlace(text), 'comment'));

  it('in notes made at random, any of the questions marked', () => {
    fc.assert(
      fc.property(unmarkedNote, fc.infiniteStream(fc.boolean()), (text, choices) => {
        const chosen = new Map(
          extractQuestions(text).map(({ end }) => [end, choices.next().value === true]),
        );
        expectTransparent(text, ({ end }) => chosen.get(end) === true, 'tag');
      }),
      { numRuns: 300 },
    );
  });
});

describe('marks are read', () => {
  it.each([
    ['是數據？ #question/inward/difference 是算力？', ['inward', null]],
    ['是數據？ %% #question/outward %% 是算力？', ['outward', null]],
    ['「為什麼？」 #question/inward', ['inward']],
    ['**為什麼？** #question/inward', ['inward']],
    ['[為什麼？](a.md) #question/inward', ['inward']],
    ['# 為什麼？ #question/inward', ['inward']],
    ['| 為什麼？ #question/inward | 乙？ |\n|---|---|', ['inward', null]],
    ['為什麼？ #question/inward ^id', ['inward']],
    ['為什麼？ #QUESTION/Inward', ['inward']],
    ['為什麼？ #other/inward', [null]],
    ['為什麼？ `#question/inward`', [null]],
    ['為什麼？\n#question/inward', ['inward']],
    ['# 為什麼？\n#question/inward', [null]],
  ] as const)('in %j', (text, stances) => {
    expect(extractQuestions(text).map(({ marks }) => marks[0]?.stance ?? null)).toEqual(stances);
  });

  it('two in a run, in order', () => {
    const [question] = extractQuestions('為什麼？ #question/inward %% #question/outward %%');
    expect(question?.marks.map(({ stance }) => stance)).toEqual(['inward', 'outward']);
  });

  it.each([
    ['這件事值得追問 #question/inward', '這件事值得追問'],
    ['先這樣。這件事值得追問。 #question/inward', '這件事值得追問。'],
    ['It is so. I wonder why %% #question/inward %%', 'I wonder why'],
    ['- 這件事值得追問 #question/inward', '這件事值得追問'],
    ['他說「這值得追問」 #question/inward', '他說「這值得追問」'],
    ['這一行，\n那一行 #question/inward 後面。', '這一行，那一行'],
  ])('without a question mark: %j asks', (text, asks) => {
    const questions = extractQuestions(text);
    expect(questions.map((question) => question.text)).toEqual([asks]);
    expect(questions[0]?.kind).toBe('body');
    expect(
      questions[0]?.marks.map(({ from }) => readMarkAt(text, from, ['question'])?.stance),
    ).toEqual(['inward']);
  });

  it.each(['`#question/inward`', '$x #question/inward$', '```\na #question/inward\n```'])(
    'nowhere in %j',
    (text) => expect(extractQuestions(text)).toEqual([]),
  );
});
