/** The trail of headings above a question: Markdown's by level, drawn ones below them by their style. */

/** A heading as it stands in the note; its text is read only when a question asks for it. */
export interface SectionHeading {
  /** Markdown's 1 to 6; drawn ones stand below all of them. */
  readonly level: number;
  /** Of a drawn heading: what it is drawn with. Same style, same level. */
  readonly style: string;
  /** It may be a name (`### 唐鳳：`), and then it is no heading; shows only over the whole note. */
  readonly name: string | null;
  readonly readText: () => string;
}

/** The level of drawn headings. */
export const DRAWN = 7;

const ROOT: readonly string[] = [];

export class SectionTrail {
  readonly #headings: SectionHeading[] = [];

  /** How many headings came so far, for `resolve`. */
  get count(): number {
    return this.#headings.length;
  }

  push(heading: SectionHeading): void {
    this.#headings.push(heading);
  }

  /**
   * After the last heading: the trail behind so many headings, outermost first. Asked with growing counts; the
   * same array until a heading comes.
   */
  resolve(isSpeaker: (name: string) => boolean): (count: number) => readonly string[] {
    let open: readonly SectionHeading[] = [];
    let trail: readonly string[] | null = ROOT;
    let at = 0;
    return (count) => {
      for (; at < count; at += 1) {
        const heading = this.#headings[at];
        if (!heading || (heading.name !== null && isSpeaker(heading.name))) continue;
        open = openUnder(open, heading);
        trail = null;
      }
      trail ??= open.map((heading) => heading.readText()).filter((text) => text !== '');
      return trail;
    };
  }
}

/** Opens `heading` under those of higher rank. */
function openUnder(
  open: readonly SectionHeading[],
  heading: SectionHeading,
): readonly SectionHeading[] {
  const same = open.findIndex(
    ({ level, style }) =>
      level > heading.level ||
      (level === heading.level && (level < DRAWN || ranksAbove(heading.style, style))),
  );
  return [...(same === -1 ? open : open.slice(0, same)), heading];
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
