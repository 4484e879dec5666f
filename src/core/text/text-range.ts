/** A stretch of a text, in UTF-16 offsets. */

export interface TextRange {
  readonly from: number;
  /** Just after its last UTF-16 unit. */
  readonly to: number;
}
