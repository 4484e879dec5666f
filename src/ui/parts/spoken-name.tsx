/**
 * What an area is called, told to screen readers alone, by `aria-labelledby`. Obsidian shows an `aria-label` as a
 * tooltip wherever the pointer rests inside its element: right for a button, in the way over a whole list.
 */
interface SpokenNameProps {
  /** What `aria-labelledby` of the area says; no other element of the document may have it. */
  readonly id: string;
  readonly name: string;
}

export function SpokenName({ id, name }: SpokenNameProps) {
  return (
    <span id={id} hidden>
      {name}
    </span>
  );
}
