/** Of which kind a question is, by the brackets it stands in and by what comes behind it. */
import { CHARACTER, classAt } from '../../text/character';
import { isReported } from './indirect';
import type { PassageText } from '../passage/passage-text';
import type { QuestionKind } from '../../model/question';
import { isOnlyLead, type Frame } from './sentence-frame';

/** Where a question stands in its passage. */
export interface QuestionPlace {
  /** The bracket it stands in, or the passage, its sentence still open. */
  readonly frame: Frame;
  /** What is around that bracket; undefined outside of all. */
  readonly outer: Frame | undefined;
  /** Where its terminator starts. */
  readonly at: number;
  /** Just after the closers behind them. */
  readonly markAt: number;
  /** Just after the tags behind those. */
  readonly after: number;
}

/** The kind of the question at `place`. */
export function kindOf(
  passage: PassageText,
  { frame, outer, at, markAt, after }: QuestionPlace,
  isHeading: boolean,
): QuestionKind {
  const plain = isHeading ? 'heading' : 'body';
  const next = passage.skipSpaces(after);
  const follows = classAhead(passage, next);
  const isCarriedOn = follows === CHARACTER.comma;
  if (!frame.use || !outer) {
    return isCarriedOn && isReported(passage.text, frame.start, at, next) ? 'embedded' : plain;
  }
  const isFirst = isOnlyLead(outer) && !outer.isLedIn;
  const hasMore = isCarriedOn || follows === CHARACTER.word;
  if (isFirst && markAt > frame.close && !hasMore) return plain;
  if (frame.use === 'title') return 'embedded';
  if (frame.use === 'quote') return 'quoted';
  return isFirst && !isCarriedOn ? 'body' : 'embedded';
}

/** The class of what a reader meets at `at`; a symbol where the passage ends or a span stands. */
function classAhead(passage: PassageText, at: number): number {
  if (at >= passage.end || passage.spanAt(at)) return CHARACTER.symbol;
  return classAt(passage.text, at);
}
