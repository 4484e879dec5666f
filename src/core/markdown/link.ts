/** What follows the `]` of a link: `(target "title")` or `[reference]`. */

/** Deeper brackets than these are no target (CommonMark asks for three levels at least). */
const DEEPEST = 32;

const REFERENCE = /\[[^\][\n\r]{0,999}\]/y;

/** Where the link whose text ended just before `at` ends, or null where none does. */
export function readLinkTail(text: string, at: number, to: number): number | null {
  const code = text.charCodeAt(at);
  if (at >= to) return null;
  if (code === 0x5b) {
    REFERENCE.lastIndex = at;
    return REFERENCE.test(text) && REFERENCE.lastIndex <= to ? REFERENCE.lastIndex : null;
  }
  if (code !== 0x28) return null;
  let end = skipSpaces(text, at + 1, to);
  const target = text[end] === '<' ? skipPointed(text, end, to) : skipTarget(text, end, to);
  if (target === null) return null;
  end = skipSpaces(text, target, to);
  if (text[end] === ')' && end < to) return end + 1;
  if (end === target) return null;
  const afterTitle = skipTitle(text, end, to);
  if (afterTitle === null) return null;
  end = skipSpaces(text, afterTitle, to);
  return text[end] === ')' && end < to ? end + 1 : null;
}

function skipTarget(text: string, from: number, to: number): number | null {
  let depth = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= 0x20) return depth === 0 ? at : null;
    if (code === 0x5c) {
      at += 1;
    } else if (code === 0x28) {
      depth += 1;
      if (depth > DEEPEST) return null;
    } else if (code === 0x29) {
      if (depth === 0) return at;
      depth -= 1;
    }
  }
  return null;
}

function skipPointed(text: string, from: number, to: number): number | null {
  for (let at = from + 1; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x3e) return at + 1;
    if (code === 0x0a || code === 0x0d || code === 0x3c) return null;
    if (code === 0x5c) at += 1;
  }
  return null;
}

function skipTitle(text: string, from: number, to: number): number | null {
  const open = text[from];
  const close = open === '(' ? ')' : open;
  if (close !== '"' && close !== "'" && close !== ')') return null;
  for (let at = from + 1; at < to; at += 1) {
    const unit = text[at];
    if (unit === close) return at + 1;
    if (unit === '\\') at += 1;
    else if (unit === '(' && open === '(') return null;
  }
  return null;
}

function skipSpaces(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (text.charCodeAt(at) <= 0x20 || text.charCodeAt(at) === 0x3000)) at += 1;
  return at;
}
