/** Where an arrow key goes from a number on the map. Pure: areas and a key in, an area out. */
import { centreOf } from '../model/transitions/map-shapes';
import type { Area } from '../model/transitions/map-parts';

/** How far apart numbers of one line of reading may be, in pixels. */
const LINE = 12;

/** Positions of the areas as they are read: line by line, and in each from the left. */
export function readingOrder(areas: readonly Area[]): readonly number[] {
  const ordered = areas.map(({ x, y }, at) => ({ at, x, y, line: 0 })).sort((a, b) => a.y - b.y);
  let top = -Infinity;
  for (const area of ordered) {
    if (area.y - top > LINE) top = area.y;
    area.line = top;
  }
  return ordered.sort((a, b) => a.line - b.line || a.x - b.x).map(({ at }) => at);
}

/** The area that the key means; null where it means none. Left and right come to every one of them. */
export function areaBeside(areas: readonly Area[], current: number, key: string): number | null {
  const order = readingOrder(areas);
  const at = order.indexOf(current);
  switch (key) {
    case 'ArrowRight':
      return order[Math.min(at + 1, order.length - 1)] ?? null;
    case 'ArrowLeft':
      return order[Math.max(at - 1, 0)] ?? null;
    case 'Home':
      return order[0] ?? null;
    case 'End':
      return order.at(-1) ?? null;
    case 'ArrowDown':
      return nearest(areas, current, 1);
    case 'ArrowUp':
      return nearest(areas, current, -1);
    default:
      return null;
  }
}

/** The nearest above (−1) or below (1), those straight on first; itself where there is none. */
function nearest(areas: readonly Area[], current: number, side: 1 | -1): number {
  const own = areas[current];
  if (!own) return current;
  const from = centreOf(own);
  let best = current;
  let least = Infinity;
  areas.forEach((area, at) => {
    const to = centreOf(area);
    const on = side * (to.y - from.y);
    const far = on + 2 * Math.abs(to.x - from.x);
    if (on > LINE / 2 && far < least) [best, least] = [at, far];
  });
  return best;
}
