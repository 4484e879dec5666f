// `onNodeInserted` and `onWindowMigrated`, by the way Obsidian hears of it: an element that listens carries the
// class `node-insert-event` (read off its pages; plugins match it in their selectors), whose animation starts
// whenever the element comes to stand in a page. So nothing is heard once somebody takes the class away, as
// CodeMirror does with its root's classes, nor before the element is shown. That the class works by an
// animation is inferred: the typings say only that the listener is called.
const CLASS = 'node-insert-event';
const ANIMATION = 'node-inserted';

/** Answers with what ends it. */
export function onNodeInserted(el: HTMLElement, listener: () => unknown, once = false): () => void {
  const started = (event: AnimationEvent): void => {
    if (event.target !== el || event.animationName !== ANIMATION) return;
    if (once) stop();
    listener();
  };
  const stop = (): void => {
    el.removeEventListener('animationstart', started);
  };
  el.classList.add(CLASS);
  el.addEventListener('animationstart', started);
  return stop;
}

export function onWindowMigrated(el: HTMLElement, listener: (win: Window) => unknown): () => void {
  let before = el.win;
  return onNodeInserted(el, () => {
    const now = el.win;
    if (now === before) return;
    before = now;
    listener(now);
  });
}
