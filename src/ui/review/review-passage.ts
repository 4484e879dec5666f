/** What the review shows of where a question stands: the lines around it, and who asks. Knows nothing of Obsidian. */
import { AskerNames } from '../../core/askers/asker-names';
import { askerOfEach } from '../../core/askers/asker-of';
import { writtenAskers } from '../../core/askers/asker-property';
import type { Question } from '../../core/model/question';

/** More of a passage than this, before or behind, is more than one glance, in UTF-16 units. */
const MOST = 240;

/** An empty line, in a quotation too. */
const BREAK = /\r?\n[ \t>]*(?=\r?\n)/g;

/** The text of a question's paragraph before and behind it, as it stands in the note; long ones are cut off. */
export function passageAround(
  text: string,
  { start, end }: Pick<Question, 'start' | 'end'>,
): { readonly above: string; readonly below: string } {
  let from = 0;
  let to = text.length;
  for (const { index, 0: found } of text.matchAll(BREAK)) {
    if (index < start) from = index + found.length;
    if (index < end) continue;
    to = index;
    break;
  }
  const [above, below] = [said(text.slice(from, start)), said(text.slice(end, to))];
  return {
    above: above.length > MOST ? `…${above.slice(-MOST).replace(/^[\udc00-\udfff]/, '')}` : above,
    below: below.length > MOST ? `${below.slice(0, MOST).replace(/[\ud800-\udbff]$/, '')}…` : below,
  };
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
