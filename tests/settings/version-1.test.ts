// Files of version 1, and devices that still have it: what they wrote is read, what is written they can read.
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { isMarkRoot } from '../../src/core/model/mark';
import {
  DEFAULT_TAXONOMY,
  isTaxonomyId,
  STANCE_COLORS,
  type Stance,
  type Taxonomy,
} from '../../src/core/model/taxonomy';
import { DEFAULT_SETTINGS, migrate, serialize, type Settings } from '../../src/settings/schema';
import { SettingsStore } from '../../src/settings/store';
import { activeTaxonomy, editActive } from '../../src/settings/taxonomies';
import { withVersion1 } from '../../src/settings/version-1';

// As that version had them.
const text = v.object({
  en: v.string(),
  'zh-TW': v.exactOptional(v.string()),
  zh: v.exactOptional(v.string()),
});
const id = v.pipe(v.string(), v.check(isTaxonomyId));
const upToNine = <T extends v.GenericSchema>(item: T) =>
  v.pipe(v.array(item), v.minLength(1), v.maxLength(9));
const VERSION_1 = v.object({
  mark: v.object({
    root: v.pipe(v.string(), v.check(isMarkRoot)),
    style: v.picklist(['tag', 'comment']),
  }),
  taxonomy: v.object({
    stances: upToNine(
      v.object({
        id,
        label: text,
        color: v.picklist(STANCE_COLORS),
        stages: upToNine(v.object({ id, label: text, asks: text })),
      }),
    ),
  }),
});
type File1 = v.InferOutput<typeof VERSION_1>;

const names = (count: number, letter: string) =>
  Array.from({ length: count }, (_, at) => `${letter}${at}`);
const stage = (name: string) => ({ id: name, label: { en: name }, asks: { en: '' } });
const stance = (name: string, stages = 1): Stance => ({
  id: name,
  label: { en: name },
  color: 'red',
  stages: names(stages, 'g').map(stage),
});
const withStances = (stances: readonly Stance[], root = 'question'): Taxonomy => ({
  ...DEFAULT_TAXONOMY,
  root,
  stances,
});
const fileOf = (settings: Settings) => withVersion1(serialize(settings), settings);

/** What a device with version 1 writes once `change` is made there: it keeps what it does not know. */
function savedByVersion1(file: object, change: (known: File1) => void): object {
  const known = structuredClone(v.parse(VERSION_1, file));
  change(known);
  return { ...file, ...known, version: 1 };
}

describe('a file of version 1', () => {
  it.each([
    ['nothing of the taxonomy', {}, DEFAULT_TAXONOMY],
    ['a version alone', { version: 1 }, DEFAULT_TAXONOMY],
    ['a style alone', { mark: { style: 'comment' } }, DEFAULT_TAXONOMY],
    ['a root', { mark: { root: 'ask' } }, { ...DEFAULT_TAXONOMY, root: 'ask' }],
    ['a taxonomy without its stances', { taxonomy: {} }, DEFAULT_TAXONOMY],
    ['stances', { taxonomy: { stances: [stance('a')] } }, withStances([stance('a')])],
    [
      'a root and stances',
      { version: 1, mark: { root: 'ask', style: 'tag' }, taxonomy: { stances: [stance('a')] } },
      withStances([stance('a')], 'ask'),
    ],
    [
      'more stances than digits',
      { taxonomy: { stances: names(12, 's').map((name) => stance(name)) } },
      withStances(names(12, 's').map((name) => stance(name))),
    ],
    [
      'more stages than digits',
      { taxonomy: { stances: [stance('a', 14)] } },
      withStances([stance('a', 14)]),
    ],
  ])('with %s is one taxonomy, whole', (_what, data, expected) => {
    const { settings, faulty, foreign } = migrate(data);
    expect({ faulty, foreign }).toEqual({ faulty: [], foreign: null });
    expect(settings.taxonomies).toEqual([expected]);
    expect(activeTaxonomy(settings)).toEqual(expected);
  });

  it('keeps stances beside a root that can’t be read, and a root beside such stances', () => {
    const kept = migrate({ mark: { root: 'a/b' }, taxonomy: { stances: [stance('a')] } });
    expect(kept.faulty).toEqual(['taxonomies']);
    expect(kept.settings.taxonomies).toEqual([withStances([stance('a')])]);
    const rooted = migrate({ mark: { root: 'ask' }, taxonomy: { stances: 3 } });
    expect(rooted.faulty).toEqual(['taxonomies']);
    expect(rooted.settings.taxonomies).toEqual([{ ...DEFAULT_TAXONOMY, root: 'ask' }]);
  });

  it('loses nothing that can’t be read when a setting is changed', async () => {
    const broken = { id: 'Later', glow: 1 };
    let data: unknown = { version: 1, taxonomy: { stances: [stance('a'), broken], mood: 2 } };
    const store = new SettingsStore({
      load: () => Promise.resolve(data),
      save: (saved) => {
        data = saved;
        return Promise.resolve();
      },
    });
    await store.load();
    await store.update({ mark: { style: 'comment' } });
    expect(data).toMatchObject({ taxonomies: [{ mood: 2, stances: [stance('a'), broken] }] });
    // That version gets what it can read.
    expect(v.is(VERSION_1, data)).toBe(true);
  });
});

const anyStance = fc
  .tuple(
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.integer({ min: 1, max: 12 }),
    fc.constantFrom(...STANCE_COLORS),
  )
  .map(([name, stages, color]) => ({ ...stance(name, stages), color }));
const anyTaxonomy = (taxonomyId: string) =>
  fc
    .tuple(
      fc.uniqueArray(anyStance, { minLength: 1, maxLength: 4, selector: (each) => each.id }),
      fc.integer({ min: 0, max: 12 }),
      fc.constantFrom('question', 'ask', '提問'),
    )
    .map(([stances, more, root]) => ({
      ...withStances([...stances, ...names(more, 'm').map((name) => stance(name))], root),
      id: taxonomyId,
    }));
const anySettings: fc.Arbitrary<Settings> = fc
  .tuple(anyTaxonomy('one'), anyTaxonomy('two'), fc.constantFrom('one', 'two', 'gone'))
  .map(([one, two, active]) => ({
    ...migrate(null).settings,
    taxonomies: [one, two],
    active,
  }));

describe('a device that still has version 1', () => {
  it('can read what is written, and where it saves it unchanged nothing is different', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const file = fileOf(settings);
        expect(migrate(file)).toMatchObject({ settings, faulty: [], foreign: null });
        const back = savedByVersion1(file, () => undefined);
        expect(migrate(back)).toMatchObject({ settings, faulty: [], foreign: null });
      }),
    );
  });

  it('has its changes taken over into the taxonomy that is worked with, and into no other', () => {
    const other = { ...withStances([stance('z')], 'ask'), id: 'other' };
    const mine = withStances(names(11, 's').map((name) => stance(name, name === 's8' ? 1 : 11)));
    const settings = { ...migrate(null).settings, taxonomies: [other, mine] };
    const back = savedByVersion1(fileOf(settings), ({ mark, taxonomy }) => {
      mark.root = 'why';
      const [first, second] = taxonomy.stances;
      if (first) first.label.en = 'First';
      if (second) second.stages.splice(0, 1);
      taxonomy.stances.splice(8, 1);
    });
    const { settings: read, faulty } = migrate(back);
    expect(faulty).toEqual([]);
    expect(read.taxonomies[0]).toEqual(other);
    const { root, stances } = activeTaxonomy(read);
    expect(root).toBe('why');
    expect(stances.map((each) => each.id)).toEqual(names(11, 's').filter((name) => name !== 's8'));
    expect(stances[0]?.label.en).toBe('First');
    // What that device could not see is there as it was.
    expect(stances[1]?.stages.map((each) => each.id)).toEqual(names(11, 'g').slice(1));
  });

  it('meets what was changed here meanwhile', async () => {
    let data: object = fileOf(migrate(null).settings);
    const store = new SettingsStore({
      load: () => Promise.resolve(data),
      save: (saved) => {
        data = saved as object;
        return Promise.resolve();
      },
    });
    await store.load();
    data = savedByVersion1(data, ({ mark }) => {
      mark.root = 'ask';
    });
    await store.update(
      editActive(store.get(), (taxonomy) => ({ ...taxonomy, stances: [stance('a')] })),
    );
    expect(activeTaxonomy(store.get())).toEqual(withStances([stance('a')], 'ask'));
    expect(data).toMatchObject({ version: 2, mark: { root: 'ask' } });
    expect(v.parse(VERSION_1, data).taxonomy.stances).toEqual([stance('a')]);
  });

  it('says nothing once this version has saved: its part is only read in a file of its own', () => {
    const settings = migrate(null).settings;
    const file = {
      ...fileOf(settings),
      taxonomy: { stances: [stance('a')] },
      mark: { root: 'ask' },
    };
    expect(migrate(file).settings.taxonomies).toEqual(settings.taxonomies);
  });
});

describe('stems, which version 1 did not know', () => {
  const own: Settings = {
    ...DEFAULT_SETTINGS,
    taxonomies: [
      {
        ...DEFAULT_TAXONOMY,
        stances: DEFAULT_TAXONOMY.stances.map((each) => ({
          ...each,
          stages: each.stages.map((one) => ({ ...one, stems: { en: [`So __, ${one.id}?`] } })),
        })),
      },
    ],
  };

  it('are not in what it reads, and stay where it writes', () => {
    const file = fileOf(own);
    expect(JSON.stringify(file.taxonomy)).not.toContain('stems');
    const saved = savedByVersion1(file, (known) => {
      const [stage] = known.taxonomy.stances[0]?.stages ?? [];
      if (stage) stage.label.en = 'Renamed';
    });
    const [first, second] = migrate(saved).settings.taxonomies[0]?.stances[0]?.stages ?? [];
    expect(first).toMatchObject({ label: { en: 'Renamed' }, stems: { en: ['So __, anomaly?'] } });
    expect(second?.stems).toEqual({ en: ['So __, difference?'] });
  });
});
