/** One of Obsidian's icons, by its name; decoration, so hidden from screen readers. */
import { setIcon } from 'obsidian';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface IconProps {
  readonly name: string;
}

export function Icon({ name }: IconProps) {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (element.current) setIcon(element.current, name);
  }, [name]);
  return <span ref={element} class="question-stance-icon" aria-hidden="true" />;
}
