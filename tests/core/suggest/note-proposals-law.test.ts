// What holds of proposals whatever a note, a vault's tags and a taxonomy are like.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MarkValue, Question } from '../../../src/core/model/question';
import { stageKey } from '../../../src/core/model/stage-key';
import { DEFAULT_TAXONOMY, stageKeysOf, type Taxonomy } from '../../../src/core/model/taxonomy';
import { extractQuestions } from '../../../src/core/reading/extract';
import {
  NoteProposals,
  proposalOutcome,
  type MarksByPlace,
  type QuestionProposals,
} from '../../../src/core/suggest/note-proposals';
import { opinionsFrom } from '../../../src/core/suggest/opinions';
import { priorOf } from '../../../src/core/suggest/prior';
import { recorded, type SourceRecords } from '../../../src/core/suggest/source-records';
import { SUGGEST_MODES } from '../../../src/core/suggest/suggest-mode';
import { TagMemory } from '../../../src/core/suggest/tag-memory';
import { noteArbitrary } from '../reading/extract-cases/note-arbitrary';
import { tagged } from './tagged-notes';

const [INWARD, OUTWARD] = DEFAULT_TAXONOMY.stances;
if (!INWARD || !OUTWARD) throw new Error('two stances ship');
const label = { en: 'Otherwise', zh: '别的' };
const stages = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `s${at}`, label, asks: label }));
const withStances = (...stances: Taxonomy['stances']): Taxonomy => ({
  ...DEFAULT_TAXONOMY,
  stances,
});

const taxonomies: readonly (readonly [string, Taxonomy])[] = [
  ['the one that ships', DEFAULT_TAXONOMY],
  ['its stages called otherwise', withStances({ ...INWARD, label }, OUTWARD)],
  ['in another order', withStances(OUTWARD, INWARD)],
  ['one stage less', withStances({ ...INWARD, stages: INWARD.stages.slice(1) }, OUTWARD)],
  [
    'one stage more',
    withStances(INWARD, { ...OUTWARD, stages: [...OUTWARD.stages, ...stages(1)] }),
  ],
  ['a foreign one', withStances({ id: 'mine', label, color: 'red', stages: stages(30) })],
  ['one stance without stages', withStances({ id: 'mine', label, color: 'red', stages: [] })],
  ['none at all', withStances()],
];

/** Of all taxonomies above, and of none. */
const STAGES = [
  ...new Set(taxonomies.flatMap(([, taxonomy]) => stageKeysOf(taxonomy))),
  'gone/long ago',
];

const TEXTS = [
  'Why do the moths leave the lamp?',
  'Why do moths leave the lamp?',
  'Who pays for the bridge, and when?',
  '螢火蟲為什麼不回來？',
  '萤火虫为什么不回来？',
  'なぜ蛍は戻らないのか？',
  'Почему светлячки не возвращаются?',
  'لماذا لا تعود اليراعات؟',
  'Why?',
  '？',
  '',
  '\ud800?',
  'constructor __proto__ toString?',
];
const name = fc.constantFrom(null, '', ' ', '核心問題', 'Limits', '__proto__', 'a\nb');

const taggedQuestion = fc
  .record({
    text: fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'grapheme', maxLength: 60 })),
    stage: fc.constantFrom(...STAGES),
    around: fc.record({ label: name, section: name, asker: name, group: fc.nat(3) }),
  })
  .map(({ text, stage, around }) => tagged(text, stage, around));

/** Some notes by hand, and, in half of the vaults, so many tags that the words of all speak. */
const memory = fc
  .tuple(
    fc.array(
      fc.tuple(fc.constantFrom('a.md', 'b.md'), fc.array(taggedQuestion, { maxLength: 5 })),
      {
        maxLength: 4,
      },
    ),
    fc.boolean(),
  )
  .map(([notes, isLarge]) => {
    const made = new TagMemory();
    for (const [path, questions] of notes) made.put(path, questions);
    if (isLarge) {
      const many = Array.from({ length: 12 * STAGES.length }, (_, at) =>
        tagged(`Whose is box ${at}?`, STAGES[at % STAGES.length] ?? ''),
      );
      made.put('large.md', many);
    }
    return made;
  });

const taggedText = fc
  .array(
    fc.tuple(
      fc.constantFrom(...TEXTS.slice(0, 8)),
      fc.constantFrom('', ...STAGES.map((key) => ` #question/${key}`), ' #question/skip', ' #question/inward'), // prettier-ignore
    ),
    { maxLength: 8 },
  )
  .map((lines) => lines.map((line) => line.join('')).join('\n\n'));
const note = fc.oneof(noteArbitrary, taggedText);

const mark: fc.Arbitrary<MarkValue | null> = fc.option(
  fc.record({
    stance: fc.constantFrom('inward', 'outward', 'mine', 'skip', ''),
    stage: fc.constantFrom(null, 'limits', 's0', 'anomaly', ''),
  }),
  { nil: null },
);

const asking = fc.record({
  text: note,
  isAtHand: fc.boolean(),
  taxonomy: fc.constantFrom(...taxonomies.map(([, taxonomy]) => taxonomy)),
  memory,
  mode: fc.constantFrom(...SUGGEST_MODES),
  chosen: fc.array(mark, { maxLength: 8 }),
});

/** All that a memory says of some questions. */
function saidBy(known: TagMemory): unknown {
  const prior = priorOf(DEFAULT_TAXONOMY, known.tags);
  return TEXTS.map((text) =>
    opinionsFrom(
      known,
      { ...tagged(text, ''), label: '核心問題', path: 'a.md', previous: null },
      prior,
    ).map(({ source, scores }) => [
      source,
      [...scores].map(([stage, score]) => [stage, score.toFixed(9)]),
    ]),
  );
}

function checkOne({ proposals, ghost, opinions }: QuestionProposals, taxonomy: Taxonomy): void {
  const own = new Set(stageKeysOf(taxonomy));
  const keys = proposals.map((each) => stageKey(each.mark));
  expect(proposals.length).toBeLessThanOrEqual(3);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.filter((key) => !own.has(key))).toEqual([]);
  const shares = proposals.map(({ probability }) => probability);
  expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  expect(shares).toEqual([...shares].sort((a, b) => b - a));
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThan(1 + 1e-9);
  if (ghost) expect(ghost).toEqual(proposals[0]);
  for (const { scores } of opinions) {
    const all = [...scores.values()];
    expect(all.every((score) => score >= 0 && score <= 1)).toBe(true);
    expect(all.reduce((sum, score) => sum + score, 0)).toBeLessThan(1 + 1e-9);
  }
}

/** By place: those that the note has, with some chosen over them. */
const withChosen = (questions: readonly Question[], chosen: MarksByPlace): MarksByPlace =>
  questions.map(({ marks }, place) => chosen[place] ?? marks[0] ?? null);

describe('proposals of any note', () => {
  it('are stages of the taxonomy, each once, with chances that are ones', () => {
    fc.assert(
      fc.property(asking, ({ text, isAtHand, taxonomy, memory: known, mode, chosen }) => {
        const questions = extractQuestions(text, { roots: ['question'], unmarked: true });
        const knowledge = {
          memory: known,
          taxonomy,
          records: {},
          rejected: new Set<string>(),
          mode,
        };
        const own = new NoteProposals(() => knowledge, 'a.md', questions, isAtHand ? text : null);
        const marks = withChosen(questions, chosen);
        questions.forEach((_, place) => {
          const of = own.of(place, marks);
          checkOne(of, taxonomy);
          if (mode === 'off') expect(of.proposals).toEqual([]);
          if (mode !== 'ghosts') expect(of.ghost).toBeNull();
        });
        expect(own.of(questions.length, marks).proposals).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('leave everything that they are made of as it was', () => {
    fc.assert(
      fc.property(asking, ({ text, taxonomy, memory: known, chosen }) => {
        const questions = extractQuestions(text, { roots: ['question'], unmarked: true });
        const marks = withChosen(questions, chosen);
        const records: SourceRecords = {};
        const knowledge = { memory: known, taxonomy, records, rejected: new Set<string>(), mode: 'ghosts' as const }; // prettier-ignore
        const before = structuredClone({ questions, marks, taxonomy, records });
        const said = saidBy(known);
        const own = new NoteProposals(() => knowledge, 'a.md', questions, text);
        questions.forEach((_, place) =>
          proposalOutcome(own.of(place, marks), marks[place] ?? null),
        );
        own.close();
        expect({ questions, marks, taxonomy, records }).toEqual(before);
        expect(knowledge.rejected.size).toBe(0);
        expect(saidBy(known)).toEqual(said);
      }),
      { numRuns: 50 },
    );
  });

  it('stay so while what comes of them is recorded, right or wrong', () => {
    fc.assert(
      fc.property(asking, ({ text, taxonomy, memory: known, chosen }) => {
        const questions = extractQuestions(text, { roots: ['question'], unmarked: true });
        let records: SourceRecords = {};
        const rejected = new Set<string>();
        const knowledge = () => ({
          memory: known,
          taxonomy,
          records,
          rejected,
          mode: 'ghosts' as const,
        });
        const own = new NoteProposals(knowledge, 'a.md', questions, text);
        const marks = withChosen(questions, chosen);
        for (let round = 0; round < 3; round++) {
          questions.forEach((_, place) => {
            const of = own.of(place, marks);
            checkOne(of, taxonomy);
            const outcome = proposalOutcome(of, marks[place] ?? null);
            if (outcome) records = recorded(records, outcome);
          });
        }
      }),
      { numRuns: 25 },
    );
  });

  it('come of a huge question, too', () => {
    const text = `${'為什麼水變乾淨了，'.repeat(20_000)}螢火蟲卻不回來？`;
    const questions = extractQuestions(text, { roots: ['question'] });
    const known = new TagMemory();
    known.put('b.md', [tagged(text, 'inward/anomaly'), tagged('Who pays?', 'outward/limits')]);
    const knowledge = {
      memory: known,
      taxonomy: DEFAULT_TAXONOMY,
      records: {},
      rejected: new Set<string>(),
      mode: 'ghosts' as const,
    };
    const own = new NoteProposals(() => knowledge, 'a.md', questions, text);
    expect(questions.length).toBe(1);
    const of = own.of(0, [null]);
    checkOne(of, DEFAULT_TAXONOMY);
    expect(of.proposals[0]?.mark).toEqual({ stance: 'inward', stage: 'anomaly' });
  });
});
