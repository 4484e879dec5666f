/** The plugin in Bases: the view «Questions», and the command that begins a base with it. */
import { Notice, type Editor, type Plugin, type TFile } from 'obsidian';
import { createFile } from '../../vault/new-file';
import type { UiContext } from '../context';
import type { DashboardServices } from '../dashboard';
import { FIRST_CHOICE } from '../export/save-choice';
import { LONG_NOTICE } from '../notices/notice-time';
import { insertLines } from '../parts/insert-lines';
import { BASE_VIEW, baseOptions } from './base-options';
import { newBase } from './new-base';
import { QuestionsBase } from './questions-base';

type Host = Pick<Plugin, 'addCommand' | 'registerBasesView' | 'registerEvent'>;

export function registerBases(
  plugin: Host,
  context: UiContext,
  wired: Omit<DashboardServices, 'saved'>,
): void {
  const { app, strings } = context;
  const services: DashboardServices = { ...wired, saved: { last: FIRST_CHOICE } };
  let made = 0;
  let isRegistered = false;
  let isTaken = false;
  const register = (): boolean => {
    if (isRegistered || isTaken) return isRegistered;
    try {
      isRegistered = plugin.registerBasesView(BASE_VIEW, {
        name: strings.bases.name,
        icon: 'message-circle-question',
        factory: (controller, containerEl) => {
          made += 1;
          const id = `question-stance-base-${made}`;
          return new QuestionsBase(controller, containerEl, context, services, id);
        },
        options: () => baseOptions(strings),
      });
    } catch (error) {
      isTaken = true;
      console.error('Question Stance: there is no view of bases.', error);
    }
    return isRegistered;
  };
  register();
  // Bases may be switched on later, of which Obsidian tells nobody.
  plugin.registerEvent(app.workspace.on('layout-change', () => void register()));
  plugin.addCommand({
    id: 'insert-question-base',
    name: strings.bases.insert,
    icon: 'table',
    editorCallback: (editor, { file }) => {
      if (!register()) new Notice(strings.bases.off, LONG_NOTICE);
      else if (file) void insertBase(context, editor, file);
    },
  });
}

/**
 * As Obsidian's own «Insert new base» does: a base beside the note, embedded in it. A file can be opened by itself, used
 * in other notes and changed by its own menus in all of them at once; a block in the note could not.
 */
async function insertBase(
  { app, settings, strings }: UiContext,
  editor: Editor,
  note: TFile,
): Promise<void> {
  const { name } = strings.bases;
  const text = newBase(settings.get().scope, name);
  const { file, failure } = await createFile(
    app.vault,
    note.parent?.path ?? '',
    `${name}.base`,
    text,
  );
  if (!file) {
    const words = strings.saving.failures[failure.code];
    new Notice(words(`${name}.base`, failure.detail), LONG_NOTICE);
    return;
  }
  // Obsidian may begin links to files that are no notes with the `!` of an embed by itself.
  const link = app.fileManager.generateMarkdownLink(file, note.path).replace(/^!/, '');
  insertLines(editor, [`!${link}`, ''], 1);
}
