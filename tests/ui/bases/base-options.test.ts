import { describe, expect, it } from 'vitest';
import { stringsFor } from '../../../src/i18n';
import { baseOptions, readBaseOptions } from '../../../src/ui/bases/base-options';
import { DEFAULT_STATE } from '../../../src/ui/dashboard/state/dashboard-state';

const strings = stringsFor('en');
const PRESETS = [
  { name: 'Mine', text: 'scope articles\nstance:inward\nview path\ngroup by asker' },
];

const read = (options: Readonly<Record<string, unknown>>) =>
  readBaseOptions((key) => options[key], { presets: PRESETS }, strings);

const BY = {
  note: [{ by: 'note', reverse: false }],
  asker: [{ by: 'asker', reverse: false }],
  stage: [{ by: 'stage', reverse: false }],
};
const VAULT = { ...DEFAULT_STATE, notes: 'vault' };

describe('the options of a view', () => {
  it.each([
    ['nothing at all', {}, {}],
    ['empty ones', { questionFilter: '', questionView: '', questionLimit: ' ' }, {}],
    ['words', { questionFilter: 'is:untagged' }, { filter: [{ field: 'is', value: 'untagged' }] }],
    ['a view', { questionView: 'matrix' }, { view: 'matrix' }],
    [
      'the comparison, of askers',
      { questionView: 'compare' },
      { view: 'compare', groups: BY.asker },
    ],
    [
      'the comparison, of something else',
      { questionView: 'compare', questionGrouping: 'note' },
      { view: 'compare', groups: BY.note },
    ],
    ['a grouping', { questionGrouping: 'stage' }, { groups: BY.stage }],
    ['no grouping', { questionGrouping: 'none' }, { groups: [] }],
    [
      'no grouping of what words group',
      { questionFilter: 'group by stage', questionGrouping: 'none' },
      { groups: [] },
    ],
    ['a limit, as text', { questionLimit: '20' }, { limit: 20 }],
    ['a limit, as number', { questionLimit: 20 }, { limit: 20 }],
    [
      'words that say how to show',
      { questionFilter: 'group by stage\nlimit 3\nview path' },
      { groups: BY.stage, limit: 3, view: 'path' },
    ],
    [
      'options before the words',
      {
        questionFilter: 'group by stage\nlimit 3\nview path',
        questionView: 'list',
        questionLimit: 5,
        questionGrouping: 'asker',
      },
      { groups: BY.asker, limit: 5, view: 'list' },
    ],
    [
      'a saved query, but for the notes that it looks at',
      { questionFilter: 'preset Mine' },
      { filter: [{ field: 'stance', value: 'inward' }], view: 'path', groups: BY.asker },
    ],
    ['words that look at one note', { questionFilter: 'scope note' }, {}],
  ])('may be %s', (_, options, state) => {
    expect(read(options)).toEqual({ state: { ...VAULT, ...state }, problems: [] });
  });

  const cyclic: unknown[] = [];
  cyclic.push(cyclic);
  it.each([
    [{ questionFilter: 5 }, 'Filter words: 5 is no text. Put it in quotes.'],
    [{ questionFilter: ['a'] }, 'Filter words: ["a"] is no text. Put it in quotes.'],
    [{ questionFilter: cyclic }, 'Filter words: … is no text. Put it in quotes.'],
    [{ questionFilter: '(tea' }, 'Filter words: '],
    [{ questionFilter: 'stage:' }, 'Filter words: '],
    [{ questionFilter: 'a '.repeat(100_000) }, 'Filter words: '],
    [{ questionFilter: 'preset Nobody' }, 'Filter words: '],
    [{ questionView: 'lsit' }, 'View: “lsit” is not known here. Did you mean “list”?'],
    [{ questionView: 7 }, 'View: “7” is not known here.'],
    [{ questionView: { list: true } }, 'View: “{"list":true}” is not known here.'],
    [{ questionView: 'list\nlimit 3' }, 'View: '],
    [{ questionGrouping: 'colour' }, 'Group by: “colour” is not known here.'],
    [{ questionGrouping: true }, 'Group by: “true” is not known here.'],
    [{ questionLimit: -5 }, 'Questions at most: “-5” is no number from 1 up.'],
    [{ questionLimit: 1e9 }, 'Questions at most: “1000000000” is no number'],
    [{ questionLimit: 1e300 }, 'Questions at most: “1e+300” is no number'],
    [{ questionLimit: 2.5 }, 'Questions at most: “2.5” is no number'],
    [{ questionLimit: 'many' }, 'Questions at most: “many” is no number'],
    [{ questionView: 'x'.repeat(10_000) }, `View: “${'x'.repeat(39)}…” is not known here.`],
  ])('that make no sense are told: %#', (options, start) => {
    const { problems } = read(options);
    expect(problems).not.toEqual([]);
    for (const problem of problems) {
      expect(problem.slice(0, start.length)).toBe(start);
      expect(problem.length).toBeLessThan(250);
    }
  });

  it('tell all that is wrong at once', () => {
    expect(
      read({ questionView: 'x', questionLimit: 0, questionGrouping: 'y' }).problems,
    ).toHaveLength(3);
  });

  it('have names in the menu, and choices that can be read', () => {
    const options = baseOptions(strings);
    expect(options.map(({ displayName }) => displayName)).toEqual([
      'Filter words',
      'View',
      'Group by',
      'Questions at most',
    ]);
    for (const option of options) {
      if (option.type !== 'dropdown') continue;
      for (const choice of Object.keys(option.options)) {
        expect(read({ [option.key]: choice }).problems).toEqual([]);
      }
    }
  });
});
