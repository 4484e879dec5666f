/**
 * What a view of a base says of its questions: options that stand in the `.base` beside Bases' own, each read as the line
 * of a query that it stands for. Whatever stands there, reading it never throws; what can't be read is told.
 */
import type { BasesAllOptions } from 'obsidian';
import {
  GROUP_FIELDS,
  type Query,
  type QueryProblem,
  readQuery,
  type ReadContext,
} from '../../core/query';
import type { Strings } from '../../i18n';
import { problemSentence } from '../../i18n/query-problem';
import { DEFAULT_STATE, withView, type DashboardState } from '../dashboard/state/dashboard-state';
import { stateOfQuery } from '../dashboard/state/state-query';
import { shortText } from '../notices/short-text';

/** The view's type, as a `.base` names it. */
export const BASE_VIEW = 'question-stance';

/** Bases has a `limit` and a `groupBy` of files, so that none of ours can have a plain name. */
const KEYS = {
  filter: 'questionFilter',
  view: 'questionView',
  grouping: 'questionGrouping',
  limit: 'questionLimit',
} as const;
type Option = keyof typeof KEYS;

/** The grouping that is none. */
const UNGROUPED = 'none';

export interface BaseReading {
  readonly state: DashboardState;
  /** What is wrong, a sentence each. */
  readonly problems: readonly string[];
}

function nameOf(option: Option, { bases, dashboard }: Strings): string {
  return option === 'view' ? dashboard.view : bases[option];
}

/** The menu of the view's options. */
export function baseOptions(strings: Strings): BasesAllOptions[] {
  const { bases, dashboard } = strings;
  const about = (option: Option) => ({ key: KEYS[option], displayName: nameOf(option, strings) });
  const fields = GROUP_FIELDS.map((field) => [field, dashboard.fields[field]] as const);
  return [
    { type: 'text', ...about('filter'), placeholder: 'is:untagged' },
    {
      type: 'dropdown',
      ...about('view'),
      default: '',
      options: { '': bases.usual, ...dashboard.views },
    },
    {
      type: 'dropdown',
      ...about('grouping'),
      default: '',
      options: {
        '': bases.usual,
        [UNGROUPED]: dashboard.ungrouped,
        ...Object.fromEntries(fields),
      },
    },
    { type: 'text', ...about('limit'), placeholder: '100' },
  ];
}

/**
 * `get` gives an option as it stands in the base. The filter words may say how to show what they find, as saved queries
 * do; an option that is set counts before them. Which notes are looked at is the base's to say, whatever `scope` they name.
 */
export function readBaseOptions(
  get: (key: string) => unknown,
  context: ReadContext,
  strings: Strings,
): BaseReading {
  const problems: string[] = [];
  const tell = (option: Option, sentence: string): void => {
    problems.push(strings.dashboard.term(nameOf(option, strings), sentence));
  };
  const read = (option: Option, text: string): Query => {
    const reading = readQuery(text, context);
    for (const problem of reading.problems) {
      tell(option, problemSentence(shortened(problem), strings.query));
    }
    return reading.query;
  };
  const line = (option: Exclude<Option, 'filter'>, start: string): Query | null => {
    const value = written(get(KEYS[option]));
    return value === '' ? null : read(option, `${start} ${value.replace(/\s+/g, ' ')}`);
  };
  const words = get(KEYS.filter) ?? '';
  if (typeof words !== 'string') tell('filter', strings.bases.noText(shortText(written(words))));
  const { notes: _, ...asked } = read('filter', typeof words === 'string' ? words : '');
  const view = line('view', 'view')?.view;
  const limit = line('limit', 'limit')?.limit;
  const isUngrouped = get(KEYS.grouping) === UNGROUPED;
  const own = isUngrouped ? [] : line('grouping', 'group by')?.groups;
  const groups = own ?? asked.groups;
  const query = { ...asked, ...(view && { view }), ...(limit !== undefined && { limit }), groups };
  const state = stateOfQuery(query, null);
  const isUsual = groups.length === 0 && !isUngrouped;
  const usual = isUsual ? { groups: withView(DEFAULT_STATE, state.view).groups } : {};
  return { state: { ...state, ...usual, notes: 'vault' }, problems };
}

/** As it stands in the base, or nearly: nothing where it is left open. */
function written(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value.trim();
  try {
    return JSON.stringify(value);
  } catch {
    // A list may hold itself.
    return '…';
  }
}

function shortened(problem: QueryProblem): QueryProblem {
  return { ...problem, word: shortText(problem.word) };
}
