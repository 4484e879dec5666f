import type { App } from 'obsidian';
import { describe, expect, it } from 'vitest';
import type { MarkValue } from '../../src/core/question';
import type { Row } from '../../src/core/query/row';
import { stringsFor } from '../../src/i18n';
import { markRows, reportLines, type MarkReport } from '../../src/ui/dashboard/mark-rows';
import type { NoteChanges, NoteOutcome } from '../../src/vault/write';
import { note, question } from './dashboard-notes';

const analogy: MarkValue = { stance: 'outward', stage: 'analogy' };

/** A vault that has the notes of `paths`, and a writer that writes everything but what `fail` says. */
function desk(
  paths: readonly string[],
  fail: Readonly<Record<string, NoteOutcome['failure']>> = {},
) {
  const asked: string[] = [];
  const app = {
    vault: {
      getFileByPath: (path: string) => (paths.includes(path) ? { path } : null),
    },
  } as unknown as App;
  const writer = {
    writeAll: (notes: readonly NoteChanges[]): Promise<readonly NoteOutcome[]> =>
      Promise.resolve(
        notes.map(({ file, changes }) => {
          asked.push(`${file.path}: ${changes.map((change) => change.question.text).join(' ')}`);
          const failure = fail[file.path] ?? null;
          return { file, failure, refused: [], written: failure ? 0 : changes.length };
        }),
      ),
  };
  return { app, writer, asked };
}

function rowsOf(...notes: readonly ReturnType<typeof note>[]): readonly Row[] {
  return notes.flatMap((entry) => entry.questions.map((each) => ({ entry, question: each })));
}

const one = note('one.md', ['a?', { text: 'b?', tag: 'outward/analogy' }]);
const two = note('two.md', [{ text: 'c?', tag: 'inward' }]);
const twice = note('twice.md', [{ text: 'd?', tag: 'outward/analogy inward' }]);

describe('marking rows', () => {
  it('asks for each note once, and not for questions that have the mark already', async () => {
    const { app, writer, asked } = desk(['one.md', 'two.md']);
    const report = await markRows(app, writer, rowsOf(one, two), analogy);
    expect(asked).toEqual(['one.md: a?', 'two.md: c?']);
    expect(report).toEqual({ written: 2, refused: [], failed: [] });
  });

  it('clears only what has a mark', async () => {
    const { app, writer, asked } = desk(['one.md', 'two.md']);
    await markRows(app, writer, rowsOf(one, two), null);
    expect(asked).toEqual(['one.md: b?', 'two.md: c?']);
  });

  it('sets a question with several marks right even where the first is the wanted one', async () => {
    const { app, writer, asked } = desk(['twice.md']);
    await markRows(app, writer, rowsOf(twice), analogy);
    expect(asked).toEqual(['twice.md: d?']);
  });

  it('goes on where a note is gone or cannot be written, and says which', async () => {
    const failure = { code: 'read-only', detail: 'EROFS' } as const;
    const { app, writer } = desk(['one.md', 'two.md'], { 'one.md': failure });
    const gone = note('gone.md', ['e?']);
    const report = await markRows(app, writer, rowsOf(one, two, gone), analogy);
    expect(report.written).toBe(1);
    expect(report.failed).toEqual([
      { path: 'gone.md', code: 'missing' },
      { path: 'one.md', code: 'read-only' },
    ]);
  });
});

describe('the report', () => {
  const refusal = (text: string) => ({
    change: { question: question({ text }, 0), value: analogy },
    code: 'gone' as const,
  });
  const lines = (report: Partial<MarkReport>): readonly string[] =>
    reportLines({ written: 0, refused: [], failed: [], ...report }, stringsFor('en'));

  it.each<[string, Partial<MarkReport>, readonly string[]]>([
    ['one written', { written: 1 }, ['Changed the tags of 1 question.']],
    ['nothing to write', {}, ['Nothing to change.']],
    [
      'one refused',
      { written: 2, refused: [refusal('a?')] },
      [
        'Changed the tags of 2 questions.',
        '1 question was left as is:',
        '“a?” is no longer in its note.',
      ],
    ],
    [
      'a note that failed',
      { failed: [{ path: 'x/y.md', code: 'missing' }] },
      ['The note “y” is gone.'],
    ],
  ])('%s', (_name, report, expected) => {
    expect(lines(report)).toEqual(expected);
  });

  it('names a few of many, and counts the others', () => {
    const refused = Array.from({ length: 8 }, (_, at) => refusal(`${at}?`));
    const said = lines({ refused });
    expect(said).toHaveLength(7);
    expect(said.at(-1)).toBe('… and 3 more');
  });
});
