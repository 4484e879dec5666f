import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_TAXONOMY, LANGUAGES } from '../../src/core/model/taxonomy';
import {
  DEFAULT_SETTINGS,
  isTrigger,
  migrate,
  serialize,
  SETTINGS_VERSION,
} from '../../src/settings/schema';
import { activeTaxonomy, markFormat, rootsOf } from '../../src/settings/taxonomies';

const SETTINGS_PARTS = [
  'scope',
  'mark',
  'taxonomies',
  'active',
  'lists',
  'editor',
  'notes',
  'suggest',
  'queries',
] as const;

describe('settings that nobody has changed', () => {
  it('write nothing that was not asked for, show what asks plainly, and stay out of the way', () => {
    expect(DEFAULT_SETTINGS).toMatchObject({
      mark: { style: 'tag' },
      lists: { showEmbedded: false, showUnmarked: false },
      editor: { sign: 'hover', trigger: ';;', readingClick: 'dashboard', readingComments: false },
      notes: {
        leaveOutExcluded: true,
        followLinks: false,
        dateProperties: ['date', 'created'],
        askersProperty: 'askers',
      },
      suggest: { mode: 'ghosts' },
      queries: [],
    });
  });
});

it.each([
  ['', true],
  [';;', true],
  ['12345678', true],
  ['123456789', false],
  ['; ;', false],
])('“%s” can be typed behind a question to offer its tags: %s', (typed, can) => {
  expect(isTrigger(typed)).toBe(can);
});

describe('reading what data.json holds', () => {
  it.each([
    ['nothing, on a first start', null],
    ['undefined', undefined],
    ['an empty object', {}],
    ['only a version', { version: 1 }],
  ])('gives the defaults and no fault for %s', (_what, data) => {
    const { settings, faulty, foreign } = migrate(data);
    expect(settings).toEqual(DEFAULT_SETTINGS);
    expect(faulty).toEqual([]);
    expect(foreign).toBeNull();
  });

  it.each([
    ['a number', 7],
    ['a string', 'settings'],
    ['a list', [1, 2]],
    ['true', true],
  ])('says that %s is no settings object', (_what, data) => {
    expect(migrate(data)).toMatchObject({ settings: DEFAULT_SETTINGS, foreign: 'not-settings' });
  });

  it.each([
    ['a scope of an unknown mode', { scope: { mode: 'sometimes' } }, 'scope'],
    ['a scope that is a string', { scope: 'vault' }, 'scope'],
    ['a scope that is null', { scope: null }, 'scope'],
    ['tags that are numbers', { scope: { tags: [1] } }, 'scope'],
    ['a root with a slash', { mark: { root: 'a/b' } }, 'taxonomies'],
    ['a root of digits', { mark: { root: '2026' } }, 'taxonomies'],
    ['a root with a space', { mark: { root: 'my question' } }, 'taxonomies'],
    ['an empty root', { mark: { root: '' } }, 'taxonomies'],
    ['an unknown style', { mark: { style: 'bold' } }, 'mark'],
    ['a taxonomy without stances', { taxonomy: { stances: [] } }, 'taxonomies'],
    ['a taxonomy as a list', { taxonomy: [] }, 'taxonomies'],
    ['a trigger with a space', { editor: { trigger: '; ;' } }, 'editor'],
    ['queries that are no list', { queries: { name: 'a' } }, 'queries'],
    ['a list setting that is a word', { lists: { showEmbedded: 'yes' } }, 'lists'],
  ] as const)('gives the default for %s and names it', (_what, data, part) => {
    const { settings, faulty } = migrate(data);
    expect(faulty).toEqual([part]);
    expect(settings[part]).toEqual(DEFAULT_SETTINGS[part]);
  });

  it('refuses a taxonomy with two stances of one id, a bad id, or the id skip', () => {
    const [stance] = DEFAULT_TAXONOMY.stances;
    for (const stances of [
      [stance, stance],
      [{ ...stance, id: 'In ward' }],
      [{ ...stance, id: 'skip' }],
    ]) {
      expect(migrate({ taxonomy: { stances } }).faulty).toEqual(['taxonomies']);
    }
  });

  it('reads a taxonomy entry by entry: what is broken costs nothing but itself', () => {
    const [inward, outward] = DEFAULT_TAXONOMY.stances;
    const own = { ...outward, id: 'own', color: 'teal', stages: [{ id: 'one' }, 3] };
    const { settings, faulty } = migrate({
      version: 2,
      taxonomies: [
        null,
        { ...DEFAULT_TAXONOMY, stances: [own, { ...inward, color: 'teal' }, { id: 'none' }] },
      ],
    });
    expect(faulty).toEqual(['taxonomies']);
    expect(settings.taxonomies).toEqual([
      {
        ...DEFAULT_TAXONOMY,
        stances: [
          {
            ...outward,
            id: 'own',
            color: 'red',
            stages: [{ id: 'one', label: { en: 'one' }, asks: { en: '' } }],
          },
          inward,
        ],
      },
    ]);
  });

  const NEW = { id: 'bloom', root: 'bloom', name: { en: 'Bloom' } };
  const STAGE = { id: 'apply', label: { en: 'Apply' }, asks: { en: 'What is done with it?' } };
  const STANCE = { id: 'low', label: { en: 'Low' }, color: 'red', stages: [STAGE] };

  it.each([
    ['no name', { name: 7, stances: [STANCE] }, { name: { en: 'bloom' } }],
    [
      'a stance without a name',
      { stances: [{ ...STANCE, label: 7 }] },
      { stances: [{ label: { en: 'low' } }] },
    ],
    ['a root that no tag can have', { root: 'a b', stances: [STANCE] }, { root: 'question' }],
    [
      'a name that is no text in one language',
      { name: { en: 'Bloom', zh: 7 }, stances: [STANCE] },
      { name: { en: 'Bloom' } },
    ],
  ])('gives a new taxonomy with %s what stands in for it, and says so', (_what, part, read) => {
    const { settings, faulty } = migrate({ version: 2, taxonomies: [{ ...NEW, ...part }] });
    expect(settings.taxonomies).toMatchObject([read]);
    expect(faulty).toEqual(['taxonomies']);
  });

  it.each([
    ['none', undefined, undefined, []],
    ['lists by language', { en: ['So __?'], zh: [] }, { en: ['So __?'], zh: [] }, []],
    ['no record', 7, undefined, ['taxonomies']],
    [
      'what is no list in one language',
      { en: ['So __?'], zh: [7] },
      { en: ['So __?'] },
      ['taxonomies'],
    ],
  ])('reads a stage’s stems where it has %s', (_what, stems, read, faults) => {
    const stances = [{ ...STANCE, stages: [{ ...STAGE, ...(stems !== undefined && { stems }) }] }];
    const { settings, faulty } = migrate({ version: 2, taxonomies: [{ ...NEW, stances }] });
    expect(settings.taxonomies[0]?.stances[0]?.stages[0]?.stems).toEqual(read);
    expect(faulty).toEqual(faults);
  });

  it.each([[[]], [7], [[{ ...STANCE, stages: [] }]]])(
    'leaves out a new taxonomy whose stances are %j',
    (stances) => {
      const other = { ...NEW, id: 'other', stances: [STANCE] };
      const taxonomies = [{ ...NEW, stances }, other];
      expect(migrate({ version: 2, taxonomies }).settings.taxonomies.map(({ id }) => id)).toEqual([
        'other',
      ]);
    },
  );

  it('works with the taxonomy that is named, and with the first where none is called so', () => {
    const other = { ...DEFAULT_TAXONOMY, id: 'other', root: 'ask' };
    const read = (active: unknown) =>
      migrate({ version: 2, taxonomies: [DEFAULT_TAXONOMY, other], active }).settings;
    expect(activeTaxonomy(read('other'))).toEqual(other);
    expect(activeTaxonomy(read('gone'))).toEqual(DEFAULT_TAXONOMY);
    // It may be one that only a newer version can read.
    expect(read('gone').active).toBe('gone');
    expect(markFormat(read('other'))).toEqual({ root: 'ask', style: 'tag' });
    expect(rootsOf(read('other'))).toEqual(['question', 'ask']);
  });

  it('reads two taxonomies of one root by that root once', () => {
    const taxonomies = ['question', 'Question', 'ask'].map((root, at) => ({
      ...DEFAULT_TAXONOMY,
      id: `t${at}`,
      root,
    }));
    expect(rootsOf({ taxonomies })).toEqual(['question', 'ask']);
  });

  it.each(LANGUAGES)('keeps names in every language that the interface has: %s', (language) => {
    const name = { en: 'x', [language]: 'y' };
    const { settings } = migrate({ version: 2, taxonomies: [{ ...DEFAULT_TAXONOMY, name }] });
    expect(activeTaxonomy(settings).name).toEqual(name);
  });

  it('keeps the good parts beside a faulty one', () => {
    const { settings } = migrate({ mark: { style: 'comment' }, lists: 3 });
    expect(settings.mark).toEqual({ style: 'comment' });
    expect(settings.lists).toEqual(DEFAULT_SETTINGS.lists);
  });

  it('fills in what an older version did not write', () => {
    const { settings, faulty } = migrate({ scope: { tags: ['essay'] } });
    expect(faulty).toEqual([]);
    expect(settings.scope).toEqual({ ...DEFAULT_SETTINGS.scope, tags: ['essay'] });
  });

  it('says that data comes from a newer version, and reads what it knows', () => {
    const { settings, foreign } = migrate({
      version: SETTINGS_VERSION + 1,
      mark: { style: 'comment' },
    });
    expect(foreign).toBe('newer');
    expect(settings.mark.style).toBe('comment');
  });

  it('never throws and always gives whole settings, whatever the data', () => {
    const part = fc.oneof(fc.anything(), fc.object());
    const data = fc.oneof(
      fc.anything(),
      fc.record(
        {
          version: fc.constantFrom(1, 2, 3),
          scope: part,
          mark: part,
          taxonomy: part,
          taxonomies: fc.oneof(part, fc.array(part)),
          active: part,
          lists: part,
          editor: part,
          notes: part,
          queries: fc.oneof(part, fc.array(fc.record({ name: fc.string(), text: part }))),
        },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(data, (value) => {
        const { settings } = migrate(value);
        expect(migrate(serialize(settings))).toMatchObject({
          settings,
          faulty: [],
          foreign: null,
        });
        expect(Object.keys(settings).sort()).toEqual([...SETTINGS_PARTS].sort());
      }),
    );
  });
});
