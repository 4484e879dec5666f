/**
 * How each source has done on this vault: proposals that were looked at, and how many of them were right. Plain data,
 * to be kept on the device; taking back what was recorded gives the records that were there before.
 */
import { SOURCES, topOf, type Opinion, type Source } from './opinion';

export interface SourceRecord {
  /** How often it had a first choice when a stage was chosen. */
  readonly proposed: number;
  /** How often that was the one; the others were overridden. */
  readonly right: number;
  /** How often it should have been, by what it said of its own sureness. */
  readonly expected: number;
  /** Whether its last ghosts were right, the last one last; a few more than count, so that some can be taken back. */
  readonly ghosts: readonly boolean[];
}

export type SourceRecords = { readonly [source in Source]?: SourceRecord };

/** What came of a question that had proposals. */
export interface ProposalOutcome {
  readonly opinions: readonly Pick<Opinion, 'source' | 'scores'>[];
  /** The stage's key. */
  readonly chosen: string;
  /** The ghost that stood there, with the source that led to it. */
  readonly ghost: { readonly source: Source; readonly stage: string } | null;
}

const NEW: SourceRecord = { proposed: 0, right: 0, expected: 0, ghosts: [] };

/** As many of either kind do not count yet: a few errors take no weight away, a few successes give none. */
const PATIENCE = 5;
/** A source's last so many ghosts are looked at, and so many of them have to be right. */
const LAST_GHOSTS = 50;
const RIGHT_GHOSTS = 0.7;
const KEPT_GHOSTS = 2 * LAST_GHOSTS;

export function recorded(records: SourceRecords, outcome: ProposalOutcome): SourceRecords {
  return changed(records, outcome, 1);
}

/** The records without an outcome that is in them: the last one of its kind. */
export function takenBack(records: SourceRecords, outcome: ProposalOutcome): SourceRecords {
  return changed(records, outcome, -1);
}

/**
 * What a source's word is worth beside what it is usually worth: less than 1 where it was right less often than it
 * should have been, more than 1 where it erred less often.
 */
export function trustIn({ proposed, right, expected }: SourceRecord = NEW): number {
  return right < expected
    ? (right + PATIENCE) / (expected + PATIENCE)
    : (proposed - expected + PATIENCE) / (proposed - right + PATIENCE);
}

/** Whether ghosts that a source leads to may be shown: not while too many of its last 50 were wrong. */
export function mayHaunt(record: SourceRecord = NEW): boolean {
  const last = record.ghosts.slice(-LAST_GHOSTS);
  if (last.length < LAST_GHOSTS) return true;
  return last.filter(Boolean).length >= RIGHT_GHOSTS * LAST_GHOSTS;
}

function changed(records: SourceRecords, outcome: ProposalOutcome, times: 1 | -1): SourceRecords {
  const { opinions, chosen, ghost } = outcome;
  const next: { [source in Source]?: SourceRecord } = { ...records };
  for (const { source, scores } of opinions) {
    const top = topOf(scores);
    if (top === null) continue;
    const { proposed, right, expected, ghosts } = next[source] ?? NEW;
    next[source] = {
      proposed: Math.max(0, proposed + times),
      right: Math.max(0, right + (top === chosen ? times : 0)),
      expected: Math.max(0, expected + times * (scores.get(top) ?? 0)),
      ghosts,
    };
  }
  if (ghost) {
    const record = next[ghost.source] ?? NEW;
    const isRight = ghost.stage === chosen;
    next[ghost.source] = {
      ...record,
      ghosts:
        times === 1 ? withGhost(record.ghosts, isRight) : withoutGhost(record.ghosts, isRight),
    };
  }
  return next;
}

function withGhost(ghosts: readonly boolean[], isRight: boolean): readonly boolean[] {
  return [...ghosts, isRight].slice(-KEPT_GHOSTS);
}

function withoutGhost(ghosts: readonly boolean[], isRight: boolean): readonly boolean[] {
  const at = ghosts.lastIndexOf(isRight);
  return at === -1 ? ghosts : [...ghosts.slice(0, at), ...ghosts.slice(at + 1)];
}

/** Records as they may have been kept: what is none is left out. */
export function readRecords(kept: unknown): SourceRecords {
  const records: { [source in Source]?: SourceRecord } = {};
  if (typeof kept !== 'object' || kept === null) return records;
  const found: { readonly [source: string]: unknown } = { ...kept };
  for (const source of SOURCES) {
    const record = readRecord(found[source]);
    if (record) records[source] = record;
  }
  return records;
}

function readRecord(kept: unknown): SourceRecord | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { proposed, right, expected, ghosts }: { readonly [name: string]: unknown } = { ...kept };
  if (!isCount(proposed) || !isCount(right) || !isCount(expected) || !Array.isArray(ghosts)) {
    return null;
  }
  if (right > proposed || expected > proposed) return null;
  const read = ghosts.filter((ghost) => typeof ghost === 'boolean');
  return { proposed, right, expected, ghosts: read.slice(-KEPT_GHOSTS) };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
