/** What of a laid out map lies on each other, where a number has its place beside other lines, and what has to go. */
import { HEAD, type Area, type DrawnLink, type MapLayout, type MapLink } from './map-parts';

/** What a line covers, stretch by stretch, its head too. */
export function stretchesOf({ line, tip, width, ring }: DrawnLink<MapLink>): readonly Area[] {
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
export function withFreeLabel<Link extends MapLink>(
  drawn: DrawnLink<Link>,
  at: number,
  covered: readonly (readonly Area[])[],
): DrawnLink<Link> {
  const { label, line } = drawn;
  const [, from, to] = line;
  if (!from || !to) return drawn;
  const others = covered.flatMap((stretches, line) => (line === at ? [] : stretches));
  const reach = Math.abs(from.x - to.x) / 2;
  for (let tries = 0; tries * 4 <= reach; tries++) {
    for (const side of [1, -1]) {
      const moved = { ...label, x: label.x + side * tries * 4 };
      if (!others.some((other) => touch(moved, other, 1))) return { ...drawn, label: moved };
    }
  }
  return drawn;
}

/** The weakest of those that stand in the way of others; undefined where none does. */
export function weakestInTheWay<Link extends MapLink>({
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
