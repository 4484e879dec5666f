/**
 * What the map of transitions is made of: stages as boxes, links as lines with a number on them, and the sizes that all
 * of it is built by. Pixels, from left to right.
 */

export interface MapStage {
  /** Its position among all stages. */
  readonly column: number;
  readonly name: string;
}

export interface MapLink {
  /** Positions of stages. */
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

export const [BETWEEN, PAD, CLEAR] = [5, 6, 18] as const;
export const [LEAST_BOX, MOST_LINES, LABEL_HEIGHT] = [84, 4, 16] as const;
/** More than these nobody reads in one picture; past rows between fewer. */
export const [MOST_LINKS, MOST_PAST] = [26, 6] as const;

/** The room of a line that runs past rows. */
export const PAST_LANE = 24;
