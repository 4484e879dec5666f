/** How wide the links of a map are drawn, their numbers and rings, and how much of a box’s side they take. */
import { LABEL_HEIGHT, LABEL_SIZE, type MapLink, type MapRoom } from './map-parts';

export class LinkSizes {
  readonly #widthOf: MapRoom['widthOf'];
  readonly #widest: number;
  readonly #most: number;
  readonly #labelWidths = new Map<MapLink, number>();

  /** The link of the count `most` is drawn as wide as `widest`, the others in proportion. */
  constructor(widthOf: MapRoom['widthOf'], widest: number, most: number) {
    this.#widthOf = widthOf;
    this.#widest = widest;
    this.#most = most;
  }

  labelWidth(link: MapLink): number {
    const known = this.#labelWidths.get(link);
    if (known !== undefined) return known;
    const width = Math.ceil(this.#widthOf(link.label, LABEL_SIZE, true)) + 6;
    this.#labelWidths.set(link, width);
    return width;
  }

  width({ count }: MapLink): number {
    return count === 0 ? 1.5 : Math.max(3, (this.#widest * count) / this.#most);
  }

  /** To its outer edge: a long number is wider than its ring. */
  ringRadius(link: MapLink): number {
    const inside = Math.max(LABEL_HEIGHT, Math.min(40, this.labelWidth(link))) + 2;
    return inside / 2 + this.ringWidth(link);
  }

  ringWidth(link: MapLink): number {
    return Math.max(1.5, this.width(link) * 0.45);
  }

  /** How much of a box's side an end takes. */
  slot(link: MapLink): number {
    if (link.from !== link.to) return Math.max(12, this.width(link) + 6) + 2;
    return Math.max(2 * this.ringRadius(link), this.labelWidth(link)) + 4;
  }
}
