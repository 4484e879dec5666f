/** What is known of the sentence being read inside one bracket, or outside of all. */
import type { BracketUse } from '../../text/character';

export interface Frame {
  readonly use: BracketUse | null;
  /** Where its bracket closes; past everything outside of all. */
  readonly close: number;
  /** The start of the sentence being read; -1 before its first word. */
  start: number;
  /** Where a bracket opened before any word: the sentence starts with it unless it was an aside; -1 for none. */
  lead: number;
  /** The start of the sentence in which a word that asks was seen; -1 for none. */
  asksSince: number;
  /** A lead-in with a colon was cut off before the sentence. */
  isLedIn: boolean;
  /** The last sentence that ended here; -1 for none. */
  lastStart: number;
  lastEnd: number;
}

export function newFrame(use: BracketUse | null, close: number): Frame {
  return {
    use,
    close,
    start: -1,
    lead: -1,
    asksSince: -1,
    isLedIn: false,
    lastStart: -1,
    lastEnd: -1,
  };
}

/** Whether nothing but an open bracket stands in the sentence so far. */
export function isOnlyLead(frame: Frame): boolean {
  return frame.lead !== -1 && frame.start === frame.lead;
}

/** Ends the sentence that `start` began at `end`; the next one begins with the next word. */
export function endFrameSentence(frame: Frame, start: number, end: number): void {
  frame.lastStart = start;
  frame.lastEnd = end;
  clearFrame(frame);
}

/** Forgets the sentence being read. */
export function clearFrame(frame: Frame): void {
  frame.start = -1;
  frame.lead = -1;
}
