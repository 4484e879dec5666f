// The command registry: which commands there are, which can run now, and their default hotkeys.
import type {
  Command as PluginCommand,
  Editor as ObsidianEditor,
  MarkdownView as ObsidianMarkdownView,
} from 'obsidian';
import type { Scope } from '../ground/scope.ts';
import { MarkdownView } from '../notes/markdown-view.ts';
import { Platform } from '../ground/platform.ts';

export type Command = PluginCommand;

/** What of the app decides which commands can run, and where their hotkeys go. */
interface CommandsApp {
  readonly scope: Scope;
  readonly workspace: { readonly activeEditor: object | null };
}

export class Commands {
  readonly commands: Record<string, Command> = {};

  readonly #app: CommandsApp;

  constructor(app: CommandsApp) {
    this.#app = app;
  }

  addCommand(command: Command): void {
    this.commands[command.id] = command;
    for (const { modifiers, key } of command.hotkeys ?? []) {
      this.#app.scope.register(modifiers, key, () => {
        if (this.commands[command.id] !== command) return undefined;
        return this.executeCommandById(command.id) ? false : undefined;
      });
    }
  }

  removeCommand(id: string): void {
    Reflect.deleteProperty(this.commands, id);
  }

  /** The commands that can run where the user is now. */
  listCommands(): Command[] {
    return Object.values(this.commands).filter((command) => this.#run(command, true));
  }

  findCommand(id: string): Command | undefined {
    return this.commands[id];
  }

  executeCommandById(id: string): boolean {
    const command = this.commands[id];
    return command ? this.executeCommand(command) : false;
  }

  executeCommand(command: Command): boolean {
    if (!this.#run(command, true)) return false;
    this.#run(command, false);
    return true;
  }

  #run(command: Command, checking: boolean): boolean {
    if (command.mobileOnly === true && !Platform.isMobile) return false;
    if (command.editorCheckCallback ?? command.editorCallback) {
      const view = this.#app.workspace.activeEditor;
      // Editor commands need an editor that shows.
      if (!(view instanceof MarkdownView) || view.getMode() === 'preview' || !view.file)
        return false;
      const editor = view.editor as unknown as ObsidianEditor;
      const context = view as unknown as ObsidianMarkdownView;
      if (command.editorCheckCallback)
        return command.editorCheckCallback(checking, editor, context) === true;
      if (!checking) settle(command.editorCallback?.(editor, context));
      return true;
    }
    if (command.checkCallback) return command.checkCallback(checking) === true || !checking;
    if (!command.callback) return false;
    if (!checking) settle(command.callback());
    return true;
  }
}

function settle(result: unknown): void {
  if (result instanceof Promise) result.catch(reportError);
}
