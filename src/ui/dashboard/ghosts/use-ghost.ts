/** The ghost at a row: asked for while the row is in sight, drawn once it is known. */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { QuestionProposals } from '../../../core/suggest/note-proposals';
import type { Row } from '../../../core/query';
import type { GhostActions } from './ghost-actions';

/** Null where none stands. `element` is the row's, or in it. */
export function useGhost(
  { rows: ghosts, sight }: Pick<GhostActions, 'rows' | 'sight'>,
  row: Row,
  element: RefObject<HTMLElement>,
): QuestionProposals | null {
  const [, redraw] = useState({});
  const mayStand = ghosts.mayStandAt(row);
  useEffect(() => {
    if (!mayStand || !element.current) return undefined;
    let leave: (() => void) | null = null;
    const stop = sight.watch(element.current, (isInSight) => {
      leave?.();
      leave = isInSight ? ghosts.watch(row, () => redraw({})) : null;
    });
    return () => {
      stop();
      leave?.();
    };
  }, [ghosts, sight, row.entry, row.question, mayStand]);
  return ghosts.of(row);
}
