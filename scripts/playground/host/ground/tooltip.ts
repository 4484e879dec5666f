// `setTooltip` and `displayTooltip`. Like Obsidian, an element's tooltip is its `aria-label`; one
// listener for the whole page shows it.
import type { TooltipOptions, TooltipPlacement } from 'obsidian';
import { elementOf } from '../dom/windows.ts';

const GAP = 8;
const DELAY_MS = 400;
let shown: HTMLElement | null = null;
let timer = 0;

export function setTooltip(el: HTMLElement, tooltip: string, options: TooltipOptions = {}): void {
  el.setAttr('aria-label', tooltip === '' ? null : tooltip);
  if (options.placement) el.setAttr('data-tooltip-position', options.placement);
  if (options.delay !== undefined) el.setAttr('data-tooltip-delay', options.delay);
  if (options.classes) el.setAttr('data-tooltip-classes', options.classes.join(' '));
}

function hide(): void {
  window.clearTimeout(timer);
  shown?.detach();
  shown = null;
}

export function displayTooltip(
  target: HTMLElement,
  content: string | DocumentFragment,
  options: TooltipOptions = {},
): void {
  hide();
  const el = target.doc.body.createDiv({
    cls: ['tooltip', ...(options.classes ?? [])],
    text: content,
  });
  shown = el;
  const place: TooltipPlacement = options.placement ?? 'bottom';
  const gap = options.gap ?? GAP;
  const around = target.getBoundingClientRect();
  const own = el.getBoundingClientRect();
  const { innerWidth, innerHeight } = target.win;
  let left = around.left + (around.width - own.width) / 2;
  let top = around.top + (around.height - own.height) / 2;
  if (place === 'bottom') top = around.bottom + gap;
  if (place === 'top') top = around.top - own.height - gap;
  if (place === 'right') left = around.right + gap;
  if (place === 'left') left = around.left - own.width - gap;
  if (place === 'bottom' && top + own.height > innerHeight) top = around.top - own.height - gap;
  left = Math.clamp(left, 4, Math.max(4, innerWidth - own.width - 4));
  el.setCssStyles({ left: `${String(left)}px`, top: `${String(Math.max(4, top))}px` });
}

function isPlacement(value: string | null): value is TooltipPlacement {
  return value === 'top' || value === 'bottom' || value === 'left' || value === 'right';
}

/** Shows an element's `aria-label` when the pointer rests on it. */
export function listenForTooltips(doc: Document): void {
  doc.addEventListener('pointerover', (event) => {
    const target = elementOf(event)?.closest<HTMLElement>('[aria-label]');
    hide();
    if (!target || event.pointerType === 'touch') return;
    const label = target.getAttr('aria-label');
    if (label === null || label === '' || target.matches('.cm-content')) return;
    timer = window.setTimeout(
      () => {
        if (!target.isConnected) return;
        const placement = target.getAttr('data-tooltip-position');
        const classes = target.getAttr('data-tooltip-classes')?.split(' ') ?? [];
        displayTooltip(target, label, {
          ...(isPlacement(placement) && { placement }),
          classes,
        });
      },
      Number(target.getAttr('data-tooltip-delay') ?? DELAY_MS),
    );
  });
  doc.addEventListener('pointerdown', hide, true);
  doc.addEventListener('keydown', hide, true);
}
