/**
 * Which of the editor's suggesters is asked, and whose list opens. What is read of Obsidian here is not
 * documented: where it is not as expected, all stays as it is.
 */
import type { Editor, TFile } from 'obsidian';

/**
 * Has `suggest`, which is registered, asked before all others. The first that answers opens its list, and
 * Obsidian's own completion of tags, which is registered before any plugin's, answers whatever begins with
 * `#`.
 */
export function askFirst(workspace: object, suggest: object): void {
  const list = listIn(managerOf(workspace));
  const at = list?.indexOf(suggest) ?? -1;
  if (at > 0) list?.unshift(...list.splice(at, 1));
}

/**
 * Opens the list of `suggest` where another plugin's list is open and shows nothing that has `typed` in it. A list that
 * is open stays for as long as it answers, and some answer wherever a task is written. Returns
 * whether the other gave way; all are asked anew then.
 */
export function openInstead(
  workspace: object,
  suggest: object,
  typed: string,
  { editor, file }: { readonly editor: Editor; readonly file: TFile },
): boolean {
  const manager = managerOf(workspace);
  const other = openIn(manager);
  if (!manager || !other || other === suggest || listIn(manager)?.[0] !== suggest) return false;
  if (textOf(other).includes(typed)) return false;
  other.close();
  askAll(workspace, editor, file);
  return true;
}

/** Has all suggesters asked as if something had been typed. */
export function askAll(workspace: object, editor: Editor, file: TFile): void {
  const manager = managerOf(workspace);
  if (manager && canTrigger(manager)) manager.trigger(editor, file, true);
}

/** Whether a list other than that of `suggest` is open. */
export function isOtherOpen(workspace: object, suggest: object): boolean {
  const other = openIn(managerOf(workspace));
  return other !== null && other !== suggest;
}

interface OpenSuggest {
  close(): void;
}

/** What Obsidian asks its suggesters by; not in the typings. */
interface TriggeringManager {
  trigger(editor: Editor, file: TFile, isTyped: boolean): void;
}

function canTrigger(manager: object): manager is TriggeringManager {
  return 'trigger' in manager && typeof manager.trigger === 'function';
}

function managerOf(workspace: object): object | null {
  const manager: unknown = 'editorSuggest' in workspace ? workspace.editorSuggest : null;
  return typeof manager === 'object' ? manager : null;
}

/** The live list, which Obsidian takes a suggester from by identity when its plugin goes. */
function listIn(manager: object | null): unknown[] | null {
  const list: unknown = manager && 'suggests' in manager ? manager.suggests : null;
  return Array.isArray(list) ? list : null;
}

function openIn(manager: object | null): OpenSuggest | null {
  const current: unknown = manager && 'currentSuggest' in manager ? manager.currentSuggest : null;
  if (typeof current !== 'object' || current === null) return null;
  const isOpen = 'isOpen' in current && current.isOpen === true;
  return isOpen && 'close' in current && typeof current.close === 'function'
    ? (current as OpenSuggest)
    : null;
}

function textOf(suggest: object): string {
  const el: unknown = 'suggestEl' in suggest ? suggest.suggestEl : null;
  const isText = typeof el === 'object' && el !== null && 'textContent' in el;
  return isText && typeof el.textContent === 'string' ? el.textContent : '';
}
