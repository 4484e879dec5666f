/**
 * Writes marks into notes: what the interface asks for, as operations. Questions that moved since they were
 * read are found again, what can't be found is refused and reported, and bytes outside marks never change.
 * Nothing is thrown; a failure is data, and then nothing was written.
 */
import type { TFile } from 'obsidian';
import { planAskers, type AskersRefusal } from '../../core/askers/asker-property';
import { planChanges, type MarkChange, type ChangePlan } from '../../core/marks/change';
import { planNoteRewrite } from '../../core/marks/rewrite';
import { planSelection, type Selection, type SelectionRefusal } from '../../core/marks/selection';
import { planWithoutStrays } from '../../core/marks/stray';
import type { MarkFormat } from '../../core/model/mark';
import type { MarkValue } from '../../core/model/question';
import { withRoot } from '../../core/model/roots';
import type { TextEdit } from '../../core/model/text-edit';
import type { ParseYaml } from '../../core/properties/frontmatter-lines';
import type { BulkOptions } from '../bulk-options';
import { FollowedLinks, type PlannedText } from './followed-links';
import { countLinks, type HeadingLinks } from './heading-links';
import type { Task } from './journal';
import { writeLinked, type LinksIn, type TaskOf } from './linked-writing';
import { changeOfferedLinks } from './offered-links';
import type { Operations } from './operations';
import { NO_MARKS } from './task-plan';
import {
  onlyOutcome,
  type LinkOffer,
  type LinkOutcome,
  type NoteChanges,
  type NoteOutcome,
  type WriteOutcome,
} from './write-outcome';

export type { LinkOffer, LinkOutcome, NoteChanges, NoteOutcome, WriteOutcome };

/** What a rewrite goes by. */
export interface Rewriting {
  /** How the marks stand in the notes; its root is looked for, either style is found. */
  readonly from: MarkFormat;
  readonly to: MarkFormat;
  /** What an undo sets the settings to: what they said before the rewrite. */
  readonly setting: MarkFormat;
}

/** What a note's property is to say. */
export interface AskersToWrite {
  readonly property: string;
  /** What it said when it was read. */
  readonly before: readonly string[];
  readonly wanted: readonly string[];
  readonly parse: ParseYaml;
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
    return onlyOutcome(await this.writeAll([{ file, changes }]));
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
    return this.#write(this.#textsOf(notes), taskOf, options);
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
    return this.#write(this.#rewritten(files, rewriting), taskOf, options);
  }

  /**
   * Tags a selected stretch of the note, whose offsets are those of the open editor's text or the file's. Refused with
   * why it can't be tagged; null where it is tagged or the note could not be written.
   */
  async tagSelection(
    file: TFile,
    selection: Selection,
    value: MarkValue,
  ): Promise<WriteOutcome<SelectionRefusal | null>> {
    const format = this.#format();
    const roots = this.#roots();
    let refusal: SelectionRefusal | null = null;
    const plan = (text: string): ChangePlan => {
      const planned = planSelection(text, selection, value, format, roots);
      refusal = planned.ok ? null : planned.code;
      return planned.ok ? { ...planned, refused: [] } : NO_MARKS;
    };
    const outcome = await this.#writeUnplanned(file, plan);
    return { ...outcome, refused: outcome.failure ? null : refusal };
  }

  /**
   * Takes the tags of the note out that belong to no question, as far as nothing else reads otherwise then; or one,
   * by its place among them, from 0. Refused is how many stay.
   */
  async clearStrays(file: TFile, only?: number): Promise<WriteOutcome<number>> {
    const format = this.#format();
    const roots = this.#roots();
    let left = 0;
    const plan = (text: string): ChangePlan => {
      const planned = planWithoutStrays(text, withRoot(roots, format.root), only);
      left = planned.left.length;
      return { ...NO_MARKS, edits: planned.edits, written: planned.edits.length };
    };
    const outcome = await this.#writeUnplanned(file, plan);
    return { ...outcome, refused: outcome.failure ? 0 : left };
  }

  /** Makes the note's property say who asks in it. Refused is why it does not. */
  async writeAskers(
    file: TFile,
    { property, before, wanted, parse }: AskersToWrite,
    options: BulkOptions,
  ): Promise<WriteOutcome<AskersRefusal | null>> {
    let refusal: AskersRefusal | null = null;
    const plan = (text: string): ChangePlan => {
      const planned = planAskers(text, property, before, wanted, parse);
      refusal = planned.ok ? null : planned.code;
      return planned.ok ? { ...NO_MARKS, edits: planned.edits } : NO_MARKS;
    };
    const outcome = await this.#writeUnplanned(file, plan, options);
    return { ...outcome, refused: outcome.failure ? null : refusal };
  }

  /**
   * Takes note of the mark that was completed in the note's open editor while it was typed, so that it can be
   * taken back as any other. `mark` made the editor's text, `after`. Answers with what became of links to its heading,
   * which are changed behind it if the settings say so.
   */
  async recordTyped(file: TFile, mark: TextEdit, after: string): Promise<LinkOutcome | null> {
    const operation = await this.#operations.recordTyped(this.#unplanned(), file, [mark], after);
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
  async changeLinks(offer: LinkOffer): Promise<LinkOutcome | null> {
    return this.#links && changeOfferedLinks(this.#operations, this.#links, offer);
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
    const plan = (text: string): ChangePlan => planNoteRewrite(text, from.root, to, roots);
    return files.map((file) => ({ file, plan }));
  }

  async #count(texts: readonly PlannedText[]): Promise<number> {
    const found = this.#links && (await FollowedLinks.find(this.#links, texts));
    return found?.count ?? 0;
  }

  #write(
    texts: readonly PlannedText[],
    taskOf: TaskOf,
    options: BulkOptions,
  ): Promise<readonly NoteOutcome[]> {
    return writeLinked(this.#operations, this.#links, texts, taskOf, options);
  }

  /** Writes what could not be planned anew after a crash into one note, which is written whole or not at all. */
  async #writeUnplanned(
    file: TFile,
    plan: (text: string) => ChangePlan,
    options: BulkOptions = {},
  ): Promise<WriteOutcome> {
    const task = this.#unplanned();
    return onlyOutcome(await this.#write([{ file, plan }], () => task, options));
  }

  #unplanned(): Task {
    return { kind: 'marks', format: this.#format(), roots: this.#roots(), notes: [] };
  }
}
