// The few commands the host itself has.
import type { AppParts } from '../parts/app-parts.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Commands } from './commands.ts';
import { CommandPalette } from './command-palette.ts';
import { exportToPdf } from './export-pdf.ts';
import { MarkdownView } from '../notes/markdown-view.ts';
import { Platform } from '../ground/platform.ts';
import { translate } from '../ground/shell-text.ts';

/** The app, for its own commands. */
interface CoreApp extends AppParts {
  readonly commands: Commands;
  readonly workspace: Workspace;
  readonly setting: { open(): void };
}

export function addCoreCommands(app: CoreApp): void {
  const { commands, workspace } = app;
  commands.addCommand({
    id: 'command-palette:open',
    name: translate('commandPalette'),
    hotkeys: [{ modifiers: ['Mod'], key: 'p' }],
    callback: () => {
      new CommandPalette(app, commands).open();
    },
  });
  commands.addCommand({
    id: 'app:open-settings',
    name: translate('settings'),
    hotkeys: [{ modifiers: ['Mod'], key: ',' }],
    callback: () => {
      app.setting.open();
    },
  });
  commands.addCommand({
    id: 'file-explorer:new-file',
    name: translate('createNote'),
    hotkeys: [{ modifiers: ['Mod'], key: 'n' }],
    callback: async () => {
      const path = await app.fileManager.getAvailablePathForAttachment(
        `${translate('untitled')}.md`,
      );
      await workspace.getLeaf(false).openFile(await app.vault.create(path, ''));
    },
  });
  commands.addCommand({
    id: 'workspace:split-vertical',
    name: translate('splitRight'),
    callback: async () => {
      if (workspace.activeLeaf) await workspace.duplicateLeaf(workspace.activeLeaf, 'vertical');
    },
  });
  commands.addCommand({
    id: 'workspace:move-to-new-window',
    name: translate('moveTabToNewWindow'),
    checkCallback: (checking) => {
      const leaf = workspace.activeLeaf;
      if (Platform.isMobile || !leaf) return false;
      if (!checking) workspace.moveLeafToPopout(leaf);
      return true;
    },
  });
  commands.addCommand({
    id: 'workspace:open-in-new-window',
    name: translate('openTabInNewWindow'),
    checkCallback: (checking) => {
      const leaf = workspace.activeLeaf;
      if (Platform.isMobile || !leaf) return false;
      if (!checking) workspace.duplicateLeaf(leaf, 'window').catch(reportError);
      return true;
    },
  });
  commands.addCommand({
    id: 'workspace:close',
    name: translate('close'),
    callback: () => {
      workspace.activeLeaf?.detach();
    },
  });
  commands.addCommand({
    id: 'app:go-back',
    name: translate('back'),
    hotkeys: [{ modifiers: ['Mod', 'Alt'], key: 'ArrowLeft' }],
    callback: () => workspace.activeLeaf?.history.back(),
  });
  commands.addCommand({
    id: 'app:go-forward',
    name: translate('forward'),
    hotkeys: [{ modifiers: ['Mod', 'Alt'], key: 'ArrowRight' }],
    callback: () => workspace.activeLeaf?.history.forward(),
  });
  commands.addCommand({
    id: 'markdown:toggle-preview',
    name: `${translate('editView')} / ${translate('readingView')}`,
    hotkeys: [{ modifiers: ['Mod'], key: 'e' }],
    checkCallback: (checking) => {
      const view = workspace.getActiveViewOfType(MarkdownView);
      if (view && !checking) view.setMode(view.getMode() === 'source' ? 'preview' : 'source');
      return view !== null;
    },
  });
  commands.addCommand({
    id: 'editor:toggle-source',
    name: `${translate('livePreview')} / ${translate('sourceMode')}`,
    checkCallback: (checking) => {
      const view = workspace.getActiveViewOfType(MarkdownView);
      if (view && !checking) view.setPlainSource(view.getState().source !== true);
      return view !== null;
    },
  });
  commands.addCommand({
    id: 'workspace:export-pdf',
    name: translate('exportPdf'),
    checkCallback: (checking) => {
      const file = workspace.getActiveViewOfType(MarkdownView)?.file ?? null;
      if (file && !checking) exportToPdf(app, file).catch(reportError);
      return file !== null;
    },
  });
  commands.addCommand({
    id: 'editor:save-file',
    name: translate('save'),
    hotkeys: [{ modifiers: ['Mod'], key: 's' }],
    checkCallback: (checking) => {
      const view = workspace.getActiveViewOfType(MarkdownView);
      if (view && !checking) view.save().catch(reportError);
      return view !== null;
    },
  });
}
