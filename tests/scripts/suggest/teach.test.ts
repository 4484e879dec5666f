// Teaching the model of wordings: by questions made for this, in documents that share their words.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { answersByFold, answerOf } from '../../../scripts/suggest/folds';
import { figuresOf } from '../../../scripts/suggest/figures';
import type { JudgedQuestion } from '../../../scripts/suggest/judged-questions';
import { fitSoftmax, type Example } from '../../../scripts/suggest/softmax';
import { cooled, lessonOf, teach } from '../../../scripts/suggest/teach';
import { weightsSource } from '../../../scripts/suggest/weights-source';
import { packModel, unpackModel } from '../../../src/core/suggest/wording/packed-model';
import { WEIGHTS } from '../../../src/core/suggest/wording/weights';

const SUBJECTS = ['river', 'kiln', 'clock', 'moth', 'bridge', 'choir', 'lamp', 'orchard'];

const made: readonly JudgedQuestion[] = SUBJECTS.flatMap((subject, doc) => {
  const question = (text: string, stage: JudgedQuestion['stage']): JudgedQuestion => ({
    doc,
    lang: 'en',
    text,
    before: '',
    after: '',
    speaker: null,
    label: null,
    stage,
    alt: null,
  });
  return [
    question(`Why does the ${subject} never stop?`, 'inward/anomaly'),
    question(`Who will pay for the ${subject}?`, 'outward/limits'),
    question(`How many parts has the ${subject}?`, 'outward/definition'),
  ];
});

describe('teaching', () => {
  it('tells new questions apart by what the taught ones share', () => {
    const { calibrated } = answersByFold(made, 4);
    expect(figuresOf(calibrated)).toMatchObject({ first: 1, n: made.length });
  });

  it('gives the same weights every time, and others for other questions', () => {
    const weights = () => weightsSource(packModel(teach(made.map(lessonOf))));
    expect(weights()).toBe(weights());
    expect(weightsSource(packModel(teach(made.slice(3).map(lessonOf))))).not.toBe(weights());
  });

  it('is written as the file that ships is', () => {
    const file = fileURLToPath(
      new URL('../../../src/core/suggest/wording/weights.ts', import.meta.url),
    );
    expect(weightsSource(WEIGHTS)).toBe(readFileSync(file, 'utf8'));
  });

  it('keeps nothing that one document alone has', () => {
    const lessons = made.map(lessonOf);
    const { hashes } = teach(lessons);
    const documentsWith = (hash: number) =>
      new Set(lessons.filter(({ values }) => values.has(hash)).map(({ doc }) => doc)).size;
    expect(hashes.length).toBeGreaterThan(0);
    for (const hash of hashes) expect(documentsWith(hash)).toBeGreaterThan(1);
  });

  it('is less sure when it is cooled, and prefers the same', () => {
    const model = teach(made.map(lessonOf));
    const [question] = made;
    if (!question) throw new Error('questions are made');
    const plain = answerOf(model, question).scores;
    const cool = answerOf(cooled(model, 2), question).scores;
    expect(Math.max(...cool)).toBeLessThan(Math.max(...plain));
    expect(cool.indexOf(Math.max(...cool))).toBe(plain.indexOf(Math.max(...plain)));
  });

  it('says the same when it is packed, nearly', () => {
    const model = teach(made.map(lessonOf));
    const packed = unpackModel(packModel(model));
    for (const question of made) {
      const { scores } = answerOf(packed, question);
      answerOf(model, question).scores.forEach((score, at) => {
        expect(Math.abs(score - (scores[at] ?? 0))).toBeLessThan(0.05);
      });
    }
  });
});

describe('the softmax', () => {
  const example = (feature: number, classOf: number): Example => ({
    places: Int32Array.of(0, feature),
    values: Float32Array.of(1, 1),
    target: Float64Array.from({ length: 2 }, (_, at) => (at === classOf ? 1 : 0)),
  });
  const fit = { features: 3, classes: 2, penalty: 0.1, iterations: 100 };

  it('is where the loss has no slope', () => {
    // By symmetry one number: the weight w of both features, where 2 / (1 + e^(2w)) = 0.1 w for two examples each.
    const weights = fitSoftmax([example(1, 0), example(1, 0), example(2, 1), example(2, 1)], {
      ...fit,
      penalty: 0.1,
    });
    const weight = weights[2] ?? 0;
    expect(weights[5]).toBeCloseTo(weight, 2);
    expect(2 / (1 + Math.exp(2 * weight))).toBeCloseTo(0.1 * weight, 2);
  });

  it('gives what the examples do when nothing tells them apart', () => {
    const weights = fitSoftmax([example(1, 0), example(1, 0), example(1, 0), example(1, 1)], {
      ...fit,
      penalty: 1e-6,
    });
    const margin = (weights[0] ?? 0) + (weights[2] ?? 0) - (weights[1] ?? 0) - (weights[3] ?? 0);
    expect(margin).toBeCloseTo(Math.log(3), 1);
  });
});
