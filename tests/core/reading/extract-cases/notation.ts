/**
 * The notation of the case tables: a note in one line with the questions marked in it.
 *
 *     他問：「«q|為什麼？»」說完就走。⏎⏎«你呢？»
 *
 * `«` and `»` enclose a question from its start to its end; `h|`, `q|`, `e|`, `u|` after `«` say its kind
 * where it is not `body`; `⏎` is a line feed, `␍` a carriage return, `␀` NUL, `⇥` a tab.
 */
import type { QuestionKind } from '../../../../src/core/model/question';

export interface MarkedQuestion {
  readonly start: number;
  readonly end: number;
  readonly kind: QuestionKind;
}

export interface MarkedNote {
  readonly text: string;
  readonly questions: readonly MarkedQuestion[];
}

const KINDS: Readonly<Record<string, QuestionKind>> = {
  h: 'heading',
  q: 'quoted',
  e: 'embedded',
  u: 'unmarked',
};

const WRITTEN: Readonly<Record<string, string>> = { '⏎': '\n', '␍': '\r', '␀': '\0', '⇥': '\t' };

/** Reads a marked note. Questions may nest (a quoted one inside another); they come in order of their ends. */
export function parseMarked(marked: string): MarkedNote {
  const questions: MarkedQuestion[] = [];
  const open: { start: number; kind: QuestionKind }[] = [];
  let text = '';
  for (let at = 0; at < marked.length; at += 1) {
    const sign = marked.charAt(at);
    if (sign === '«') {
      const kind = marked[at + 2] === '|' ? KINDS[marked.charAt(at + 1)] : undefined;
      if (kind) at += 2;
      open.push({ start: text.length, kind: kind ?? 'body' });
    } else if (sign === '»') {
      const question = open.pop();
      if (!question) throw new Error(`» without « in ${marked}`);
      questions.push({ ...question, end: text.length });
    } else {
      text += WRITTEN[sign] ?? sign;
    }
  }
  if (open.length > 0) throw new Error(`« without » in ${marked}`);
  return { text, questions };
}

/** Writes questions into their note, so that a failed case reads like the case. */
export function formatMarked({ text, questions }: MarkedNote): string {
  const signs = questions.flatMap(({ start, end, kind }) => {
    const letter = Object.keys(KINDS).find((key) => KINDS[key] === kind);
    return [
      { at: start, order: 1, sign: letter === undefined ? '«' : `«${letter}|` },
      { at: end, order: 0, sign: '»' },
    ];
  });
  signs.sort((a, b) => a.at - b.at || a.order - b.order);
  let marked = '';
  let last = 0;
  for (const { at, sign } of signs) {
    marked += text.slice(last, at) + sign;
    last = at;
  }
  marked += text.slice(last);
  for (const [sign, character] of Object.entries(WRITTEN))
    marked = marked.replaceAll(character, sign);
  return marked;
}
