/** Bare URLs in running text, Chinese text around them included. */
import { isAsciiWord } from '../text/character';
import type { TextRange } from '../text/text-range';

const SCHEME_CHARACTER = /[a-z0-9+.-]/i;
const WIDE = /[\u3400-\u9fff\uac00-\ud7af\u3041-\u30fa]/;
/** Letters inside an address written unescaped, where the address goes on after them. */
const WIDE_PART = new RegExp(`${WIDE.source}+[/?=&%#_.~-]+(?=[!-~])`, 'y');
const LEADS_ON = /[/=_+-]/;
const TRAILING = /[?!.,:;*_~'"’”]/;

/**
 * The URL around the `://` or `www.` at `at`. `after` bounds the scheme to the left. A URL ends at white
 * space, at a quote and at what is not ASCII, unless the address plainly goes on behind it;
 * closing punctuation belongs to the sentence.
 */
export function readUrl(text: string, at: number, after: number, to: number): TextRange | null {
  let from = at;
  if (text[at] === ':') {
    const leftmost = Math.max(after, at - 30);
    while (from > leftmost && SCHEME_CHARACTER.test(text.charAt(from - 1))) from -= 1;
    if (from === at) return null;
  } else if (at > 0 && isAsciiWord(text.charCodeAt(at - 1))) {
    return null;
  }
  const body = text[at] === ':' ? at + 3 : at + 4;
  const end = trim(text, body, scan(text, body, to));
  return end > body ? { from, to: end } : null;
}

function scan(text: string, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (code > 0x20 && code < 0x7f) {
      if (code === 0x3c || code === 0x3e || code === 0x22 || code === 0x60) return at;
      if (code === 0x5d || code === 0x7c) return at;
      at += 1;
      continue;
    }
    // `wiki/情感`, `?q=為什麼`: letters that the address itself leads to.
    if (at > from && LEADS_ON.test(text.charAt(at - 1)) && WIDE.test(text.charAt(at))) {
      while (at < to && WIDE.test(text.charAt(at))) at += 1;
      continue;
    }
    WIDE_PART.lastIndex = at;
    if (!WIDE_PART.test(text) || WIDE_PART.lastIndex >= to) return at;
    at = WIDE_PART.lastIndex;
  }
  return at;
}

/** Gives closing punctuation and brackets that the URL did not open back to the sentence. */
function trim(text: string, from: number, end: number): number {
  let balance = 0;
  for (let at = from; at < end; at += 1) {
    if (text[at] === '(') balance += 1;
    else if (text[at] === ')') balance -= 1;
  }
  let to = end;
  while (to > from) {
    const last = text.charAt(to - 1);
    if (last === ')' && balance < 0) balance += 1;
    else if (!TRAILING.test(last)) break;
    to -= 1;
  }
  return to;
}
