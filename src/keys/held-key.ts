/**
 * What a key or a click opens must not get what was meant for the thing that it was pressed on: the repeats of a
 * key that is still held, or a second press by habit. They would be typed into a note.
 */

/** How soon, in milliseconds, a second press still belongs to the first. */
const SOON = 500;

/** Until another key is pressed, repeats of this one go nowhere; `twice`: nor does a second press soon after. */
export function keepToOnce(event: KeyboardEvent | MouseEvent, twice = false): void {
  const { win } = event;
  const done = new AbortController();
  const { signal } = done;
  const options = { capture: true, signal };
  const swallow = (next: Event) => {
    next.preventDefault();
    next.stopImmediatePropagation();
  };
  const isSoon = (next: Event) => twice && next.timeStamp - event.timeStamp < SOON;
  if (event.instanceOf(KeyboardEvent)) {
    const { code, key } = event;
    const check = (next: KeyboardEvent) => {
      const isSame = next.code === code && next.key === key;
      if (isSame && (next.repeat || isSoon(next))) swallow(next);
      else done.abort();
    };
    win.addEventListener('keydown', check, options);
    return;
  }
  const check = (next: MouseEvent) => {
    if (next.detail > 1 && isSoon(next)) swallow(next);
    else done.abort();
  };
  for (const type of ['mousedown', 'click', 'dblclick'] as const) {
    win.addEventListener(type, check, options);
  }
}
