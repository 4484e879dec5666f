import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_TAXONOMY, STANCE_COLORS, type Taxonomy } from '../../src/core/model/taxonomy';
import { DEFAULT_SETTINGS, migrate, serialize, type Settings } from '../../src/settings/schema';
import { mergeSettings, ORDER, type Overruled } from '../../src/settings/merge';
import { activeTaxonomy } from '../../src/settings/taxonomies';
import { withUnknown } from '../../src/settings/unknown-data';

function merge(base: Settings, mine: Settings, theirs: Settings) {
  const { data, overruled } = mergeSettings(base, mine, theirs);
  const read = migrate(data);
  expect(read.faulty).toEqual([]);
  return { settings: read.settings, overruled };
}

function withTaxonomy(taxonomy: Partial<Taxonomy>): Settings {
  return { ...DEFAULT_SETTINGS, taxonomies: [{ ...DEFAULT_TAXONOMY, ...taxonomy }] };
}

/** Where the stances of the only taxonomy stand. */
const STANCES = ['taxonomies', DEFAULT_TAXONOMY.id, 'stances'];

const term = (id: string) => ({ id, label: { en: id }, asks: { en: '' } });
const stance = (id: string, stages: readonly string[] = ['one']) =>
  ({ id, label: { en: id }, color: 'red', stages: stages.map(term) }) as const;
const stances = (...ids: readonly string[]) =>
  withTaxonomy({ stances: ids.map((id) => stance(id)) });
const idsOf = (settings: Settings) => activeTaxonomy(settings).stances.map(({ id }) => id);

describe('settings that were changed in two places', () => {
  it('keep what each changed, part by part', () => {
    const mine = withTaxonomy({ root: 'ask' });
    const theirs = {
      ...DEFAULT_SETTINGS,
      mark: { style: 'comment' } as const,
      lists: { showEmbedded: true, showUnmarked: false },
    };
    expect(merge(DEFAULT_SETTINGS, mine, theirs)).toEqual({
      settings: { ...theirs, taxonomies: mine.taxonomies },
      overruled: [],
    });
  });

  it('keep, of one value, what was chosen here, and name the other', () => {
    const change = (tags: readonly string[]) => ({
      ...DEFAULT_SETTINGS,
      scope: { ...DEFAULT_SETTINGS.scope, tags },
    });
    expect(merge(DEFAULT_SETTINGS, change(['essay']), change(['talk']))).toEqual({
      settings: change(['essay']),
      overruled: [{ path: ['scope', 'tags'], theirs: ['talk'] }],
    });
  });

  it('rename one stage here and another there, and in two languages', () => {
    const renamed = (stageId: string, label: object) =>
      withTaxonomy({
        stances: DEFAULT_TAXONOMY.stances.map((each) => ({
          ...each,
          stages: each.stages.map((stage) =>
            stage.id === stageId ? { ...stage, label: { ...stage.label, ...label } } : stage,
          ),
        })),
      });
    const { settings, overruled } = merge(
      DEFAULT_SETTINGS,
      renamed('anomaly', { 'zh-TW': '怪事' }),
      merge(DEFAULT_SETTINGS, renamed('anomaly', { en: 'Odd' }), renamed('limits', { zh: '限' }))
        .settings,
    );
    expect(overruled).toEqual([]);
    const labels = activeTaxonomy(settings).stances.flatMap(({ stages }) => stages);
    expect(labels.find(({ id }) => id === 'anomaly')?.label).toEqual({
      en: 'Odd',
      'zh-TW': '怪事',
      zh: '观察异常',
    });
    expect(labels.find(({ id }) => id === 'limits')?.label.zh).toBe('限');
  });

  it.each<
    [string, readonly string[], readonly string[], readonly string[], readonly string[], number]
  >([
    ['added on both sides', ['a'], ['a', 'b'], ['a', 'c'], ['a', 'c', 'b'], 0],
    ['added in the middle there', ['a', 'b'], ['a', 'b'], ['a', 'x', 'b'], ['a', 'x', 'b'], 0],
    ['removed here, added there', ['a', 'b'], ['b'], ['a', 'b', 'c'], ['b', 'c'], 0],
    ['moved here, added there', ['a', 'b'], ['b', 'a'], ['a', 'b', 'c'], ['b', 'c', 'a'], 0],
    ['moved there, removed here', ['a', 'b', 'c'], ['a', 'b'], ['c', 'b', 'a'], ['b', 'a'], 0],
    [
      'moved differently on both sides',
      ['a', 'b', 'c'],
      ['b', 'a', 'c'],
      ['c', 'a', 'b'],
      ['b', 'a', 'c'],
      1,
    ],
    ['each the other’s last one removed', ['a', 'b'], ['a'], ['b'], ['a'], 1],
  ])('bring lists together: %s', (_what, base, mine, theirs, expected, said) => {
    const { settings, overruled } = merge(stances(...base), stances(...mine), stances(...theirs));
    expect(idsOf(settings)).toEqual(expected);
    expect(overruled).toHaveLength(said);
  });

  it('come to as many stances as both have added, nine or more', () => {
    const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const { settings, overruled } = merge(
      stances(...seven),
      stances(...seven, 'mine', 'mine2'),
      stances(...seven, 'theirs'),
    );
    expect(idsOf(settings)).toEqual([...seven, 'theirs', 'mine', 'mine2']);
    expect(overruled).toEqual([]);
  });

  it('keep a removal against a change there, and a change against a removal there, and say so', () => {
    const base = stances('a', 'b');
    const recolored = withTaxonomy({ stances: [stance('a'), { ...stance('b'), color: 'blue' }] });
    const removed = stances('a');
    expect(merge(base, removed, recolored)).toEqual({
      settings: removed,
      overruled: [
        { path: [...STANCES, 'b'], theirs: activeTaxonomy(recolored).stances[1] },
      ] satisfies Overruled[],
    });
    expect(merge(base, recolored, removed)).toEqual({
      settings: recolored,
      overruled: [{ path: [...STANCES, 'b'], theirs: undefined }],
    });
  });

  it('say that an order was changed on both sides', () => {
    const { overruled } = merge(
      stances('a', 'b', 'c'),
      stances('b', 'a', 'c'),
      stances('c', 'a', 'b'),
    );
    expect(overruled[0]?.path).toEqual([...STANCES, ORDER]);
  });
});

describe('lists in any data that was changed in two places', () => {
  const item = (id: string, value = 0) => ({ id, value });
  const [a, b, c] = [item('a'), item('b'), item('c')];

  it.each<
    [string, readonly unknown[], readonly unknown[], readonly unknown[], readonly unknown[], string]
  >([
    [
      'keep both sides’ items, in their order',
      [a, b],
      [a, b, c],
      [a, item('x'), item('y'), b],
      [a, item('x'), item('y'), b, c],
      '',
    ],
    [
      'name a value once that both changed',
      [a],
      [item('a', 1)],
      [item('a', 2)],
      [item('a', 1)],
      'list/a/value',
    ],
    [
      'keep the first one of those here where nothing is left',
      [a, b, c],
      [a, b],
      [c],
      [a],
      'list/a',
    ],
    ['take what was added to one that is empty there', [a], [a, b], [], [b], ''],
    ['take what was added to one that is empty here', [a], [], [a, b], [b], ''],
    ['are one value where an item here has no id', [a], [a, 'b'], [a, c], [a, 'b'], 'list'],
    ['are one value where an item there has no id', [a], [a, c], [a, { b }], [a, c], 'list'],
    ['are one value where ids are numbers', [], [{ id: 1 }], [{ id: 2 }], [{ id: 1 }], 'list'],
    ['are items where they were none before', [], [a], [b], [b, a], ''],
  ])('%s', (_what, base, mine, theirs, expected, said) => {
    const { data, overruled } = mergeSettings({ list: base }, { list: mine }, { list: theirs });
    expect(data).toEqual({ list: expected });
    expect(overruled.map(({ path }) => path.join('/'))).toEqual(said === '' ? [] : [said]);
  });
});

const ids = (most: number) =>
  fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'), {
    minLength: 1,
    maxLength: most,
  });
const label = fc.record(
  { en: fc.constantFrom('x', 'y'), zh: fc.constantFrom('甲', '乙') },
  { requiredKeys: ['en'] },
);
const stanceWith = (id: string) =>
  fc.record({
    id: fc.constant(id),
    label,
    color: fc.constantFrom(...STANCE_COLORS.slice(0, 3)),
    stages: ids(11).chain((stageIds) =>
      fc.tuple(...stageIds.map((each) => fc.record({ id: fc.constant(each), label, asks: label }))),
    ),
  });
const taxonomyWith = (id: string) =>
  fc.record({
    id: fc.constant(id),
    name: label,
    root: fc.constantFrom('question', 'ask'),
    stances: ids(11).chain((stanceIds) => fc.tuple(...stanceIds.map(stanceWith))),
  });
const anySettings: fc.Arbitrary<Settings> = fc.record({
  scope: fc.record({
    mode: fc.constantFrom('rule', 'vault'),
    tags: fc.uniqueArray(fc.constantFrom('p', 'q'), { maxLength: 2 }),
    checkbox: fc.constantFrom(null, 'One', 'Two'),
    checkboxValue: fc.boolean(),
  }),
  mark: fc.record({ style: fc.constantFrom('tag', 'comment') }),
  taxonomies: ids(3).chain((each) => fc.tuple(...each.map(taxonomyWith))),
  active: fc.constantFrom('a', 'b', 'gone'),
  lists: fc.record({ showEmbedded: fc.boolean(), showUnmarked: fc.boolean() }),
  editor: fc.constant(DEFAULT_SETTINGS.editor),
  queries: fc
    .uniqueArray(fc.constantFrom('p', 'q', 'r'), { maxLength: 3 })
    .chain((names) =>
      fc.tuple(
        ...names.map((name) =>
          fc.record({ name: fc.constant(name), text: fc.constantFrom('cost', 'is:tagged') }),
        ),
      ),
    ),
  suggest: fc.record({ mode: fc.constantFrom('off', 'ghosts') }),
  notes: fc.record({
    leaveOutExcluded: fc.boolean(),
    followLinks: fc.boolean(),
    dateProperties: fc.uniqueArray(fc.constantFrom('date', 'aired'), { maxLength: 2 }),
    askersProperty: fc.constantFrom('askers', 'guests'),
  }),
});

/** Every single value by its path of keys and ids. */
function leaves(value: unknown, path = ''): Map<string, unknown> {
  const found = new Map<string, unknown>();
  const isOfItems = path === '/queries';
  if (Array.isArray(value) && (isOfItems || value.some((item) => typeof item === 'object'))) {
    for (const item of value as { id?: string; name: string }[]) {
      const itemKey = item.id ?? item.name;
      for (const [key, leaf] of leaves(item, `${path}/${itemKey}`)) found.set(key, leaf);
    }
  } else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    for (const [key, each] of Object.entries(value)) {
      for (const [inner, leaf] of leaves(each, `${path}/${key}`)) found.set(inner, leaf);
    }
  } else found.set(path, JSON.stringify(value));
  return found;
}

describe('any two changes to any settings', () => {
  it('come to valid settings, whatever they are', () => {
    fc.assert(
      fc.property(anySettings, anySettings, anySettings, (base, mine, theirs) => {
        merge(base, mine, theirs);
      }),
    );
  });

  it('come to the one where there is no other, or where both are the same', () => {
    fc.assert(
      fc.property(anySettings, anySettings, (base, changed) => {
        const expected = { settings: changed, overruled: [] };
        expect(merge(base, changed, base)).toEqual(expected);
        expect(merge(base, base, changed)).toEqual(expected);
        expect(merge(base, changed, changed)).toEqual(expected);
      }),
    );
  });

  it('lose nothing that was changed here, and nothing of the other that was not said', () => {
    fc.assert(
      fc.property(anySettings, anySettings, anySettings, (base, mine, theirs) => {
        const { settings, overruled } = merge(base, mine, theirs);
        const [b, m, t, result] = [base, mine, theirs, settings].map((each) => leaves(each));
        const said = overruled.map(({ path }) => `/${path.join('/')}`);
        for (const key of new Set([...(m?.keys() ?? []), ...(t?.keys() ?? [])])) {
          const isMine = m?.get(key) !== b?.get(key);
          const isTheirs = t?.get(key) !== b?.get(key);
          // A value of what was removed as a whole went with it.
          if (isMine && m?.has(key) === true) expect(result?.get(key)).toBe(m.get(key));
          if (!isMine && isTheirs && !said.some((path) => key.startsWith(path))) {
            expect(result?.get(key)).toBe(t?.get(key));
          }
        }
      }),
    );
  });

  it('end with the same from then on: what was merged meets what it was merged with', () => {
    fc.assert(
      fc.property(anySettings, anySettings, anySettings, (base, mine, theirs) => {
        const { settings } = merge(base, mine, theirs);
        expect(merge(theirs, settings, theirs)).toEqual({ settings, overruled: [] });
      }),
    );
  });
});

describe('what another version wrote', () => {
  it('stays at every depth, but for what was taken out', () => {
    const raw = {
      version: 3,
      more: 1,
      editor: { ...DEFAULT_SETTINGS.editor, glow: true },
      taxonomies: [
        { ...DEFAULT_TAXONOMY, stances: [{ ...stance('a'), icon: 'x' }, stance('b')], mood: 1 },
      ],
    };
    const understood = { ...migrate(raw).settings };
    const known = serialize({ ...understood, ...withTaxonomy({ stances: [stance('a')] }) });
    expect(withUnknown(known, raw, understood)).toEqual({
      ...known,
      more: 1,
      editor: raw.editor,
      taxonomies: [{ ...DEFAULT_TAXONOMY, stances: [{ ...stance('a'), icon: 'x' }], mood: 1 }],
    });
    expect(withUnknown(known, null, understood)).toEqual(known);
  });

  it.each([
    ['a stance with a colour of later', { ...stance('b'), color: 'teal' }],
    ['a stance whose stages are something else', { ...stance('b'), stages: { first: 1 } }],
    ['a stance with an id of later', { ...stance('b'), id: 'B 2' }],
    ['a second stance of the same id', stance('a', ['other'])],
    ['no stance at all', 7],
  ])('stays where it can’t be read and nobody changes it: %s', (_what, broken) => {
    const raw = {
      version: 3,
      taxonomies: [{ ...DEFAULT_TAXONOMY, stances: [stance('a'), broken] }],
    };
    const { settings, faulty } = migrate(raw);
    expect(faulty).toEqual(['taxonomies']);
    const change = { ...stance('a'), color: 'blue' } as const;
    const { taxonomies } = settings;
    const changed = taxonomies.map((each) => ({
      ...each,
      stances: each.stances.map((one) => (one.id === 'a' ? change : one)),
    }));
    const known = serialize({ ...settings, taxonomies: changed });
    expect(withUnknown(known, raw, { ...settings })).toMatchObject({
      taxonomies: [{ stances: [change, broken] }],
    });
  });
});
