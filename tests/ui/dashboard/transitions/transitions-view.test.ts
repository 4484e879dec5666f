import { expect, it } from 'vitest';
import { QuestionIndex } from '../../../../src/core/index/question-index';
import {
  ColumnStore,
  formatQuery,
  parseFilter,
  readQuery,
  withinOf,
} from '../../../../src/core/query';
import { DEFAULT_SETTINGS } from '../../../../src/settings/schema';
import { countsAll, readBlock } from '../../../../src/ui/block/block-state';
import { DashboardModel } from '../../../../src/ui/dashboard/model/dashboard-model';
import {
  DEFAULT_STATE,
  parseState,
  withView,
} from '../../../../src/ui/dashboard/state/dashboard-state';
import { queryOfState, stateOfQuery } from '../../../../src/ui/dashboard/state/state-query';
import { note } from '../../../core/query/note-sketch';

function model(): DashboardModel {
  const index = new QuestionIndex((notice) => notice());
  index.put(
    note('a.md', [
      { text: 'a', tag: 'inward/anomaly', speaker: 'Ilya' },
      { text: 'b', tag: 'outward/limits', speaker: 'Lex' },
      { text: 'c', tag: 'inward/direction', speaker: 'Ilya' },
    ]),
  );
  const made: DashboardModel = new DashboardModel({
    columns: new ColumnStore(),
    index,
    settings: { get: () => DEFAULT_SETTINGS, subscribe: () => () => undefined },
    navigate: (state) => made.show(state),
    keep: () => undefined,
  });
  made.setView('transitions');
  return made;
}

it('what follows what is counted without the pressed pair, and nothing is counted anew for it', () => {
  const made = model();
  const before = made.shown.transitions.value;
  expect([before.within, before.all.total, before.begins]).toEqual(['note', 2, 1]);
  made.setFilter(parseFilter('after:inward/anomaly stage:outward/limits').filter);
  expect(made.shown.transitions.value).toBe(before);
  expect(made.shown.totals.value.total).toBe(1);
  made.setFilter(parseFilter('after:inward/anomaly').filter);
  expect(made.shown.transitions.value.all.total).toBe(1);
});

it('grouped by askers, it is looked for among what each of them asks', () => {
  const made = model();
  made.setGroups([{ by: 'asker', reverse: false }]);
  const { within, all, begins } = made.shown.transitions.value;
  expect([within, all.total, begins]).toEqual(['run', 1, 2]);
  made.setGroups([{ by: 'label', reverse: false }]);
  expect(made.shown.transitions.value.within).toBe('note');
});

it('the view is asked for in words, saved, and read again', () => {
  const { query, problems } = readQuery('view transitions\ngroup by section');
  expect(problems).toEqual([]);
  const state = stateOfQuery(query, null);
  expect([state.view, withinOf(state.groups)]).toEqual(['transitions', 'section']);
  expect(formatQuery(queryOfState(state))).toBe(
    'scope articles\ngroup by section\nview transitions',
  );
  expect(parseState(JSON.parse(JSON.stringify(state)))).toEqual(state);
});

it('the list goes back to its notes from the comparison’s askers, by way of it', () => {
  const shown = withView(withView(DEFAULT_STATE, 'compare'), 'transitions');
  expect(withView(shown, 'list')).toEqual(DEFAULT_STATE);
});

it('a block counts all questions, whatever its limit', () => {
  expect(countsAll('transitions')).toBe(true);
  expect(readBlock('view transitions', DEFAULT_SETTINGS, 'a.md').state.limit).toBeNull();
});
