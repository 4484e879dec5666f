import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markOf } from '../../../../src/core/model/question';
import { DEFAULT_TAXONOMY } from '../../../../src/core/model/taxonomy';
import { pairOf, ROW_FIELDS, withPress } from '../../../../src/core/query';
import { BETWEEN_TITLES } from '../../../../src/core/query/columns/columns';
import { note } from '../note-sketch';
import { ASKERS, askersTable, compared, line, resultOf, STAGES, storeOf } from './compared';

const THREE = [
  note('Reading/a.md', [
    { text: 'a', tag: 'inward/anomaly', speaker: 'Ilya', label: 'L', section: 'One' },
    { text: 'b', tag: 'inward/anomaly', speaker: 'Ilya', section: 'Two' },
    { text: 'c', tag: 'outward/limits', speaker: 'ilya' },
    { text: 'd', tag: 'outward', speaker: 'Dwarkesh' },
  ]),
  note('Reading/Deep/b.md', [{ text: 'e', tag: 'outward/limits' }, { text: 'f' }]),
  note('c.md', [
    { text: 'g', tag: 'sideways/left' },
    { text: 'h', tag: 'skip' },
    { text: 'i', tag: 'outward/limits', label: 'L' },
  ]),
];

describe('questions side by side', () => {
  it('count by asker and stage, names that a filter takes for one in one row', () => {
    const { columns, rows, none, all, others } = compared(THREE);
    expect(columns.map(({ key }) => key)).toEqual([...STAGES, 'outward/']);
    expect(rows.map(line)).toEqual(['Ilya 2 0 0 0 0 1 0 0', 'Dwarkesh 0 0 0 0 0 0 0 1']);
    expect(none && line(none)).toBe('– 0 0 0 0 0 2 0 0');
    expect(line(all)).toBe('– 2 0 0 0 0 3 0 1');
    expect(others).toBe(1);
  });

  it('have no column «no stage» where every tag has one', () => {
    expect(askersTable().columns.map(({ key }) => key)).toEqual(STAGES);
  });

  it.each([
    ['note', ['Reading/Deep/b.md 1', 'Reading/a.md 4', 'c.md 1']],
    ['folder', ['Reading/Deep 1', 'Reading 4', '/ 1']],
    ['section', ['One 1', 'Two 1', '– 4']],
    ['label', ['L 2', '– 4']],
    ['month', ['2026-03 4', '2025-12 1', '– 1']],
    ['quarter', ['2026-Q1 4', '2025-Q4 1', '– 1']],
    ['year', ['2026 4', '2025 1', '– 1']],
  ] as const)('count by %s', (by, expected) => {
    const store = storeOf({ 'Reading/a.md': '2026-03-01', 'c.md': '2025-12-31' });
    const { rows, none } = compared(THREE, by, DEFAULT_TAXONOMY, store);
    const found = [...rows, ...(none ? [none] : [])].map(
      ({ key, total }) => `${key ?? '–'} ${String(total)}`,
    );
    expect(found).toEqual(expected);
  });

  it('are what was counted by hand', () => {
    const { rows, none, all } = askersTable();
    expect(rows.map(line)).toEqual(
      Object.entries(ASKERS)
        .filter(([name]) => name !== '')
        .map(([name, counts]) => [name, ...counts].join(' ')),
    );
    expect(none?.total).toBe(14);
    expect(line(all)).toBe('– 22 35 19 36 31 33 14');
    expect(all.total).toBe(190);
  });

  it('are none where nothing is tagged, or there is no stance', () => {
    expect(compared([note('a.md', ['Why?'])]).all.total).toBe(0);
    const { columns, all, others } = compared(THREE, 'asker', { stances: [] });
    expect([columns, all.total, others]).toEqual([[], 0, 7]);
  });
});

const entries = fc
  .uniqueArray(fc.constantFrom('a.md', 'b/a.md', 'b/b.md', 'b/c/d.md'), { minLength: 1 })
  .chain((paths) =>
    fc.tuple(
      ...paths.map((path) =>
        fc
          .array(
            fc.record({
              text: fc.constantFrom('Why?', 'How?'),
              tag: fc.constantFrom('', 'outward', 'sideways', 'skip', ...STAGES),
              label: fc.constantFrom('核心問題', 'Limits', 'limits'),
              speaker: fc.constantFrom('Ilya', 'Dwarkesh', 'Lex'),
              section: fc.constantFrom('One', 'Two', `One${BETWEEN_TITLES}Two`),
              nobody: fc.boolean(),
            }),
            { maxLength: 12 },
          )
          .map((asked) =>
            note(
              path,
              asked.map(({ nobody, section, label, speaker, ...rest }) =>
                nobody ? rest : { ...rest, section, label, speaker },
              ),
            ),
          ),
      ),
    ),
  );
const days = fc.dictionary(
  fc.constantFrom('a.md', 'b/a.md', 'b/b.md'),
  fc.constantFrom('2026-03-01', '2026-03-31', '2025-12-31'),
);

describe('for any questions', () => {
  it('rows add up to all, column by column', () => {
    fc.assert(
      fc.property(entries, fc.constantFrom(...ROW_FIELDS), (some, by) => {
        const { columns, rows, none, all, others } = compared(some, by);
        const every = [...rows, ...(none ? [none] : [])];
        columns.forEach((_, at) => {
          const sum = every.reduce((count, row) => count + (row.counts[at] ?? 0), 0);
          expect(sum).toBe(all.counts[at]);
        });
        expect(every.reduce((sum, { total }) => sum + total, 0)).toBe(all.total);
        const tagged = some
          .flatMap(({ questions }) => questions.all())
          .filter((question) => !['skip', undefined].includes(markOf(question)?.stance));
        expect(all.total + others).toBe(tagged.length);
      }),
    );
  });

  it('a pressed cell finds as many as it counts, and leaves the table as it is', () => {
    fc.assert(
      fc.property(entries, days, fc.constantFrom(...ROW_FIELDS), (some, dates, by) => {
        const store = storeOf(dates);
        const { columns, rows, none } = compared(some, by, DEFAULT_TAXONOMY, store);
        for (const row of [...rows, ...(none ? [none] : [])]) {
          columns.forEach(({ key: column }, at) => {
            const pressed = withPress([], by, { row: row.key, column });
            expect(resultOf(some, pressed, store).totals.total).toBe(row.counts[at]);
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('the sentence of two rows agrees with their cells', () => {
    fc.assert(
      fc.property(entries, (some) => {
        const [first, second] = compared(some, 'note').rows;
        fc.pre(first !== undefined && second !== undefined);
        const { onlyFirst, onlySecond, both } = pairOf(first, second);
        const neither = Array.from(first.counts.keys()).filter(
          (at) => first.counts[at] === 0 && second.counts[at] === 0,
        );
        expect([...onlyFirst, ...onlySecond, ...both, ...neither].sort()).toEqual(
          Array.from(first.counts.keys()).sort(),
        );
        for (const at of onlyFirst) {
          expect([first.counts[at], second.counts[at]]).toEqual([expect.any(Number), 0]);
          expect(first.counts[at]).toBeGreaterThan(0);
        }
        for (const at of onlySecond) expect(first.counts[at]).toBe(0);
        for (const at of both) {
          expect(Math.min(first.counts[at] ?? 0, second.counts[at] ?? 0)).toBeGreaterThan(0);
        }
      }),
    );
  });
});
