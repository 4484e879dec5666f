import { describe, expect, it } from 'vitest';
import type { MarkFormat } from '../../../src/core/model/mark';
import type { RecordedEdit } from '../../../src/core/marks/recorded-edit';
import { stringsFor } from '../../../src/i18n';
import {
  reportLines,
  reportRewriting,
  reportReplay,
  reportWriting,
  unreadableNotes,
} from '../../../src/ui/bulk/bulk-report';
import type { Replay } from '../../../src/vault/writing/replay';
import type { NoteOutcome } from '../../../src/vault/writing/write';
import { question } from '../../core/query/note-sketch';

const en = stringsFor('en');

function refusal(text: string): NoteOutcome['refused'][number] {
  return { change: { question: question({ text }, 0), value: null }, code: 'gone' };
}

function outcome(path: string, result: Partial<NoteOutcome>): NoteOutcome {
  return { path, written: 0, refused: [], failure: null, ...result };
}

function turn(result: Partial<Replay>): Replay {
  const nothing = { notes: 0, places: 0, lost: [], failed: [], format: null, unread: null };
  return { total: 1, done: 1, ...nothing, ...result };
}

const edit: RecordedEdit = {
  at: 4,
  before: '',
  after: ' #question/inward',
  lead: '  - Why?',
  trail: '',
  startsLine: true,
  endsLine: true,
};

describe('the report of a change', () => {
  it.each<[string, readonly NoteOutcome[], number, readonly string[]]>([
    ['one written', [outcome('a.md', { written: 1 })], 1, ['Changed 1 question in 1 note.']],
    ['nothing to write', [outcome('a.md', {})], 1, ['Nothing was changed.']],
    [
      'several notes, one refused',
      [outcome('a.md', { written: 2, refused: [refusal('a?')] }), outcome('b.md', { written: 1 })],
      2,
      ['Changed 3 questions in 2 notes.', '“a?” is no longer in its note.'],
    ],
    [
      'a note that failed',
      [outcome('x/y.md', { failure: { code: 'missing', detail: '' } })],
      1,
      ['Nothing was changed.', '“y” is not there any more.'],
    ],
    [
      'a stop',
      [outcome('a.md', { written: 1 })],
      5,
      ['Changed 1 question in 1 note.', 'Stopped; 4 notes were not reached.'],
    ],
  ])('%s', (_name, outcomes, total, expected) => {
    const report = reportWriting(en, outcomes, total, en.bulk.summary.changed);
    expect(reportLines(report, en)).toEqual(expected);
    expect(report.canUndo).toBe(outcomes.some(({ written }) => written > 0));
  });

  it('can be undone where one note took only part of it', () => {
    const failure = { code: 'partly-written', detail: 'editor' } as const;
    const report = reportWriting(en, [outcome('a.md', { failure })], 1, en.bulk.summary.changed);
    expect(report.canUndo).toBe(true);
  });

  it('names a few of many reasons in a notice, and counts the others', () => {
    const refused = Array.from({ length: 8 }, (_, at) => refusal(`${at}?`));
    const report = reportWriting(en, [outcome('a.md', { refused })], 1, en.bulk.summary.changed);
    const lines = reportLines(report, en);
    expect(lines).toHaveLength(7);
    expect(lines.at(-1)).toBe('… and 3 more');
    expect(report.unwritten[0]?.reasons).toHaveLength(8);
  });
});

describe('the report of an undo or a redo', () => {
  it.each<[string, 'undo' | 'redo', Replay, readonly string[]]>([
    ['all taken back', 'undo', turn({ notes: 1, places: 2 }), ['Undid 2 tag changes in 1 note.']],
    ['all made again', 'redo', turn({ notes: 1, places: 1 }), ['Redid 1 tag change in 1 note.']],
    ['taken back by hand before', 'undo', turn({}), [en.bulk.allUndone]],
    ['made again by hand before', 'redo', turn({}), [en.bulk.allRedone]],
    [
      'a place that has changed since',
      'undo',
      turn({ notes: 1, places: 1, lost: [{ path: 'a.md', edit }] }),
      ['Undid 1 tag change in 1 note.', '“- Why?” has changed since.'],
    ],
    [
      'a note in which marks of another root are left',
      'undo',
      turn({ notes: 1, places: 1, unread: 'ask' }),
      ['Undid 1 tag change in 1 note.', en.bulk.summary.unread('ask')],
    ],
    [
      'a note that is gone',
      'undo',
      turn({ failed: [{ path: 'a.md', failure: { code: 'missing', detail: '' } }] }),
      ['Nothing was changed.', '“a” is not there any more.'],
    ],
  ])('%s', (_name, way, result, expected) => {
    expect(reportLines(reportReplay(en, way, result), en)).toEqual(expected);
  });

  it('puts all that was left in a note together', () => {
    const lost = ['a.md', 'b.md', 'a.md'].map((path) => ({ path, edit }));
    const { unwritten } = reportReplay(en, 'undo', turn({ lost }));
    expect(unwritten.map(({ path, reasons }) => [path, reasons.length])).toEqual([
      ['a.md', 2],
      ['b.md', 1],
    ]);
  });
});

describe('the report of marks written in another way', () => {
  const unwritable = { code: 'read-only', detail: '' } as const;
  const conflicted = { code: 'conflicted-copy', detail: '' } as const;
  const unread = en.bulk.summary.unread('ask');
  const from: MarkFormat = { root: 'ask', style: 'tag' };
  const other: MarkFormat = { root: 'question', style: 'tag' };

  it.each<[string, readonly NoteOutcome[], MarkFormat, string | null]>([
    ['all written', [outcome('a.md', { written: 1 })], other, null],
    ['one that failed', [outcome('a.md', { failure: unwritable })], other, unread],
    ['one that failed, but the root stays', [outcome('a.md', { failure: unwritable })], from, null],
    ['a copy that is left alone for good', [outcome('a.md', { failure: conflicted })], other, null],
    ['a stop', [], other, unread],
  ])('says which marks are not read: %s', (_name, outcomes, to, expected) => {
    const report = reportRewriting(en, outcomes, 1, { from, to });
    expect(report.remark).toBe(expected);
    expect(reportLines(report, en).includes(unread)).toBe(expected !== null);
  });

  it('names a note that could not be read, whose marks are not read either', () => {
    const left = unreadableNotes(en, [
      { path: 'x/y.md', failure: { code: 'failed', detail: 'EIO' } },
    ]);
    const report = reportRewriting(en, [], 0, { from, to: other }, left);
    expect(reportLines(report, en)).toEqual([
      'Nothing was changed.',
      '“y” could not be read: EIO',
      unread,
    ]);
  });
});
