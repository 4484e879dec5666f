/**
 * A notice whose buttons take one operation back, make it again or go on with it. Once another operation is the next
 * to be replayed, they would do something else than the notice says, so they go.
 */
import { UNRECORDED, type Operations } from '../../vault/writing/operations';
import type { Way } from '../../vault/writing/replay';
import { actionNotice, type NoticeAction } from './action-notice';

export interface NextReplay {
  readonly way: Way;
  /** The operation's id in the journal. */
  readonly operation: number;
}

export function undoNotice(
  operations: Pick<Operations, 'ahead' | 'subscribe'>,
  lines: readonly string[],
  { way, operation }: NextReplay,
  actions: readonly NoticeAction[],
): void {
  const notice = actionNotice(lines, actions);
  const look = async (): Promise<void> => {
    if (!notice.isShown()) {
      stop();
      return;
    }
    const ahead = await operations.ahead(way);
    if (ahead !== null && ahead !== UNRECORDED && ahead.id === operation) return;
    stop();
    notice.expire();
  };
  const stop = operations.subscribe(() => void look());
  // Another operation may have come before the notice did.
  void look();
}
