/**
 * Reading views that Obsidian does not render anew, though they would look otherwise. It keeps what it has
 * rendered for as long as the same would come of it: when a plugin comes that would dress it, and when
 * nothing of a section has changed but a comment.
 */
import { debounce, MarkdownView, type App, type Plugin } from 'obsidian';
import { commentMarks } from '../../editor/comment-marks';
import type { RenderedMarks } from '../../editor/reading-view';
import type { UiContext } from '../context';
import { rootsOf } from '../../settings/taxonomies';

type Host = Pick<Plugin, 'register' | 'registerEvent'>;
type RedrawContext = Pick<UiContext, 'app' | 'settings'>;

/** How long, in milliseconds, a view usually takes to show a change that was told of, and how long it may. */
const SOON = 300;
const LATE = 3000;

export function registerReadingRedraw(
  host: Host,
  { app, settings }: RedrawContext,
  rendered: Pick<RenderedMarks, 'hasDressed' | 'followComments'>,
): void {
  const soon = debounce(() => rendered.followComments(), SOON);
  const late = debounce(() => rendered.followComments(), LATE, true);
  const followComments = () => {
    if (!settings.get().editor.readingComments) return;
    soon();
    late();
  };
  host.registerEvent(app.metadataCache.on('changed', followComments));
  // A note may also have changed while its view was an editor.
  host.registerEvent(app.workspace.on('layout-change', followComments));
  host.register(() => {
    soon.cancel();
    late.cancel();
  });

  app.workspace.onLayoutReady(() => {
    const now = settings.get();
    for (const { previewMode } of readingViews(app)) {
      const hidden = now.editor.readingComments
        ? commentMarks(previewMode.get(), rootsOf(now))
        : '';
      if (!rendered.hasDressed(previewMode.containerEl, hidden !== '')) previewMode.rerender(true);
    }
  });
}

function readingViews(app: App): readonly MarkdownView[] {
  const views: MarkdownView[] = [];
  app.workspace.iterateAllLeaves(({ view }) => {
    if (view instanceof MarkdownView && view.getMode() === 'preview') views.push(view);
  });
  return views;
}
