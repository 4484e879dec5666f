/**
 * Writes marks into notes: what the interface asks for, as operations. Questions that moved since they were
 * read are found again, what can't be found is refused and reported, and bytes outside marks never change.
 * Nothing is thrown; a failure is data, and then nothing was written.
 */
import type { TFile } from 'obsidian';
import { planChanges, type MarkChange } from '../../core/marks/change';
import type { MarkFormat } from '../../core/model/mark';
import type { MarkValue } from '../../core/model/question';
import { planSelection, type Selection, type SelectionRefusal } from '../../core/marks/selection';
import type { TextEdit } from '../../core/model/text-edit';
import type { VaultFailure } from '../failure';
import type { Task } from './journal';
import type { NoteEdit } from './note-edit';
import type { BulkOptions } from '../bulk-options';
import { FollowedLinks, type HeadingLinks } from './followed-links';
import { countLinks } from './heading-links';
import type { Operations } from './operations';
import type { LinkOutcome, NoteChanges, NoteOutcome, WriteOutcome } from './write-outcome';
import { withRoot } from '../../core/model/roots';
import { notePlans, stepOf, type MarkPlan } from './task-plan';

export type { LinkOutcome, NoteChanges, NoteOutcome, WriteOutcome };

export interface SelectionOutcome {
  readonly written: number;
  /** Why the selection can't be tagged; null where it is tagged or the note could not be written. */
  readonly refused: SelectionRefusal | null;
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
  constructor(
    private readonly operations: Pick<Operations, 'run' | 'recordTyped'>,
    private readonly format: () => MarkFormat,
    /** What notes are read with; the format's root is among them. */
    private readonly roots = (): readonly string[] => [this.format().root],
    private readonly links: HeadingLinks | null = null,
  ) {}

  /** How many links lead to headings that `notes` would give another text. */
  async countLinks(notes: readonly NoteChanges[]): Promise<number> {
    const format = this.format();
    let count = 0;
    for (const { file, changes } of notes) {
      if (this.links)
        count += countLinks(await this.links.find(file, changes, format, this.roots()));
    }
    return count;
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
  async writeAll(
    notes: readonly NoteChanges[],
    options: BulkOptions = {},
  ): Promise<readonly NoteOutcome[]> {
    const format = this.format();
    const roots = this.roots();
    const following = this.links && (await FollowedLinks.find(this.links, notes, format, roots));
    if (following && this.links.isFollowed()) {
      return this.#writeFollowed(notes, format, roots, following, options);
    }
    const planned = notes.map(({ file: { path }, changes }) => ({ path, changes }));
    const outcomes = await this.#carryOut(
      { kind: 'marks', format, roots, notes: planned },
      notes.map(({ file }) => file),
      options,
    );
    return outcomes.map((outcome) => following?.told(outcome) ?? outcome);
  }

  /** Changes the links too: first the notes with the headings, then the others that links stand in. */
  async #writeFollowed(
    notes: readonly NoteChanges[],
    format: MarkFormat,
    roots: readonly string[],
    following: FollowedLinks,
    options: BulkOptions,
  ): Promise<readonly NoteOutcome[]> {
    const task = { kind: 'marks', format, roots, notes: following.planned(notes) } as const;
    const changesOf = new Map(notes.map(({ file, changes }) => [file.path, changes]));
    const steps = task.notes.flatMap(({ path }, at) => {
      const changes = changesOf.get(path);
      const file = changes ? notes[at]?.file : this.links?.fileAt(path);
      if (!file) return [];
      const plan = (text: string): MarkPlan =>
        following.plan(
          path,
          text,
          planChanges(text, changes ?? [], format, withRoot(roots, format.root)),
        );
      const step = stepOf(file, changes ? notes.length : task.notes.length, plan);
      return [{ ...step, onOutcome: (edit: NoteEdit<MarkPlan>) => following.settle(path, edit) }];
    });
    const outcomes = await this.operations.run(task, steps, options);
    return outcomes
      .filter(({ file }) => changesOf.has(file.path))
      .map(({ file, edit }) => following.told({ file, ...outcomeOf(edit) }));
  }

  /** Writes the marks of `files` in another format; otherwise as `writeAll`. */
  rewriteAll(
    files: readonly TFile[],
    rewriting: Rewriting,
    options: BulkOptions = {},
  ): Promise<readonly NoteOutcome[]> {
    const notes = files.map(({ path }) => ({ path }));
    return this.#carryOut(
      { kind: 'rewrite', ...rewriting, roots: this.roots(), notes },
      files,
      options,
    );
  }

  /** `files` are those of the task's notes, in their order. */
  async #carryOut(
    task: Task,
    files: readonly TFile[],
    options: BulkOptions,
  ): Promise<readonly NoteOutcome[]> {
    const steps = notePlans(task).flatMap(({ plan }, at) => {
      const file = files[at];
      return file ? [stepOf(file, files.length, plan)] : [];
    });
    const outcomes = await this.operations.run(task, steps, options);
    return outcomes.map(({ file, edit }) => ({ file, ...outcomeOf(edit) }));
  }

  /**
   * Takes note of the mark that was completed in the note's open editor while it was typed, so that it can be
   * taken back as any other. `mark` made the editor's text, `after`.
   */
  recordTyped(file: TFile, mark: TextEdit, after: string): Promise<void> {
    const task: Task = {
      kind: 'marks',
      format: this.format(),
      roots: this.roots(),
      notes: [],
    };
    return this.operations.recordTyped(task, file, [mark], after);
  }

  /** Tags a selected stretch of the note, whose offsets are those of the open editor's text or the file's. */
  async tagSelection(
    file: TFile,
    selection: Selection,
    value: MarkValue,
  ): Promise<SelectionOutcome> {
    const format = this.format();
    const roots = this.roots();
    const step = stepOf(file, 1, (text) => {
      const plan = planSelection(text, selection, value, format, roots);
      return plan.ok ? { ...plan, code: null } : { edits: [], written: 0, code: plan.code };
    });
    const [outcome] = await this.operations.run({ kind: 'marks', format, roots, notes: [] }, [
      step,
    ]);
    const edit = outcome?.edit;
    if (!edit?.ok) return { written: 0, refused: null, failure: edit?.failure ?? null };
    const { written, code } = edit.plan;
    return { written, refused: code, failure: null };
  }
}

export function outcomeOf(edit: NoteEdit<MarkPlan>): WriteOutcome {
  if (!edit.ok) return { written: 0, refused: [], failure: edit.failure };
  const { written, refused } = edit.plan;
  return { written, refused, failure: null };
}
