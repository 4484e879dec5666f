/** Gives many questions in many notes one mark, or none, and says in sentences what came of it. */
import type { App, TFile } from 'obsidian';
import type { RefusedChange } from '../../core/change';
import { sameMark } from '../../core/mark';
import { markOf, type MarkValue, type Question } from '../../core/question';
import { noteName, type Row } from '../../core/query/row';
import type { Strings } from '../../i18n';
import type { VaultFailure } from '../../vault/failure';
import type { MarkWriter, NoteChanges } from '../../vault/write';

export interface MarkReport {
  /** How many questions have a different mark now. */
  readonly written: number;
  readonly refused: readonly RefusedChange[];
  /** Notes in which nothing was written. */
  readonly failed: readonly { readonly path: string; readonly code: VaultFailure['code'] }[];
}

/** Writes note by note. A note that fails stops nothing in the others. */
export async function markRows(
  app: App,
  writer: Pick<MarkWriter, 'writeAll'>,
  rows: readonly Row[],
  value: MarkValue | null,
): Promise<MarkReport> {
  const notes: NoteChanges[] = [];
  const failed: MarkReport['failed'][number][] = [];
  for (const [path, questions] of questionsToChange(rows, value)) {
    const file: TFile | null = app.vault.getFileByPath(path);
    if (file) notes.push({ file, changes: questions.map((question) => ({ question, value })) });
    else failed.push({ path, code: 'missing' });
  }
  const outcomes = await writer.writeAll(notes);
  for (const { file, failure } of outcomes) {
    if (failure) failed.push({ path: file.path, code: failure.code });
  }
  return {
    written: outcomes.reduce((sum, outcome) => sum + outcome.written, 0),
    refused: outcomes.flatMap((outcome) => outcome.refused),
    failed,
  };
}

/** How many refused questions or failed notes a report names before it only counts. */
const NAMED = 5;

/** The report as sentences, one a line. */
export function reportLines(report: MarkReport, { dashboard: words }: Strings): readonly string[] {
  const { written, refused, failed } = report;
  const lines: string[] = [];
  if (written > 0) lines.push(words.wrote(written));
  if (refused.length > 0) lines.push(words.refused(refused.length));
  const unwritten = [
    ...refused.map(({ change, code }) => words.refusal[code](change.question.text)),
    ...failed.map(({ path, code }) => words.failure[code](noteName(path))),
  ];
  lines.push(...unwritten.slice(0, NAMED));
  if (unwritten.length > NAMED) lines.push(words.andMore(unwritten.length - NAMED));
  return lines.length === 0 ? [words.wroteNothing] : lines;
}

/** By note, the questions that do not have the mark already. One with several marks is always to be set right. */
function questionsToChange(
  rows: readonly Row[],
  value: MarkValue | null,
): ReadonlyMap<string, Question[]> {
  const notes = new Map<string, Question[]>();
  for (const { entry, question } of rows) {
    if (question.marks.length < 2 && sameMark(markOf(question), value)) continue;
    const questions = notes.get(entry.path);
    if (questions) questions.push(question);
    else notes.set(entry.path, [question]);
  }
  return notes;
}
