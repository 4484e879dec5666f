// `HoverPopover`: a box that comes up where the pointer rests, and goes when it leaves.
import { Component } from '../ground/component.ts';

const DEFAULT_WAIT_MS = 300;

export interface HoverParent {
  hoverPopover: HoverPopover | null;
}

export const PopoverState = { Showing: 0, Shown: 1, Hiding: 2, Hidden: 3 } as const;

export class HoverPopover extends Component {
  readonly hoverEl = createDiv('popover hover-popover');
  state: (typeof PopoverState)[keyof typeof PopoverState] = PopoverState.Showing;
  #timer = 0;

  /** Undocumented, as in the app. */
  readonly parent: HoverParent;
  /** Undocumented, as in the app. */
  readonly targetEl: HTMLElement | null;
  /** Undocumented, as in the app. */
  readonly staticPos: { x: number; y: number } | null;

  constructor(
    parent: HoverParent,
    targetEl: HTMLElement | null,
    waitTime = DEFAULT_WAIT_MS,
    staticPos: { x: number; y: number } | null = null,
  ) {
    super();
    this.parent = parent;
    this.targetEl = targetEl;
    this.staticPos = staticPos;
    parent.hoverPopover?.hide();
    parent.hoverPopover = this;
    this.#timer = window.setTimeout(() => {
      this.#show();
    }, waitTime);
    const leave = (): void => {
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => {
        this.hide();
      }, DEFAULT_WAIT_MS);
    };
    targetEl?.addEventListener('pointerleave', leave);
    this.hoverEl.addEventListener('pointerenter', () => {
      window.clearTimeout(this.#timer);
    });
    this.hoverEl.addEventListener('pointerleave', leave);
  }

  hide(): void {
    window.clearTimeout(this.#timer);
    if (this.state === PopoverState.Hidden) return;
    this.state = PopoverState.Hidden;
    this.hoverEl.detach();
    if (this.parent.hoverPopover === this) this.parent.hoverPopover = null;
    this.unload();
  }

  #show(): void {
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
