// The core «page preview»: `workspace.trigger('hover-link', …)` shows the passage a link points at, when the pointer
// rests on it (with Ctrl/Cmd held, for sources that ask for it).
import type { HoverLinkSource } from 'obsidian';
import { Keymap } from '../ground/scope.ts';
import type { AppParts } from '../parts/app-parts.ts';
import { HoverPopover, type HoverParent } from '../popups/hover-popover.ts';
import { parseLinktext, resolveSubpath } from '../text/link-text.ts';
import { RenderedSections } from './rendered-sections.ts';

/** How many lines of the note a preview shows. */
const LINES = 14;

interface HoverRequest {
  readonly event: MouseEvent;
  readonly source: string;
  readonly hoverParent: HoverParent;
  readonly targetEl: HTMLElement | null;
  readonly linktext: string;
  readonly sourcePath?: string;
  readonly state?: { readonly scroll?: number };
}

async function fill(app: AppParts, popover: HoverPopover, request: HoverRequest): Promise<void> {
  const { path, subpath } = parseLinktext(request.linktext);
  const file = app.metadataCache.getFirstLinkpathDest(path, request.sourcePath ?? '');
  if (!file) {
    popover.hoverEl.createDiv({ cls: 'hover-popover-empty', text: request.linktext });
    return;
  }
  const text = await app.vault.cachedRead(file);
  const cache = app.metadataCache.getFileCache(file);
  const heading = cache && subpath !== '' ? resolveSubpath(cache, subpath)?.start.line : undefined;
  const body = (cache?.frontmatterPosition?.end.line ?? -1) + 1;
  const from = Math.max(heading ?? (request.state?.scroll ?? body) - 2, body);
  const lines = text.split(/\r?\n/).slice(from, from + LINES);
  popover.hoverEl.createDiv({ cls: 'hover-popover-title', text: file.basename });
  const content = popover.hoverEl.createDiv('markdown-rendered markdown-preview-view');
  // In a preview post processors are not told of lines.
  const sections = new RenderedSections(content.createDiv('markdown-preview-pusher'), false);
  popover.register(() => {
    sections.clear();
  });
  await sections.show(lines.join('\n'), file.path);
}

/** Shows them from now on. */
export function showPagePreviews(
  app: AppParts,
  sources: ReadonlyMap<string, HoverLinkSource>,
): void {
  app.workspace.on('hover-link', (request: HoverRequest) => {
    const source = sources.get(request.source);
    if (source?.defaultMod === true && !Keymap.isModifier(request.event, 'Mod')) return;
    const popover = new HoverPopover(request.hoverParent, request.targetEl);
    fill(app, popover, request).catch(reportError);
  });
}
