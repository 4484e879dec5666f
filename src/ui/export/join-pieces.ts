/** Pieces of a text put together in slices of time, so that the interface goes on meanwhile. */
import { EventLoopYields } from '../../vault/reading/event-loop-yields';
import { TimeSlices } from '../../vault/reading/time-slices';

/** Rejects with the signal's reason once it is aborted. */
export async function joinPieces(pieces: Iterable<string>, signal: AbortSignal): Promise<string> {
  const breaks = new EventLoopYields();
  const slices = new TimeSlices(breaks.yieldToEventLoop);
  const iterator = pieces[Symbol.iterator]();
  const parts: string[] = [];
  try {
    for (;;) {
      const piece = slices.work(() => iterator.next());
      if (piece.done === true) return parts.join('');
      if (piece.value !== '') parts.push(piece.value);
      if (slices.isOver) await slices.next();
      signal.throwIfAborted();
    }
  } finally {
    breaks.close();
  }
}
