/**
 * Where everything of the map stands: the stages as boxes, a row a path, and what leads from one to the next as lines
 * that run along lanes between the rows. Lines of a path lie on its free side, above, or below the last one; those that
 * change the path run between the rows, and at the right past rows that lie between. Pure: widths of texts are given.
 *
 * No number stands on another line, a ring or a box, and no two lines run along each other; they may cross. What would
 * have to, the weaker first, is left out. Pixels, from left to right; `mirrored` (map-mirror.ts) turns a layout around.
 */
import { wrapped } from '../drawing';
import { type Piece, stackPieces } from './map-lanes';
import { MapRows } from './map-rows';
import { LinkSizes } from './map-sizes';
import { MapSlots, withRoom, type SlotRoom } from './map-slots';
import {
  type Area,
  BETWEEN,
  CLEAR,
  type DrawnLink,
  type DrawnStage,
  HEAD,
  LABEL_HEIGHT,
  LEAST_BOX,
  LINE_HEIGHT,
  type MapLayout,
  type MapLink,
  type MapRoom,
  type MapStage,
  MOST_LINES,
  MOST_LINKS,
  MOST_PAST,
  NAME_SIZE,
  PAD,
  PAST_LANE,
  POINT,
  type Point,
} from './map-parts';
import { stretchesOf, weakestInTheWay, withFreeLabel } from './map-overlap';

/** `links`, the strongest first. */
export function layOut<Link extends MapLink>(
  paths: readonly (readonly MapStage[])[],
  links: readonly Link[],
  room: MapRoom,
): MapLayout<Link> {
  const plan = new Plan(paths, links, room);
  for (;;) {
    const layout = plan.layout();
    const weakest = weakestInTheWay(layout);
    if (!weakest) return layout;
    plan.leaveOut(weakest);
  }
}

class Plan<Link extends MapLink> {
  readonly #paths: readonly (readonly MapStage[])[];
  readonly #room: MapRoom;
  readonly #rows: MapRows;
  readonly #boxWidths: readonly number[];
  readonly #inner: number;
  readonly #sizes: LinkSizes;
  #links: readonly Link[];

  constructor(paths: readonly (readonly MapStage[])[], links: readonly Link[], room: MapRoom) {
    this.#paths = paths;
    this.#room = room;
    this.#rows = new MapRows(paths);
    const known = links.filter((link) => this.#rows.knows(link));
    let past = 0;
    const strongest = known
      .filter((link) => !this.#rows.isPast(link) || past++ < MOST_PAST)
      .slice(0, MOST_LINKS);
    const most = Math.max(1, ...strongest.map(({ count }) => count));
    const longest = Math.max(1, ...paths.map((path) => path.length));
    const least = longest * (LEAST_BOX + BETWEEN) - BETWEEN;
    const pastRows = strongest.filter((link) => this.#rows.isPast(link)).length;
    // What lies past rows has as much room as the widest would need.
    this.#inner = Math.max(least, room.width - pastRows * PAST_LANE);
    this.#boxWidths = paths.map(
      (path) => (this.#inner - (path.length - 1) * BETWEEN) / Math.max(1, path.length),
    );
    const widest = Math.min(16, Math.max(6, Math.min(...this.#boxWidths) / 9));
    this.#sizes = new LinkSizes(room.widthOf, widest, most);
    this.#links = withRoom(strongest, this.#slotRoom);
  }

  get #slotRoom(): SlotRoom {
    return { rows: this.#rows, boxWidths: this.#boxWidths, sizes: this.#sizes };
  }

  leaveOut(link: Link): void {
    this.#links = this.#links.filter((each) => each !== link);
  }

  layout(): MapLayout<Link> {
    const slots = new MapSlots(this.#links, this.#slotRoom);
    const pieces: Piece<Link>[][] = Array.from({ length: this.#paths.length + 1 }, () => []);
    const gutter = new Map<Link, number>();
    for (const link of this.#links) {
      if (link.from === link.to) continue;
      const [from, to] = [this.#rows.rowOf(link.from), this.#rows.rowOf(link.to)];
      const start = slots.middleOf(link, 'from');
      const end = slots.middleOf(link, 'to');
      const put = (gap: number, up: readonly number[], down: readonly number[], ends: Ends) =>
        pieces[gap]?.push({ link, up, down, ...ends, isArc: from === to });
      const ends = { from: start, to: end };
      if (from === to) {
        const isBelow = this.#rows.arcsAreBelow(from);
        put(
          isBelow ? from + 1 : from,
          isBelow ? [start, end] : [],
          isBelow ? [] : [start, end],
          ends,
        );
      } else if (to === from + 1) put(to, [start], [end], ends);
      else if (from === to + 1) put(from, [end], [start], ends);
      else {
        const past = this.#inner + PAST_LANE * (gutter.size + 0.5);
        gutter.set(link, past);
        const isDown = to > from;
        const first = isDown ? from + 1 : from;
        const last = isDown ? to : to + 1;
        put(first, isDown ? [start] : [], isDown ? [] : [start], { from: start, to: past });
        put(last, isDown ? [] : [end], isDown ? [end] : [], { from: past, to: end });
      }
    }

    const stages: DrawnStage[] = [];
    const lanes = new Map<Piece<Link>, number>();
    /** Where rows end, above and below. */
    const edges: { readonly top: number; readonly bottom: number }[] = [];
    let y = 1;
    this.#paths.forEach((path, row) => {
      const above = pieces[row] ?? [];
      y = stackPieces(above, y + this.#strip(row - 1, 'bottom', above), false, lanes, this.#sizes);
      y += this.#strip(row, 'top', above) + (row === 0 ? 0 : BETWEEN);
      const width = this.#boxWidths[row] ?? 0;
      const names = path.map(({ name }) =>
        this.#fitted(name, width - POINT - 2 * PAD - (POINT - 2)),
      );
      const height = 30 + LINE_HEIGHT * Math.max(1, ...names.map((lines) => lines.length));
      path.forEach((stage, at) => {
        const x = at * (width + BETWEEN);
        const lines = names[at] ?? [];
        stages.push({ stage, x, y, width, height, lines, isFirst: at === 0 });
      });
      edges.push({ top: y, bottom: y + height });
      y += height;
    });
    const below = pieces[this.#paths.length] ?? [];
    y += this.#strip(this.#paths.length - 1, 'bottom', below);
    y = stackPieces(below, y, true, lanes, this.#sizes) + 1;

    const drawn = this.#links.map((link): DrawnLink<Link> => {
      if (link.from === link.to) return this.#ring(link, slots, edges);
      const own = pieces.flat().filter((piece) => piece.link === link);
      if (this.#rows.rowOf(link.to) < this.#rows.rowOf(link.from)) own.reverse();
      const laneOf = (piece: Piece<Link> | undefined) => (piece && lanes.get(piece)) ?? 0;
      const edge = (end: 'from' | 'to') => {
        const { top = 0, bottom = 0 } = edges[this.#rows.rowOf(link[end])] ?? {};
        return this.#rows.isTop(link, end) ? top - 1 : bottom + 1;
      };
      const [first, second = first] = own;
      const line: Point[] = [{ x: first?.from ?? 0, y: edge('from') }];
      for (const piece of own) {
        line.push({ x: piece.from, y: laneOf(piece) }, { x: piece.to, y: laneOf(piece) });
      }
      const tip = { x: second?.to ?? 0, y: edge('to') };
      line.push({ x: tip.x, y: tip.y + (this.#rows.isTop(link, 'to') ? -HEAD : HEAD) });
      const middle = ((first?.from ?? 0) + (first?.to ?? 0)) / 2;
      const label = this.#labelAt(link, middle, laneOf(first));
      return {
        link,
        kind: this.#rows.kindOf(link),
        width: this.#sizes.width(link),
        line,
        tip,
        ring: null,
        label,
      };
    });
    const covered = drawn.map(stretchesOf);
    const links = drawn.map((each, at) => withFreeLabel(each, at, covered));
    const width = this.#inner + PAST_LANE * gutter.size;
    return { width, height: y, stages, links };
  }

  /** The room between a row's edge and the lanes. */
  #strip(row: number, edge: 'top' | 'bottom', pieces: readonly Piece<Link>[]): number {
    const rings = this.#links.filter(
      (link) =>
        link.from === link.to &&
        this.#rows.rowOf(link.from) === row &&
        this.#rows.isTop(link, 'from') === (edge === 'top'),
    );
    const needs = pieces.some(({ up, down }) => (edge === 'top' ? down : up).length > 0);
    return Math.max(needs ? CLEAR : 0, ...rings.map((link) => this.#sizes.slot(link) + BETWEEN));
  }

  #ring(
    link: Link,
    slots: MapSlots<Link>,
    edges: readonly { readonly top: number; readonly bottom: number }[],
  ): DrawnLink<Link> {
    const outer = this.#sizes.ringRadius(link);
    const width = this.#sizes.ringWidth(link);
    const { top = 0, bottom = 0 } = edges[this.#rows.rowOf(link.from)] ?? {};
    const x = slots.middleOf(link, 'from');
    const y = this.#rows.isTop(link, 'from') ? top - 4 - outer : bottom + 4 + outer;
    const label = this.#labelAt(link, x, y);
    const ring = { x, y, radius: outer - width / 2 };
    return { link, kind: 'stay', width, line: [], tip: null, ring, label };
  }

  #labelAt(link: Link, x: number, y: number): Area {
    const width = this.#sizes.labelWidth(link);
    return { x: x - width / 2, y: y - LABEL_HEIGHT / 2, width, height: LABEL_HEIGHT };
  }

  #fitted(name: string, width: number): readonly string[] {
    const widthOf = (text: string) => this.#room.widthOf(text, NAME_SIZE, false);
    const lines = wrapped(name, width, widthOf).flatMap((line) => broken(line, width, widthOf));
    if (lines.length <= MOST_LINES) return lines;
    return [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1] ?? ''}…`];
  }
}

interface Ends {
  readonly from: number;
  readonly to: number;
}

/** A line of one long word in pieces. */
function broken(line: string, width: number, widthOf: (text: string) => number): readonly string[] {
  if (widthOf(line) <= width) return [line];
  const pieces = [''];
  for (const character of line) {
    const last = pieces.at(-1) ?? '';
    if (last !== '' && widthOf(last + character) > width) pieces.push(character);
    else pieces[pieces.length - 1] = last + character;
  }
  return pieces;
}
