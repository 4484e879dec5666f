/** A text with what a search finds in it marked. */
import type { ComponentChildren } from 'preact';
import { findMatches } from '../../../core/query';

interface MatchedTextProps {
  readonly text: string;
  /** What to mark, as the filter finds it; nothing is marked where it is empty. */
  readonly search: string;
}

export function MatchedText({ text, search }: MatchedTextProps) {
  const parts: ComponentChildren[] = [];
  let last = 0;
  for (const { from, to } of findMatches(text, search)) {
    parts.push(text.slice(last, from));
    last = to;
    parts.push(<mark class="question-stance-match">{text.slice(from, to)}</mark>);
  }
  return (
    <>
      {parts}
      {text.slice(last)}
    </>
  );
}
