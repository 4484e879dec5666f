/**
 * What a task does to the text of each of its notes. The same plan serves when the task is first carried out
 * and when it is finished after a crash.
 */
import type { TFile } from 'obsidian';
import { planChanges, type ChangePlan } from '../../core/marks/change';
import { planLinkEdits, type LinkChange } from '../../core/marks/heading-link';
import { planNoteRewrite } from '../../core/marks/rewrite';
import { withRoot } from '../../core/model/roots';
import type { EditPlan, NoteEdit } from './note-edit';
import { isConflictedCopy } from './conflicted-copy';
import type { VaultFailure } from '../failure';
import type { Task } from './journal';

export const NO_MARKS: ChangePlan = { edits: [], written: 0, refused: [] };

export interface NotePlan {
  readonly path: string;
  readonly plan: (text: string) => ChangePlan;
}

/** What is to be done in one note. */
export interface NoteTask<P extends EditPlan> {
  readonly file: TFile;
  readonly plan: (text: string) => P;
  /** Why the note is not even tried; null where it is. */
  readonly spared: VaultFailure | null;
  /** It is written only where it can be taken back: the user looks at another note, and sees nothing of it. */
  readonly onlyOnRecord?: boolean;
  /** Told of what came of it, before the next note is planned. */
  readonly onOutcome?: (edit: NoteEdit<P>) => void;
}

/** In the order of the task's notes. */
export function notePlans(task: Task): readonly NotePlan[] {
  const { roots = [] } = task;
  if (task.kind === 'marks') {
    const { format } = task;
    const known = withRoot(roots, format.root);
    return task.notes.map(({ path, changes, links = [] }) => ({
      path,
      plan: (text) => withLinks(text, planChanges(text, changes, format, known), links),
    }));
  }
  const { from, to } = task;
  return task.notes.map(({ path, links = [], keepsMarks = false }) => ({
    path,
    plan: (text) =>
      withLinks(text, keepsMarks ? NO_MARKS : planNoteRewrite(text, from.root, to, roots), links),
  }));
}

/**
 * A plan that also makes the links of its note lead to headings that it, or another note's plan, gives another text.
 * Where a question is refused, a heading may stay as it is: then the links do.
 */
export function withLinks(
  text: string,
  plan: ChangePlan,
  links: readonly LinkChange[],
): ChangePlan {
  if (links.length === 0 || plan.refused.length > 0) return plan;
  return { ...plan, edits: [...plan.edits, ...planLinkEdits(text, links)] };
}

/** Copies that a sync set aside are left alone, save where such a copy is the only note asked for. */
export function noteTaskOf<P extends EditPlan>(
  file: TFile,
  among: number,
  plan: (text: string) => P,
): NoteTask<P> {
  const isNote = (path: string) => file.vault.getFileByPath(path) !== null;
  const spared = among > 1 && isConflictedCopy(file.path, isNote);
  return { file, plan, spared: spared ? { code: 'conflicted-copy', detail: file.path } : null };
}
