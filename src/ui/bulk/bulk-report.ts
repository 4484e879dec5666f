/** What came of a change to many notes, as sentences: what was done, what was left as it was, and why. */
import type { RecordedEdit } from '../../core/marks/recorded-edit';
import { noteName } from '../../core/query';
import type { Strings } from '../../i18n';
import { isOnRecord, type VaultFailure } from '../../vault/failure';
import type { Replay, Way } from '../../vault/writing/replay';
import type { UnreadableNote } from '../../vault/reading/marked-notes';
import type { LinkOffer, LinkOutcome, NoteOutcome, Rewriting } from '../../vault/writing/write';
import { failureLine } from '../notices/failure-line';
import { linkLines } from '../notices/link-lines';
import type { BulkReport, UnwrittenNote } from './bulk-job';

/** How many things left as they were a notice names; the others are counted. */
const NAMED = 5;

/** Failures of notes whose marks no other try would reach. */
const FINAL: ReadonlySet<VaultFailure['code']> = new Set(['missing', 'conflicted-copy']);

/** `total`: how many notes there were to write; `done` makes the sentence of questions and notes. */
export function reportWriting(
  strings: Strings,
  outcomes: readonly NoteOutcome[],
  total: number,
  done: (count: number, notes: number) => string,
): BulkReport {
  const written = outcomes.reduce((sum, outcome) => sum + outcome.written, 0);
  const notes = outcomes.filter((outcome) => outcome.written > 0).length;
  const unwritten = outcomes.flatMap(({ path, refused, failure }): readonly UnwrittenNote[] => {
    const reasons = failure
      ? [failureReason(strings, path, failure)]
      : refused.map(({ change, code }) => strings.dashboard.refusal[code](change.question.text));
    return reasons.length > 0 ? [{ path, reasons }] : [];
  });
  const offer = offerAmong(outcomes);
  return {
    done: written > 0 ? done(written, notes) : strings.bulk.summary.nothing,
    canUndo: written > 0 || outcomes.some(({ failure }) => failure !== null && isOnRecord(failure)),
    left: total - outcomes.length,
    unwritten,
    remark: linkRemark(strings, outcomes),
    ...(offer && { offer }),
  };
}

/** What became of the links to headings of all the notes, in one sentence. */
function linkRemark(strings: Strings, outcomes: readonly NoteOutcome[]): string | null {
  const all = outcomes.flatMap(({ links }) => links ?? []);
  const sum = (of: (links: LinkOutcome) => number) =>
    all.reduce((total, links) => total + of(links), 0);
  const offer = offerAmong(outcomes);
  const lines = linkLines(strings, {
    ...(offer && { offer }),
    leading: sum(({ leading }) => leading),
    changed: sum(({ changed }) => changed),
    notes: sum(({ notes }) => notes),
  });
  return lines.length > 0 ? lines.join(' ') : null;
}

/** Links are offered for one note, and not where a preview of several has asked. */
function offerAmong(outcomes: readonly NoteOutcome[]): LinkOffer | undefined {
  const [only, second] = outcomes;
  return second ? undefined : only?.links?.offer;
}

/** As `reportWriting`, of marks written in another way; `unreadable` are notes that could not even be looked at. */
export function reportRewriting(
  strings: Strings,
  outcomes: readonly NoteOutcome[],
  total: number,
  { from, to }: Pick<Rewriting, 'from' | 'to'>,
  unreadable: readonly UnwrittenNote[] = [],
): BulkReport {
  const report = reportWriting(strings, outcomes, total, strings.bulk.summary.rewritten);
  const isLeft =
    report.left > 0 ||
    unreadable.length > 0 ||
    outcomes.some(({ failure }) => failure !== null && !FINAL.has(failure.code));
  const isUnread = isLeft && from.root !== to.root;
  const remarks = [
    ...(isUnread ? [strings.bulk.summary.unread(from.root)] : []),
    ...(report.remark === null ? [] : [report.remark]),
  ];
  return {
    ...report,
    unwritten: [...unreadable, ...report.unwritten],
    remark: remarks.length > 0 ? remarks.join(' ') : null,
  };
}

/** Notes that hold marks but can't be read. */
export function unreadableNotes(
  { tagging: { notices } }: Strings,
  notes: readonly UnreadableNote[],
): readonly UnwrittenNote[] {
  return notes.map(({ path, failure: { detail } }) => ({
    path,
    reasons: [notices.unreadable(noteName(path), detail)],
  }));
}

export function reportReplay(strings: Strings, way: Way, replay: Replay): BulkReport {
  const { summary, allUndone, allRedone } = strings.bulk;
  const { places, notes, lost, failed, total, done, unread } = replay;
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
    remark: unread === null ? null : summary.unread(unread),
  };
}

/** The report for a notice, one sentence a line. */
export function reportLines(report: BulkReport, strings: Strings): readonly string[] {
  return [
    report.done,
    ...(report.left > 0 ? [strings.bulk.summary.stopped(report.left)] : []),
    ...reasonLines(report.unwritten, strings),
    ...(report.remark === null ? [] : [report.remark]),
  ];
}

/** A few of the reasons; the others are counted. */
export function reasonLines(
  unwritten: readonly UnwrittenNote[],
  strings: Strings,
): readonly string[] {
  const reasons = unwritten.flatMap((note) => note.reasons);
  const more = reasons.length - NAMED;
  return [...reasons.slice(0, NAMED), ...(more > 0 ? [strings.bulk.andMore(more)] : [])];
}

function failureReason(strings: Strings, path: string, failure: VaultFailure): string {
  return failureLine(strings, noteName(path), failure);
}

/** What a reader knows the place by: the end of the question, else what follows. */
function placeOf({ lead, trail }: RecordedEdit): string {
  return (lead.trim() === '' ? trail : lead).trim();
}
