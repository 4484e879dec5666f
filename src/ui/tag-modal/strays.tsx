/** Tells of tags in the note that belong to no question, and lets the user take them out. Shows nothing where there are none. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Strings } from '../../i18n';

export interface StraysOptions {
  /** The lines that they stand in, 1-based. */
  readonly read: () => Promise<readonly number[]>;
  readonly clear: () => Promise<void>;
  /** Called when the button that has the keyboard goes. */
  readonly keepKeyboard: () => void;
}

interface StraysProps extends StraysOptions {
  readonly strings: Strings;
}

/** How many lines are named. */
const NAMED = 5;

export function Strays({ read, clear, keepKeyboard, strings }: StraysProps) {
  const [lines, setLines] = useState<readonly number[]>([]);
  /** Counts how often they were cleared: then they are read anew. */
  const [cleared, setCleared] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    void read().then((found) => {
      if (isCurrent) setLines(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [read, cleared]);
  const part = useRef<HTMLDivElement>(null);
  const hasFocus = part.current?.contains(part.current.doc.activeElement) === true;
  useLayoutEffect(() => {
    if (lines.length === 0 && hasFocus) keepKeyboard();
  }, [lines.length === 0]);
  if (lines.length === 0) return null;
  const words = strings.tagging.strays;
  const named = lines.slice(0, NAMED).map((line) => strings.common.line(line));
  return (
    <div ref={part} class="question-stance-strays">
      <span role="status">
        {words.where(
          words.found(lines.length),
          named.join(strings.common.listed),
          lines.length > NAMED,
        )}
      </span>
      <button type="button" onClick={() => void clear().then(() => setCleared(cleared + 1))}>
        {words.clear}
      </button>
    </div>
  );
}
