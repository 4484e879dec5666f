import { describe, expect, it } from 'vitest';
import {
  calibrationError,
  figuresOf,
  ghostsOf,
  type Answer,
} from '../../../scripts/suggest/figures';
import { fitTemperature, heat } from '../../../scripts/suggest/temperature';

const answer = (right: number, ...scores: readonly number[]): Answer => ({ scores, right });

describe('figures of answers', () => {
  it('count the right one among the first, two and three', () => {
    const answers = [
      answer(0, 0.9, 0.1, 0, 0),
      answer(1, 0.5, 0.3, 0.1, 0.1),
      answer(2, 0.4, 0.3, 0.2, 0.1),
      answer(3, 0.3, 0.25, 0.25, 0.2),
    ];
    expect(figuresOf(answers)).toEqual({
      first: 0.25,
      firstTwo: 0.5,
      firstThree: 0.75,
      surestQuarter: 1,
      n: 4,
    });
  });

  it('do not count what is no likelier than those before it', () => {
    expect(figuresOf([answer(1, 0.5, 0.5)]).first).toBe(0);
    expect(figuresOf([answer(0, 0.5, 0.5)]).first).toBe(1);
  });

  it('are zeros where nothing was asked', () => {
    expect(figuresOf([])).toEqual({
      first: 0,
      firstTwo: 0,
      firstThree: 0,
      surestQuarter: 0,
      n: 0,
    });
    expect(calibrationError([])).toBe(0);
    expect(ghostsOf([])).toEqual({ share: 0, right: 0 });
  });

  it('know how far sureness is from being right', () => {
    const half = [answer(0, 0.75, 0.25), answer(1, 0.75, 0.25)];
    expect(calibrationError(half)).toBeCloseTo(0.25, 10);
    const sure = [answer(0, 1, 0), answer(1, 0.55, 0.45)];
    expect(calibrationError(sure)).toBeCloseTo(0.275, 10);
  });

  it('count as ghosts what is sure enough', () => {
    const answers = [
      answer(0, 0.86, 0.14),
      answer(1, 0.9, 0.1),
      answer(0, 0.84, 0.16),
      answer(1, 0.5, 0.5),
    ];
    expect(ghostsOf(answers)).toEqual({ share: 0.5, right: 0.5 });
    expect(ghostsOf(answers, 0)).toEqual({ share: 0, right: 0 });
    expect(ghostsOf(answers, 1)).toEqual({ share: 0.5, right: 0.5 });
  });
});

describe('the temperature', () => {
  it('takes sureness from answers that are too sure, and gives it to those that are not sure enough', () => {
    const right = answer(0, 0.9, 0.1);
    const wrong = answer(1, 0.9, 0.1);
    const tooSure = [right, right, wrong];
    const hot = fitTemperature(tooSure);
    expect(hot).toBeGreaterThan(1);
    expect(heat(right, hot).scores[0]).toBeCloseTo(2 / 3, 1);
    const unsure = answer(0, 0.6, 0.4);
    expect(fitTemperature([unsure, unsure, unsure, unsure])).toBeLessThan(1);
  });

  it('leaves answers as they are at one', () => {
    const { scores } = heat(answer(0, 0.7, 0.2, 0.1), 1);
    [0.7, 0.2, 0.1].forEach((score, at) => {
      expect(scores[at]).toBeCloseTo(score, 10);
    });
  });
});
