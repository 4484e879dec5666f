/**
 * Where the focus goes inside the modal. It never leaves it, or keys would reach the note behind; and it
 * follows the state only where a key asked for that, since the state follows it everywhere else.
 */
import type { TagState } from './tag-state';

const FOCUSABLE = 'button:not([disabled]), input:not([disabled]), [tabindex="0"], [role="button"]';

/** Where Tab, or Shift+Tab, is to go from the modal's edge; null where the browser's own order does. */
export function nextAtEdge(modal: HTMLElement, backwards: boolean): HTMLElement | null {
  const stops = [...modal.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (element) => element.tabIndex >= 0 && element.offsetParent !== null,
  );
  const { activeElement } = modal.ownerDocument;
  const [edge, other] = backwards
    ? [stops[0], stops[stops.length - 1]]
    : [stops[stops.length - 1], stops[0]];
  const isAstray = !activeElement || !modal.contains(activeElement) || activeElement === modal;
  return other && (isAstray || activeElement === edge) ? other : null;
}

/** Puts the focus where the state says it is: the filter's box, or the list where it was in the box. */
export function followFocus(modal: HTMLElement, focus: TagState['focus']): void {
  const box = modal.querySelector<HTMLInputElement>('.question-stance-tagging-filter');
  const isInBox = box !== null && modal.ownerDocument.activeElement === box;
  if (focus === 'filter') box?.focus();
  else if (isInBox) toList(modal);
}

/** Puts the focus on the list or, where there is none, on what stands in its place. */
export function toList(modal: HTMLElement): void {
  const list = modal.querySelector<HTMLElement>('[role="listbox"]');
  const others = modal.querySelector<HTMLElement>('.question-stance-tagging');
  (list ?? others ?? modal).focus({ preventScroll: true });
}
