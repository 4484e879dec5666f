/** Which of the editor's suggesters is asked first. */

/**
 * Has `suggest`, which is registered, asked before all others. The first that answers has the turn, and
 * Obsidian's own completion of tags, which is registered before any plugin's, answers whatever begins with
 * `#`. The list is not documented: where it is not as expected, all stays as it is.
 */
export function askFirst(workspace: object, suggest: object): void {
  const list = registeredIn(workspace);
  const at = list?.indexOf(suggest) ?? -1;
  if (at > 0) list?.unshift(...list.splice(at, 1));
}

/** The live list, which Obsidian takes a suggester from by identity when its plugin goes. */
function registeredIn(workspace: object): unknown[] | null {
  const manager: unknown = 'editorSuggest' in workspace ? workspace.editorSuggest : null;
  const list: unknown =
    typeof manager === 'object' && manager !== null && 'suggests' in manager
      ? manager.suggests
      : null;
  return Array.isArray(list) ? list : null;
}
