/** How sure the first proposals of the index's questions are, by the suggester: without what stands around them. */
import type { UiContext } from '../context';
import type { SurenessSource } from './sureness-pass';

/** @param win The window that waits. */
export function surenessIn(
  { index, suggester }: Pick<UiContext, 'index' | 'suggester'>,
  win: Window,
): SurenessSource {
  return {
    ready: () => suggester.ready(),
    questionsOf: (path) => index.get(path)?.questions.read() ?? null,
    readingOf: (path) => index.get(path)?.questions ?? null,
    surenessIn: (path, questions) => {
      const asked = suggester.ofNote(path, questions, null);
      const { marks } = asked;
      return (at) => asked.of(at, marks).proposals[0]?.probability ?? 0;
    },
    subscribe: (listener) => suggester.subscribe(listener),
    later: (task, ms) => void win.setTimeout(task, ms),
  };
}
