import { describe, expect, it } from 'vitest';
import type { Question } from '../../../src/core/model/question';
import { nearestAlike, questionAt, questionsIn } from '../../../src/ui/parts/question-at';
import { ask, placed } from '../tag-modal/tag-modal-questions';

/** `甲`: 10–20, `乙`: 30–40 with a mark up to 50, `丙`: embedded, 60–70, `丁`: 80–90, skipped. */
const questions: readonly Question[] = [
  ask('甲', { start: 10, end: 20, markAt: 21 }),
  ask('乙', {
    start: 30,
    end: 40,
    markAt: 40,
    marks: [{ ...placed('inward'), from: 41, to: 50 }],
  }),
  ask('丙', { start: 60, end: 70, markAt: 70, kind: 'embedded' }),
  ask('丁', {
    start: 80,
    end: 90,
    markAt: 90,
    marks: [{ ...placed('skip'), from: 91, to: 95 }],
  }),
];

describe('the question at a cursor', () => {
  it.each([
    ['before all questions is none', 5, null],
    ['at the start', 10, '甲'],
    ['inside', 15, '甲'],
    ['behind the closing quote', 21, '甲'],
    ['after it, before the next', 25, '甲'],
    ['in the tag', 45, '乙'],
    ['at the tag’s end', 50, '乙'],
    ['after the tag', 55, '乙'],
    ['in an embedded one', 65, '丙'],
    ['after an embedded one is the listed one before', 75, '乙'],
    ['in a skipped one', 93, '丁'],
    ['after a skipped one is the listed one before', 200, '乙'],
  ])('%s', (_, offset, text) => {
    expect(questionAt(questions, offset)?.text ?? null).toBe(text);
  });
});

describe('the question that was read in a part of the text', () => {
  const note = [
    ask('甲', { start: 10, end: 20, markAt: 20 }),
    ask('甲', { start: 30, end: 40, markAt: 40 }),
    ask('甲', {
      start: 50,
      end: 60,
      markAt: 60,
      marks: [{ ...placed('inward'), from: 61, to: 70 }],
    }),
  ];

  it.each([
    ['the one before the cursor', 24, 10],
    ['the one behind the cursor', 27, 30],
    ['the one the cursor is in', 35, 30],
    ['never one that is marked otherwise', 65, 30],
  ])('is %s', (_, offset, start) => {
    expect(nearestAlike(note, ask('甲'), offset)?.start).toBe(start);
  });

  it('is the one with the same marks', () => {
    const marked = ask('甲', { marks: [placed('inward')] });
    expect(nearestAlike(note, marked, 10)?.start).toBe(50);
    expect(nearestAlike(note, ask('乙'), 10)).toBeNull();
  });
});

describe('the questions in a selection', () => {
  it.each([
    ['whole', 10, 20, ['甲']],
    ['several', 0, 100, ['甲', '乙', '丙', '丁']],
    ['its last word', 18, 20, ['甲']],
    ['a word inside it', 12, 15, ['甲']],
    ['its first word and what stands before', 5, 15, []],
    ['what stands between', 22, 28, []],
  ])('%s', (_, from, to, texts) => {
    expect(questionsIn(questions, from, to).map(({ text }) => text)).toEqual(texts);
  });
});
