import { describe, expect, it } from 'vitest';
import { formatFilter, formatQuery, readQuery } from '../../../../src/core/query';
import {
  DEFAULT_STATE,
  type DashboardState,
} from '../../../../src/ui/dashboard/state/dashboard-state';
import {
  queryOfState,
  stateOfQuery,
  withQuery,
} from '../../../../src/ui/dashboard/state/state-query';

const queryOf = (text: string) => readQuery(text).query;

describe('the dashboard as a query', () => {
  const states: readonly Partial<DashboardState>[] = [
    {},
    { groups: [] },
    {
      notes: 'vault',
      filter: queryOf('stance:outward (a OR -b) "limit" 5').filter,
      groups: [
        { by: 'month', reverse: true },
        { by: 'asker', reverse: false },
      ],
      sorts: [{ by: 'date', reverse: true }],
      limit: 50,
      limitGroups: 3,
      view: 'table',
      show: ['note'],
      hide: ['label', 'count'],
      explain: true,
    },
    { notes: 'note', view: 'matrix' },
  ];

  it.each(states)('is shown again as it was saved: %j', (part) => {
    const state = { ...DEFAULT_STATE, ...part };
    expect(stateOfQuery(queryOf(formatQuery(queryOfState(state))), null)).toEqual(state);
  });

  it.each<[text: string, notes: DashboardState['notes'], filter: string]>([
    ['cost', 'articles', 'cost'],
    ['scope vault', 'vault', ''],
    ['scope note', 'note', ''],
    ['scope note a/b.md', 'vault', 'note:a/b.md'],
    ['cost\nscope folder My notes', 'vault', 'cost folder:"My notes"'],
    ['scope folder', 'vault', 'folder:talks'],
  ])('looks at the notes that a query names: %s', (text, notes, filter) => {
    const state = stateOfQuery(queryOf(text), 'talks/one.md');
    expect(state.notes).toBe(notes);
    expect(formatFilter(state.filter)).toBe(filter);
  });

  it('looks on at the notes it looks at where a query asks for the folder of no note', () => {
    const state: DashboardState = { ...DEFAULT_STATE, notes: 'note' };
    expect(withQuery(state, queryOf('scope folder'), null)).toEqual(state);
    expect(stateOfQuery(queryOf('scope folder'), null).notes).toBe(DEFAULT_STATE.notes);
  });

  it('is narrowed by what is asked beside it', () => {
    const state = { ...DEFAULT_STATE, filter: queryOf('stance:outward cost').filter };
    const asked = (text: string) => formatFilter(withQuery(state, queryOf(text), null).filter);
    expect(asked('stance:inward')).toBe('stance:outward cost (stance:inward)');
    expect(asked('budget cost')).toBe('stance:outward cost budget');
    expect(asked('limit 5')).toBe('stance:outward cost');
  });
});
