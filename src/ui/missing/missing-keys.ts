/** What keys do among the examples and stems of the open stage. */
import type { KeyPress } from '../../keys/key-press';
import type { MissingChoice, MissingPanel } from './missing-panel';

interface Deeds {
  /** Opens the example, or writes the stem. */
  readonly act: (choice: MissingChoice) => void;
  /** Opens the next stage or the one before, and gives it the keyboard. */
  readonly openBeside: (by: 1 | -1) => void;
}

/** Whether the key was one of theirs, and then it is done. */
export function answerKey(
  panel: MissingPanel,
  press: KeyPress,
  { act, openBeside }: Deeds,
): boolean {
  const { name, mod, alt, isRepeat } = press;
  const choices = panel.choices.peek();
  const at = panel.at.peek() ?? 0;
  const choice = choices[at];
  // What writes or opens something happens once a press.
  const once = (deed: () => void): boolean => {
    if (!isRepeat) deed();
    return true;
  };
  const move = (to: number): boolean => {
    panel.choose(Math.min(Math.max(to, 0), choices.length - 1));
    return true;
  };
  if (name === 'Enter') return once(() => choice && act(choice));
  if (mod || alt) return false;
  const stem = choices.findIndex((each) => each.kind === 'stem' && String(each.digit) === name);
  if (stem !== -1) return move(stem);
  switch (name) {
    case 'ArrowDown':
    case 'j':
      return move(at + 1);
    case 'ArrowUp':
    case 'k':
      return move(at - 1);
    case 'Home':
      return move(0);
    case 'End':
      return move(choices.length - 1);
    case 'o':
      return once(() => {
        const [first] = choices;
        const example = choice?.kind === 'example' ? choice : first;
        if (example?.kind === 'example') act(example);
      });
    case 'n':
      return once(() => openBeside(1));
    case 'p':
      return once(() => openBeside(-1));
    case 'Escape':
      return once(() => {
        if (!panel.drop()) void panel.toNote();
      });
    default:
      return false;
  }
}
