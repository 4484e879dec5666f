/** Things to choose from, a checkbox each, in as many columns as there is room for. */

interface CheckListProps<Item extends string> {
  /** The id of what says what the list is of. */
  readonly labelledBy: string;
  readonly items: readonly Item[];
  readonly isChosen: (item: Item) => boolean;
  readonly nameOf: (item: Item) => string;
  /** What it is called in the file; shown where that is another name. */
  readonly headingOf?: (item: Item) => string;
  readonly choose: (item: Item, isChosen: boolean) => void;
}

export function CheckList<Item extends string>(props: CheckListProps<Item>) {
  const { labelledBy, items, isChosen, nameOf, headingOf = nameOf, choose } = props;
  return (
    <ul class="question-stance-save-list" aria-labelledby={labelledBy}>
      {items.map((item) => {
        const [said, heading] = [nameOf(item), headingOf(item)];
        return (
          <li key={item}>
            <label>
              <input
                type="checkbox"
                checked={isChosen(item)}
                onChange={({ currentTarget }) => choose(item, currentTarget.checked)}
              />
              <span>
                {said}
                {heading.toLowerCase() !== said.toLowerCase() && (
                  <span class="question-stance-faint"> {heading}</span>
                )}
              </span>
            </label>
          </li>
        );
      })}
    </ul>
  );
}
