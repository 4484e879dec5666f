/**
 * Where everything of the map stands: the stages as boxes, a row a path, and what leads from one to the next as lines
 * that run along lanes between the rows. Lines of a path lie on its free side, above, or below the last one; those that
 * change the path run between the rows, and at the right past rows that lie between. Pure: widths of texts are given.
 *
 * No number stands on another line, a ring or a box, and no two lines run along each other; they may cross. What would
 * have to, the weaker first, is left out. Pixels, from left to right; `mirrored` turns a layout around.
 */
import { wrapped } from '../drawing';

export interface MapStage {
  /** Its place among all stages. */
  readonly column: number;
  readonly name: string;
}

export interface MapLink {
  /** Places of stages. */
  readonly from: number;
  readonly to: number;
  /** How often; 0 where it would be expected and is never seen. */
  readonly count: number;
  /** What stands on it. */
  readonly label: string;
}

export type LinkKind = 'on' | 'back' | 'stay' | 'change';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface DrawnStage extends Area {
  readonly stage: MapStage;
  readonly lines: readonly string[];
  readonly isFirst: boolean;
}

export interface DrawnLink<Link extends MapLink> {
  readonly link: Link;
  readonly kind: LinkKind;
  /** How wide it is drawn. */
  readonly width: number;
  /** Its corners, the last one where its head begins; none of what stays. */
  readonly line: readonly Point[];
  /** The tip behind the last corner. */
  readonly tip: Point | null;
  /** Of what stays. */
  readonly ring: { readonly x: number; readonly y: number; readonly radius: number } | null;
  readonly label: Area;
}

export interface MapLayout<Link extends MapLink> {
  readonly width: number;
  readonly height: number;
  readonly stages: readonly DrawnStage[];
  /** Those that have a place, the strongest first. */
  readonly links: readonly DrawnLink<Link>[];
}

export interface MapRoom {
  readonly width: number;
  readonly widthOf: (text: string, size: number, isBold: boolean) => number;
}

export const [NAME_SIZE, COUNT_SIZE, LABEL_SIZE] = [12, 15, 12] as const;
/** How far a box's point sticks out, and how high a line's head is. */
export const [POINT, HEAD] = [9, 8] as const;
export const LINE_HEIGHT = 15;

const [BETWEEN, PAD, CLEAR] = [5, 6, 18] as const;
const [LEAST_BOX, MOST_LINES, LABEL_HEIGHT] = [84, 4, 16] as const;
/** More than these nobody reads in one picture; past rows between fewer. */
const [MOST_LINKS, MOST_PAST] = [26, 6] as const;

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

/** One end of a line at the side of a box, in the order from left to right. */
interface End<Link> {
  readonly link: Link;
  /** 0 to the left along the path, 1 to another path, 2 to the right. */
  readonly group: 0 | 1 | 2;
  readonly rank: number;
}

/** A stretch of a line between two rows. `up` and `down` are where it goes on from its lane. */
interface Piece<Link> {
  readonly link: Link;
  readonly up: readonly number[];
  readonly down: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly isArc: boolean;
}

class Plan<Link extends MapLink> {
  readonly #paths: readonly (readonly MapStage[])[];
  readonly #room: MapRoom;
  readonly #rows = new Map<number, { readonly row: number; readonly at: number }>();
  readonly #boxWidths: readonly number[];
  readonly #inner: number;
  readonly #most: number;
  readonly #widest: number;
  readonly #labelWidths = new Map<Link, number>();
  #links: readonly Link[];

  constructor(paths: readonly (readonly MapStage[])[], links: readonly Link[], room: MapRoom) {
    this.#paths = paths;
    this.#room = room;
    paths.forEach((path, row) =>
      path.forEach(({ column }, at) => this.#rows.set(column, { row, at })),
    );
    const known = links.filter(({ from, to }) => this.#rows.has(from) && this.#rows.has(to));
    let past = 0;
    const strongest = known
      .filter((link) => !this.#isPast(link) || past++ < MOST_PAST)
      .slice(0, MOST_LINKS);
    this.#most = Math.max(1, ...strongest.map(({ count }) => count));
    const longest = Math.max(1, ...paths.map((path) => path.length));
    const least = longest * (LEAST_BOX + BETWEEN) - BETWEEN;
    const pastRows = strongest.filter((link) => this.#isPast(link)).length;
    // What lies past rows has as much room as the widest would need.
    this.#inner = Math.max(least, room.width - pastRows * PAST_LANE);
    this.#boxWidths = paths.map(
      (path) => (this.#inner - (path.length - 1) * BETWEEN) / Math.max(1, path.length),
    );
    this.#widest = Math.min(16, Math.max(6, Math.min(...this.#boxWidths) / 9));
    this.#links = this.#withRoom(strongest);
  }

  leaveOut(link: Link): void {
    this.#links = this.#links.filter((each) => each !== link);
  }

  layout(): MapLayout<Link> {
    const slots = this.#slots();
    const pieces: Piece<Link>[][] = Array.from({ length: this.#paths.length + 1 }, () => []);
    const gutter = new Map<Link, number>();
    for (const link of this.#links) {
      if (link.from === link.to) continue;
      const [from, to] = [this.#rowOf(link.from), this.#rowOf(link.to)];
      const start = slots.get(`${this.#side(link, 'from')}>${keyOf(link)}`) ?? 0;
      const end = slots.get(`${this.#side(link, 'to')}>${keyOf(link)}`) ?? 0;
      const put = (gap: number, up: readonly number[], down: readonly number[], ends: Ends) =>
        pieces[gap]?.push({ link, up, down, ...ends, isArc: from === to });
      const ends = { from: start, to: end };
      if (from === to) {
        const isBelow = this.#arcsAreBelow(from);
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
      y = this.#stack(above, y + this.#strip(row - 1, 'bottom', above), false, lanes);
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
    y = this.#stack(below, y, true, lanes) + 1;

    const drawn = this.#links.map((link): DrawnLink<Link> => {
      if (link.from === link.to) return this.#ring(link, slots, edges);
      const own = pieces.flat().filter((piece) => piece.link === link);
      if (this.#rowOf(link.to) < this.#rowOf(link.from)) own.reverse();
      const laneOf = (piece: Piece<Link> | undefined) => (piece && lanes.get(piece)) ?? 0;
      const edge = (end: 'from' | 'to') => {
        const { top = 0, bottom = 0 } = edges[this.#rowOf(link[end])] ?? {};
        return this.#isTop(link, end) ? top - 1 : bottom + 1;
      };
      const [first, second = first] = own;
      const line: Point[] = [{ x: first?.from ?? 0, y: edge('from') }];
      for (const piece of own) {
        line.push({ x: piece.from, y: laneOf(piece) }, { x: piece.to, y: laneOf(piece) });
      }
      const tip = { x: second?.to ?? 0, y: edge('to') };
      line.push({ x: tip.x, y: tip.y + (this.#isTop(link, 'to') ? -HEAD : HEAD) });
      const middle = ((first?.from ?? 0) + (first?.to ?? 0)) / 2;
      const label = this.#labelAt(link, middle, laneOf(first));
      return {
        link,
        kind: this.#kind(link),
        width: this.#width(link),
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

  /** Those whose ends have room at their boxes, the strongest first. */
  #withRoom(links: readonly Link[]): readonly Link[] {
    const taken = new Map<string, number>();
    return links.filter((link) => {
      const ends = link.from === link.to ? (['from'] as const) : (['from', 'to'] as const);
      const room = ends.map((end) => {
        const side = this.#side(link, end);
        const width = this.#boxWidths[this.#rowOf(link[end])] ?? 0;
        return [side, (taken.get(side) ?? 0) + this.#slot(link), width - POINT - 2 * PAD] as const;
      });
      const fits = room.every(([, used, most]) => used <= most);
      if (fits) for (const [side, used] of room) taken.set(side, used);
      return fits;
    });
  }

  /** The middle of each end, by its side and link. */
  #slots(): ReadonlyMap<string, number> {
    const sides = new Map<string, End<Link>[]>();
    const rings = new Map<string, Link>();
    for (const link of this.#links) {
      if (link.from === link.to) rings.set(this.#side(link, 'from'), link);
      else {
        for (const end of ['from', 'to'] as const) {
          const side = this.#side(link, end);
          sides.set(side, [...(sides.get(side) ?? []), this.#endOf(link, end)]);
        }
      }
    }
    const slots = new Map<string, number>();
    for (const side of new Set([...sides.keys(), ...rings.keys()])) {
      const { row, at } = this.#rows.get(Number(side.slice(1))) ?? { row: 0, at: 0 };
      const width = this.#boxWidths[row] ?? 0;
      const ends = (sides.get(side) ?? []).sort((a, b) => a.group - b.group || a.rank - b.rank);
      let x = at * (width + BETWEEN) + PAD;
      let left = width - POINT - 2 * PAD;
      const ring = rings.get(side);
      if (ring) {
        slots.set(`${side}>${keyOf(ring)}`, x + this.#slot(ring) / 2);
        x += this.#slot(ring);
        left -= this.#slot(ring);
      }
      const gap = (left - sum(ends.map(({ link }) => this.#slot(link)))) / (ends.length + 1);
      for (const { link } of ends) {
        slots.set(`${side}>${keyOf(link)}`, x + gap + this.#slot(link) / 2);
        x += gap + this.#slot(link);
      }
    }
    return slots;
  }

  /** The nearer the other end along the path, the farther out; so longer lines go around shorter ones. */
  #endOf(link: Link, end: 'from' | 'to'): End<Link> {
    const other = this.#rows.get(end === 'from' ? link.to : link.from) ?? { row: 0, at: 0 };
    const own = this.#rows.get(link[end]) ?? { row: 0, at: 0 };
    if (other.row !== own.row) {
      const isPast = Math.abs(other.row - own.row) > 1;
      const middle = (other.at + 0.5) * (this.#boxWidths[other.row] ?? 0);
      return { link, group: 1, rank: isPast ? Infinity : middle };
    }
    const isOuter = link.from < link.to;
    const toLeft = other.at < own.at;
    return {
      link,
      group: toLeft ? 0 : 2,
      rank: -other.at + (toLeft === isOuter ? 0.5 : 0),
    };
  }

  /** Gives each piece its lane from `y` down, and says where the last one ends. */
  #stack(
    pieces: readonly Piece<Link>[],
    y: number,
    isDownwards: boolean,
    lanes: Map<Piece<Link>, number>,
  ): number {
    const span = (piece: Piece<Link>): readonly [number, number] => {
      const label = this.#labelWidth(piece.link) + 8;
      const half = this.#width(piece.link) / 2 + 3;
      const [low, high] = [
        Math.min(piece.from, piece.to) - half,
        Math.max(piece.from, piece.to) + half,
      ];
      const more = Math.max(0, label - (high - low)) / 2;
      return [low - more, high + more];
    };
    const length = ([low, high]: readonly [number, number]): number => high - low;
    const byLength = (a: Piece<Link>, b: Piece<Link>) => length(span(a)) - length(span(b));
    const arcs = pieces.filter(({ isArc }) => isArc).sort(byLength);
    const others = this.#inOrder(pieces.filter(({ isArc }) => !isArc).sort(byLength));
    const levels: Piece<Link>[][] = [];
    const place = (piece: Piece<Link>, least: number): void => {
      const [low, high] = span(piece);
      const isFree = (level: readonly Piece<Link>[]) =>
        level.every((other) => span(other)[1] < low || span(other)[0] > high);
      let at = levels.length;
      while (at > least && isFree(levels[at - 1] ?? [])) at -= 1;
      (levels[at] ??= []).push(piece);
    };
    for (const piece of arcs) place(piece, 0);
    const ground = levels.length;
    for (const piece of others) place(piece, Math.max(ground, this.#under(piece, levels) + 1));
    for (const level of isDownwards ? levels : [...levels].reverse()) {
      const height =
        Math.max(LABEL_HEIGHT, ...level.map(({ link }) => this.#width(link))) + BETWEEN;
      for (const piece of level) lanes.set(piece, y + height / 2);
      y += height;
    }
    return y;
  }

  /** Where one comes down right where another goes up, the one that goes up lies above it. */
  #isAbove(one: Piece<Link>, other: Piece<Link>): boolean {
    const near = (this.#width(one.link) + this.#width(other.link)) / 2 + 4;
    return one !== other && one.up.some((x) => other.down.some((at) => Math.abs(x - at) < near));
  }

  #inOrder(pieces: readonly Piece<Link>[]): readonly Piece<Link>[] {
    const left = [...pieces];
    const ordered: Piece<Link>[] = [];
    while (left.length > 0) {
      const free = left.findIndex((piece) => !left.some((other) => this.#isAbove(piece, other)));
      ordered.push(...left.splice(Math.max(0, free), 1));
    }
    return ordered;
  }

  /** The highest level that has a piece which this one has to lie above; −1 where there is none. */
  #under(piece: Piece<Link>, levels: readonly (readonly Piece<Link>[])[]): number {
    return levels.reduce(
      (highest, level, at) => (level.some((other) => this.#isAbove(piece, other)) ? at : highest),
      -1,
    );
  }

  /** The room between a row's edge and the lanes. */
  #strip(row: number, edge: 'top' | 'bottom', pieces: readonly Piece<Link>[]): number {
    const rings = this.#links.filter(
      (link) =>
        link.from === link.to &&
        this.#rowOf(link.from) === row &&
        this.#isTop(link, 'from') === (edge === 'top'),
    );
    const needs = pieces.some(({ up, down }) => (edge === 'top' ? down : up).length > 0);
    return Math.max(needs ? CLEAR : 0, ...rings.map((link) => this.#slot(link) + BETWEEN));
  }

  #ring(
    link: Link,
    slots: ReadonlyMap<string, number>,
    edges: readonly { readonly top: number; readonly bottom: number }[],
  ): DrawnLink<Link> {
    const outer = this.#ringRadius(link);
    const width = this.#ringWidth(link);
    const { top = 0, bottom = 0 } = edges[this.#rowOf(link.from)] ?? {};
    const x = slots.get(`${this.#side(link, 'from')}>${keyOf(link)}`) ?? 0;
    const y = this.#isTop(link, 'from') ? top - 4 - outer : bottom + 4 + outer;
    const label = this.#labelAt(link, x, y);
    const ring = { x, y, radius: outer - width / 2 };
    return { link, kind: 'stay', width, line: [], tip: null, ring, label };
  }

  #labelAt(link: Link, x: number, y: number): Area {
    const width = this.#labelWidth(link);
    return { x: x - width / 2, y: y - LABEL_HEIGHT / 2, width, height: LABEL_HEIGHT };
  }

  #labelWidth(link: Link): number {
    const known = this.#labelWidths.get(link);
    if (known !== undefined) return known;
    const width = Math.ceil(this.#room.widthOf(link.label, LABEL_SIZE, true)) + 6;
    this.#labelWidths.set(link, width);
    return width;
  }

  #width({ count }: Link): number {
    return count === 0 ? 1.5 : Math.max(3, (this.#widest * count) / this.#most);
  }

  /** To its outer edge: a long number is wider than its ring. */
  #ringRadius(link: Link): number {
    const inside = Math.max(LABEL_HEIGHT, Math.min(40, this.#labelWidth(link))) + 2;
    return inside / 2 + this.#ringWidth(link);
  }

  #ringWidth(link: Link): number {
    return Math.max(1.5, this.#width(link) * 0.45);
  }

  /** How much of a box's side an end takes. */
  #slot(link: Link): number {
    if (link.from !== link.to) return Math.max(12, this.#width(link) + 6) + 2;
    return Math.max(2 * this.#ringRadius(link), this.#labelWidth(link)) + 4;
  }

  #kind({ from, to }: Link): LinkKind {
    if (from === to) return 'stay';
    if (this.#rowOf(from) !== this.#rowOf(to)) return 'change';
    return from < to ? 'on' : 'back';
  }

  #rowOf(column: number): number {
    return this.#rows.get(column)?.row ?? 0;
  }

  #isPast({ from, to }: MapLink): boolean {
    return Math.abs(this.#rowOf(from) - this.#rowOf(to)) > 1;
  }

  #arcsAreBelow(row: number): boolean {
    return row > 0 && row === this.#paths.length - 1;
  }

  #isTop(link: Link, end: 'from' | 'to'): boolean {
    const own = this.#rowOf(link[end]);
    const other = this.#rowOf(end === 'from' ? link.to : link.from);
    if (link.from === link.to) return this.#arcsAreBelow(own);
    return own === other ? !this.#arcsAreBelow(own) : other < own;
  }

  /** A box's side: above it `^`, below it `v`. */
  #side(link: Link, end: 'from' | 'to'): string {
    return `${this.#isTop(link, end) ? '^' : 'v'}${String(link[end])}`;
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

const PAST_LANE = 24;

function keyOf({ from, to }: MapLink): string {
  return `${String(from)}-${String(to)}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** A line of one long word in pieces. */
function broken(line: string, width: number, widthOf: (text: string) => number): readonly string[] {
  if (widthOf(line) <= width) return [line];
  const pieces = [''];
  for (const sign of line) {
    const last = pieces.at(-1) ?? '';
    if (last !== '' && widthOf(last + sign) > width) pieces.push(sign);
    else pieces[pieces.length - 1] = last + sign;
  }
  return pieces;
}

/** What a line covers, stretch by stretch, its head too. */
function stretchesOf({ line, tip, width, ring }: DrawnLink<MapLink>): readonly Area[] {
  if (ring) {
    const outer = ring.radius + width / 2;
    return [{ x: ring.x - outer, y: ring.y - outer, width: 2 * outer, height: 2 * outer }];
  }
  const stretches = line.slice(1).map((to, at): Area => {
    const from = line[at] ?? to;
    const half = width / 2;
    const isUpright = from.x === to.x;
    const [padX, padY] = isUpright ? [half, 0] : [0, half];
    return {
      x: Math.min(from.x, to.x) - padX,
      y: Math.min(from.y, to.y) - padY,
      width: Math.abs(from.x - to.x) + 2 * padX,
      height: Math.abs(from.y - to.y) + 2 * padY,
    };
  });
  const head = Math.max(10, width + 6);
  const last = line.at(-1);
  if (!tip || !last) return stretches;
  const top = Math.min(tip.y, last.y);
  return [...stretches, { x: tip.x - head / 2, y: top, width: head, height: HEAD }];
}

function touch(one: Area, other: Area, apart: number): boolean {
  return (
    one.x < other.x + other.width + apart &&
    other.x < one.x + one.width + apart &&
    one.y < other.y + other.height + apart &&
    other.y < one.y + one.height + apart
  );
}

/** The number where no other line runs, as near to the middle of its lane as it can be. */
function withFreeLabel<Link extends MapLink>(
  drawn: DrawnLink<Link>,
  at: number,
  covered: readonly (readonly Area[])[],
): DrawnLink<Link> {
  const { label, line } = drawn;
  const [, from, to] = line;
  if (!from || !to) return drawn;
  const others = covered.flatMap((stretches, place) => (place === at ? [] : stretches));
  const reach = Math.abs(from.x - to.x) / 2;
  for (let step = 0; step * 4 <= reach; step++) {
    for (const sign of [1, -1]) {
      const moved = { ...label, x: label.x + sign * step * 4 };
      if (!others.some((other) => touch(moved, other, 1))) return { ...drawn, label: moved };
    }
  }
  return drawn;
}

/** The weakest of those that stand in the way of others; undefined where none does. */
function weakestInTheWay<Link extends MapLink>({
  links,
  stages,
}: MapLayout<Link>): Link | undefined {
  const covered = links.map(stretchesOf);
  for (let at = links.length - 1; at >= 0; at--) {
    const { link, label } = links[at] ?? {};
    if (!link || !label) continue;
    const own = covered[at] ?? [];
    const isInTheWay = links.slice(0, at).some((other, before) => {
      const others = covered[before] ?? [];
      return (
        touch(label, other.label, 0) ||
        others.some((stretch) => touch(label, stretch, 0)) ||
        own.some((stretch) => touch(other.label, stretch, 0)) ||
        own.some((one) => others.some((two) => runAlong(one, two)))
      );
    });
    if (isInTheWay || stages.some((stage) => touch(label, stage, 0))) return link;
  }
  return undefined;
}

/** Whether two stretches of one direction lie on each other; where they cross, each goes on in its own. */
function runAlong(one: Area, other: Area): boolean {
  const isUpright = ({ width, height }: Area) => height > width;
  return isUpright(one) === isUpright(other) && touch(one, other, 0);
}

/** The same from right to left. */
export function mirrored<Link extends MapLink>(layout: MapLayout<Link>): MapLayout<Link> {
  const point = <Some extends Point>(some: Some): Some => ({ ...some, x: layout.width - some.x });
  const area = <Some extends Area>(some: Some): Some => ({
    ...some,
    x: layout.width - some.x - some.width,
  });
  return {
    ...layout,
    stages: layout.stages.map(area),
    links: layout.links.map((drawn) => ({
      ...drawn,
      line: drawn.line.map(point),
      tip: drawn.tip && point(drawn.tip),
      ring: drawn.ring && point(drawn.ring),
      label: area(drawn.label),
    })),
  };
}
