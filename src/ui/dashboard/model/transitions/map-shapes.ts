/** The map's outlines as SVG has them. */
import {
  type Area,
  type DrawnLink,
  type DrawnStage,
  type MapLink,
  type Point,
  POINT,
} from './map-parts';

const RADIUS = 12;

/** Through the corners, rounded. */
export function outlineOf(line: readonly Point[]): string {
  const [first] = line;
  if (!first) return '';
  const parts = [`M${at(first)}`];
  line.slice(1).forEach((corner, before) => {
    const [from, to] = [line[before] ?? corner, line[before + 2]];
    if (!to) parts.push(`L${at(corner)}`);
    else {
      const radius = Math.min(RADIUS, distance(from, corner) / 2, distance(corner, to) / 2);
      parts.push(
        `L${at(toward(corner, from, radius))}Q${at(corner)} ${at(toward(corner, to, radius))}`,
      );
    }
  });
  return parts.join('');
}

/** The head, whose tip is at the stage. */
export function headOf({ line, tip, width }: DrawnLink<MapLink>): string {
  const neck = line.at(-1);
  if (!tip || !neck) return '';
  const half = Math.max(10, width + 6) / 2;
  return `M${at(tip)}L${at({ x: tip.x - half, y: neck.y })}H${fixed(tip.x + half)}z`;
}

/** A stage's box, which points where the path goes; `isMirrored`: to the left. */
export function boxOf({ x, y, width, height, isFirst }: DrawnStage, isMirrored: boolean): string {
  const [start, end] = isMirrored ? [x + width, x] : [x, x + width];
  const point = isMirrored ? -POINT : POINT;
  const middle = y + height / 2;
  const notch = isFirst ? '' : `L${at({ x: start + point - (isMirrored ? -2 : 2), y: middle })}`;
  return `M${at({ x: start, y })}H${fixed(end - point)}L${at({ x: end, y: middle })}L${at({ x: end - point, y: y + height })}H${fixed(start)}${notch}z`;
}

/** Where a stage's words begin, and its first line stands. */
export function wordsAt({ x, y, width, isFirst }: DrawnStage, isMirrored: boolean): Point {
  const inset = isFirst ? POINT : POINT + 6;
  return { x: isMirrored ? x + width - inset : x + inset, y: y + 20 };
}

export function centreOf({ x, y, width, height }: Area): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

function at({ x, y }: Point): string {
  return `${fixed(x)} ${fixed(y)}`;
}

function fixed(number: number): string {
  return String(Math.round(10 * number) / 10);
}

function distance(one: Point, other: Point): number {
  return Math.abs(one.x - other.x) + Math.abs(one.y - other.y);
}

/** So far from one point on the way to another. */
function toward(from: Point, to: Point, length: number): Point {
  const part = distance(from, to) === 0 ? 0 : length / distance(from, to);
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}
