/** The commands, each offered only where it applies. Menus take from here what they offer too. */
import type { Command, Editor, IconName, TFile } from 'obsidian';
import { mayHoldMark } from '../../core/model/roots';
import { stageKey } from '../../core/model/stage-key';
import type { Preset } from '../../core/query';
import { canBeArticle, makeArticle } from '../articles/make-article';
import type { UiContext } from '../context';
import { clearAtCursor, tagAtCursor, tagSelection } from './cursor-actions';
import { setAskers } from '../askers/askers-modal';
import { openTagModal } from '../tag-modal/tag-modal';
import { pickStage } from '../picker/stance-picker';
import { pickQuery } from '../saved-queries/query-picker';
import { activeNote } from '../parts/active-note';
import { markFormat } from '../../settings/taxonomies';

/** Whoever takes commands: the plugin. */
export interface CommandHost {
  addCommand(command: Command): unknown;
}

export const TAG_NOTE_ICON: IconName = 'tags';

/** A command on the text in an editor. */
export interface EditorAction {
  readonly id: string;
  readonly name: (strings: UiContext['strings']) => string;
  readonly icon: IconName;
  /** Whether the context menu has it too. What it has on a question is `ui/editor/question-menu.ts`. */
  readonly inMenu: boolean;
  readonly applies: (context: UiContext, editor: Editor) => boolean;
  readonly run: (context: UiContext, editor: Editor, file: TFile) => void;
}

export const EDITOR_ACTIONS: readonly EditorAction[] = [
  {
    id: 'tag-at-cursor',
    name: (strings) => strings.tagging.commands.tagAtCursor,
    icon: 'tag',
    inMenu: false,
    applies: (context, editor) => /[?？﹖⁇⁈⁉]/.test(editor.getValue()) || hasMark(context, editor),
    run: tagAtCursor,
  },
  {
    id: 'tag-selection',
    name: (strings) => strings.tagging.commands.tagSelection,
    icon: 'text-select',
    inMenu: true,
    applies: (_context, editor) => editor.somethingSelected(),
    run: tagSelection,
  },
  {
    id: 'clear-at-cursor',
    name: (strings) => strings.tagging.commands.clearAtCursor,
    icon: 'eraser',
    inMenu: false,
    applies: hasMark,
    run: (context, editor, file) => void clearAtCursor(context, editor, file),
  },
];

export function registerCommands(
  host: CommandHost,
  context: UiContext,
  dashboard: {
    readonly open: () => void;
    readonly openQuery: (query: Preset) => void;
    readonly saveQuery: (query: Preset) => void;
    readonly save: () => void;
  },
): void {
  const { strings } = context;
  host.addCommand({
    id: 'tag-note',
    name: strings.tagging.commands.tagNote,
    icon: TAG_NOTE_ICON,
    checkCallback: (checking) => {
      const file = activeNote(context);
      if (file && !checking) void openTagModal(context, file);
      return file !== null;
    },
  });
  host.addCommand({
    id: 'set-askers',
    name: strings.tagging.commands.setAskers,
    icon: 'users',
    checkCallback: (checking) => {
      const file = activeNote(context);
      if (file && !checking) void setAskers(context, file);
      return file !== null;
    },
  });
  host.addCommand({
    id: 'make-article',
    name: strings.tagging.commands.makeArticle,
    icon: 'file-check',
    checkCallback: (checking) => {
      const file = activeNote(context);
      if (!file || !canBeArticle(context, file)) return false;
      if (!checking) void makeArticle(context, file);
      return true;
    },
  });
  for (const { id, name, icon, applies, run } of EDITOR_ACTIONS) {
    host.addCommand({
      id,
      name: name(strings),
      icon,
      editorCheckCallback: (checking, editor, { file }) => {
        if (!file || !applies(context, editor)) return false;
        if (!checking) run(context, editor, file);
        return true;
      },
    });
  }
  host.addCommand({
    id: 'open-dashboard',
    name: strings.tagging.commands.openDashboard,
    icon: 'layout-dashboard',
    callback: dashboard.open,
  });
  host.addCommand({
    id: 'save-questions',
    name: strings.saving.command,
    icon: 'file-down',
    callback: dashboard.save,
  });
  host.addCommand({
    id: 'how-others-asked',
    name: strings.learning.commands.others,
    icon: 'users',
    callback: () => pickStage(context, (stage) => context.showOthers(stageKey(stage))),
  });
  const queryCommands = [
    ['open-saved-query', strings.tagging.commands.openQuery, 'bookmark', dashboard.openQuery],
    ['save-saved-query', strings.saving.queryCommand, 'file-down', dashboard.saveQuery],
  ] as const;
  for (const [id, name, icon, onChoose] of queryCommands) {
    host.addCommand({
      id,
      name,
      icon,
      checkCallback: (checking) => {
        const isAny = context.settings.get().queries.length > 0;
        if (isAny && !checking) pickQuery(context, onChoose);
        return isAny;
      },
    });
  }
}

/** Taken whenever commands are listed. */
function hasMark({ settings }: UiContext, editor: Editor): boolean {
  return mayHoldMark(editor.getValue(), [markFormat(settings.get()).root]);
}
