/** A text with what a search finds in it marked. */
import type { ComponentChildren } from 'preact';
import { findAllMatches } from '../../../core/query';

interface MatchedTextProps {
  readonly text: string;
  /** What to mark, as the filter finds it. */
  readonly search: readonly string[];
}

export function MatchedText({ text, search }: MatchedTextProps) {
  const parts: ComponentChildren[] = [];
  let last = 0;
  for (const { from, to } of findAllMatches(text, search)) {
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
