/** In which row of the map each stage stands and at which place in it, and at which edge of its box a line ends. */
import type { LinkKind, MapLink, MapStage } from './map-parts';

export interface MapPlace {
  readonly row: number;
  /** From the left, from 0. */
  readonly at: number;
}

export type LinkEnd = 'from' | 'to';

const NOWHERE: MapPlace = { row: 0, at: 0 };

export class MapRows {
  readonly #places = new Map<number, MapPlace>();
  readonly #last: number;

  constructor(paths: readonly (readonly MapStage[])[]) {
    paths.forEach((path, row) =>
      path.forEach(({ column }, at) => this.#places.set(column, { row, at })),
    );
    this.#last = paths.length - 1;
  }

  /** Whether both ends of the link are stages of the map. */
  knows({ from, to }: MapLink): boolean {
    return this.#places.has(from) && this.#places.has(to);
  }

  placeOf(column: number): MapPlace {
    return this.#places.get(column) ?? NOWHERE;
  }

  rowOf(column: number): number {
    return this.placeOf(column).row;
  }

  /** Whether the link has to go past rows that lie between. */
  isPast({ from, to }: MapLink): boolean {
    return Math.abs(this.rowOf(from) - this.rowOf(to)) > 1;
  }

  /** Whether lines within the row lie below it. */
  arcsAreBelow(row: number): boolean {
    return row > 0 && row === this.#last;
  }

  /** Whether the link's end is at the upper edge of its box. */
  isTop(link: MapLink, end: LinkEnd): boolean {
    const own = this.rowOf(link[end]);
    const other = this.rowOf(end === 'from' ? link.to : link.from);
    if (link.from === link.to) return this.arcsAreBelow(own);
    return own === other ? !this.arcsAreBelow(own) : other < own;
  }

  /** A name of the edge at which the link ends: of the stage's column, behind `^` above it and `v` below it. */
  edgeOf(link: MapLink, end: LinkEnd): string {
    return `${this.isTop(link, end) ? '^' : 'v'}${String(link[end])}`;
  }

  kindOf({ from, to }: MapLink): LinkKind {
    if (from === to) return 'stay';
    if (this.rowOf(from) !== this.rowOf(to)) return 'change';
    return from < to ? 'on' : 'back';
  }
}
