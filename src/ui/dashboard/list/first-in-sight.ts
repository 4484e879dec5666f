/**
 * The position in the list, from 0, of the item that begins first in what is seen of it: below the `covered` pixels
 * at the scroller's top. Null where none begins there.
 */
export function firstInSight(
  list: HTMLElement,
  scroller: HTMLElement,
  covered: number,
): number | null {
  const { top, bottom } = scroller.getBoundingClientRect();
  // Elements serve one row after the other, so that their order says nothing.
  const positions = list.findAll('[aria-rowindex]').flatMap((row) => {
    const start = row.getBoundingClientRect().top;
    return start >= top + covered && start < bottom ? [Number(row.ariaRowIndex) - 1] : [];
  });
  return positions.length > 0 ? Math.min(...positions) : null;
}
