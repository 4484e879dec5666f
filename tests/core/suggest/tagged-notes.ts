// Tagged questions for the tests of what is remembered of them.
import fc from 'fast-check';
import type { TaggedQuestion } from '../../../src/core/suggest/tagged-question';

export const tagged = (
  text: string,
  stage: string,
  more: Partial<TaggedQuestion> = {},
): TaggedQuestion => ({
  text,
  stage,
  label: null,
  section: null,
  asker: null,
  group: 1,
  ...more,
});

const name = fc.constantFrom(null, '', '核心問題', '核心问题', 'Limits', 'Ann');

const question: fc.Arbitrary<TaggedQuestion> = fc.record({
  text: fc.constantFrom(
    'Why do the moths leave the lamp?',
    'Why do moths leave the lamp?',
    'Who pays for the bridge?',
    '螢火蟲為什麼不回來？',
    '萤火虫为什么不回来？',
    'Why?',
    '',
  ),
  stage: fc.constantFrom('inward/anomaly', 'outward/limits', 'outward/definition'),
  label: name,
  section: name,
  asker: name,
  group: fc.nat(3),
});

/** Notes put one after another, some of them again, or empty. */
export const puts = fc.array(
  fc.tuple(fc.constantFrom('a.md', 'b.md', 'c.md'), fc.array(question, { maxLength: 6 })),
  { maxLength: 12 },
);
