/**
 * The links that lead to headings of the notes of one operation, while it runs: which of them are changed in which
 * note, and what came of it. Links are changed only once the note that they lead to was written as asked.
 */
import type { TFile } from 'obsidian';
import type { MarkChange } from '../../core/marks/change';
import { planLinkEdits, type LinkChange } from '../../core/marks/heading-link';
import type { MarkFormat } from '../../core/model/mark';
import { countLinks, type LinksBySource } from './heading-links';
import type { PlannedNote } from './journal';
import type { NoteEdit } from './note-edit';
import type { MarkPlan } from './task-plan';
import type { NoteChanges, NoteOutcome } from './write-outcome';

/** Finds the links that lead to headings, and says whether they are to be changed with them. */
export interface HeadingLinks {
  find(
    file: TFile,
    changes: readonly MarkChange[],
    format: MarkFormat,
    roots: readonly string[],
  ): Promise<LinksBySource>;
  readonly isFollowed: () => boolean;
  fileAt(path: string): TFile | null;
}

export class FollowedLinks {
  /** Notes whose marks were not written as asked: links to them stay. */
  readonly #unwritten = new Set<string>();
  /** By note written: how many links in it lead to which note, as last planned. */
  readonly #planned = new Map<string, ReadonlyMap<string, number>>();
  readonly #changed = new Map<string, { links: number; notes: number }>();

  /** `byTarget`: by the path of the note with the headings. */
  private constructor(private readonly byTarget: ReadonlyMap<string, LinksBySource>) {}

  /** Null where no link leads to what is changed. */
  static async find(
    links: HeadingLinks,
    notes: readonly NoteChanges[],
    format: MarkFormat,
    roots: readonly string[],
  ): Promise<FollowedLinks | null> {
    const byTarget = new Map<string, LinksBySource>();
    for (const { file, changes } of notes) {
      const found = await links.find(file, changes, format, roots);
      if (found.size > 0) byTarget.set(file.path, found);
    }
    return byTarget.size > 0 ? new FollowedLinks(byTarget) : null;
  }

  /** What the operation sets out to do: the notes with the headings first. */
  planned(notes: readonly NoteChanges[]): readonly PlannedNote[] {
    const asked = new Set(notes.map(({ file }) => file.path));
    const sources = new Set([...this.byTarget.values()].flatMap((found) => [...found.keys()]));
    return [
      ...notes.map(({ file: { path }, changes }) => ({ path, changes, links: this.#in(path) })),
      ...[...sources]
        .filter((path) => !asked.has(path))
        .map((path) => ({ path, changes: [], links: this.#in(path) })),
    ];
  }

  /** `plan`, the marks of the note at `path`, with the links in it. */
  plan(path: string, text: string, plan: MarkPlan): MarkPlan {
    const planned = new Map<string, number>();
    const edits = [...this.byTarget].flatMap(([target, found]) => {
      const isWritten = !this.#unwritten.has(target) && (target !== path || isWhole(plan));
      const links = isWritten ? planLinkEdits(text, found.get(path) ?? []) : [];
      planned.set(target, links.length);
      return links;
    });
    this.#planned.set(path, planned);
    return { ...plan, edits: [...plan.edits, ...edits] };
  }

  /** Told of what came of the note at `path`, before the next one is planned. */
  settle(path: string, edit: NoteEdit<MarkPlan>): void {
    if (!edit.ok || !isWhole(edit.plan)) this.#unwritten.add(path);
    if (!edit.ok) return;
    for (const [target, count] of this.#planned.get(path) ?? []) {
      if (count === 0) continue;
      const { links, notes } = this.#changed.get(target) ?? { links: 0, notes: 0 };
      this.#changed.set(target, { links: links + count, notes: notes + (target === path ? 0 : 1) });
    }
  }

  /** The outcome with what became of the links to its note; as it is where nothing was changed there. */
  told(outcome: NoteOutcome): NoteOutcome {
    const found = this.byTarget.get(outcome.file.path);
    if (!found || outcome.written === 0) return outcome;
    const { links = 0, notes = 0 } = this.#changed.get(outcome.file.path) ?? {};
    return { ...outcome, links: { leading: countLinks(found), changed: links, notes } };
  }

  #in(path: string): readonly LinkChange[] {
    return [...this.byTarget.values()].flatMap((found) => found.get(path) ?? []);
  }
}

function isWhole({ refused }: MarkPlan): boolean {
  return refused.length === 0;
}
