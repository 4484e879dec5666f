// `setIcon`, `getIcon`, `addIcon`: Lucide's icons, fetched once before the plugin loads so that
// drawing one is synchronous. A name may carry Obsidian's `lucide-` prefix.
type Shape = readonly [tag: string, attributes: Readonly<Record<string, string>>];

const SVG = 'http://www.w3.org/2000/svg';
/** Obsidian's own names for what Lucide calls otherwise. */
const ALIASES: Readonly<Record<string, string>> = {
  'any-key': 'keyboard',
  cross: 'x',
  'cross-in-box': 'square-x',
  dice: 'dice-5',
  document: 'file',
  gear: 'settings',
  'left-arrow': 'arrow-left',
  'right-arrow': 'arrow-right',
  trash: 'trash-2',
  'vertical-three-dots': 'ellipsis-vertical',
};

let shapes: Readonly<Record<string, readonly Shape[]>> = {};
const added = new Map<string, string>();

export async function loadIcons(): Promise<void> {
  const response = await fetch('/icons.json');
  if (!response.ok) throw new Error('The icons did not load.');
  shapes = (await response.json()) as typeof shapes;
}

function shapesOf(iconId: string): readonly Shape[] | undefined {
  const name = iconId.replace(/^lucide-/, '');
  return shapes[ALIASES[name] ?? name];
}

function emptySvg(viewBox: string, iconId: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttrs({
    xmlns: SVG,
    width: 24,
    height: 24,
    viewBox,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 2,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
  svg.addClass('svg-icon', iconId);
  return svg;
}

export function addIcon(iconId: string, svgContent: string): void {
  added.set(iconId, svgContent);
}

export function removeIcon(iconId: string): void {
  added.delete(iconId);
}

export function getIconIds(): string[] {
  return [...added.keys(), ...Object.keys(shapes).map((name) => `lucide-${name}`)];
}

export function getIcon(iconId: string): SVGSVGElement | null {
  const custom = added.get(iconId);
  if (custom !== undefined) {
    const parsed = new DOMParser().parseFromString(
      `<svg xmlns="${SVG}">${custom}</svg>`,
      'image/svg+xml',
    );
    const svg = emptySvg('0 0 100 100', iconId);
    svg.append(...Array.from(parsed.documentElement.childNodes));
    return svg;
  }
  const found = shapesOf(iconId);
  if (!found) return null;
  const svg = emptySvg('0 0 24 24', `lucide-${iconId.replace(/^lucide-/, '')}`);
  for (const [tag, attributes] of found) {
    const shape = document.createElementNS(SVG, tag);
    shape.setAttrs(attributes);
    svg.append(shape);
  }
  return svg;
}

export function setIcon(parent: HTMLElement, iconId: string): void {
  parent.empty();
  const icon = getIcon(iconId);
  if (icon) parent.append(icon);
}
