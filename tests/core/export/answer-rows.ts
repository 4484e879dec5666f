/** Rows for tests of what is written: a question with what the case is about, everything else plain. */
import fc from 'fast-check';
import { plainOutlineStyle, type WriteOptions } from '../../../src/core/export';
import { DEFAULT_TAXONOMY } from '../../../src/core/model/taxonomy';
import type { AnswerRow } from '../../../src/core/query';
import type { RootedMark } from '../../../src/core/model/question';

export interface RowSketch extends Partial<Omit<AnswerRow, 'mark' | 'otherMarks'>> {
  /** `stance/stage` or `stance`, under the root `question`. */
  readonly tag?: string | null;
  /** Whole tags. */
  readonly others?: readonly string[];
}

export function answerRow({ tag = null, others = [], ...known }: RowSketch = {}): AnswerRow {
  return {
    path: 'a.md',
    start: 0,
    end: 4,
    line: 1,
    text: 'Why?',
    kind: 'body',
    section: [],
    label: null,
    speaker: null,
    asker: null,
    group: 1,
    date: null,
    mark: tag === null ? null : markOf(`question/${tag}`),
    otherMarks: others.map(markOf),
    ...known,
  };
}

function markOf(tag: string): RootedMark {
  const [root = '', stance = '', ...stage] = tag.split('/');
  return { root, stance, stage: stage.length === 0 ? null : stage.join('/') };
}

export const TAGS = [
  'inward/anomaly',
  'inward/difference',
  'outward/limits',
  'outward',
  'skip',
  'odd/stage',
] as const;

/** Rows of a few notes, in no order, with texts that are hard to write. */
export const answerRows: fc.Arbitrary<readonly AnswerRow[]> = fc
  .array(
    fc.record({
      path: fc.constantFrom('a.md', 'b/c.md', 'b/甲.md'),
      line: fc.nat(),
      text: fc.string({
        unit: fc.constantFrom(
          '"',
          ',',
          '\t',
          '\r',
          '\n',
          '=',
          '+',
          '-',
          '@',
          '＝',
          '\u2028',
          '問',
          'a',
          ' ',
        ),
      }),
      section: fc.array(fc.string(), { maxLength: 2 }),
      label: fc.option(fc.string({ unit: 'binary' })),
      speaker: fc.option(fc.string()),
      asker: fc.option(fc.constantFrom('Ilya', '=Ben', '蘇')),
      date: fc.option(fc.constant('2026-03-01')),
      tag: fc.option(fc.constantFrom(...TAGS)),
    }),
  )
  .chain((sketches) =>
    fc
      .shuffledSubarray(
        sketches.map((_, at) => at * 10),
        { minLength: sketches.length },
      )
      .map((starts) =>
        sketches.map((sketch, at) =>
          answerRow({ ...sketch, start: starts[at] ?? 0, end: (starts[at] ?? 0) + 4 }),
        ),
      ),
  );

/** What a host without links and languages of its own gives to the writers. */
export const PLAIN: WriteOptions = {
  taxonomies: [DEFAULT_TAXONOMY],
  outline: plainOutlineStyle([DEFAULT_TAXONOMY]),
};
