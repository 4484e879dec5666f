// The command palette.
import type { FuzzyMatch } from 'obsidian';
import type { AppParts } from '../parts/app-parts.ts';
import type { Command, Commands } from './commands.ts';
import { Platform } from '../ground/platform.ts';
import { translate } from '../ground/shell-text.ts';
import { FuzzySuggestModal } from '../popups/suggest-modal.ts';

function hotkeyText(command: Command): string[] {
  return (command.hotkeys ?? []).map(({ modifiers, key }) => {
    const names = modifiers.map((name) =>
      name === 'Mod' ? (Platform.isMacOS ? '⌘' : 'Ctrl') : name,
    );
    return [...names, key.length === 1 ? key.toUpperCase() : key].join(' + ');
  });
}

export class CommandPalette extends FuzzySuggestModal<Command> {
  readonly #commands: Commands;

  constructor(app: AppParts, commands: Commands) {
    super(app);
    this.#commands = commands;
    this.setPlaceholder(translate('searchCommands'));
  }

  getItems(): Command[] {
    return this.#commands.listCommands().sort((one, other) => one.name.localeCompare(other.name));
  }

  getItemText(command: Command): string {
    return command.name;
  }

  override renderSuggestion(found: FuzzyMatch<Command>, el: HTMLElement): void {
    el.addClass('mod-complex');
    const content = el.createDiv('suggestion-content').createDiv('suggestion-title');
    super.renderSuggestion(found, content);
    const aux = el.createDiv('suggestion-aux');
    for (const text of hotkeyText(found.item))
      aux.createEl('kbd', { cls: 'suggestion-hotkey', text });
  }

  onChooseItem(command: Command): void {
    this.#commands.executeCommand(command);
  }
}
