/** Where lines end at the edges of the map's boxes: side by side, so that as few as can be cross there. Pixels. */
import { BETWEEN, PAD, POINT, type MapLink } from './map-parts';
import type { LinkEnd, MapRows } from './map-rows';
import type { LinkSizes } from './map-sizes';

export interface SlotRoom {
  readonly rows: MapRows;
  /** How wide the boxes of each row are. */
  readonly boxWidths: readonly number[];
  readonly sizes: LinkSizes;
}

/** One end of a line at the edge of a box, in the order from left to right. */
interface End<Link> {
  readonly link: Link;
  /** 0 to the left along the path, 1 to another path, 2 to the right. */
  readonly group: 0 | 1 | 2;
  readonly rank: number;
}

/** The middles of the ends of all links. */
export class MapSlots<Link extends MapLink> {
  readonly #middles = new Map<string, number>();
  readonly #room: SlotRoom;

  constructor(links: readonly Link[], room: SlotRoom) {
    this.#room = room;
    const { rows } = room;
    const edges = new Map<string, { readonly column: number; ends: End<Link>[]; ring?: Link }>();
    const edgeOf = (link: Link, end: LinkEnd) => {
      const name = rows.edgeOf(link, end);
      const edge = edges.get(name) ?? { column: link[end], ends: [] };
      edges.set(name, edge);
      return edge;
    };
    for (const link of links) {
      if (link.from === link.to) edgeOf(link, 'from').ring = link;
      else {
        for (const end of ['from', 'to'] as const) {
          edgeOf(link, end).ends.push(endOf(link, end, room));
        }
      }
    }
    for (const [edge, { column, ends, ring }] of edges) this.#fill(edge, column, ends, ring);
  }

  middleOf(link: MapLink, end: LinkEnd): number {
    return this.#middles.get(keyOf(this.#room.rows.edgeOf(link, end), link)) ?? 0;
  }

  /** A ring stands first; the others share what is left. */
  #fill(edge: string, column: number, ends: End<Link>[], ring: Link | undefined): void {
    const { rows, boxWidths, sizes } = this.#room;
    const { row, at } = rows.placeOf(column);
    const width = boxWidths[row] ?? 0;
    let x = at * (width + BETWEEN) + PAD;
    let left = width - POINT - 2 * PAD;
    if (ring) {
      this.#middles.set(keyOf(edge, ring), x + sizes.slot(ring) / 2);
      x += sizes.slot(ring);
      left -= sizes.slot(ring);
    }
    ends.sort((a, b) => a.group - b.group || a.rank - b.rank);
    const used = ends.reduce((total, { link }) => total + sizes.slot(link), 0);
    const gap = (left - used) / (ends.length + 1);
    for (const { link } of ends) {
      this.#middles.set(keyOf(edge, link), x + gap + sizes.slot(link) / 2);
      x += gap + sizes.slot(link);
    }
  }
}

/** Those of `links` whose ends have room at their boxes, the first of them first. */
export function withRoom<Link extends MapLink>(
  links: readonly Link[],
  { rows, boxWidths, sizes }: SlotRoom,
): readonly Link[] {
  const taken = new Map<string, number>();
  return links.filter((link) => {
    const ends = link.from === link.to ? (['from'] as const) : (['from', 'to'] as const);
    const room = ends.map((end) => {
      const edge = rows.edgeOf(link, end);
      const width = boxWidths[rows.rowOf(link[end])] ?? 0;
      const used = (taken.get(edge) ?? 0) + sizes.slot(link);
      return [edge, used, width - POINT - 2 * PAD] as const;
    });
    const fits = room.every(([, used, most]) => used <= most);
    if (fits) for (const [edge, used] of room) taken.set(edge, used);
    return fits;
  });
}

/** The nearer the other end along the path, the farther out; so longer lines go around shorter ones. */
function endOf<Link extends MapLink>(
  link: Link,
  end: LinkEnd,
  { rows, boxWidths }: SlotRoom,
): End<Link> {
  const other = rows.placeOf(end === 'from' ? link.to : link.from);
  const own = rows.placeOf(link[end]);
  if (other.row !== own.row) {
    const middle = (other.at + 0.5) * (boxWidths[other.row] ?? 0);
    return { link, group: 1, rank: rows.isPast(link) ? Infinity : middle };
  }
  const isOuter = link.from < link.to;
  const toLeft = other.at < own.at;
  return {
    link,
    group: toLeft ? 0 : 2,
    rank: -other.at + (toLeft === isOuter ? 0.5 : 0),
  };
}

function keyOf(edge: string, { from, to }: MapLink): string {
  return `${edge}>${String(from)}-${String(to)}`;
}
