/**
 * The lanes between two rows of the map, one above the other, that lines run along: what is short lies nearest to its
 * row, and no two lie on each other.
 */
import type { LinkSizes } from './map-sizes';
import { BETWEEN, LABEL_HEIGHT, type MapLink } from './map-parts';

/** A stretch of a line between two rows. `up` and `down` are where it goes on from its lane. */
export interface Piece<Link> {
  readonly link: Link;
  readonly up: readonly number[];
  readonly down: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly isArc: boolean;
}

/** Gives each piece its lane from `y` down, and says where the last one ends. */
export function stackPieces<Link extends MapLink>(
  pieces: readonly Piece<Link>[],
  y: number,
  isDownwards: boolean,
  lanes: Map<Piece<Link>, number>,
  sizes: LinkSizes,
): number {
  const span = (piece: Piece<Link>): readonly [number, number] => {
    const label = sizes.labelWidth(piece.link) + 8;
    const half = sizes.width(piece.link) / 2 + 3;
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
  const others = inOrder(pieces.filter(({ isArc }) => !isArc).sort(byLength), sizes);
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
  for (const piece of others) place(piece, Math.max(ground, under(piece, levels, sizes) + 1));
  for (const level of isDownwards ? levels : [...levels].reverse()) {
    const height = Math.max(LABEL_HEIGHT, ...level.map(({ link }) => sizes.width(link))) + BETWEEN;
    for (const piece of level) lanes.set(piece, y + height / 2);
    y += height;
  }
  return y;
}

/** Where one comes down right where another goes up, the one that goes up lies above it. */
function isAbove(one: Piece<MapLink>, other: Piece<MapLink>, sizes: LinkSizes): boolean {
  const near = (sizes.width(one.link) + sizes.width(other.link)) / 2 + 4;
  return one !== other && one.up.some((x) => other.down.some((at) => Math.abs(x - at) < near));
}

function inOrder<Link extends MapLink>(
  pieces: readonly Piece<Link>[],
  sizes: LinkSizes,
): readonly Piece<Link>[] {
  const left = [...pieces];
  const ordered: Piece<Link>[] = [];
  while (left.length > 0) {
    const free = left.findIndex((piece) => !left.some((other) => isAbove(piece, other, sizes)));
    ordered.push(...left.splice(Math.max(0, free), 1));
  }
  return ordered;
}

/** The highest level that has a piece which this one has to lie above; −1 where there is none. */
function under(
  piece: Piece<MapLink>,
  levels: readonly (readonly Piece<MapLink>[])[],
  sizes: LinkSizes,
): number {
  return levels.reduce(
    (highest, level, at) => (level.some((other) => isAbove(piece, other, sizes)) ? at : highest),
    -1,
  );
}
