// The nodes of a `.canvas` file: JSON Canvas 1.0 (jsoncanvas.org), as `canvas.d.ts` of the typings has it. Nodes that
// are none are left out.
import type { AllCanvasNodeData } from 'obsidian/canvas';

function isNode(value: unknown): value is AllCanvasNodeData {
  if (typeof value !== 'object' || value === null) return false;
  const node = value as Readonly<Record<string, unknown>>;
  const hasPlace = ['x', 'y', 'width', 'height'].every((key) => typeof node[key] === 'number');
  if (typeof node.id !== 'string' || !hasPlace) return false;
  switch (node.type) {
    case 'text':
      return typeof node.text === 'string';
    case 'file':
      return typeof node.file === 'string' && ['string', 'undefined'].includes(typeof node.subpath);
    case 'link':
      return typeof node.url === 'string';
    default:
      return node.type === 'group';
  }
}

/** An empty file is an empty canvas; null where the text is no canvas. */
export function readCanvas(text: string): readonly AllCanvasNodeData[] | null {
  if (text.trim() === '') return [];
  try {
    const data: unknown = JSON.parse(text);
    if (typeof data !== 'object' || data === null) return null;
    const { nodes = [] } = data as { readonly nodes?: unknown };
    return Array.isArray(nodes) ? nodes.filter(isNode) : null;
  } catch {
    return null;
  }
}
