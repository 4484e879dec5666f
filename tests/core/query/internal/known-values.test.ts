import { expect, it } from 'vitest';
import { PathMap } from '../../../../src/core/index/path-list';
import type { NoteEntry } from '../../../../src/core/index/question-index';
import { ColumnStore } from '../../../../src/core/query/internal/column-store';
import { KnownValues } from '../../../../src/core/query/internal/known-values';
import { NO_FACTS, type NoteFacts } from '../../../../src/core/query/columns/note-facts';
import type { KnownField } from '../../../../src/core/query';
import { note } from '../note-sketch';

const NOTES: readonly NoteEntry[] = [
  note('讀書/安靜.md', [
    { text: '一？', label: '核心問題', speaker: 'Ilya', section: '噪音' },
    { text: '二？', label: '核心問題' },
    { text: '三？', label: '算力', section: '噪音' },
  ]),
  note('讀書/舊/a.md', [{ text: 'Why?', speaker: 'Ben' }]),
  note('Lab/a.md', [{ text: 'How?', speaker: 'Ben' }]),
  note('Lab/empty.md', []),
];

const FACTS: Readonly<Record<string, Partial<NoteFacts>>> = {
  '讀書/安靜.md': { tags: ['#類比', '#my/article'], properties: { 狀態: '完成', askers: 'Ada' } },
  '讀書/舊/a.md': {
    tags: ['#类比', '#類比'],
    properties: { 狀態: ['進行中', '完成'], Done: true },
  },
  'Lab/a.md': { properties: { done: false } },
};

function knownIn(notes: readonly NoteEntry[]) {
  const list = new PathMap<NoteEntry>();
  for (const entry of notes) list.set(entry);
  const store = new ColumnStore({
    ...NO_FACTS,
    factsOf: (path) => ({ tags: [], properties: {}, created: null, ...FACTS[path] }),
  });
  return { known: new KnownValues(store), list };
}

// Where several are as common, in the order of the notes' paths.
it.each<[field: KnownField, property: string | null, values: readonly string[]]>([
  ['label', null, ['核心問題 2', '算力 1']],
  ['speaker', null, ['Ben 2', 'Ilya 1']],
  ['asker', null, ['Ben 2', 'Ada 2', 'Ilya 1']],
  ['section', null, ['噪音 2']],
  ['folder', null, ['讀書 4', 'Lab 1', '讀書/舊 1']],
  // Two notes are called «a».
  ['note', null, ['安靜 3', 'Lab/a.md 1', '讀書/舊/a.md 1']],
  ['path', null, ['讀書/安靜.md 3', 'Lab/a.md 1', '讀書/舊/a.md 1']],
  ['tag', null, ['類比 2', 'my/article 1']],
  ['prop', null, ['done 2', '狀態 2', 'askers 1']],
  ['prop', '状态', ['完成 2', '進行中 1']],
  ['prop', 'done', ['false 1', 'true 1']],
  ['prop', 'nothing', []],
])('%s %s: what the notes have, the commonest first', (field, property, values) => {
  const { known, list } = knownIn(NOTES);
  const found = known.of(list.snapshot(), field, property);
  expect(found.map(({ value, count }) => `${value} ${String(count)}`)).toEqual(values);
});

it('is the same list where a note changes in something else', () => {
  const { known, list } = knownIn(NOTES);
  const first = known.of(list.snapshot(), 'label');
  list.set(note('Lab/a.md', [{ text: 'How else?', speaker: 'Ada' }]));
  expect(known.of(list.snapshot(), 'label')).toBe(first);
  expect(known.of(list.snapshot(), 'speaker').map(({ value }) => value)).toContain('Ada');
});

it('counts again only where notes have changed', () => {
  const { known, list } = knownIn(NOTES);
  const first = known.of(list.snapshot(), 'label');
  expect(known.of(list.snapshot(), 'label')).toBe(first);
  list.set(note('new.md', [{ text: '新？', label: '新' }]));
  expect(known.of(list.snapshot(), 'label').map(({ value }) => value)).toEqual([
    '核心問題',
    '新',
    '算力',
  ]);
});
