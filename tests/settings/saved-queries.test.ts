import { describe, expect, it } from 'vitest';
import { mergeSettings } from '../../src/settings/merge';
import { freeQueryName, withDistinctNames } from '../../src/settings/read-queries';
import {
  isQueryNameTaken,
  moveQuery,
  putQuery,
  removeQuery,
  type Queries,
} from '../../src/settings/saved-queries';
import { DEFAULT_SETTINGS, migrate, serialize } from '../../src/settings/schema';
import { SettingsStore } from '../../src/settings/store';

const cost = { name: 'Cost', text: 'cost OR budget' };
const open = { name: '未問', text: 'is:untagged\ngroup by asker' };
const late = { name: 'Late', text: 'date:>2026-06' };
const names = (queries: Queries) => queries.map(({ name }) => name).join(' ');

describe('saved queries', () => {
  it('are kept in their order', () => {
    const settings = { ...DEFAULT_SETTINGS, queries: [open, cost] };
    expect(migrate(JSON.parse(JSON.stringify(serialize(settings))))).toMatchObject({
      settings,
      faulty: [],
    });
  });

  it.each([
    ['one without a name', [cost, { name: '  ', text: 'x' }]],
    ['one without a text', [cost, { name: 'b' }]],
    ['one with the name of another, as people write it', [cost, { name: ' cost', text: 'x' }]],
    ['what is none at all', [cost, 7]],
  ])('are read but for %s, which stays in the file', async (_what, queries) => {
    const saved: unknown[] = [];
    const store = new SettingsStore({
      load: () => Promise.resolve({ version: 2, queries }),
      save: (data) => Promise.resolve(void saved.push(data)),
    });
    expect(await store.load()).toEqual({ code: 'faulty', parts: ['queries'] });
    expect(store.get().queries).toEqual([cost]);
    await store.update({ queries: [cost, late] });
    expect(saved).toMatchObject([{ queries: [cost, late, queries[1]] }]);
  });

  it('have names that are unique as people write them', () => {
    expect(isQueryNameTaken([cost, open], ' COST ', null)).toBe(true);
    expect(isQueryNameTaken([cost, open], '未问', 'Cost')).toBe(true);
    expect(isQueryNameTaken([cost, open], 'cost', 'Cost')).toBe(false);
    expect(isQueryNameTaken([cost, open], 'Costs', null)).toBe(false);
    expect(freeQueryName([cost, { ...open, name: 'cost 2' }], 'COST')).toBe('COST 3');
    expect(freeQueryName([open], 'Cost')).toBe('Cost');
  });

  it('are added, changed, renamed, deleted and moved', () => {
    expect(putQuery([cost], open, null)).toEqual([cost, open]);
    const renamed = { name: 'Money', text: 'money' };
    expect(putQuery([cost, open], renamed, 'Cost')).toEqual([renamed, open]);
    expect(putQuery([open], renamed, 'Cost')).toEqual([open, renamed]);
    expect(removeQuery([cost, open], 'Cost')).toEqual([open]);
  });

  it.each([
    ['Cost', 'Late', '未問 Late Cost'],
    ['Late', 'Cost', 'Late Cost 未問'],
    ['未問', 'Late', 'Cost Late 未問'],
    ['Cost', 'Cost', 'Cost 未問 Late'],
    ['gone', 'Cost', 'Cost 未問 Late'],
    ['Cost', 'gone', 'Cost 未問 Late'],
  ])('%s moves to the place of %s', (name, target, expected) => {
    expect(names(moveQuery([cost, open, late], name, target))).toBe(expected);
  });

  it('are merged one by one, also where two devices have one name for two', () => {
    const merged = (mine: Queries, theirs: Queries) => {
      const { data, overruled } = mergeSettings(
        { queries: [cost] },
        { queries: mine },
        { queries: theirs },
      );
      return { queries: migrate(withDistinctNames(data)).settings.queries, overruled };
    };
    expect(merged([open, cost], [cost, late])).toEqual({
      queries: [open, cost, late],
      overruled: [],
    });
    const other = { name: 'late', text: 'is:tagged' };
    expect(merged([cost, late], [cost, other]).queries).toEqual([
      cost,
      other,
      { ...late, name: 'Late 2' },
    ]);
    expect(merged([], [cost, late])).toEqual({ queries: [late], overruled: [] });
  });

  it('are none where each of two devices has deleted what the other has left', () => {
    const { data, overruled } = mergeSettings(
      { queries: [cost, late] },
      { queries: [cost] },
      { queries: [late] },
    );
    expect({ data, overruled }).toEqual({ data: { queries: [] }, overruled: [] });
  });
});
