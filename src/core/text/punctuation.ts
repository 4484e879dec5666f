/**
 * Where in a text something may start or end: punctuation and the characters of Markdown's
 * inline syntax. Found in one pass that everything after it shares, so that letters are looked at once.
 */
import { CHARACTER, CLASS_OF } from './character';

/** ASCII characters that may start a span of Markdown or HTML, beside those that are punctuation anyway. */
const SYNTAX = "`<$[]\\%{#&:'";

/** Made by the first note that is read, since the app's start need not wait for it. */
let isPunctuation: Uint8Array | null = null;

/** The offsets of all punctuation between `from` and `to`, in order, appended to `offsets`. */
export function findPunctuation(text: string, from: number, to: number, offsets: number[]): void {
  const table = (isPunctuation ??= buildTable());
  for (let at = from; at < to; at += 1) {
    if (table[text.charCodeAt(at)] === 1) offsets.push(at);
  }
}

function buildTable(): Uint8Array {
  const plain = new Set<number>([
    CHARACTER.word,
    CHARACTER.space,
    CHARACTER.symbol,
    CHARACTER.comma,
  ]);
  const table = CLASS_OF.map((kind) => (plain.has(kind) ? 0 : 1));
  for (const character of SYNTAX) table[character.charCodeAt(0)] = 1;
  return table;
}
