/** What came of a change to many notes, as sentences: what was done, what was left as it was, and why. */
import type { RecordedEdit } from '../../core/recorded-edit';
import { noteName } from '../../core/query/row';
import type { Strings } from '../../i18n';
import type { VaultFailure } from '../../vault/failure';
import type { Turn } from '../../vault/turn';
import type { WriteOutcome } from '../../vault/write';
import type { BulkReport, Unwritten } from './bulk-job';

/** How many things left as they were a notice names; the others are counted. */
const NAMED = 5;

/** What became of one note. */
export interface PathOutcome extends WriteOutcome {
  readonly path: string;
}

/** `total`: how many notes there were to write; `done` makes the sentence of questions and notes. */
export function reportWriting(
  strings: Strings,
  outcomes: readonly PathOutcome[],
  total: number,
  done: (count: number, notes: number) => string,
): BulkReport {
  const written = outcomes.reduce((sum, outcome) => sum + outcome.written, 0);
  const notes = outcomes.filter((outcome) => outcome.written > 0).length;
  const unwritten = outcomes.flatMap(({ path, refused, failure }): readonly Unwritten[] => {
    const reasons = failure
      ? [failureReason(strings, path, failure)]
      : refused.map(({ change, code }) => strings.dashboard.refusal[code](change.question.text));
    return reasons.length > 0 ? [{ path, reasons }] : [];
  });
  return {
    done: written > 0 ? done(written, notes) : strings.bulk.summary.nothing,
    canUndo: written > 0,
    left: total - outcomes.length,
    unwritten,
  };
}

export function reportTurn(strings: Strings, way: 'undo' | 'redo', turn: Turn): BulkReport {
  const { summary, allUndone, allRedone } = strings.bulk;
  const { places, notes, lost, failed, total, done } = turn;
  const sentence = way === 'undo' ? summary.undone : summary.redone;
  const isSettled = places === 0 && lost.length === 0 && failed.length === 0;
  const settled = way === 'undo' ? allUndone : allRedone;
  const byPath = new Map<string, string[]>();
  const add = (path: string, reason: string) =>
    byPath.set(path, [...(byPath.get(path) ?? []), reason]);
  for (const { path, edit } of lost) add(path, summary.lost(placeOf(edit)));
  for (const { path, failure } of failed) add(path, failureReason(strings, path, failure));
  return {
    done: places > 0 ? sentence(places, notes) : isSettled ? settled : summary.nothing,
    canUndo: false,
    left: total - done,
    unwritten: [...byPath].map(([path, reasons]) => ({ path, reasons })),
  };
}

/** The report for a notice, one sentence a line. */
export function reportLines(report: BulkReport, strings: Strings): readonly string[] {
  const { summary, andMore } = strings.bulk;
  const reasons = report.unwritten.flatMap((note) => note.reasons);
  return [
    report.done,
    ...(report.left > 0 ? [summary.stopped(report.left)] : []),
    ...reasons.slice(0, NAMED),
    ...(reasons.length > NAMED ? [andMore(reasons.length - NAMED)] : []),
  ];
}

function failureReason({ dashboard }: Strings, path: string, { code }: VaultFailure): string {
  return dashboard.failure[code](noteName(path));
}

/** What a reader knows the place by: the end of the question, else what follows. */
function placeOf({ lead, trail }: RecordedEdit): string {
  return (lead.trim() === '' ? trail : lead).trim();
}
