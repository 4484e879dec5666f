import { describe, expect, it } from 'vitest';
import { DEFAULT_TAXONOMY, type Taxonomy } from '../../../src/core/model/taxonomy';
import {
  addStage,
  addStance,
  idFault,
  moveStage,
  moveStance,
  removeStage,
  removeStance,
  suggestId,
  type NewTerm,
} from '../../../src/core/model/taxonomy-edit';
import { DEFAULT_SETTINGS, migrate, serialize } from '../../../src/settings/schema';

const term = (id: string, name = id): NewTerm => ({ id, name, language: 'zh-TW' });
const stanceIds = ({ stances }: Taxonomy) => stances.map(({ id }) => id);
const stageIds = ({ stances }: Taxonomy, stance: string) =>
  stances.find(({ id }) => id === stance)?.stages.map(({ id }) => id);

/** Settings read back what an edit made, as after a restart. */
function expectValid(taxonomy: Taxonomy): void {
  const settings = { ...DEFAULT_SETTINGS, taxonomies: [taxonomy] };
  expect(migrate(serialize(settings))).toMatchObject({ settings, faulty: [] });
}

describe('a new stance', () => {
  it('comes last, with a stage, a name in its language and in English, and a colour of its own', () => {
    const taxonomy = addStance(DEFAULT_TAXONOMY, term('playful', '玩心'), term('joke', '玩笑'));
    expect(stanceIds(taxonomy)).toEqual(['inward', 'outward', 'playful']);
    expect(taxonomy.stances[2]).toEqual({
      id: 'playful',
      label: { en: '玩心', 'zh-TW': '玩心' },
      color: 'red',
      stages: [{ id: 'joke', label: { en: '玩笑', 'zh-TW': '玩笑' }, asks: { en: '' } }],
    });
    expectValid(taxonomy);
  });

  it.each(['inward', 'skip', 'Ab', '1st', '玩心', '', 'a b'])('has no word such as %j', (id) => {
    expect(addStance(DEFAULT_TAXONOMY, term(id), term('joke'))).toBe(DEFAULT_TAXONOMY);
  });

  it('has room behind the ninth, which is the last that a digit chooses', () => {
    let taxonomy = DEFAULT_TAXONOMY;
    for (let nth = 0; nth < 12; nth += 1) {
      taxonomy = addStance(taxonomy, term(`s${nth}`), term('one'));
    }
    expect(taxonomy.stances).toHaveLength(14);
    expectValid(taxonomy);
  });
});

describe('a new stage', () => {
  it('comes last in its stance alone', () => {
    const taxonomy = addStage(DEFAULT_TAXONOMY, 'inward', term('doubt'));
    expect(stageIds(taxonomy, 'inward')).toEqual(['anomaly', 'difference', 'direction', 'doubt']);
    expect(taxonomy.stances[1]).toBe(DEFAULT_TAXONOMY.stances[1]);
    expectValid(taxonomy);
  });

  it('may have the word of another stance’s stage, and not of one beside it', () => {
    expect(idFault(DEFAULT_TAXONOMY, 'limits', 'inward')).toBeNull();
    expect(idFault(DEFAULT_TAXONOMY, 'limits', 'outward')).toBe('taken');
    expect(addStage(DEFAULT_TAXONOMY, 'outward', term('limits'))).toBe(DEFAULT_TAXONOMY);
  });

  it('has room behind the ninth, which is the last that a digit chooses', () => {
    let taxonomy = DEFAULT_TAXONOMY;
    for (let nth = 0; nth < 12; nth += 1) taxonomy = addStage(taxonomy, 'inward', term(`s${nth}`));
    expect(stageIds(taxonomy, 'inward')).toHaveLength(15);
    expectValid(taxonomy);
  });
});

describe('what is there', () => {
  it('is taken out, down to the last', () => {
    const one = removeStance(DEFAULT_TAXONOMY, 'inward');
    expect(stanceIds(one)).toEqual(['outward']);
    expect(stanceIds(removeStance(one, 'outward'))).toEqual(['outward']);
    let taxonomy = DEFAULT_TAXONOMY;
    for (const id of ['anomaly', 'difference', 'nothing', 'direction']) {
      taxonomy = removeStage(taxonomy, 'inward', id);
    }
    expect(stageIds(taxonomy, 'inward')).toEqual(['direction']);
    expectValid(taxonomy);
  });

  it.each([
    ['inward', 'outward', ['outward', 'inward']],
    ['outward', 'inward', ['outward', 'inward']],
    ['inward', 'inward', ['inward', 'outward']],
    ['inward', 'gone', ['inward', 'outward']],
    ['gone', 'inward', ['inward', 'outward']],
  ])('stands in another order: %s where %s stood', (id, target, ids) => {
    expect(stanceIds(moveStance(DEFAULT_TAXONOMY, id, target))).toEqual(ids);
  });

  it('has its stages in another order', () => {
    const taxonomy = moveStage(DEFAULT_TAXONOMY, 'outward', 'philosophy', 'analogy');
    expect(stageIds(taxonomy, 'outward')).toEqual([
      'definition',
      'philosophy',
      'analogy',
      'limits',
    ]);
    expect(stageIds(taxonomy, 'inward')).toEqual(['anomaly', 'difference', 'direction']);
  });
});

describe('the word that a name suggests', () => {
  it.each([
    ['Playful detours', 'playful-detours'],
    ['Why not?', 'why-not'],
    ['Café crème', 'cafe-creme'],
    ['  2nd thoughts ', 'nd-thoughts'],
    ['玩心', ''],
    ['玩心 play', 'play'],
    ['Skip', ''],
    ['A name that goes on and on and on for ever', 'a-name-that-goes-on-and-on-and-o'],
  ])('%s', (name, id) => {
    expect(suggestId(name)).toBe(id);
  });
});
