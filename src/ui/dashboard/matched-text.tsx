/** A text with the searched words marked in it. */
import type { ComponentChildren } from 'preact';

interface MatchedTextProps {
  readonly text: string;
  /** Substring to mark, in any case; nothing is marked where it is empty. */
  readonly search: string;
}

export function MatchedText({ text, search }: MatchedTextProps) {
  const folded = text.toLowerCase();
  const wanted = search.trim().toLowerCase();
  // Where folding changes a text's length, offsets into it no longer fit the text.
  if (wanted === '' || folded.length !== text.length) return <>{text}</>;
  const parts: ComponentChildren[] = [];
  let last = 0;
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, last)) {
    parts.push(text.slice(last, at));
    last = at + wanted.length;
    parts.push(<mark class="question-stance-match">{text.slice(at, last)}</mark>);
  }
  return (
    <>
      {parts}
      {text.slice(last)}
    </>
  );
}
