import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFilter } from '../../../../src/core/query';
import {
  DEFAULT_STATE,
  isUndoneByBack,
  parseState,
  searchedTexts,
  type DashboardState,
} from '../../../../src/ui/dashboard/state/dashboard-state';

const limits = { field: 'stage', value: 'outward/limits' } as const;
const words = { field: 'text', value: '算力' } as const;

describe('the state that the workspace keeps', () => {
  it('is read as it was written', () => {
    const state: DashboardState = {
      notes: 'vault',
      filter: [limits, words],
      groups: [
        { by: 'label', reverse: true },
        { by: 'note', reverse: false },
      ],
      sorts: [{ by: 'text', reverse: false }],
      limit: 20,
      limitGroups: 3,
      view: 'table',
      show: ['path'],
      hide: ['label', 'line'],
      explain: true,
      comparing: { numbers: 'count', order: 'name', ticked: ['Ilya'] },
      pressed: '2025-04',
      collapsed: ['note:a.md'],
    };
    expect(parseState(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  it.each([
    ['nothing', undefined, DEFAULT_STATE],
    ['null', null, DEFAULT_STATE],
    ['no object', 'vault', DEFAULT_STATE],
    ['an empty object', {}, DEFAULT_STATE],
    [
      'unknown notes beside a known grouping',
      { notes: 'moon', grouping: 'stance' },
      { ...DEFAULT_STATE, groups: [{ by: 'stance', reverse: false }] },
    ],
    [
      'groups within groups within groups',
      { groups: Array.from({ length: 3 }, () => ({ by: 'note' })) },
      DEFAULT_STATE,
    ],
    ['sorting by what nothing is sorted by', { sorts: [{ by: 'moon' }] }, DEFAULT_STATE],
    [
      'a negation, a choice, and one of which a part is wrong',
      { filter: [{ not: limits }, { any: [[limits], [words]] }, { any: [[limits], [7]] }] },
      { ...DEFAULT_STATE, filter: [{ not: limits }, { any: [[limits], [words]] }] },
    ],
    [
      'a filter of which one term is wrong',
      { filter: [limits, { field: 'colour', value: 'x' }, { field: 'label' }, 7] },
      { ...DEFAULT_STATE, filter: [limits] },
    ],
    [
      'a filter that names a term twice',
      { filter: [limits, limits] },
      { ...DEFAULT_STATE, filter: [limits] },
    ],
    ['a filter that is no list', { filter: limits }, DEFAULT_STATE],
    ['what was called otherwise once', { scope: 'vault' }, { ...DEFAULT_STATE, notes: 'vault' }],
    [
      'what was called otherwise once, beside what it is called now',
      { scope: 'vault', notes: 'note' },
      { ...DEFAULT_STATE, notes: 'note' },
    ],
    ['limits that are no numbers from one up', { limit: 0, limitGroups: 'x' }, DEFAULT_STATE],
    ['an unknown view', { view: 'moon' }, DEFAULT_STATE],
    ['collapsed groups that are no strings', { collapsed: [1] }, DEFAULT_STATE],
    ['a pressed date that is no string', { pressed: 2025 }, DEFAULT_STATE],
  ])('takes defaults for what is wrong: %s', (_name, stored, expected) => {
    expect(parseState(stored)).toEqual(expected);
  });

  it('never throws, whatever is stored', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const state = parseState(stored);
        expect(parseState(state)).toEqual(state);
      }),
    );
  });
});

describe('a change that «back» undoes', () => {
  it.each<[string, Partial<DashboardState>, boolean]>([
    ['other notes', { notes: 'vault' }, true],
    ['another filter', { filter: [limits] }, true],
    ['a filter for words', { filter: [words] }, true],
    ['another view', { view: 'table' }, false],
    ['a limit', { limit: 5 }, false],
    ['another grouping', { groups: [{ by: 'stage', reverse: false }] }, false],
    ['another order', { sorts: [{ by: 'text', reverse: false }] }, false],
    ['a collapsed group', { collapsed: ['note:a.md'] }, false],
    ['nothing', {}, false],
  ])('%s', (_name, change, expected) => {
    expect(isUndoneByBack(DEFAULT_STATE, { ...DEFAULT_STATE, ...change })).toBe(expected);
  });

  it('does not depend on the order of terms', () => {
    const inward = { field: 'stance', value: 'inward' } as const;
    const one = { ...DEFAULT_STATE, filter: [limits, inward] };
    expect(isUndoneByBack(one, { ...one, filter: [inward, limits] })).toBe(false);
  });
});

describe('what is searched for in texts', () => {
  it.each<[string, readonly string[]]>([
    ['stance:outward', []],
    ['cost budget cost', ['cost', 'budget']],
    ['(cost OR "real limits") is:tagged', ['cost', 'real limits']],
    ['cost -budget -(limits OR talk)', ['cost']],
    ['-(cost -budget)', []],
  ])('%s', (line, texts) => {
    expect(searchedTexts(parseFilter(line).filter)).toEqual(texts);
  });
});
