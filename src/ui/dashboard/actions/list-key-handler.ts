/** From a key in the list to what it does there. */
import { keepToOnce } from '../../../keys/held-key';
import { onKey } from '../../../keys/key-press';
import type { DashboardModel } from '../model/dashboard-model';
import type { DashboardActions } from './dashboard-actions';
import type { MarkActions } from './mark-actions';
import { runListCommand } from './list-command-runner';
import { listCommand, listCommandRepeats } from './list-keys';

export function listKeyHandler(
  model: DashboardModel,
  actions: DashboardActions,
): (event: KeyboardEvent) => void {
  return onKey((press, event: KeyboardEvent): void => {
    // Buttons and boxes inside the list are still pressed by their own keys.
    if ((press.name === 'Enter' || press.name === 'Space') && isControl(event.target)) return;
    const command = listCommand(press);
    if (!command) return;
    const isHeld = press.isRepeat && !listCommandRepeats(command);
    // Escape and the preview's own key close one that is open; any other goes on from it.
    const isClosed = !isHeld && actions.notes.leavePreview();
    const isDone =
      isHeld || (isClosed && (command.kind === 'escape' || command.kind === 'preview'));
    if (!isDone && !runListCommand(command, event, model, actions)) return;
    event.preventDefault();
    event.stopPropagation();
    if (!isHeld && !listCommandRepeats(command) && command.kind !== 'open') keepToOnce(event);
  });
}

/** Takes the last tagging back, or with Shift makes it again, wherever on the page no text is typed. */
export function undoKeyHandler(
  marks: Pick<MarkActions, 'takeBack'>,
): (event: KeyboardEvent) => void {
  return onKey(({ name, mod, alt, shift, isRepeat }, event: KeyboardEvent): void => {
    if (name !== 'z' || !mod || alt || isTyped(event.target)) return;
    event.preventDefault();
    // An editor around it has an undo of its own.
    event.stopPropagation();
    if (!isRepeat) marks.takeBack(shift ? 'redo' : 'undo');
  });
}

function isTyped(target: EventTarget | null): boolean {
  const element = target as Element | null;
  return element?.instanceOf(HTMLElement) === true && element.matches('[type="text"], textarea');
}

function isControl(target: EventTarget | null): boolean {
  const element = target as Element | null;
  return element?.instanceOf(HTMLElement) === true && element.matches('button, input, a');
}
