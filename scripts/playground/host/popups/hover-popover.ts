// `HoverPopover`, and the page preview: `workspace.trigger('hover-link', …)` shows the passage a link
// points at, when the pointer rests on it (with Ctrl/Cmd held, for sources that ask for it).
import type { HoverLinkSource } from 'obsidian';
import type { App } from '../app.ts';
import { Component } from '../ground/component.ts';
import { parseLinktext, resolveSubpath } from '../text/link-text.ts';
import { RenderedSections } from '../markdown/rendered-sections.ts';
import { Keymap } from '../ground/scope.ts';

const DEFAULT_WAIT_MS = 300;
/** How many lines of the note a preview shows. */
const LINES = 14;

export interface HoverParent {
  hoverPopover: HoverPopover | null;
}

export const PopoverState = { Showing: 0, Shown: 1, Hiding: 2, Hidden: 3 } as const;

export class HoverPopover extends Component {
  readonly hoverEl = createDiv('popover hover-popover');
  state: (typeof PopoverState)[keyof typeof PopoverState] = PopoverState.Showing;
  private timer = 0;

  constructor(
    private readonly parent: HoverParent,
    private readonly targetEl: HTMLElement | null,
    waitTime = DEFAULT_WAIT_MS,
    private readonly staticPos: { x: number; y: number } | null = null,
  ) {
    super();
    parent.hoverPopover?.hide();
    parent.hoverPopover = this;
    this.timer = window.setTimeout(() => {
      this.show();
    }, waitTime);
    const leave = (): void => {
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => {
        this.hide();
      }, DEFAULT_WAIT_MS);
    };
    targetEl?.addEventListener('pointerleave', leave);
    this.hoverEl.addEventListener('pointerenter', () => {
      window.clearTimeout(this.timer);
    });
    this.hoverEl.addEventListener('pointerleave', leave);
  }

  hide(): void {
    window.clearTimeout(this.timer);
    if (this.state === PopoverState.Hidden) return;
    this.state = PopoverState.Hidden;
    this.hoverEl.detach();
    if (this.parent.hoverPopover === this) this.parent.hoverPopover = null;
    this.unload();
  }

  private show(): void {
    if (this.targetEl && !this.targetEl.isConnected) {
      this.hide();
      return;
    }
    (this.targetEl?.doc ?? activeDocument).body.append(this.hoverEl);
    const { innerWidth, innerHeight } = this.hoverEl.win;
    this.state = PopoverState.Shown;
    this.load();
    const around = this.targetEl?.getBoundingClientRect();
    const own = this.hoverEl.getBoundingClientRect();
    const x = this.staticPos?.x ?? around?.left ?? 0;
    const below = this.staticPos?.y ?? (around?.bottom ?? 0) + 6;
    const y = below + own.height > innerHeight ? (around?.top ?? below) - own.height - 6 : below;
    this.hoverEl.setCssStyles({
      left: `${String(Math.clamp(x, 4, Math.max(4, innerWidth - own.width - 4)))}px`,
      top: `${String(Math.max(4, y))}px`,
    });
  }
}

interface HoverRequest {
  readonly event: MouseEvent;
  readonly source: string;
  readonly hoverParent: HoverParent;
  readonly targetEl: HTMLElement | null;
  readonly linktext: string;
  readonly sourcePath?: string;
  readonly state?: { readonly scroll?: number };
}

async function fill(app: App, popover: HoverPopover, request: HoverRequest): Promise<void> {
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

/** The core «page preview». */
export function showPagePreviews(app: App, sources: ReadonlyMap<string, HoverLinkSource>): void {
  app.workspace.on('hover-link', (request: HoverRequest) => {
    const source = sources.get(request.source);
    if (source?.defaultMod === true && !Keymap.isModifier(request.event, 'Mod')) return;
    const popover = new HoverPopover(request.hoverParent, request.targetEl);
    fill(app, popover, request).catch(reportError);
  });
}
