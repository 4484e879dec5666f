import { NO_FACTS } from '../../../../src/core/query/columns/note-facts';
import { ColumnStore } from '../../../../src/core/query/internal/column-store';
import type { ListItem } from '../../../../src/ui/dashboard/model/list-items';
import { describe, expect, it, vi } from 'vitest';
import type { MarkValue } from '../../../../src/core/model/question';
import { GivenNotes, type ListNeeds } from '../../../../src/core/query';
import { QuestionIndex } from '../../../../src/core/index/question-index';
import { DEFAULT_SETTINGS, type Settings } from '../../../../src/settings/schema';
import type { Preparation } from '../../../../src/ui/dashboard/state/applied-state';
import { DashboardModel } from '../../../../src/ui/dashboard/model/dashboard-model';
import type { DashboardState } from '../../../../src/ui/dashboard/state/dashboard-state';
import { moveCursor, toggleRows } from '../../../../src/ui/dashboard/model/list-selection';
import { note, type Asked } from '../../../core/query/note-sketch';

const asked: readonly Asked[] = [
  { text: '為什麼人類學得快？', tag: 'inward/difference', label: '核心問題', section: '泛化' },
  { text: '資源從哪裡來？', tag: 'outward/limits', label: '算力瓶頸', speaker: '主持人' },
  { text: '這樣對嗎？', label: '核心問題' },
  { text: '為什麼不？', tag: 'inward' },
];
const article = note('文章/研究.md', asked);
const interview = note('interview.md', [
  { text: 'How would you know?', tag: 'outward/philosophy', speaker: 'Ann' },
  { text: 'Is it GPU time?', tag: 'outward/limits', speaker: 'Ben' },
  { text: '(why?)', kind: 'embedded' },
  { text: 'Right?', tag: 'skip' },
]);
const outside = note('private.md', ['Milk or tea?', { text: 'Odd?', tag: 'sideways/up' }], {
  inScope: false,
});

const follow = () => () => undefined;

/** A model over a real index, with a history that can be gone back. */
function dashboard(
  notes = [article, interview, outside],
  preparation?: Preparation,
  columns = new ColumnStore(),
) {
  const index = new QuestionIndex((notice) => notice());
  for (const entry of notes) index.put(entry);
  index.setProgress({ phase: 'ready', done: notes.length, total: notes.length });
  let settings: Settings = DEFAULT_SETTINGS;
  const listeners: (() => void)[] = [];
  const changes: DashboardState[] = [];
  const keep = vi.fn();
  const model: DashboardModel = new DashboardModel({
    columns,
    ...(preparation && { preparation }),
    index,
    settings: {
      get: () => settings,
      subscribe: (listener) => {
        listeners.push(listener);
        return () => undefined;
      },
    },
    navigate: (state) => {
      changes.push(model.state.peek());
      model.show(state);
    },
    keep,
  });
  const setSettings = (next: Settings): void => {
    settings = next;
    listeners.forEach((listener) => listener());
  };
  return { index, model, changes, keep, setSettings };
}

function texts(model: DashboardModel): readonly string[] {
  return model.shown.rows().map(({ question }) => question.text);
}

function itemsOf({ shown: { list } }: DashboardModel): readonly ListItem[] {
  const { value } = list;
  return Array.from({ length: value.length }, (_, at) => value.at(at)).filter(
    (item) => item !== undefined,
  );
}

function drawnList(model: DashboardModel): readonly string[] {
  return itemsOf(model).map((item) =>
    item.kind === 'header' ? `# ${item.group.key ?? '∅'}` : item.row.question.text,
  );
}

const skip: MarkValue = { stance: 'skip', stage: null };

describe('what is in scope', () => {
  it('is the articles at first, without embedded and skipped questions', () => {
    const { model } = dashboard();
    expect(model.shown.totals.value).toMatchObject({ notes: 2, total: 6, tagged: 5, untagged: 1 });
    expect(texts(model)).not.toContain('(why?)');
  });

  it('is every note of the vault when asked for', () => {
    const { model } = dashboard();
    model.setNotes('vault');
    expect(model.shown.totals.value).toMatchObject({ notes: 3, total: 8 });
  });

  it('is given notes in their order and groups, whichever the state names', () => {
    const { model } = dashboard();
    model.setGiven(
      new GivenNotes([
        { key: 'late', paths: ['private.md', 'nowhere.md'] },
        { key: '', paths: ['interview.md'] },
      ]),
    );
    expect(drawnList(model)).toEqual([
      '# late',
      '# private.md',
      'Milk or tea?',
      'Odd?',
      '# ',
      '# interview.md',
      'How would you know?',
      'Is it GPU time?',
    ]);
    model.setNotes('note');
    model.setGroups([]);
    expect(drawnList(model)).toEqual([
      '# late',
      'Milk or tea?',
      'Odd?',
      '# ',
      'How would you know?',
      'Is it GPU time?',
    ]);
    model.setView('compare');
    expect(model.shown.comparison.value.by).toBe('asker');
    model.setGiven(new GivenNotes([{ key: '', paths: ['interview.md'] }]));
    model.setView('list');
    model.setGroups([]);
    expect(drawnList(model)).toEqual(['How would you know?', 'Is it GPU time?']);
  });

  it('is the active note, and follows it', () => {
    const { model } = dashboard();
    model.setNotes('note');
    expect(model.emptiness.value).toEqual({ kind: 'no-note' });
    model.setActivePath('private.md');
    expect(texts(model)).toEqual(['Milk or tea?', 'Odd?']);
    model.setActivePath('interview.md');
    expect(texts(model)).toEqual(['How would you know?', 'Is it GPU time?']);
  });

  it('takes in embedded questions where the settings say so', () => {
    const { model, setSettings } = dashboard();
    setSettings({ ...DEFAULT_SETTINGS, lists: { ...DEFAULT_SETTINGS.lists, showEmbedded: true } });
    expect(texts(model)).toContain('(why?)');
  });

  it('takes in skipped questions where the filter asks for them', () => {
    const { model } = dashboard();
    model.setFilter([{ field: 'stance', value: skip.stance }]);
    expect(texts(model)).toEqual(['Right?']);
  });
});

describe('filtering', () => {
  it('narrows by field and counts what is left', () => {
    const { model } = dashboard();
    model.setFilter([{ field: 'stage', value: 'outward/limits' }]);
    expect(model.shown.totals.value).toMatchObject({ notes: 2, total: 2, tagged: 2, untagged: 0 });
    model.narrow({ field: 'speaker', value: 'Ben' });
    expect(texts(model)).toEqual(['Is it GPU time?']);
  });

  it('counts the matrix without the cells that are chosen, so that others can be seen', () => {
    const { model } = dashboard();
    model.chooseCell({ field: 'stage', value: 'outward/limits' }, false);
    expect(model.shown.matrix.value.byStage.get('inward/difference')).toBe(1);
    expect(model.shown.matrix.value.untagged).toBe(1);
    model.query.search('stage:outward/limits gpu');
    expect(model.shown.matrix.value.byStage.get('inward/difference')).toBeUndefined();
  });

  const limits = { field: 'stage', value: 'outward/limits' } as const;
  const inward = { field: 'stance', value: 'inward' } as const;
  const untagged = { field: 'is', value: 'untagged' } as const;
  const label = { field: 'label', value: '核心問題' } as const;
  const conflict = { field: 'is', value: 'conflict' } as const;

  it.each<[string, DashboardState['filter'], Parameters<DashboardModel['chooseCell']>, unknown]>([
    ['chooses a cell', [], [limits, false], [limits]],
    ['chooses another instead', [limits, label], [inward, false], [label, inward]],
    ['adds one', [limits], [untagged, true], [limits, untagged]],
    ['frees the only one', [label, limits], [limits, false], [label]],
    ['chooses one of several alone', [limits, inward], [limits, false], [limits]],
    ['takes one away', [limits, inward], [limits, true], [inward]],
    ['adds what is no cell, and takes it away', [limits], [conflict, false], [limits, conflict]],
    ['takes away what is no cell', [limits, conflict], [conflict, false], [limits]],
  ])('a click on the matrix: %s', (_name, before, click, after) => {
    const { model } = dashboard();
    model.setFilter(before);
    model.chooseCell(...click);
    expect(model.state.value.filter).toEqual(after);
  });

  it('goes through the history for changes, and past it for typing', () => {
    const { model, changes, keep } = dashboard();
    model.query.search('為');
    model.query.search('為什麼');
    model.setGroups([{ by: 'stance', reverse: false }]);
    expect(changes).toEqual([]);
    expect(keep).toHaveBeenCalledTimes(3);
    model.chooseCell(inward, false);
    model.setNotes('vault');
    expect(changes.map((state) => state.filter.length)).toEqual([1, 2]);
  });

  it('takes the whole language as it is typed, and carries instructions out when it is meant', () => {
    const { model, changes } = dashboard();
    model.query.search('(gpu OR 資源) -speaker:Ann');
    expect(texts(model)).toEqual(['Is it GPU time?', '資源從哪裡來？']);
    model.query.search('stance:outward group by asker sort by text limit 2 view table');
    expect(texts(model)).toHaveLength(3);
    expect(model.state.value).toMatchObject({ filter: [{ field: 'stance', value: 'outward' }] });
    expect(model.state.value.groups).toEqual([{ by: 'note', reverse: false }]);
    expect(changes).toEqual([]);
    model.query.carryOut('stance:outward group by asker sort by text limit 2 view table');
    expect(model.state.value).toMatchObject({
      filter: [{ field: 'stance', value: 'outward' }],
      groups: [{ by: 'asker', reverse: false }],
      sorts: [{ by: 'text', reverse: false }],
      limit: 2,
      view: 'table',
    });
    expect(drawnList(model)).toHaveLength(4);
    model.query.carryOut('scope vault');
    expect(model.state.value).toMatchObject({ notes: 'vault', filter: [] });
    expect(changes).toHaveLength(1);
    model.clearFilter();
    expect(model.state.value.limit).toBeNull();
  });

  it('shows saved queries, in a line of search and by their names, and is saved as one', () => {
    const { model, setSettings } = dashboard();
    const queries = [{ name: '開放', text: 'is:untagged\nscope vault\ngroup by stance' }];
    setSettings({ ...DEFAULT_SETTINGS, queries });
    model.query.carryOut('talk preset 开放');
    expect(model.state.value.filter).toEqual([
      { field: 'text', value: 'talk' },
      { field: 'is', value: 'untagged' },
    ]);
    model.setLimits({ limit: 9, limitGroups: null });
    expect(model.query.show('preset 开放')).toEqual([]);
    expect(texts(model)).toEqual(['Milk or tea?', '這樣對嗎？']);
    expect(model.state.value).toMatchObject({ limit: null, notes: 'vault' });
    expect(model.query.asText()).toBe('is:untagged\nscope vault\ngroup by stance\nview list');
  });

  it('says where a query asks for the folder of a note, and no note is open', () => {
    const { model } = dashboard();
    const told = () =>
      model.query.readLine('is:tagged scope folder').problems.map(({ code }) => code);
    expect(told()).toEqual(['no-note']);
    expect(model.query.show('scope folder')).toMatchObject([{ code: 'no-note' }]);
    expect(model.state.value.notes).toBe('articles');
    model.setActivePath('文章/研究.md');
    expect(told()).toEqual([]);
    expect(model.query.show('scope folder')).toEqual([]);
    expect(model.state.value.filter).toEqual([{ field: 'folder', value: '文章' }]);
  });

  it('means the day it is by «today», behind midnight too', () => {
    vi.useFakeTimers({ now: new Date(2026, 2, 31, 23, 59) });
    try {
      const facts = { tags: [], properties: {}, created: '2026-03-31' };
      const asked = { ...NO_FACTS, factsOf: () => facts, dateProperties: () => [] };
      const columns = new ColumnStore(asked);
      const { model } = dashboard(undefined, undefined, columns);
      model.query.search('date:this-month');
      expect(texts(model)).toHaveLength(6);
      vi.setSystemTime(new Date(2026, 3, 1, 0, 1));
      model.followDay();
      expect(texts(model)).toEqual([]);
      vi.setSystemTime(new Date(2026, 2, 30));
      model.setGroups([]);
      expect(texts(model)).toHaveLength(6);
    } finally {
      vi.useRealTimers();
    }
  });

  it('compares by another property’s askers as soon as the settings name it', () => {
    let property = 'askers';
    const properties = { askers: 'Ann', guests: 'Ben' };
    const facts = { tags: [], properties, created: null };
    const asked = { ...NO_FACTS, factsOf: () => facts, askersProperty: () => property };
    const { model, setSettings } = dashboard([article], undefined, new ColumnStore(asked));
    model.setView('compare');
    const askers = () => model.shown.comparison.value.rows.map(({ key }) => key);
    expect(askers()).toEqual(['Ann', '主持人']);
    property = 'guests';
    const notes = { ...DEFAULT_SETTINGS.notes, askersProperty: property };
    setSettings({ ...DEFAULT_SETTINGS, notes });
    expect(askers()).toEqual(['Ben', '主持人']);
  });

  it('keeps ready what it asks for, until it asks for something else or is closed', () => {
    let asks = (): ListNeeds => ({ facts: [], ranked: [] });
    const stop = vi.fn();
    const { model } = dashboard(undefined, {
      isReady: () => true,
      prepare: () => Promise.resolve(),
      follow: (list) => {
        asks = list;
        return stop;
      },
    });
    model.setSorts([{ by: 'text', reverse: false }]);
    expect(asks().ranked).toEqual(['text']);
    model.setSorts([]);
    expect(asks().ranked).toEqual([]);
    model.dispose();
    expect(stop).toHaveBeenCalledOnce();
  });

  it('keeps the list as it is until what is asked for is ready', async () => {
    let isReady = true;
    let done = (): void => undefined;
    const prepare = vi.fn(() => new Promise<void>((resolve) => (done = resolve)));
    const { model } = dashboard(undefined, { isReady: () => isReady, prepare, follow });
    const before = model.shown.list.value;
    isReady = false;
    model.setSorts([{ by: 'text', reverse: true }]);
    model.query.search('tag:talks');
    expect(model.waits.value).toBe(true);
    expect(model.shown.list.value).toBe(before);
    expect(prepare).toHaveBeenLastCalledWith({ facts: [{ kind: 'tags' }], ranked: ['text'] });
    isReady = true;
    done();
    await vi.waitFor(() => expect(model.waits.value).toBe(false));
    expect(texts(model)).toEqual([]);
  });

  it('has all and selects all of what a limit leaves, and nothing else', () => {
    const { model } = dashboard();
    model.setSorts([{ by: 'text', reverse: true }]);
    model.setGroups([]);
    model.setLimits({ limit: 2, limitGroups: null });
    const shown = itemsOf(model).flatMap((item) =>
      item.kind === 'row' ? [item.row.question.text] : [],
    );
    expect(shown).toHaveLength(2);
    expect([...texts(model)].sort()).toEqual([...shown].sort());
    model.selection.selectAll();
    const selected = model.selection.rows.value.map(({ question }) => question.text);
    expect([...selected].sort()).toEqual([...shown].sort());
    expect(model.shown.size.value).toBe(2);
  });

  it.each([
    ['failed', () => Promise.reject(new Error('gone'))],
    ['was for notes that have changed since', () => Promise.resolve()],
  ])('does not wait for good where getting ready %s', async (_, prepare) => {
    let isReady = true;
    const { model } = dashboard(undefined, { isReady: () => isReady, prepare, follow });
    isReady = false;
    model.query.search('tag:talks');
    expect(model.waits.value).toBe(true);
    await vi.waitFor(() => expect(model.waits.value).toBe(false));
    expect(texts(model)).toEqual([]);
  });

  it('explains the first forty parts, those within others among them, and counts the rest', () => {
    const { model } = dashboard();
    const either = { any: [[limits], [inward]] };
    const words = Array.from(
      { length: 40 },
      (_, at) => ({ field: 'text', value: `w${at}` }) as const,
    );
    model.setFilter([either, ...words.slice(3)]);
    expect(model.shown.explained.value).toMatchObject({ parts: { length: 40 }, more: 0 });
    model.setFilter([either, ...words]);
    const { parts, more } = model.shown.explained.value;
    expect(parts.slice(0, 4)).toEqual([
      { condition: either, depth: 0, matched: 4 },
      { condition: limits, depth: 1, matched: 2 },
      { condition: inward, depth: 1, matched: 2 },
      { condition: words[0], depth: 0, matched: 0 },
    ]);
    expect([parts.length, more]).toEqual([40, 3]);
  });

  it('offers every value with the count it would show', () => {
    const { model } = dashboard();
    model.setFilter([limits]);
    const facets = model.shown
      .facets()
      .map(({ term, count }) => `${term.field}:${term.value} ${count}`);
    expect(facets).toEqual([
      'stance:inward 2',
      'stance:outward 3',
      'stage:inward/difference 1',
      'stage:inward/ 1',
      'stage:outward/limits 2',
      'stage:outward/philosophy 1',
      'is:tagged 5',
      'is:skipped 1',
      'is:untagged 1',
      'label:算力瓶頸 1',
      'speaker:Ben 1',
      'speaker:主持人 1',
      'kind:body 2',
      'folder:文章 1',
      'note:interview.md 1',
      'note:文章/研究.md 1',
    ]);
  });
});

describe('the list', () => {
  it('groups by note, in the order of the paths', () => {
    const { model } = dashboard();
    expect(drawnList(model)).toEqual([
      '# interview.md',
      'How would you know?',
      'Is it GPU time?',
      '# 文章/研究.md',
      '為什麼人類學得快？',
      '資源從哪裡來？',
      '這樣對嗎？',
      '為什麼不？',
    ]);
  });

  it('groups by stage in the order of the taxonomy', () => {
    const { model } = dashboard();
    model.setGroups([{ by: 'stage', reverse: false }]);
    expect(drawnList(model).filter((line) => line.startsWith('#'))).toEqual([
      '# inward/difference',
      '# inward/',
      '# outward/limits',
      '# outward/philosophy',
      '# ∅',
    ]);
  });

  it('folds groups, one or all, and remembers them per grouping', () => {
    const { model } = dashboard();
    model.setCollapsed('note:interview.md', true);
    expect(drawnList(model)[1]).toBe('# 文章/研究.md');
    model.setGroups([{ by: 'label', reverse: false }]);
    expect(drawnList(model)).toContain('Is it GPU time?');
    model.setGroups([{ by: 'note', reverse: false }]);
    model.setAllCollapsed(true);
    expect(drawnList(model)).toEqual(['# interview.md', '# 文章/研究.md']);
    model.setAllCollapsed(false);
    expect(model.state.value.collapsed).toEqual([]);
  });

  it('counts the selected of each group, and toggles a whole group', () => {
    const { model } = dashboard();
    const header = itemsOf(model)[0];
    if (header?.kind !== 'header') throw new Error('no header');
    model.selection.toggleGroup(header);
    expect(model.selection.perGroup.value.get('note:interview.md')).toBe(2);
    expect(model.selection.rows.value).toHaveLength(2);
    model.selection.selectAll();
    expect(model.selection.rows.value).toHaveLength(6);
  });
});

describe('live updates', () => {
  it('keep cursor and selection on the same questions when text is added above them', () => {
    const { model, index } = dashboard();
    model.selection.select((s, list) => moveCursor(s, list, 6, false));
    const cursor = model.selection.now.value.cursor;
    model.selection.select((s) => toggleRows(s, [cursor ?? ''], cursor ?? ''));
    index.put(note(article.path, ['新的？', ...asked]));
    expect(model.selection.now.value.cursor).toBe(cursor);
    expect(model.selection.rows.value.map((row) => row.question.text)).toEqual(['資源從哪裡來？']);
    expect(model.selection.rows.value[0]?.question.line).toBe(201);
  });

  it('keep two questions of the same text apart', () => {
    const { model } = dashboard([note('a.md', ['為什麼？', '為什麼？'])]);
    const keys = itemsOf(model)
      .slice(1)
      .map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });

  it('let go of a question that no longer fits, and go on to the next', () => {
    const { model, index } = dashboard();
    model.setFilter([{ field: 'is', value: 'untagged' }]);
    index.put(note('more.md', ['One?', 'Two?']));
    model.selection.select((s, list) => moveCursor(s, list, 2, false));
    const cursor = model.selection.now.value.cursor ?? '';
    model.selection.select((s) => toggleRows(s, [cursor], cursor));
    expect(model.selection.rows.value.map((row) => row.question.text)).toEqual(['One?']);
    index.put(note('more.md', [{ text: 'One?', tag: 'inward' }, 'Two?']));
    expect(model.selection.rows.value).toEqual([]);
    expect(model.selection.now.value.cursor).toContain('Two?');
  });

  it('take selection, collapsed groups and filter along when a note is renamed', () => {
    const { model, index } = dashboard();
    model.setCollapsed('note:interview.md', true);
    model.narrow({ field: 'note', value: 'interview.md' });
    model.selection.selectAll();
    model.pathRenamed('interview.md', 'talks/ann.md');
    index.rename('interview.md', 'talks/ann.md');
    expect(model.selection.rows.value.map((row) => row.entry.path)).toEqual([
      'talks/ann.md',
      'talks/ann.md',
    ]);
    expect(model.state.value.collapsed).toEqual(['note:talks/ann.md']);
    expect(model.state.value.filter).toEqual([{ field: 'note', value: 'talks/ann.md' }]);
  });

  it('take them along when a folder is renamed', () => {
    const { model, index } = dashboard();
    model.setCollapsed('note:文章/研究.md', true);
    model.narrow({ field: 'folder', value: '文章' });
    model.selection.selectAll();
    model.pathRenamed('文章', 'essays');
    index.rename('文章/研究.md', 'essays/研究.md');
    expect(model.selection.rows.value).toHaveLength(4);
    expect(model.state.value.collapsed).toEqual(['note:essays/研究.md']);
    expect(model.state.value.filter).toEqual([{ field: 'folder', value: 'essays' }]);
  });

  it('find given notes under their new names before whoever gave them gives them anew', () => {
    const { model, index } = dashboard();
    model.setGiven(new GivenNotes([{ key: 'x', paths: ['private.md', 'interview.md'] }]));
    model.selection.selectAll();
    model.pathRenamed('private.md', 'moved.md');
    index.rename('private.md', 'moved.md');
    expect(drawnList(model).slice(0, 3)).toEqual(['# x', '# moved.md', 'Milk or tea?']);
    expect(model.selection.rows.value).toHaveLength(4);
    const { list } = model.shown;
    const before = list.value;
    model.setGiven(new GivenNotes([{ key: 'x', paths: ['moved.md', 'interview.md'] }]));
    expect(list.value).toBe(before);
  });

  it('drop a note that is deleted', () => {
    const { model, index } = dashboard();
    index.remove('interview.md');
    expect(model.shown.totals.value.notes).toBe(1);
  });

  it('stop when the view is closed', () => {
    const { model, index } = dashboard();
    model.dispose();
    index.remove('interview.md');
    expect(model.shown.totals.value.notes).toBe(2);
  });

  it('filter fifty thousand questions quickly enough to type', () => {
    const many = Array.from({ length: 500 }, (_, at) =>
      note(
        `${at}.md`,
        Array.from({ length: 100 }, (__, nth) => `第 ${at}-${nth} 個問題是什麼？`),
      ),
    );
    const { model } = dashboard(many);
    expect(texts(model)).toHaveLength(50_000);
    const before = performance.now();
    model.query.search('99');
    const count = model.shown.list.value.length;
    const took = performance.now() - before;
    expect(count).toBeGreaterThan(500);
    // A wide margin over what it takes, so that only a slip in the order of growth fails here.
    expect(took).toBeLessThan(2_000);
  });
});
