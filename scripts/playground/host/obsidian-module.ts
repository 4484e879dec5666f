// The module that `require('obsidian')` gives to the plugin. The types below hold it against the
// typings: every name they export as a value is here or is named as absent, and every class has the
// members its typings promise.
import moment from 'moment';
import type * as Obsidian from 'obsidian';
import { TAbstractFile, TFile, TFolder } from './vault/abstract-file.ts';
import { App } from './app.ts';
import { RenderContext } from './bases/render-context.ts';
import * as basesValues from './bases/values.ts';
import * as bases from './bases/view.ts';
import { Component } from './ground/component.ts';
import { debounce } from './ground/debounce.ts';
import {
  editorEditorField,
  editorInfoField,
  editorLivePreviewField,
  livePreviewState,
} from './editor/editor-fields.ts';
import { Editor } from './parts/editor.ts';
import { Events } from './ground/events.ts';
import { FileManager } from './vault/file-manager.ts';
import * as frontmatter from './text/frontmatter.ts';
import { HoverPopover, PopoverState } from './popups/hover-popover.ts';
import * as icons from './ground/icons.ts';
import * as links from './text/link-text.ts';
import { MarkdownEditView, MarkdownPreviewView } from './notes/markdown-preview-view.ts';
import { MarkdownRenderer, sanitizeHTMLToDom } from './markdown/markdown-renderer.ts';
import { MarkdownView } from './notes/markdown-view.ts';
import { Menu, MenuItem, MenuSeparator } from './popups/menu.ts';
import { MetadataCache } from './vault/metadata-cache.ts';
import { ConfirmationButton, ConfirmationModal, Modal } from './popups/modal.ts';
import { normalizePath } from './text/normalize-path.ts';
import { Notice } from './ground/notice.ts';
import { apiVersion, getLanguage, Platform, requireApiVersion } from './ground/platform.ts';
import { Plugin } from './plugins/plugin.ts';
import { AbstractInputSuggest, EditorSuggest, PopoverSuggest } from './popups/popover-suggest.ts';
import { Keymap, Scope } from './ground/scope.ts';
import * as components from './controls/setting-components.ts';
import * as textComponents from './controls/text-components.ts';
import * as valueComponents from './controls/value-components.ts';
import { MarkdownPreviewRenderer, MarkdownRenderChild } from './markdown/post-processors.ts';
import { SettingPage } from './settings/setting-page.ts';
import { PluginSettingTab, SettingTab } from './settings/setting-tab.ts';
import { Setting, SettingGroup } from './controls/setting.ts';
import { FuzzySuggestModal, SuggestModal } from './popups/suggest-modal.ts';
import { EditableFileView, FileView, TextFileView } from './views/text-file-view.ts';
import * as textSearch from './text/text-search.ts';
import { displayTooltip, setTooltip } from './ground/tooltip.ts';
import { Vault } from './vault/vault.ts';
import { ItemView, View } from './views/view.ts';
import {
  WorkspaceContainer,
  WorkspaceItem,
  WorkspaceMobileDrawer,
  WorkspaceParent,
  WorkspaceRoot,
  WorkspaceSidedock,
  WorkspaceSplit,
} from './workspace/workspace-item.ts';
import { WorkspaceLeaf } from './workspace/workspace-leaf.ts';
import { WorkspaceTabs } from './workspace/workspace-tabs.ts';
import { WorkspaceFloating, WorkspaceWindow } from './workspace/workspace-window.ts';
import { Workspace } from './workspace/workspace.ts';

export const obsidianModule = {
  ...components,
  ...textComponents,
  ...valueComponents,
  ...basesValues,
  ...bases,
  AbstractInputSuggest,
  App,
  Component,
  ConfirmationButton,
  ConfirmationModal,
  EditableFileView,
  Editor,
  EditorSuggest,
  Events,
  FileManager,
  FileView,
  FuzzySuggestModal,
  HoverPopover,
  ItemView,
  Keymap,
  MarkdownEditView,
  MarkdownPreviewRenderer,
  MarkdownPreviewView,
  MarkdownRenderChild,
  MarkdownRenderer,
  MarkdownView,
  Menu,
  MenuItem,
  MenuSeparator,
  MetadataCache,
  Modal,
  Notice,
  Platform,
  Plugin,
  PluginSettingTab,
  PopoverState,
  PopoverSuggest,
  RenderContext,
  Scope,
  Setting,
  SettingGroup,
  SettingPage,
  SettingTab,
  SuggestModal,
  TAbstractFile,
  TFile,
  TFolder,
  TextFileView,
  Vault,
  View,
  Workspace,
  WorkspaceContainer,
  WorkspaceFloating,
  WorkspaceItem,
  WorkspaceLeaf,
  WorkspaceMobileDrawer,
  WorkspaceParent,
  WorkspaceRoot,
  WorkspaceSidedock,
  WorkspaceSplit,
  WorkspaceTabs,
  WorkspaceWindow,
  apiVersion,
  debounce,
  displayTooltip,
  editorEditorField,
  editorInfoField,
  editorLivePreviewField,
  editorViewField: editorInfoField,
  getLanguage,
  livePreviewState,
  moment,
  normalizePath,
  requireApiVersion,
  sanitizeHTMLToDom,
  setTooltip,
  ...frontmatter,
  ...icons,
  ...links,
  ...textSearch,
};

/** What the playground leaves out, on purpose. */
type Absent =
  | 'DateValue'
  | 'DurationValue'
  | 'FileValue'
  | 'HTMLValue'
  | 'IconValue'
  | 'ImageValue'
  | 'LinkValue'
  | 'ObjectValue'
  | 'RegExpValue'
  | 'RelativeDateValue'
  | 'UrlValue'
  | 'CapacitorAdapter'
  | 'FileSystemAdapter'
  | 'MomentFormatComponent'
  | 'SecretComponent'
  | 'SecretStorage'
  | 'Tasks'
  | 'WorkspaceRibbon'
  | 'arrayBufferToBase64'
  | 'arrayBufferToHex'
  | 'base64ToArrayBuffer'
  | 'finishRenderMath'
  | 'getBlobArrayBuffer'
  | 'hexToArrayBuffer'
  | 'htmlToMarkdown'
  | 'loadMathJax'
  | 'loadMermaid'
  | 'loadPdfJs'
  | 'loadPrism'
  | 'renderMath'
  | 'request'
  | 'requestUrl';

type Api = typeof Obsidian;
type Host = typeof obsidianModule;
type InstanceOf<T> = T extends { prototype: infer I } ? I : never;

/** Members of classes that are there but for this one. */
type AbsentMembers = 'secretStorage';

type MissingNames = Exclude<keyof Api, keyof Host | Absent>;
type MissingIn<K extends keyof Api & keyof Host> = Exclude<
  keyof InstanceOf<Api[K]>,
  keyof InstanceOf<Host[K]> | AbsentMembers
>;
type MissingMembers = {
  [K in keyof Api & keyof Host]: [MissingIn<K>] extends [never] ? never : [K, MissingIn<K>];
}[keyof Api & keyof Host];

/** These two fail to compile where the host falls behind the typings. */
export const nothingMissing: [MissingNames] extends [never] ? true : MissingNames = true;
export const noMemberMissing: [MissingMembers] extends [never] ? true : MissingMembers = true;
