// The map's geometry, by boxes measured here: numbers, lines, rings and stages.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../../../../src/ui/dashboard/model/transitions/map-layout';
import { mirrored } from '../../../../../src/ui/dashboard/model/transitions/map-mirror';
import {
  type Area,
  type DrawnLink,
  type MapLayout,
  type MapLink,
  type MapStage,
} from '../../../../../src/ui/dashboard/model/transitions/map-parts';

/** Wide signs are as wide as they are high. */
const widthOf = (text: string, size: number): number =>
  Array.from(text).reduce((sum, sign) => sum + (sign > '\u2e80' ? size : size * 0.56), 0);

/** So many stages in each path, all named alike. */
function pathsOf(
  sizes: readonly number[],
  name = 'Fundamental difference',
): readonly (readonly MapStage[])[] {
  let column = 0;
  return sizes.map((size) => Array.from({ length: size }, () => ({ column: column++, name })));
}

function link(from: number, to: number, count: number): MapLink {
  return { from, to, count, label: String(count) };
}

/** Every link of some stages, with counts of its own, the strongest first. */
function everyLink(stages: number, countOf: (from: number, to: number) => number) {
  const all = Array.from({ length: stages * stages }, (_, at) => {
    const [from, to] = [Math.floor(at / stages), at % stages];
    return link(from, to, countOf(from, to));
  });
  return all.sort((a, b) => b.count - a.count);
}

/** A stretch that is drawn: upright, flat, or neither, as a head or a ring is. */
interface Ink extends Area {
  readonly isUpright: boolean | null;
}

/** What a line covers, its ends flat as they are drawn. */
function inkOf({ line, tip, ring, width }: DrawnLink<MapLink>): readonly Ink[] {
  if (ring) {
    const half = ring.radius + width / 2;
    const box = { x: ring.x - half, y: ring.y - half, width: 2 * half, height: 2 * half };
    return [{ ...box, isUpright: null }];
  }
  const inks = line.slice(1).map((to, at): Ink => {
    const from = line[at] ?? to;
    const isUpright = from.x === to.x;
    const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
    const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
    return isUpright
      ? { x: left - width / 2, y: top, width, height: bottom - top, isUpright }
      : { x: left, y: top - width / 2, width: right - left, height: width, isUpright };
  });
  const neck = line.at(-1);
  if (!tip || !neck) return inks;
  // As `headOf` draws it.
  const half = Math.max(10, width + 6) / 2;
  const head = { x: tip.x - half, width: 2 * half, y: Math.min(tip.y, neck.y), height: 8 };
  return [...inks, { ...head, isUpright: null }];
}

function overlap(one: Area, other: Area): boolean {
  const inside = 0.01;
  return (
    one.x < other.x + other.width - inside &&
    other.x < one.x + one.width - inside &&
    one.y < other.y + other.height - inside &&
    other.y < one.y + one.height - inside
  );
}

const nameOf = ({ link: { from, to } }: DrawnLink<MapLink>) => `${String(from)}→${String(to)}`;

/** Everything that lies on something else, or outside. */
function faultsIn({ links, stages, width, height }: MapLayout<MapLink>): readonly string[] {
  const faults: string[] = [];
  const inks = links.map(inkOf);
  const isOutside = ({ x, y, width: w, height: h }: Area) =>
    x < -0.01 || y < -0.01 || x + w > width + 0.01 || y + h > height + 0.01;
  links.forEach((one, at) => {
    const [ink = []] = [inks[at]];
    if (isOutside(one.label)) faults.push(`number of ${nameOf(one)} outside`);
    if (ink.some(isOutside)) faults.push(`${nameOf(one)} outside`);
    for (const stage of stages) {
      if (overlap(one.label, stage)) faults.push(`number of ${nameOf(one)} on a stage`);
      if (ink.some((dot) => overlap(dot, stage))) faults.push(`${nameOf(one)} on a stage`);
    }
    links.forEach((other, place) => {
      if (place === at) return;
      if (overlap(one.label, other.label)) {
        faults.push(`numbers of ${nameOf(one)} and ${nameOf(other)}`);
      }
      const others = inks[place] ?? [];
      if (others.some((dot) => overlap(dot, one.label))) {
        faults.push(`number of ${nameOf(one)} on ${nameOf(other)}`);
      }
      // Lines may cross, and no more than that.
      const isAlong = ink.some((dot) =>
        others.some(
          (each) =>
            overlap(dot, each) &&
            (dot.isUpright === null || each.isUpright === null || dot.isUpright === each.isUpright),
        ),
      );
      if (isAlong && place > at) faults.push(`${nameOf(one)} along ${nameOf(other)}`);
    });
  });
  stages.forEach((stage, at) => {
    if (isOutside(stage)) faults.push('a stage outside');
    if (stages.slice(0, at).some((other) => overlap(stage, other))) faults.push('stages');
  });
  return faults;
}

describe('the map', () => {
  it.each<[string, readonly number[], number, number]>([
    ['two stances in a pane', [3, 4], 746, 18],
    ['two stances on a phone', [3, 4], 358, 8],
    ['two stances in a sidebar', [3, 4], 298, 8],
    ['one stance', [5], 600, 12],
    ['five stances', [4, 4, 4, 4, 4], 746, 14],
    ['nine stances of nine stages', Array.from({ length: 9 }, () => 9), 746, 14],
    ['nine stances of one stage', Array.from({ length: 9 }, () => 1), 746, 10],
  ])('has nothing on anything else, and many links: %s', (_name, sizes, width, least) => {
    const paths = pathsOf(sizes);
    const stages = sizes.reduce((sum, size) => sum + size, 0);
    const links = everyLink(stages, (from, to) => 1 + ((from * 37 + to * 61) % 97));
    const layout = layOut(paths, links, { width, widthOf });
    expect(faultsIn(layout)).toEqual([]);
    expect(layout.links.length).toBeGreaterThanOrEqual(least);
    expect(faultsIn(mirrored(layout))).toEqual([]);
  });

  it('draws what goes on, back, stays, and changes the stance, each in its way', () => {
    const paths = pathsOf([2, 2]);
    const links = [link(0, 1, 9), link(1, 0, 5), link(0, 0, 4), link(1, 2, 3), link(3, 3, 2)];
    const layout = layOut(paths, links, { width: 400, widthOf });
    expect(layout.links.map(({ kind }) => kind)).toEqual(['on', 'back', 'stay', 'change', 'stay']);
    const [on, back, stay, change, below] = layout.links;
    const [first, , third] = layout.stages;
    // As wide as it is often, but never too thin to be seen.
    expect((on?.width ?? 0) / (back?.width ?? 1)).toBeCloseTo(9 / 5);
    expect(change?.width).toBeGreaterThanOrEqual(3);
    // On its path's free side, and what goes on around what goes back.
    expect(Math.max(...(on?.line ?? []).map(({ y }) => y))).toBeLessThan(first?.y ?? 0);
    expect(on?.label.y).toBeLessThan(back?.label.y ?? 0);
    expect(stay?.ring?.y).toBeGreaterThan((first?.y ?? 0) + (first?.height ?? 0));
    expect(below?.ring?.y).toBeLessThan(third?.y ?? 0);
    expect(change?.tip?.y).toBeCloseTo((third?.y ?? 0) - 1);
  });

  it('leaves out what is no stage of a path, and draws the others', () => {
    const layout = layOut(pathsOf([2]), [link(0, 7, 9), link(0, 1, 3)], { width: 400, widthOf });
    expect(layout.links.map(nameOf)).toEqual(['0→1']);
  });

  it('has whole names where there is room, and breaks those of one long word', () => {
    const names = (name: string, width: number) =>
      layOut(pathsOf([4], name), [], { width, widthOf }).stages[0]?.lines;
    expect(names('Fundamental difference', 900)).toEqual(['Fundamental difference']);
    expect(names('Fundamental difference', 500)).toEqual(['Fundamental', 'difference']);
    expect(names('根本的差異在哪裡', 358)).toEqual(['根本的差', '異在哪裡']);
    for (const line of names('Unverhältnismäßigkeit', 300) ?? []) {
      expect(widthOf(line, 12)).toBeLessThanOrEqual(84);
    }
    expect(names('one two three four five six seven eight nine', 300)).toHaveLength(4);
    expect(names('one two three four five six seven eight nine', 300)?.at(-1)).toMatch(/…$/);
  });
});

it('on any map nothing lies on anything else, and the strongest has its place', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 }),
      fc.integer({ min: 280, max: 1000 }),
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.oneof(fc.nat(9), fc.nat(200_000))), {
        maxLength: 60,
      }),
      (sizes, width, some) => {
        const stages = sizes.reduce((sum, size) => sum + size, 0);
        const links = new Map<string, MapLink>();
        for (const [from, to, count] of some) {
          const one = link(from % stages, to % stages, count);
          links.set(`${String(one.from)} ${String(one.to)}`, one);
        }
        const strongest = [...links.values()].sort((a, b) => b.count - a.count);
        const layout = layOut(pathsOf(sizes), strongest, { width, widthOf });
        expect(faultsIn(layout)).toEqual([]);
        expect(layout.links[0]?.link).toBe(strongest[0]);
      },
    ),
    { numRuns: 150 },
  );
});
