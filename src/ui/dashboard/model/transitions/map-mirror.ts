/** A layout of the map from right to left. */
import type { Area, MapLayout, MapLink, Point } from './map-parts';

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
