/**
 * The links that lead to headings of the notes of one operation, while it runs: which of them lead to what it really
 * writes, which are changed in which note, and what came of it. They are changed only where the settings say so.
 */
import type { TFile } from 'obsidian';
import { planLinkEdits, type LinkChange } from '../../core/marks/heading-link';
import { applyEdits } from '../../core/model/text-edit';
import {
  countLinks,
  NO_LINKS,
  type HeadingLinks,
  type HeadingsChange,
  type LinksBySource,
} from './heading-links';
import type { NoteEdit } from './note-edit';
import type { LinkOutcome } from './write-outcome';
import type { ChangePlan } from '../../core/marks/change';

/** What is to be written into one note. */
export interface PlannedText {
  readonly file: TFile;
  readonly plan: (text: string) => ChangePlan;
}

/** A note with headings that links lead to. */
interface Target {
  readonly file: TFile;
  readonly changeOf: HeadingsChange;
  /** The links that its plan leaves without a heading: as foreseen, until the note was written. */
  links: LinksBySource;
}

export class FollowedLinks {
  readonly #targets: ReadonlyMap<string, Target>;

  /** By note written: how many links in it lead to which note, as last planned. */
  readonly #planned = new Map<string, ReadonlyMap<string, number>>();
  readonly #changed = new Map<string, { links: number; notes: number }>();

  /** By the path of the note with the headings. */
  private constructor(
    targets: ReadonlyMap<string, Target>,
    readonly areChanged: boolean,
  ) {
    this.#targets = targets;
  }

  /** Null where no link leads to what is changed. */
  static async find(
    links: HeadingLinks,
    texts: readonly PlannedText[],
  ): Promise<FollowedLinks | null> {
    const search = links.search();
    const targets = new Map<string, Target>();
    for (const { file, plan } of texts) {
      const changeOf = search(file);
      const before = changeOf && (await links.read(file));
      if (!changeOf || before === null) continue;
      const found = linksOf(changeOf, before, plan(before));
      if (found.size > 0) targets.set(file.path, { file, changeOf, links: found });
    }
    return targets.size > 0 ? new FollowedLinks(targets, links.isFollowed()) : null;
  }

  /** How many links lead to what is changed. */
  get count(): number {
    return [...this.#targets.values()].reduce((sum, { links }) => sum + countLinks(links), 0);
  }

  /** The links in the note at `path` that the operation sets out to change. */
  linksIn(path: string): readonly LinkChange[] {
    if (!this.areChanged) return [];
    return [...this.#targets.values()].flatMap(({ links }) => links.get(path) ?? []);
  }

  /** The notes beside `paths` in which links are to be changed. */
  sourcesBeside(paths: ReadonlySet<string>): readonly string[] {
    if (!this.areChanged) return [];
    const sources = [...this.#targets.values()].flatMap(({ links }) => [...links.keys()]);
    return [...new Set(sources)].filter((path) => !paths.has(path));
  }

  /** `plan`, the marks of the note at `path`, with the links in it. */
  plan(path: string, text: string, plan: ChangePlan): ChangePlan {
    const own = this.#targets.get(path);
    if (own) own.links = linksOf(own.changeOf, text, plan);
    if (!this.areChanged) return plan;
    const planned = new Map<string, number>();
    const edits = [...this.#targets].flatMap(([target, { links }]) => {
      const changes = planLinkEdits(text, links.get(path) ?? []);
      planned.set(target, changes.length);
      return changes;
    });
    this.#planned.set(path, planned);
    return { ...plan, edits: [...plan.edits, ...edits] };
  }

  /** Told of what came of the note at `path`, before the next one is planned. */
  settle(path: string, edit: NoteEdit<ChangePlan>): void {
    const own = this.#targets.get(path);
    if (!edit.ok) {
      // Its headings are what they were, or in part: links to them stay.
      if (own) own.links = NO_LINKS;
      return;
    }
    for (const [target, count] of this.#planned.get(path) ?? []) {
      if (count === 0) continue;
      const { links, notes } = this.#changed.get(target) ?? { links: 0, notes: 0 };
      this.#changed.set(target, { links: links + count, notes: notes + (target === path ? 0 : 1) });
    }
  }

  /**
   * What became of the links to the note at `path`; nothing where no heading was changed there. Where they were left
   * alone they can be changed still, if the operation is on record.
   */
  outcomeOf(path: string, operation: number | null): { readonly links?: LinkOutcome } {
    const { file, links } = this.#targets.get(path) ?? {};
    if (!file || !links || links.size === 0) return {};
    const { links: changed = 0, notes = 0 } = this.#changed.get(path) ?? {};
    const outcome = { leading: countLinks(links), changed, notes };
    if (this.areChanged || operation === null) return { links: outcome };
    return { links: { ...outcome, offer: { operation, file, links } } };
  }
}

function linksOf(changeOf: HeadingsChange, text: string, { edits }: ChangePlan): LinksBySource {
  const applied = applyEdits(text, edits);
  return applied.ok ? changeOf(text, applied.text) : NO_LINKS;
}
