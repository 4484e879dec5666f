/** One number that all scores are divided by, so that they mean what they say. */
import type { Answer } from './figures';

const LOWEST = 0.5;
const HIGHEST = 4;
const STEPS = 351;

/** The answer, had its model's scores been divided by `temperature`. */
export function heat({ scores, right }: Answer, temperature: number): Answer {
  const powers = scores.map((score) => score ** (1 / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return { scores: powers.map((power) => power / sum), right };
}

/** With which the right classes are likeliest. */
export function fitTemperature(answers: readonly Answer[]): number {
  const lossAt = (temperature: number) =>
    answers.reduce((sum, answer) => {
      const { scores, right } = heat(answer, temperature);
      return sum - Math.log(scores[right] ?? 0);
    }, 0);
  const tried = Array.from(
    { length: STEPS },
    (_, step) => LOWEST + ((HIGHEST - LOWEST) * step) / (STEPS - 1),
  );
  const losses = tried.map(lossAt);
  return tried[losses.indexOf(Math.min(...losses))] ?? 1;
}
