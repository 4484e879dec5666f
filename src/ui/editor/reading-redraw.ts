/**
 * Has reading views drawn anew where Obsidian does not draw them by itself. It keeps what it has rendered for
 * as long as the same would come of it: when a plugin comes that would dress it, and when nothing of a
 * section has changed but a comment, of which nothing is rendered.
 */
import { debounce, MarkdownView, type App, type Plugin } from 'obsidian';
import { commentMarks } from '../../editor/comment-marks';
import type { RenderedMarks } from '../../editor/reading-view';
import type { UiContext } from '../context';

type Host = Pick<Plugin, 'register' | 'registerEvent'>;
type RedrawContext = Pick<UiContext, 'app' | 'settings'>;

/** What a view showed when it was looked at last. */
interface Drawn {
  readonly path: string;
  readonly text: string;
  readonly marks: string;
}

/** Within this time, in milliseconds, a view takes over the text whose change was told of. */
const DELAY = 300;

export function registerReadingRedraw(
  host: Host,
  { app, settings }: RedrawContext,
  rendered: Pick<RenderedMarks, 'hasDressed'>,
): void {
  const drawn = new WeakMap<MarkdownView, Drawn>();

  /** Notes what the view shows of comments, and answers whether that is other than before. */
  const isOther = (view: MarkdownView): boolean => {
    const text = view.previewMode.get();
    const path = view.file?.path ?? '';
    const before = drawn.get(view);
    const isSame = before?.path === path && before.text === text;
    if (isSame) return false;
    const marks = commentMarks(text, settings.get().mark.root);
    drawn.set(view, { path, text, marks });
    return before?.path === path && before.marks !== marks;
  };
  const follow = debounce(() => {
    if (!settings.get().editor.readingComments) return;
    for (const view of readingViews(app)) if (isOther(view)) view.previewMode.rerender(true);
  }, DELAY);
  const followComments = () => {
    if (settings.get().editor.readingComments) follow();
  };
  host.registerEvent(app.metadataCache.on('changed', followComments));
  // A note may also have changed while its view was an editor.
  host.registerEvent(app.workspace.on('layout-change', followComments));
  host.register(settings.subscribe(followComments));
  host.register(() => follow.cancel());

  app.workspace.onLayoutReady(() => {
    const { mark, editor } = settings.get();
    for (const view of readingViews(app)) {
      const hidden = editor.readingComments ? commentMarks(view.previewMode.get(), mark.root) : '';
      if (!rendered.hasDressed(view.previewMode.containerEl, hidden !== '')) {
        view.previewMode.rerender(true);
      }
    }
    followComments();
  });
}

function readingViews(app: App): readonly MarkdownView[] {
  const views: MarkdownView[] = [];
  app.workspace.iterateAllLeaves(({ view }) => {
    if (view instanceof MarkdownView && view.getMode() === 'preview') views.push(view);
  });
  return views;
}
