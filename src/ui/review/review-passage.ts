/** What the review shows of where a question stands: the lines around it, and who asks. Knows nothing of Obsidian. */
import { AskerNames } from '../../core/askers/asker-names';
import { askerOfEach } from '../../core/askers/asker-of';
import { writtenAskers } from '../../core/askers/asker-property';
import { findBody } from '../../core/markdown/frontmatter';
import type { PlacedMark, Question } from '../../core/model/question';

/** More of a passage than this, before or behind, is more than one glance, in UTF-16 units. */
const MOST = 240;

/** An empty line, in a quotation too. */
const BREAK = /\r?\n[ \t>]*(?=\r?\n)/g;

/**
 * The text of a question's paragraph before and behind it, as it stands in the note below its properties, without the
 * marks of `read`, which are the note's questions; long ones are cut off.
 */
export function passageAround(
  text: string,
  { start, end }: Pick<Question, 'start' | 'end'>,
  read: readonly Pick<Question, 'marks'>[],
): { readonly above: string; readonly below: string } {
  const body = findBody(text).at;
  let from = body;
  let to = text.length;
  for (const { index, 0: found } of text.matchAll(BREAK)) {
    if (index < start) from = Math.max(body, index + found.length);
    if (index < end) continue;
    to = index;
    break;
  }
  const marks = read.flatMap((question) => question.marks);
  const [above, below] = [
    said(withoutMarks(text, marks, from, start)),
    said(withoutMarks(text, marks, end, to)),
  ];
  return {
    above: above.length > MOST ? `…${above.slice(-MOST).replace(/^[\udc00-\udfff]/, '')}` : above,
    below: below.length > MOST ? `${below.slice(0, MOST).replace(/[\ud800-\udbff]$/, '')}…` : below,
  };
}

/** What stands between two places, without marks and the spaces in front of them. */
function withoutMarks(
  text: string,
  marks: readonly PlacedMark[],
  from: number,
  to: number,
): string {
  let kept = '';
  let at = from;
  for (const mark of marks) {
    if (mark.from < at || mark.to > to) continue;
    kept += text.slice(at, mark.from).replace(/[ \t]+$/, '');
    at = mark.to;
  }
  return kept + text.slice(at, to);
}

/** Signs of lists and headings alone say nothing. */
function said(text: string): string {
  return /[\p{L}\p{N}]/u.test(text) ? text.trim() : '';
}

/** Who asks the question, by the note's text; null for nobody. */
export function askerIn(
  { text, question }: { readonly text: string; readonly question: Question },
  property: string,
  parse: Parameters<typeof writtenAskers>[2],
): string | null {
  try {
    const { names } = writtenAskers(text, property, parse);
    return askerOfEach(new AskerNames(names))(question);
  } catch {
    // Properties that can't be read name nobody.
    return question.speaker;
  }
}
