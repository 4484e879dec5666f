/**
 * Writes marks into notes: what the interface asks for, as operations. Questions that moved since they were
 * read are found again, what can't be found is refused and reported, and bytes outside marks never change.
 * Nothing is thrown; a failure is data, and then nothing was written.
 */
import type { TFile } from 'obsidian';
import { planChanges, type MarkChange } from '../../core/marks/change';
import type { MarkFormat } from '../../core/model/mark';
import type { MarkValue } from '../../core/model/question';
import { planLinkEdits } from '../../core/marks/heading-link';
import { planNoteRewrite } from '../../core/marks/rewrite';
import { planWithoutStrays } from '../../core/marks/stray';
import { planSelection, type Selection, type SelectionRefusal } from '../../core/marks/selection';
import type { TextEdit } from '../../core/model/text-edit';
import type { VaultFailure } from '../failure';
import type { PlannedNote, Task } from './journal';
import type { NoteEdit } from './note-edit';
import type { BulkOptions } from '../bulk-options';
import { FollowedLinks, type PlannedText } from './followed-links';
import { countLinks, type HeadingLinks } from './heading-links';
import type { Operations } from './operations';
import type {
  LinkOffer,
  LinkOutcome,
  NoteChanges,
  NoteOutcome,
  WriteOutcome,
} from './write-outcome';
import { withRoot } from '../../core/model/roots';
import { NO_MARKS, noteTaskOf, type MarkPlan, type NoteTask } from './task-plan';

export type { LinkOffer, LinkOutcome, NoteChanges, NoteOutcome, WriteOutcome };

export interface SelectionOutcome {
  readonly written: number;
  /** Why the selection can't be tagged; null where it is tagged or the note could not be written. */
  readonly refused: SelectionRefusal | null;
  readonly failure: VaultFailure | null;
  /** Absent where no link leads to what was changed. */
  readonly links?: LinkOutcome;
}

export interface StraysOutcome {
  readonly cleared: number;
  /** Those that stay, since something else would read otherwise. */
  readonly left: number;
  readonly failure: VaultFailure | null;
}

/** What a rewrite goes by. */
export interface Rewriting {
  /** How the marks stand in the notes; its root is looked for, either style is found. */
  readonly from: MarkFormat;
  readonly to: MarkFormat;
  /** What an undo sets the settings to: what they said before the rewrite. */
  readonly setting: MarkFormat;
}

export class MarkWriter {
  readonly #operations: Pick<Operations, 'run' | 'extend' | 'recordTyped'>;
  readonly #format: () => MarkFormat;
  /** What notes are read with; the format's root is among them. */
  readonly #roots: () => readonly string[];
  readonly #links: HeadingLinks | null;

  constructor(
    operations: Pick<Operations, 'run' | 'extend' | 'recordTyped'>,
    format: () => MarkFormat,
    roots = (): readonly string[] => [this.#format().root],
    links: HeadingLinks | null = null,
  ) {
    this.#operations = operations;
    this.#format = format;
    this.#roots = roots;
    this.#links = links;
  }

  /** How many links lead to headings that `notes` would give another text. */
  countLinks(notes: readonly NoteChanges[]): Promise<number> {
    return this.#count(this.#textsOf(notes));
  }

  /** How many links lead to headings that a rewrite would give another text. */
  countRewrittenLinks(
    files: readonly TFile[],
    rewriting: Pick<Rewriting, 'from' | 'to'>,
  ): Promise<number> {
    return this.#count(this.#rewritten(files, rewriting));
  }

  /** Carries out `changes` on one note, as one undo step where it is open in an editor. */
  async write(file: TFile, changes: readonly MarkChange[]): Promise<WriteOutcome> {
    const [outcome] = await this.writeAll([{ file, changes }]);
    const { written = 0, refused = [], failure = null, links } = outcome ?? {};
    return { written, refused, failure, ...(links && { links }) };
  }

  /**
   * Carries out changes on several notes, one after another; what fails in one stops nothing in the others.
   * Outcomes are in the order of `notes`, those before a stop only. Copies that a sync set aside are left
   * alone, save where such a copy is the only note asked for. Links that lead to a tagged heading are changed with
   * it, as part of the operation, if the settings say so; without that, no byte outside marks changes.
   */
  writeAll(
    notes: readonly NoteChanges[],
    options: BulkOptions = {},
  ): Promise<readonly NoteOutcome[]> {
    const format = this.#format();
    const roots = this.#roots();
    const changesAt = new Map(notes.map(({ file, changes }) => [file.path, changes]));
    const taskOf = (paths: readonly string[], linksIn: LinksIn): Task => ({
      kind: 'marks',
      format,
      roots,
      notes: paths.map((path) => ({
        path,
        changes: changesAt.get(path) ?? [],
        ...linksIn(path),
      })),
    });
    return this.#carryOut(this.#textsOf(notes), taskOf, options);
  }

  /** Writes the marks of `files` in another format; otherwise as `writeAll`. */
  rewriteAll(
    files: readonly TFile[],
    rewriting: Rewriting,
    options: BulkOptions = {},
  ): Promise<readonly NoteOutcome[]> {
    const roots = this.#roots();
    const asked = new Set(files.map(({ path }) => path));
    const taskOf = (paths: readonly string[], linksIn: LinksIn): Task => ({
      kind: 'rewrite',
      ...rewriting,
      roots,
      notes: paths.map((path) => ({
        path,
        ...linksIn(path),
        ...(asked.has(path) ? {} : { keepsMarks: true }),
      })),
    });
    return this.#carryOut(this.#rewritten(files, rewriting), taskOf, options);
  }

  /** Tags a selected stretch of the note, whose offsets are those of the open editor's text or the file's. */
  async tagSelection(
    file: TFile,
    selection: Selection,
    value: MarkValue,
  ): Promise<SelectionOutcome> {
    const format = this.#format();
    const roots = this.#roots();
    let refusal: SelectionRefusal | null = null;
    const plan = (text: string): MarkPlan => {
      const planned = planSelection(text, selection, value, format, roots);
      refusal = planned.ok ? null : planned.code;
      return planned.ok ? { ...planned, refused: [] } : NO_MARKS;
    };
    const taskOf = (): Task => ({ kind: 'marks', format, roots, notes: [] });
    const [outcome] = await this.#carryOut([{ file, plan }], taskOf, {});
    const { written = 0, failure = null, links } = outcome ?? {};
    return { written, refused: failure ? null : refusal, failure, ...(links && { links }) };
  }

  /** Takes the tags of the note out that belong to no question, as far as nothing else reads otherwise then. */
  async clearStrays(file: TFile): Promise<StraysOutcome> {
    const format = this.#format();
    const roots = this.#roots();
    let left = 0;
    const plan = (text: string): MarkPlan => {
      const planned = planWithoutStrays(text, withRoot(roots, format.root));
      left = planned.left.length;
      return { ...NO_MARKS, edits: planned.edits, written: planned.edits.length };
    };
    const taskOf = (): Task => ({ kind: 'marks', format, roots, notes: [] });
    const [outcome] = await this.#carryOut([{ file, plan }], taskOf, {});
    const { written = 0, failure = null } = outcome ?? {};
    return { cleared: written, left: failure ? 0 : left, failure };
  }

  /**
   * Takes note of the mark that was completed in the note's open editor while it was typed, so that it can be
   * taken back as any other. `mark` made the editor's text, `after`. Answers with what became of links to its heading,
   * which are changed behind it if the settings say so.
   */
  async recordTyped(file: TFile, mark: TextEdit, after: string): Promise<LinkOutcome | null> {
    const task: Task = {
      kind: 'marks',
      format: this.#format(),
      roots: this.#roots(),
      notes: [],
    };
    const operation = await this.#operations.recordTyped(task, file, [mark], after);
    const links = this.#links;
    const end = mark.from + mark.insert.length;
    const before = after.slice(0, mark.from) + mark.expected + after.slice(end);
    const found = links?.search()(file)?.(before, after);
    if (!links || !found || found.size === 0) return null;
    const left = { leading: countLinks(found), changed: 0, notes: 0 };
    if (operation === null) return left;
    const offer = { operation, file, links: found };
    return links.isFollowed() ? ((await this.changeLinks(offer)) ?? left) : { ...left, offer };
  }

  /**
   * Changes links that an operation left alone, as part of it: one undo takes back both. Null where another operation
   * has come since, or the heading reads otherwise by now; then nothing is written.
   */
  async changeLinks({ operation, file, links }: LinkOffer): Promise<LinkOutcome | null> {
    const all = this.#links;
    const text = (await all?.read(file)) ?? null;
    if (!all || text === null) return null;
    const found = all.leading(links, text);
    if (found.size === 0) return null;
    const tasks = [...found].flatMap(([path, changes]) => {
      const source = all.fileAt(path);
      const plan = (now: string): MarkPlan => ({ ...NO_MARKS, edits: planLinkEdits(now, changes) });
      const among = path === file.path ? 1 : SEVERAL;
      return source ? [{ ...noteTaskOf(source, among, plan), onlyOnRecord: true }] : [];
    });
    const outcomes = await this.#operations.extend(operation, tasks);
    if (!outcomes) return null;
    const changed = outcomes.flatMap(({ file: { path }, edit }) =>
      edit.ok && edit.plan.edits.length > 0 ? [{ path, count: edit.plan.edits.length }] : [],
    );
    return {
      leading: countLinks(links),
      changed: changed.reduce((sum, { count }) => sum + count, 0),
      notes: changed.filter(({ path }) => path !== file.path).length,
    };
  }

  #textsOf(notes: readonly NoteChanges[]): readonly PlannedText[] {
    const format = this.#format();
    const known = withRoot(this.#roots(), format.root);
    return notes.map(({ file, changes }) => ({
      file,
      plan: (text) => planChanges(text, changes, format, known),
    }));
  }

  #rewritten(
    files: readonly TFile[],
    { from, to }: Pick<Rewriting, 'from' | 'to'>,
  ): readonly PlannedText[] {
    const roots = this.#roots();
    const plan = (text: string): MarkPlan => planNoteRewrite(text, from.root, to, roots);
    return files.map((file) => ({ file, plan }));
  }

  async #count(texts: readonly PlannedText[]): Promise<number> {
    const found = this.#links && (await FollowedLinks.find(this.#links, texts));
    return found?.count ?? 0;
  }

  /**
   * Writes `texts`, with the links to their headings where these are followed: first the notes with the headings,
   * then the others that links stand in. `taskOf` says what is set out to be done in the notes at some paths.
   */
  async #carryOut(
    texts: readonly PlannedText[],
    taskOf: (paths: readonly string[], linksIn: LinksIn) => Task,
    options: BulkOptions,
  ): Promise<readonly NoteOutcome[]> {
    const following = this.#links && (await FollowedLinks.find(this.#links, texts));
    const asked = new Set(texts.map(({ file }) => file.path));
    const others = following?.sourcesBeside(asked) ?? [];
    const task = taskOf([...asked, ...others], (path) => {
      const links = following?.linksIn(path) ?? [];
      return links.length > 0 ? { links } : {};
    });
    const tasks = [
      ...texts.map(({ file, plan }) => followedTask(following, file, texts.length, plan)),
      ...others.flatMap((path) => {
        const file = this.#links?.fileAt(path);
        if (!file) return [];
        return [{ ...followedTask(following, file, SEVERAL, () => NO_MARKS), onlyOnRecord: true }];
      }),
    ];
    let operation: number | null = null;
    const onBegin = (id: number): void => {
      operation = id;
      options.onBegin?.(id);
    };
    const paths = new Map(tasks.map(({ file }) => [file, file.path]));
    const outcomes = await this.#operations.run(task, tasks, { ...options, onBegin });
    return outcomes.slice(0, texts.length).map(({ file, edit }) => ({
      path: file.path,
      ...outcomeOf(edit),
      ...following?.outcomeOf(paths.get(file) ?? file.path, operation),
    }));
  }
}

/** The links that are to be changed in a note, where there are any. */
type LinksIn = (path: string) => Pick<PlannedNote, 'links'>;

/** Among more notes than one, copies that a sync set aside are left alone. */
const SEVERAL = 2;

function followedTask(
  following: FollowedLinks | null,
  file: TFile,
  among: number,
  plan: (text: string) => MarkPlan,
): NoteTask<MarkPlan> {
  if (!following) return noteTaskOf(file, among, plan);
  const { path } = file;
  return {
    ...noteTaskOf(file, among, (text) => following.plan(path, text, plan(text))),
    onOutcome: (edit) => following.settle(path, edit),
  };
}

export function outcomeOf(edit: NoteEdit<MarkPlan>): WriteOutcome {
  if (!edit.ok) return { written: 0, refused: [], failure: edit.failure };
  const { written, refused } = edit.plan;
  return { written, refused, failure: null };
}
