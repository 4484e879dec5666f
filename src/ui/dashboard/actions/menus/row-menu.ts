/** The context menus of a question and of a note. */
import { Platform, type Menu, type PaneType } from 'obsidian';
import { isConflict, markOf, SKIP, type MarkValue } from '../../../../core/model/question';
import { type Term, noteName, type Row } from '../../../../core/query';
import type { Strings } from '../../../../i18n';
import type { Language } from '../../../../core/model/taxonomy';
import { markPath } from '../../../parts/stance-chip';
import type { DashboardModel } from '../../model/dashboard-model';
import { rivals } from '../../model/mark-rows';
import { activeTaxonomy } from '../../../../settings/taxonomies';

export interface MenuActions {
  readonly notes: {
    openIn(row: Row, pane: PaneType | boolean): void;
    openNoteIn(path: string, pane: PaneType | boolean): void;
  };
  readonly marks: {
    tag(rows: readonly Row[]): void;
    mark(rows: readonly Row[], value: MarkValue | null): Promise<void>;
    keepFirst(rows: readonly Row[]): Promise<void>;
  };
  askedBy(path: string, section?: readonly string[]): void;
  copy(text: string): void;
  /** To a note, or to its question that begins in the line. */
  copyLink(path: string, line?: number): void;
  copyOutline(rows: readonly Row[]): Promise<void>;
  saveAsFile(rows: readonly Row[]): void;
}

interface MenuParts {
  readonly model: DashboardModel;
  readonly actions: MenuActions;
  /** The rows under the names that their notes have when an item is chosen. */
  readonly follow: (rows: readonly Row[]) => () => readonly Row[];
  readonly language: Language;
  readonly strings: Strings;
}

/** `rows` are the questions that tagging applies to: the selected ones where `row` is among them. */
export function addRowItems(menu: Menu, row: Row, rows: readonly Row[], parts: MenuParts): void {
  const { actions, follow, strings } = parts;
  const words = strings.dashboard;
  const now = follow(rows);
  const own = follow([row]);
  addOpenItems(menu, words, (pane) => own().forEach((each) => actions.notes.openIn(each, pane)));
  menu.addSeparator();
  addResolveItems(menu, rows, parts);
  addItem(menu, words.tag, 'tag', () => actions.marks.tag(now()));
  const { root } = activeTaxonomy(parts.model.settings.peek());
  if (rows.some(({ question }) => markOf(question, root) !== null)) {
    addItem(menu, words.clearTag, 'eraser', () => void actions.marks.mark(now(), null));
  }
  if (rows.some(({ question }) => markOf(question, root)?.stance !== SKIP)) {
    const skip = { stance: SKIP, stage: null };
    addItem(menu, words.notAQuestion, 'ban', () => void actions.marks.mark(now(), skip));
  }
  addAskedBy(menu, () => own()[0]?.entry.path ?? '', row.question.section, parts);
  menu.addSeparator();
  addFilterItems(menu, () => own().flatMap(termsOf), parts);
  menu.addSeparator();
  if (rows.length === 1) {
    addItem(menu, words.copyText, 'copy', () => actions.copy(row.question.text));
    addItem(menu, words.copyLink, 'link', () => {
      for (const { entry, question } of own()) actions.copyLink(entry.path, question.line);
    });
  } else {
    const title = words.copyOutline(rows.length);
    addItem(menu, title, 'clipboard-list', () => void actions.copyOutline(now()));
    addItem(menu, strings.saving.menu, 'file-down', () => actions.saveAsFile(now()));
  }
}

/** Which of several marks is to stay: any of one question's, the first of many questions'. */
function addResolveItems(menu: Menu, rows: readonly Row[], parts: MenuParts): void {
  const { actions, follow, model, strings, language } = parts;
  const { resolve } = strings.bulk;
  const taxonomy = activeTaxonomy(model.settings.peek());
  const { root } = taxonomy;
  const [conflict, second] = rows.filter(({ question }) => isConflict(question, root));
  if (!conflict) return;
  if (second) {
    const now = follow(rows);
    addItem(menu, resolve.keepFirst, 'check', () => void actions.marks.keepFirst(now()));
    return;
  }
  const now = follow([conflict]);
  for (const mark of rivals(conflict.question, root)) {
    const name = markPath(mark, taxonomy, language, strings);
    addItem(menu, resolve.keep(name), 'check', () => void actions.marks.mark(now(), mark));
  }
}

/** `now` is asked for the note's path when an item is chosen. */
export function addNoteItems(menu: Menu, now: () => string, parts: MenuParts): void {
  const { actions, strings } = parts;
  addOpenItems(menu, strings.dashboard, (pane) => actions.notes.openNoteIn(now(), pane));
  menu.addSeparator();
  addAskedBy(menu, now, [], parts);
  addFilterItems(menu, () => [{ field: 'note', value: now() }], parts);
  menu.addSeparator();
  addItem(menu, strings.dashboard.copyLink, 'link', () => actions.copyLink(now()));
}

/** `now` is asked for the note's path when it is chosen; `section`: the headings of the section that it is asked of. */
export function addAskedBy(
  menu: Menu,
  now: () => string,
  section: readonly string[],
  { actions, strings }: MenuParts,
): void {
  addItem(menu, strings.tagging.askers.menu, 'users', () => actions.askedBy(now(), section));
}

function addOpenItems(
  menu: Menu,
  words: Strings['dashboard'],
  open: (pane: PaneType | boolean) => void,
): void {
  addItem(menu, words.open, 'file-text', () => open(false));
  addItem(menu, words.openTab, 'file-plus', () => open('tab'));
  addItem(menu, words.openSplit, 'separator-vertical', () => open('split'));
  if (Platform.isDesktopApp) {
    addItem(menu, words.openWindow, 'picture-in-picture-2', () => open('window'));
  }
}

function addFilterItems(
  menu: Menu,
  now: () => readonly Term[],
  { model, strings }: MenuParts,
): void {
  const words = strings.dashboard;
  for (const [at, term] of now().entries()) {
    const value = term.field === 'note' ? noteName(term.value) : term.value;
    const name = words.term(words.fields[term.field], value);
    addItem(menu, words.filterBy(name), 'list-filter', () => model.narrow(now()[at] ?? term));
  }
}

function termsOf({ entry, question }: Row): readonly Term[] {
  const terms: Term[] = [];
  if (question.label !== null) terms.push({ field: 'label', value: question.label });
  if (question.speaker !== null) terms.push({ field: 'speaker', value: question.speaker });
  terms.push({ field: 'note', value: entry.path });
  return terms;
}

function addItem(menu: Menu, title: string, icon: string, onClick: () => void): void {
  menu.addItem((item) => item.setTitle(title).setIcon(icon).onClick(onClick));
}
