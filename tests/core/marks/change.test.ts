import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changesAmong,
  findAgain,
  planChanges,
  type MarkChange,
} from '../../../src/core/marks/change';
import { extractQuestions } from '../../../src/core/reading/extract';
import { DEFAULT_MARK_FORMAT } from '../../../src/core/model/mark';
import type { MarkValue, Question } from '../../../src/core/model/question';
import { applyEdits } from '../../../src/core/model/text-edit';
import { unmarkedNote } from '../note-text';

const INWARD: MarkValue = { stance: 'inward', stage: null };
const SKIP: MarkValue = { stance: 'skip', stage: null };
const MARK = ' #question/inward';

/** The nth question of a note as it was read. */
function questionIn(text: string, nth = 0): Question {
  const question = extractQuestions(text)[nth];
  if (!question) throw new Error(`no question ${nth} in ${JSON.stringify(text)}`);
  return question;
}

/** Plans on `now` what was asked for when the note read `before`, and applies it. */
function carryOut(
  before: string,
  now: string,
  asked: readonly (readonly [number, MarkValue | null])[],
) {
  const changes = asked.map(([nth, value]): MarkChange => ({
    question: questionIn(before, nth),
    value,
  }));
  const { edits, written, refused } = planChanges(now, changes, DEFAULT_MARK_FORMAT);
  const result = applyEdits(now, edits);
  if (!result.ok) throw new Error(result.code);
  return {
    text: result.text,
    written,
    refused: refused.map(({ change, code }) => [change.question.text, code]),
  };
}

describe('changes on the text as it was read', () => {
  it('are all carried out', () => {
    const text = '甲為什麼？\n\n乙為什麼？\n\n丙為什麼？';
    expect(
      carryOut(text, text, [
        [0, INWARD],
        [2, SKIP],
      ]),
    ).toEqual({
      text: `甲為什麼？${MARK}\n\n乙為什麼？\n\n丙為什麼？ #question/skip`,
      written: 2,
      refused: [],
    });
  });

  it('count only what is not so already', () => {
    const text = `甲為什麼？${MARK}\n\n乙為什麼？`;
    expect(
      carryOut(text, text, [
        [0, INWARD],
        [1, null],
      ]),
    ).toEqual({ text, written: 0, refused: [] });
  });

  it.each([
    ['甲乙丙丁戊己庚辛為何？', 11, 'refused'],
    ['甲乙丙丁戊己庚辛壬為何？', 12, 'written'],
    ['Why is so it?', 13, 'refused'],
    ['Why then is it?', 15, 'written'],
  ])('on %s, of %i characters and under another heading by now, are %s', (asks, length, came) => {
    expect(asks).toHaveLength(length);
    const now = `# B\n\n新的一段。\n\n${asks}`;
    expect(carryOut(`# A\n\n${asks}`, now, [[0, INWARD]])).toEqual(
      came === 'written'
        ? { text: now + MARK, written: 1, refused: [] }
        : { text: now, written: 0, refused: [[asks, 'ambiguous']] },
    );
  });

  it('tell questions of the same text apart by their places', () => {
    const text = '為什麼？\n\n因為。\n\n為什麼？';
    expect(carryOut(text, text, [[1, INWARD]]).text).toBe(`為什麼？\n\n因為。\n\n為什麼？${MARK}`);
  });

  /** `§` is the mark that is asked for. */
  it.each<[string, string, MarkValue | null, string]>([
    ['no mark', 'Why? #bloom/apply', INWARD, 'Why? #bloom/apply§'],
    ['one before another’s', 'Why? #question/skip #bloom/apply', INWARD, 'Why?§ #bloom/apply'],
    ['one behind another’s', 'Why? #bloom/apply #question/skip', INWARD, 'Why? #bloom/apply§'],
    ['two', 'Why? #question/skip #question/outward', INWARD, 'Why?§'],
    [
      'two around another’s',
      'Why? #question/skip #bloom/apply #question/skip',
      INWARD,
      'Why?§ #bloom/apply',
    ],
    ['two, one of them the same', 'Why? #question/skip #question/inward', INWARD, 'Why?§'],
    ['one to be cleared', 'Why? #bloom/apply #question/skip', null, 'Why? #bloom/apply'],
    ['one to be cleared before another’s', 'Why? #question/a #bloom/b', null, 'Why? #bloom/b'],
  ])('give a question one mark of their root where it has %s', (_, text, value, expected) => {
    const roots = ['question', 'bloom'];
    const [question] = extractQuestions(text, { roots });
    if (!question) throw new Error('a question');
    const plan = planChanges(text, [{ question, value }], DEFAULT_MARK_FORMAT, roots);
    expect(plan.refused).toEqual([]);
    expect(applyEdits(text, plan.edits)).toEqual({
      ok: true,
      text: expected.replace('§', MARK),
    });
  });

  it('make a question of a sentence that asks without a sign', () => {
    const text = '他們會不會成功呢。下一句。';
    const [question] = extractQuestions(text, { unmarked: true });
    if (!question) throw new Error('a question');
    expect(question.kind).toBe('unmarked');
    const { edits } = planChanges(text, [{ question, value: INWARD }], DEFAULT_MARK_FORMAT);
    expect(applyEdits(text, edits)).toEqual({
      ok: true,
      text: `他們會不會成功呢。${MARK} 下一句。`,
    });
  });

  it('carry out the later of two on one question', () => {
    const text = '甲為什麼？';
    expect(
      carryOut(text, text, [
        [0, SKIP],
        [0, INWARD],
      ]),
    ).toEqual({
      text: `甲為什麼？${MARK}`,
      written: 1,
      refused: [],
    });
  });
});

describe('changes on a text that has moved on', () => {
  const first = '為什麼模型需要海量數據？';
  const second = '他們究竟想要什麼？';

  it.each<[string, string, string, string]>([
    ['lines came before', `${first}\n`, `新的。\n\n${first}\n`, `新的。\n\n${first}${MARK}\n`],
    [
      'its section has another name',
      `# 甲\n\n${first}`,
      `# 乙\n\n${first}`,
      `# 乙\n\n${first}${MARK}`,
    ],
    [
      'a space less stands in the heading above it',
      '# A  B\n\n為什麼？',
      '新的。\n\n# A B\n\n為什麼？',
      `新的。\n\n# A B\n\n為什麼？${MARK}`,
    ],
    [
      'another line break stands in it',
      'Why is\nit so?',
      'New.\n\nWhy is it so?',
      `New.\n\nWhy is it so?${MARK}`,
    ],
    ['it was tagged meanwhile', first, `${first} #question/skip`, `${first}${MARK}`],
    [
      'the file has CRLF',
      `引言。\n\n${first}\n`,
      `引言。\r\n\r\n${first}\r\n`,
      `引言。\r\n\r\n${first}${MARK}\r\n`,
    ],
  ])('find the question again where %s', (_, before, now, expected) => {
    expect(carryOut(before, now, [[0, INWARD]])).toEqual({
      text: expected,
      written: 1,
      refused: [],
    });
  });

  it.each<[string, string, string, string]>([
    ['it is gone', first, `${second}\n`, 'gone'],
    ['it was reworded', first, '為什麼模型需要這麼多數據？', 'gone'],
    ['another stands in its place', '甲為什麼？', '乙為什麼？', 'gone'],
    [
      'a twin stands at its offset, in another line',
      'ab\n\nWhy?',
      'abc\nWhy?\n\nWhy?',
      'ambiguous',
    ],
    ['there are two now, neither in its place', first, `引。\n\n${first}\n\n${first}`, 'ambiguous'],
    [
      'a short one stands in another section',
      '# 甲\n\n為什麼？',
      '# 乙\n\n因為。\n\n為什麼？',
      'ambiguous',
    ],
  ])('are refused where %s', (_, before, now, code) => {
    expect(carryOut(before, now, [[0, INWARD]])).toEqual({
      text: now,
      written: 0,
      refused: [[extractQuestions(before)[0]?.text, code]],
    });
  });

  const all = (text: string) => extractQuestions(text);

  it.each<[string, string, number, string]>([
    ['the first', 'Why?\n\nBecause A.\n\nWhy?\n\nBecause B.', 0, 'Why?\n\nBecause B.'],
    ['the second', 'Why?\n\nBecause A.\n\nWhy?\n\nBecause B.', 1, 'Why?\n\nBecause A.'],
    ['one of three', `${first}\n\n${first}\n\n${first}`, 1, `${first}\n\n${first}`],
  ])('are refused where there were more twins at reading: %s is gone', (_, before, nth, now) => {
    const changes = changesAmong(all(before), [
      { question: questionIn(before, nth), value: INWARD },
    ]);
    const { edits, refused } = planChanges(now, changes, DEFAULT_MARK_FORMAT);
    expect(edits).toEqual([]);
    expect(refused.map(({ code }) => code)).toEqual(['ambiguous']);
  });

  it('are refused where text as long as a twin moved the other one to its place', () => {
    const before = 'A.\n\nWhy?\n\nWhy?\n\nWhy?';
    const changes = changesAmong(all(before), [{ question: questionIn(before, 1), value: INWARD }]);
    const now = 'A.\n\nB C.\n\nWhy?\n\nWhy?\n\nWhy?';
    const { edits, refused } = planChanges(now, changes, DEFAULT_MARK_FORMAT);
    expect(edits).toEqual([]);
    expect(refused.map(({ code }) => code)).toEqual(['ambiguous']);
  });

  const twins = 'Why?\n\nBecause A.\n\nWhy?\n\nBecause B.';

  it.each([
    ['nothing has changed', twins, twins],
    ['a new one stands below', twins, `${twins}\n\nWhy?`],
    ['a new one stands above, and nothing moved', 'Why?\n\nBe 7\n\nWhy?', 'Why?\n\nWhy?\n\nWhy?'],
  ])('are carried out where all twins are there still: %s', (_, before, now) => {
    const changes = changesAmong(all(before), [{ question: questionIn(before, 1), value: INWARD }]);
    const { edits, refused } = planChanges(now, changes, DEFAULT_MARK_FORMAT);
    expect(refused).toEqual([]);
    expect(edits.map(({ from }) => from)).toEqual([before.lastIndexOf('Why?') + 4]);
  });

  it('are carried out where no more than the number of twins was recorded', () => {
    const [edit, ...others] = planChanges(
      twins,
      [{ question: questionIn(twins, 1), value: INWARD, alike: 2 }],
      DEFAULT_MARK_FORMAT,
    ).edits;
    expect(edit?.from).toBe(twins.lastIndexOf('Why?') + 4);
    expect(others).toEqual([]);
  });

  it('say that a question is gone, not its twin, where none reads so any more', () => {
    const changes = changesAmong(all(twins), [{ question: questionIn(twins), value: INWARD }]);
    const { refused } = planChanges('So.', changes, DEFAULT_MARK_FORMAT);
    expect(refused.map(({ code }) => code)).toEqual(['gone']);
  });

  it('find one that moved, where its twin stands where it stood', () => {
    const now = twins.replace('A.', 'of A.');
    expect(
      carryOut(twins, now, [
        [0, INWARD],
        [1, SKIP],
      ]),
    ).toEqual({
      text: `Why?${MARK}\n\nBecause of A.\n\nWhy? #question/skip\n\nBecause B.`,
      written: 2,
      refused: [],
    });
  });

  it('write the others where one is refused', () => {
    const outcome = carryOut(`${first}\n\n${second}`, second, [
      [0, INWARD],
      [1, INWARD],
    ]);
    expect(outcome).toEqual({ text: `${second}${MARK}`, written: 1, refused: [[first, 'gone']] });
  });

  it('never give two changes to one question', () => {
    const before = '## 甲\n\n為什麼？\n\n為什麼？';
    const outcome = carryOut(before, '## 甲\n\n因為沒有。\n\n為什麼？', [
      [0, INWARD],
      [1, SKIP],
    ]);
    expect(outcome).toMatchObject({
      written: 0,
      refused: [
        ['為什麼？', 'ambiguous'],
        ['為什麼？', 'ambiguous'],
      ],
    });
  });

  it('do not take a question that stands in its place for one that is gone', () => {
    const before = '## 甲\n\n為什麼？\n\n為什麼？';
    const outcome = carryOut(before, '## 甲\n\n為什麼？\n\n沒有了。', [
      [0, INWARD],
      [1, SKIP],
    ]);
    expect(outcome).toMatchObject({
      text: `## 甲\n\n為什麼？${MARK}\n\n沒有了。`,
      refused: [['為什麼？', 'gone']],
    });
  });

  it.each([
    ['LF', 'CRLF', '\n', '\r\n'],
    ['CRLF', 'LF', '\r\n', '\n'],
  ])('tell questions of the same text apart from %s to %s', (_, __, from, to) => {
    const lines = ['引言。', '', '為什麼？', '', '因為。', '', '為什麼？', '', '為什麼？'];
    const outcome = carryOut(lines.join(from), lines.join(to), [[1, INWARD]]);
    expect(outcome.refused).toEqual([]);
    expect(outcome.text).toBe(lines.join(to).replace(/(因為。\s+為什麼？)/, `$1${MARK}`));
  });

  it('tell them apart in a file that has both line ends', () => {
    const mixed = '引言。\n\r\n為什麼？\r\n\n因為。\r\n\r\n為什麼？\n';
    const outcome = carryOut(mixed.replaceAll('\r\n', '\n'), mixed, [[1, INWARD]]);
    expect(outcome.refused).toEqual([]);
    expect(outcome.text).toBe(mixed.replace(/為什麼？(?=\n$)/, `$&${MARK}`));
  });
});

describe('what is asked for knows of twins', () => {
  const read = extractQuestions('Why?\n\nSo?\n\nWhy?\n\nWhy?');

  it.each([
    [0, 3, 1],
    [1, 1, 1],
    [2, 3, 2],
    [3, 3, 3],
  ])('of question %i: %i read so, and it is number %i', (at, alike, nth) => {
    const question = read[at];
    if (!question) throw new Error('four questions');
    expect(changesAmong(read, [{ question, value: SKIP }])).toStrictEqual([
      { question, value: SKIP, alike, nth },
    ]);
  });

  it.each(['New.\n\nWhy?', 'What?'])('nothing where it is not among what was read: %j', (text) => {
    const question = questionIn(text);
    expect(changesAmong(read, [{ question, value: null }])).toStrictEqual([
      { question, value: null },
    ]);
  });
});

describe('finding a question again', () => {
  const before = questionIn('# 甲\n\n為什麼？');

  it('takes the one at the same place before any other', () => {
    const now = extractQuestions('# 甲\n\n為什麼？\n\n為什麼？');
    expect(findAgain(before, now)).toBe(now[0]);
  });

  it('takes none that reads otherwise', () => {
    expect(findAgain(before, extractQuestions('# 甲\n\n怎麼會？'))).toBe('gone');
    const now = extractQuestions('# 甲\n\n怎麼會？\n\n為什麼？');
    expect(findAgain(before, now)).toBe(now[1]);
  });

  it('takes the only one of its section where another section has one too', () => {
    const now = extractQuestions('# 乙一\n\n為什麼？\n\n# 甲\n\n為什麼？');
    expect(findAgain(before, now)).toBe(now[1]);
  });
});

it('leaves everything but marks as it is, whatever was typed in between', () => {
  const text = fc.tuple(unmarkedNote, unmarkedNote, unmarkedNote);
  const values = fc.array(fc.constantFrom<MarkValue | null>(INWARD, SKIP, null), { minLength: 1 });
  fc.assert(
    fc.property(text, values, ([before, inserted, after], picks) => {
      const read = extractQuestions(`${before}\n${after}`);
      const now = `${before}\n${inserted}\n${after}`;
      const changes = read.map((question, at) => ({
        question,
        value: picks[at % picks.length] ?? null,
      }));
      const { edits, written, refused } = planChanges(now, changes, DEFAULT_MARK_FORMAT);
      const result = applyEdits(now, edits);
      expect(result.ok).toBe(true);
      expect(written + refused.length).toBeLessThanOrEqual(changes.length);
      expect(edits.length).toBe(written);
      const marked = result.ok ? result.text : '';
      const cleared = extractQuestions(marked).map((question) => ({ question, value: null }));
      const back = applyEdits(marked, planChanges(marked, cleared, DEFAULT_MARK_FORMAT).edits);
      expect(back).toEqual({ ok: true, text: now });
    }),
    { numRuns: 500 },
  );
});
