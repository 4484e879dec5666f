import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { opinionsFrom } from '../../../src/core/suggest/opinions';
import { priorOf } from '../../../src/core/suggest/prior';
import { TagMemory } from '../../../src/core/suggest/tag-memory';
import { DEFAULT_TAXONOMY } from '../../../src/core/model/taxonomy';
import { puts, tagged } from './tagged-notes';

const question = {
  text: 'Why do moths leave a lamp?',
  label: '核心問題',
  section: 'Limits',
  asker: 'Ann',
  group: 2,
  path: 'a.md',
  previous: { stage: 'outward/limits', group: 2 },
} as const;

/** All that the memory says of a question, of every stage. */
function saidBy(memory: TagMemory): unknown {
  const prior = priorOf(DEFAULT_TAXONOMY, memory.tags);
  return [question, { ...question, text: '萤火虫为什么不回来？', path: 'b.md', group: 9 }].map(
    (asked) =>
      opinionsFrom(memory, asked, prior).map(({ source, scores, whyOf }) => ({
        source,
        // Counts are added up in another order.
        scores: [...scores].map(([stage, score]) => [stage, score.toFixed(9)]),
        whys: [...scores.keys()].map(whyOf),
      })),
  );
}

describe('what is remembered of tagged questions', () => {
  it('is, after any changes, what the notes as they are now make anew', () => {
    fc.assert(
      fc.property(puts, (given) => {
        const memory = new TagMemory();
        for (const [path, questions] of given) memory.put(path, questions);
        const rebuilt = new TagMemory();
        for (const [path, questions] of new Map(given)) rebuilt.put(path, questions);
        expect(saidBy(memory)).toEqual(saidBy(rebuilt));
        expect(new Map([...memory.tags].sort())).toEqual(new Map([...rebuilt.tags].sort()));
      }),
    );
  });

  it('says whether a note that is put says anything else than before', () => {
    const memory = new TagMemory();
    const one = tagged('Why so?', 'inward/anomaly');
    const two = tagged('Who pays?', 'inward/anomaly');
    expect(memory.put('a.md', [])).toBe(false);
    expect(memory.put('a.md', [one, two])).toBe(true);
    const moved = [one, two].map((each) => ({ ...each, group: each.group + 3 }));
    expect(memory.put('a.md', moved)).toBe(false);
    for (const other of [
      [one],
      [two, one],
      [one, { ...two, group: 2 }],
      [one, { ...two, text: 'Who paid?' }],
      [one, { ...two, stage: 'outward/limits' }],
      [one, { ...two, label: 'another' }],
      [one, { ...two, section: 'another' }],
      [one, { ...two, asker: 'another' }],
      [],
    ]) {
      expect(memory.put('a.md', [one, two])).toBe(false);
      expect(memory.put('a.md', other)).toBe(true);
      expect(memory.put('a.md', [one, two])).toBe(true);
    }
  });

  it('is nothing once all notes are forgotten', () => {
    fc.assert(
      fc.property(puts, (given) => {
        const memory = new TagMemory();
        for (const [path, questions] of given) memory.put(path, questions);
        for (const [path] of given) memory.put(path, []);
        expect(memory.tags.size).toBe(0);
        expect(opinionsFrom(memory, question, priorOf(DEFAULT_TAXONOMY))).toEqual([]);
      }),
    );
  });

  it('counts by names as they compare, in the note and in all', () => {
    const memory = new TagMemory();
    const under = (label: string) => tagged('Q?', 'inward/difference', { label });
    memory.put('a.md', [under('核心問題'), under('核心问题 ')]);
    memory.put('b.md', [under('核心問題')]);
    expect(memory.shared('label', '核心问题').get('inward/difference')).toBe(3);
    expect(memory.sharedIn('a.md', 'label', '核心問題').get('inward/difference')).toBe(2);
    expect(memory.shared('section', '核心問題').size).toBe(0);
  });

  it('counts what follows a stage, within a group and beyond it', () => {
    const memory = new TagMemory();
    memory.put('a.md', [
      tagged('A?', 'inward/anomaly', { group: 1 }),
      tagged('B?', 'inward/difference', { group: 1 }),
      tagged('C?', 'inward/direction', { group: 2 }),
    ]);
    expect([...memory.after('inward/anomaly', true)]).toEqual([['inward/difference', 1]]);
    expect([...memory.after('inward/anomaly', false)]).toEqual([]);
    expect([...memory.after('inward/difference', false)]).toEqual([['inward/direction', 1]]);
  });
});
