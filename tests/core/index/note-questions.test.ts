import { expect, it } from 'vitest';
import { extractQuestions } from '../../../src/core/reading/extract';
import { NoteQuestions } from '../../../src/core/index/note-questions';

const found = extractQuestions('為什麼？ #question/inward\n\nWhat next?\n');

it('gives what it was made of, from its string too', () => {
  const questions = NoteQuestions.of(found);
  expect(questions.all()).toEqual(found);
  expect(NoteQuestions.kept(questions.packed).read()).toEqual(found);
});

it('gives the same objects to all who look at the note', () => {
  const questions = NoteQuestions.of(found);
  const [first] = questions.all();
  expect(questions.all()[0]).toBe(first);
  expect(questions.read()[0]).toBe(first);
});

it('keeps nothing of what was only gone through', () => {
  const questions = NoteQuestions.of(found);
  expect(questions.read()[0]).not.toBe(questions.read()[0]);
});

it('is one and the same for all notes that ask nothing', () => {
  expect(NoteQuestions.of([])).toBe(NoteQuestions.kept(''));
  expect(NoteQuestions.of([]).all()).toEqual([]);
});

it('has no questions where its string is broken', () => {
  expect(NoteQuestions.kept('[[').all()).toEqual([]);
});
