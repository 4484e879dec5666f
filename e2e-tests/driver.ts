// What a scenario needs of an app: small enough to be had of Obsidian itself, by WebdriverIO, and of the playground.
export interface Driver {
  /** Opens a note of the vault. */
  openNote(path: string): Promise<void>;
  /** Runs a command by its full id. */
  runCommand(id: string): Promise<void>;
  /** Types text, or presses one named key (`Enter`, `Escape`, `ArrowDown`). */
  type(text: string): Promise<void>;
  press(key: string): Promise<void>;
  /** Clicks the first element that is shown, `text` being part of what it says. */
  click(selector: string, text?: string): Promise<void>;
  /** How many elements are shown, `text` being part of what they say. */
  count(selector: string, text?: string): Promise<number>;
  /** What stands in the note's file. */
  readNote(path: string): Promise<string>;
  /** Opens a plugin's settings: a window of their own in Obsidian from 1.13 on, a modal on phones. */
  openSettings(pluginId: string): Promise<void>;
  /** In the open settings, picks from the list of the setting with this very name. */
  choose(setting: string, option: string): Promise<void>;
  closeSettings(): Promise<void>;
}
