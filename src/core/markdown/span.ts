/** What inside a block's text is not plain prose. */
import type { PlacedMark } from '../model/question';

/**
 * - `opaque`: stands for a word in its sentence (code, `<code>` and `<kbd>` too, maths, a URL, a tag);
 * - `hidden`: not there for a reader (comments, HTML tags, images, brackets and targets of links);
 * - `break`: a layout tag or `<br>`, which ends a line;
 * - `link`: the opening bracket of a link, up to its text;
 * - `tail`: what closes a link, `](…)` or `]]`;
 * - `quote`: a quote written as an entity;
 * - `emphasis`: the delimiter that opens or closes emphasis, a highlight or strikethrough;
 * - `mark`: a mark, tag or comment.
 */
export type InlineSpan =
  | {
      readonly kind: PlainSpanKind;
      readonly from: number;
      readonly to: number;
    }
  /** `tail`, `end`: where the span that closes the link starts and ends. */
  | {
      readonly kind: 'link';
      readonly from: number;
      readonly to: number;
      readonly tail: number;
      readonly end: number;
    }
  | {
      readonly kind: 'emphasis';
      readonly from: number;
      readonly to: number;
      readonly opens: boolean;
    }
  | {
      readonly kind: 'mark';
      readonly from: number;
      readonly to: number;
      readonly mark: PlacedMark;
    };

export type PlainSpanKind = 'opaque' | 'hidden' | 'break' | 'tail' | 'quote';

export type EmphasisSpan = Extract<InlineSpan, { kind: 'emphasis' }>;
