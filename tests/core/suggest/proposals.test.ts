import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_TAXONOMY, type Stances } from '../../../src/core/model/taxonomy';
import { stageKey } from '../../../src/core/model/stage-key';
import { WITH_WORDING } from '../../../src/core/suggest/source-weights';
import { opinionsFrom, wordingOpinion } from '../../../src/core/suggest/opinions';
import type { OpenQuestion } from '../../../src/core/suggest/tagged-question';
import { priorOf } from '../../../src/core/suggest/prior';
import { ghostOf, proposalsFrom, type Proposal } from '../../../src/core/suggest/proposals';
import { recorded, type SourceRecords } from '../../../src/core/suggest/source-records';
import { rejectionOf } from '../../../src/core/suggest/rejection';
import { TagMemory } from '../../../src/core/suggest/tag-memory';
import { evaluateModel } from '../../../src/core/suggest/wording/evaluate';
import { featuresOf } from '../../../src/core/suggest/wording/features';
import { shippedModel } from '../../../src/core/suggest/wording/shipped-model';
import { CLASSES } from '../../../src/core/suggest/wording/stage-classes';
import { puts, tagged } from './tagged-notes';

const open = (text: string, more: Partial<OpenQuestion> = {}): OpenQuestion => ({
  text,
  label: null,
  section: null,
  asker: null,
  group: 1,
  path: 'here.md',
  previous: null,
  ...more,
});

interface Knowing {
  readonly memory?: TagMemory;
  readonly taxonomy?: Stances;
  readonly records?: SourceRecords;
  readonly rejected?: readonly string[];
}

function proposalsOf(
  question: OpenQuestion,
  {
    memory = new TagMemory(),
    taxonomy = DEFAULT_TAXONOMY,
    records = {},
    rejected = [],
  }: Knowing = {},
): readonly Proposal[] {
  const prior = priorOf(taxonomy, memory.tags);
  const wording = wordingOpinion(question, taxonomy);
  const opinions = [...opinionsFrom(memory, question, prior), ...(wording ? [wording] : [])];
  return proposalsFrom({
    text: question.text,
    prior,
    opinions,
    records,
    rejected: new Set(rejected.map((stage) => rejectionOf(question.text, stage))),
  });
}

const keys = (proposals: readonly Proposal[]) => proposals.map(({ mark }) => stageKey(mark));

const chance = (proposals: readonly Proposal[], stage: string) =>
  proposals.find(({ mark }) => stageKey(mark) === stage)?.probability ?? 0;

const [inward, outward] = DEFAULT_TAXONOMY.stances;
if (!inward || !outward) throw new Error('two stances ship');
const FOREIGN: Stances = { stances: [{ ...inward, id: 'inner' }, outward] };

function underLabel(
  label: string,
  stage: string,
  count: number,
  section: string | null = null,
): TagMemory {
  const memory = new TagMemory();
  const texts = ['river', 'kiln', 'clock', 'moth', 'lamp', 'choir'];
  for (let note = 0; note < count; note++) {
    const text = `Is the ${texts[note % texts.length] ?? ''} ${note} long?`;
    memory.put(`${note}.md`, [tagged(text, stage, { label, section })]);
  }
  return memory;
}

describe('proposals', () => {
  it('are a distribution: each stage once, likeliest first, no more than 1 in all', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('Why do moths leave the lamp?', '螢火蟲為什麼不回來？', ''),
    );
    const name = fc.constantFrom(null, 'Ann', '核心問題');
    fc.assert(
      fc.property(puts, text, name, name, fc.boolean(), (given, asked, label, asker, isForeign) => {
        const memory = new TagMemory();
        for (const [path, questions] of given) memory.put(path, questions);
        const taxonomy = isForeign ? FOREIGN : DEFAULT_TAXONOMY;
        const previous = { stage: 'outward/limits', group: 1 };
        const question = open(asked, { label, asker, previous, path: 'a.md' });
        const proposals = proposalsOf(question, { memory, taxonomy });
        const chances = proposals.map(({ probability }) => probability);
        expect(keys(proposals).sort()).toEqual([...priorOf(taxonomy).keys()].sort());
        expect(chances).toEqual([...chances].sort((a, b) => b - a));
        expect(chances.every((each) => each >= 0 && each <= 1)).toBe(true);
        expect(chances.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it('are nearly what the model of wordings says where nothing else is known', () => {
    const asked = 'How will you pay for it once the grant runs out?';
    const scores = evaluateModel(shippedModel(), featuresOf({ text: asked }));
    const proposals = proposalsOf(open(asked));
    for (const [place, name] of CLASSES.slice(0, -1).entries()) {
      expect(Math.abs(chance(proposals, name) - (scores[place] ?? 0))).toBeLessThan(0.02);
    }
    expect(proposals[0]).toMatchObject({
      mark: { stance: 'outward', stage: 'limits' },
      lead: 'wording',
      whys: [{ source: 'wording' }],
    });
  });

  it('are what the very same question was tagged, whatever its wording says', () => {
    const asked = open('What does the bridge mean?');
    expect(keys(proposalsOf(asked))[0]).toBe('outward/definition');
    const memory = new TagMemory();
    const seen = [0, 1, 2, 3].map((times) => {
      if (times > 0) memory.put(`${times}.md`, [tagged(asked.text, 'outward/limits')]);
      return chance(proposalsOf(asked, { memory }), 'outward/limits');
    });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(proposalsOf(asked, { memory })[0]).toMatchObject({
      mark: { stance: 'outward', stage: 'limits' },
      lead: 'same',
      whys: [{ source: 'same', isExact: true, times: 3, of: 3 }],
    });
    expect(seen.at(-1)).toBeGreaterThan(0.8);
  });

  it('count tags of the very same question beside all that others say, and those once', () => {
    const prior = priorOf(DEFAULT_TAXONOMY);
    const wording = wordingOpinion({ text: 'What is it?' }, DEFAULT_TAXONOMY);
    if (!wording) throw new Error('the taxonomy ships');
    const same = {
      source: 'same' as const,
      scores: new Map(
        [...prior].map(([stage]) => [stage, stage === 'outward/limits' ? 0.9 : 0.01]),
      ),
      evidence: new Map([['outward/limits', 3]]),
      whyOf: () => null,
    };
    const asked = { text: 'What is it?', prior, records: {}, rejected: new Set<string>() };
    const alone = proposalsFrom({ ...asked, opinions: [wording] });
    const both = proposalsFrom({ ...asked, opinions: [same, wording] });
    const counted = WITH_WORDING.same * 3;
    for (const stage of prior.keys()) {
      const own = stage === 'outward/limits' ? counted : 0;
      expect(chance(both, stage)).toBeCloseTo((chance(alone, stage) + own) / (1 + counted), 10);
    }
    expect(both[0]?.lead).toBe('same');
  });

  it('count each tag of the very same question for two, and say nothing of like ones beside it', () => {
    const memory = new TagMemory();
    const asked = open('What does the old bridge over the river mean?');
    memory.put('a.md', [
      tagged(asked.text, 'outward/limits'),
      tagged(asked.text, 'outward/limits'),
    ]);
    const near = 'What does the bridge over the river mean?';
    memory.put('b.md', [tagged(near, 'inward/anomaly'), tagged(near, 'inward/anomaly')]);
    const same = (question: OpenQuestion) =>
      opinionsFrom(memory, question, priorOf(DEFAULT_TAXONOMY)).find(
        ({ source }) => source === 'same',
      );
    expect(same(asked)?.evidence).toEqual(new Map([['outward/limits', 4]]));
    expect(same(asked)?.whyOf('outward/limits')).toMatchObject({ isExact: true, times: 2, of: 2 });
    expect(same(asked)?.whyOf('inward/anomaly')).toBeNull();
    const like = same(open('What does the big old bridge over the river mean?'));
    expect(like?.evidence).toBeUndefined();
    expect(like?.whyOf('outward/limits')).toMatchObject({ isExact: false, times: 2, of: 4 });
  });

  it('count a question that is nearly the same for less', () => {
    const tags = (text: string) => {
      const memory = new TagMemory();
      memory.put('a.md', [tagged(text, 'outward/limits')]);
      return memory;
    };
    const asked = open('What does the old bridge over the river mean?');
    const [same, nearly, other] = [
      asked.text,
      'What does the bridge over the river mean?',
      'How long do moths sleep?',
    ].map((text) => chance(proposalsOf(asked, { memory: tags(text) }), 'outward/limits'));
    expect(same).toBeGreaterThan(nearly ?? 1);
    expect(nearly).toBeGreaterThan(2 * (other ?? 1));
  });

  it('are of the taxonomy’s own stages alone, and the model of wordings is silent, where ids are foreign', () => {
    expect(wordingOpinion({ text: 'Why?' }, FOREIGN)).toBeNull();
    const proposals = proposalsOf(open('How will you pay for it?'), { taxonomy: FOREIGN });
    expect(new Set(proposals.map(({ probability }) => probability.toFixed(9)))).toEqual(
      new Set([(1 / 7).toFixed(9)]),
    );
    expect(proposals.every(({ lead, whys }) => lead === null && whys.length === 0)).toBe(true);
  });

  it('forget stages that the taxonomy does not have any more', () => {
    const memory = underLabel('核心問題', 'inward/gone', 12);
    const question = open('Is it?', { label: '核心問題' });
    expect(opinionsFrom(memory, question, priorOf(DEFAULT_TAXONOMY, memory.tags))).toEqual([]);
    expect(keys(proposalsOf(question, { memory }))).not.toContain('inward/gone');
  });

  it('say how questions under the same label were tagged, in other notes and in this one', () => {
    const memory = underLabel('核心問題', 'inward/difference', 12);
    const question = open('What is it?', { label: '核心問題' });
    const elsewhere = proposalsOf(question, { memory });
    expect(chance(elsewhere, 'inward/difference')).toBeGreaterThan(
      2 * chance(proposalsOf(question), 'inward/difference'),
    );
    const why = { source: 'label', name: '核心問題', times: 12, of: 12 };
    const whysOf = (proposals: readonly Proposal[]) =>
      proposals.find(({ mark }) => mark.stage === 'difference')?.whys;
    expect(whysOf(elsewhere)).toContainEqual({ ...why, where: 'elsewhere' });
    memory.put('here.md', [tagged('Q?', 'inward/difference', { label: '核心問題' })]);
    expect(whysOf(proposalsOf(question, { memory }))).toContainEqual({
      ...why,
      where: 'note',
      times: 1,
      of: 1,
    });
  });

  it('have the same question’s stage first', () => {
    const memory = new TagMemory();
    memory.put('there.md', [tagged('Who keeps the bees of the abbey?', 'outward/analogy')]);
    const [first] = proposalsOf(open('Who keeps the BEES of the abbey?'), {
      memory,
      taxonomy: FOREIGN,
    });
    expect(first).toMatchObject({
      mark: { stance: 'outward', stage: 'analogy' },
      lead: 'same',
      whys: [
        {
          source: 'same',
          text: 'Who keeps the bees of the abbey?',
          isExact: true,
          times: 1,
          of: 1,
        },
      ],
    });
  });

  it('follow the stage before', () => {
    const memory = new TagMemory();
    for (let note = 0; note < 30; note++) {
      memory.put(`${note}.md`, [
        tagged(`A${note}?`, 'outward/definition'),
        tagged(`B${note}?`, 'outward/philosophy'),
      ]);
    }
    const after = (stage: string, group: number) =>
      chance(
        proposalsOf(open('C?', { previous: { stage, group } }), { memory, taxonomy: FOREIGN }),
        'outward/philosophy',
      );
    expect(after('outward/definition', 1)).toBeGreaterThan(1.3 * after('outward/philosophy', 1));
    expect(after('outward/definition', 1)).toBeGreaterThan(1.3 * after('outward/definition', 2));
  });

  it('leave out what was rejected, however the question is written, and nothing else', () => {
    const asked = open('How will you pay for it once the grant runs out?');
    const all = proposalsOf(asked);
    const rest = proposalsOf(asked, { rejected: ['outward/limits'] });
    expect(rest).toEqual(all.filter(({ mark }) => mark.stage !== 'limits'));
    expect(rejectionOf('為什麼 不回來？', 'a/a')).toBe(rejectionOf('为什么不回来?', 'a/a'));
    expect(rejectionOf('為什麼不回來？', 'a/a')).not.toBe(rejectionOf('為什麼不回來？', 'a/b'));
    expect(rejectionOf('為什麼不回來？', 'a/a')).not.toBe(rejectionOf('為什麼不回去？', 'a/a'));
  });

  it('give less weight to a source that errs', () => {
    const memory = underLabel('核心問題', 'inward/difference', 12);
    memory.put(
      'other.md',
      Array.from({ length: 60 }, (_, at) => tagged(`Who keeps ${at}?`, 'outward/limits')),
    );
    const question = open('Who pays for it?', { label: '核心問題' });
    const wrong = Array.from({ length: 30 }, () => ({
      opinions: [{ source: 'label', scores: new Map([['inward/difference', 0.9]]) } as const],
      chosen: 'outward/limits',
      ghost: null,
    }));
    const records = wrong.reduce<SourceRecords>(recorded, {});
    expect(chance(proposalsOf(question, { memory, records }), 'inward/difference')).toBeLessThan(
      chance(proposalsOf(question, { memory }), 'inward/difference') / 2,
    );
  });
});

describe('what a source has earned', () => {
  const memory = underLabel('核心問題', 'inward/difference', 6);
  const question = open('Who pays for it?', { label: '核心問題' });
  const errs = (times: number, of: number) => {
    const outcomes = Array.from({ length: of }, (_, at) => ({
      opinions: [{ source: 'label', scores: new Map([['inward/difference', 0.6]]) } as const],
      chosen: at < times ? 'outward/limits' : 'inward/difference',
      ghost: null,
    }));
    const records = outcomes.reduce<SourceRecords>(recorded, {});
    return chance(proposalsOf(question, { memory, records }), 'inward/difference');
  };

  it('lets its word weigh more where it errs less often than it says', () => {
    expect(errs(2, 40)).toBeGreaterThan(errs(16, 40) + 0.05);
  });

  it('is no more than to be believed in full, however often it was right', () => {
    expect(errs(0, 4000)).toBeCloseTo(errs(0, 400), 10);
  });
});

describe('a ghost', () => {
  const memory = underLabel('核心問題', 'inward/difference', 40, '核心問題');
  const question = open('What is it really, at its root?', {
    label: '核心問題',
    section: '核心問題',
  });

  it('stands where the first proposal is sure enough', () => {
    const proposals = proposalsOf(question, { memory });
    expect(proposals[0]?.probability).toBeGreaterThan(0.85);
    expect(ghostOf(proposals, {})).toEqual(proposals[0]);
    expect(ghostOf(proposalsOf(open('Hm?')), {})).toBeNull();
    expect(ghostOf([], {})).toBeNull();
  });

  it('goes with what led to it, once too many such ghosts were wrong; the proposal stays', () => {
    const proposals = proposalsOf(question, { memory });
    const lead = proposals[0]?.lead;
    if (!lead) throw new Error('something led to it');
    const wrong = {
      proposed: 50,
      right: 0,
      expected: 0,
      ghosts: new Array<boolean>(50).fill(false),
    };
    expect(ghostOf(proposals, { [lead]: wrong })).toBeNull();
    const other = lead === 'same' ? 'own' : 'same';
    expect(ghostOf(proposals, { [other]: wrong })).toEqual(proposals[0]);
  });
});
