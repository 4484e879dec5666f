/** Measured figures: medians, ratios against bounds, printed as a table and written as JSON. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Not to be exceeded. */
  readonly bound?: number;
}

export class Figures {
  readonly #figures: Figure[] = [];

  add(name: string, value: number, unit: string, bound?: number): void {
    const figure = { name, value, unit, ...(bound !== undefined && { bound }) };
    this.#figures.push(figure);
    const shown = value >= 100 ? value.toFixed(0) : value.toFixed(3);
    const verdict =
      bound === undefined ? '' : value <= bound ? `  within ${bound}` : `  OVER ${bound}`;
    console.log(`${name.padEnd(64)} ${shown.padStart(10)} ${unit.padEnd(8)}${verdict}`);
  }

  /** Writes `dist/bench/<name>.json`; says whether every bound held. */
  write(name: string, about: Readonly<Record<string, unknown>>): boolean {
    const folder = path.resolve('dist/bench');
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, `${name}.json`);
    const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model };
    const report = { ...about, ...machine, figures: this.#figures };
    writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
    console.log(`\n${file}`);
    return this.#figures.every(({ value, bound }) => bound === undefined || value <= bound);
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}

/** The median of how long a step takes, in milliseconds, some runs to warm up left out. `before` is not timed. */
export function medianTime(
  runs: number,
  step: () => void,
  before: () => void = () => undefined,
): number {
  const times = Array.from({ length: runs + 3 }, () => {
    before();
    const start = performance.now();
    step();
    return performance.now() - start;
  });
  return median(times.slice(3));
}
