// What a value of a base is told of the place that it is rendered in (typings, since 1.10.0).
import type { HoverPopover } from '../popups/hover-popover.ts';

export class RenderContext {
  hoverPopover: HoverPopover | null = null;
}
