/** Which properties of the notes go into the file: the chosen and the commonest, all others by typing. */
import { useEffect, useState } from 'preact/hooks';
import { foldText } from '../../core/query';
import type { Strings } from '../../i18n';
import { CheckList } from './check-list';
import type { RowChoice } from './save-choice';

interface PropertyChoiceProps {
  readonly words: Strings['saving'];
  readonly which: RowChoice;
  readonly propertiesOf: (which: RowChoice) => Promise<readonly string[]>;
  readonly chosen: readonly string[];
  readonly choose: (names: readonly string[]) => void;
}

/** More than these are found by typing. */
const FEW = 8;

const ID = 'question-stance-save-properties';

export function PropertyChoice(props: PropertyChoiceProps) {
  const { words, which, propertiesOf, chosen, choose } = props;
  const [known, setKnown] = useState<readonly string[] | null>(null);
  const [typed, setTyped] = useState('');
  useEffect(() => {
    let isCurrent = true;
    propertiesOf(which)
      .then((names) => {
        if (isCurrent) setKnown(names);
      })
      // Only where the dialog is left before they are counted.
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [which]);
  // Those chosen for other notes stay, to be seen and taken away.
  const names = [...(known ?? []), ...chosen.filter((name) => known?.includes(name) === false)];
  const fitting = names.filter((name) => foldText(name).includes(foldText(typed.trim())));
  const isFew = names.length <= FEW;
  const first = fitting.slice(0, FEW);
  const shown =
    typed.trim() === ''
      ? names.filter((name) => first.includes(name) || chosen.includes(name))
      : first;
  const left = fitting.length - shown.length;
  return (
    <details class="question-stance-save-part">
      <summary id={ID}>
        {words.properties}{' '}
        <span class="question-stance-faint">
          {chosen.length === 0 ? words.noneChosen : words.chosen(chosen.length, names.length)}
        </span>
      </summary>
      {!isFew && (
        <input
          type="text"
          class="question-stance-save-find"
          spellcheck={false}
          placeholder={words.findProperty}
          aria-label={words.findProperty}
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      )}
      <CheckList
        labelledBy={ID}
        items={shown}
        isChosen={(name) => chosen.includes(name)}
        nameOf={(name) => name}
        choose={(name, isChosen) =>
          choose(isChosen ? [...chosen, name] : chosen.filter((each) => each !== name))
        }
      />
      <p class="question-stance-faint" aria-live="polite">
        {known !== null && names.length === 0 && words.noProperties}
        {names.length > 0 && fitting.length === 0 && words.noSuchProperty}
        {left > 0 && words.moreProperties(left)}
      </p>
    </details>
  );
}
