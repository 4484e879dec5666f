/** The trail of headings above a question: Markdown's by level, drawn ones below them by their style. */

/** A heading as it stands in the note; its text is folded only when a question asks for it. */
export interface SectionHeading {
  /** Markdown's 1 to 6; drawn ones stand below all of them. */
  readonly level: number;
  /** Of a drawn heading: what it is drawn with. Same style, same level. */
  readonly style: string;
  readonly fold: () => string;
}

const DRAWN_LEVEL = 7;

export class SectionTrail {
  #open: readonly SectionHeading[] = [];
  #trail: readonly string[] | null = null;

  /** Opens a section under those of higher rank. */
  push(heading: SectionHeading): void {
    const open = this.#open;
    const same = open.findIndex(
      ({ level, style }) =>
        level > heading.level ||
        (level === heading.level && (level < DRAWN_LEVEL || ranksAbove(heading.style, style))),
    );
    this.#open = [...(same === -1 ? open : open.slice(0, same)), heading];
    this.#trail = null;
  }

  /** Outermost first. The same array until a heading comes. */
  trail(): readonly string[] {
    this.#trail ??= this.#open.map((heading) => heading.fold()).filter((text) => text !== '');
    return this.#trail;
  }
}

/**
 * Whether a heading drawn in `style` closes one drawn in `other`. Styles are a drawing and a numbering
 * (`▋` and `1`): among one drawing a numbered heading stands under one that is not; a new drawing stands
 * under what is open.
 */
function ranksAbove(style: string, other: string): boolean {
  if (style === other) return true;
  return other.startsWith(style.charAt(0)) && style.length < other.length;
}

/** The level of drawn headings. */
export const DRAWN = DRAWN_LEVEL;
