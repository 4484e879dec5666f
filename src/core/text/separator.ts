/** Lines that set parts of a note apart. */
import { CHARACTER, classAt } from './character';

const SEPARATOR = /^[-—–―─━═=＝*＊~～・·•_…＿※◇◆○●\s]+$/;

/** A line of dashes, stars or dots. */
export function isSeparator(text: string, from: number, to: number): boolean {
  if (classAt(text, from) === CHARACTER.word) return false;
  return to - from <= 200 && SEPARATOR.test(text.slice(from, to));
}
