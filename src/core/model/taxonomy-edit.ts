/**
 * Edits of a taxonomy: stances and stages are added, removed and put into another order. What an edit can't do
 * leaves the taxonomy as it is. Notes are not touched: a mark whose stance or stage is gone stays in its note.
 */
import {
  findStance,
  isTaxonomyId,
  STANCE_COLORS,
  type Language,
  type Localized,
  type Stage,
  type Stance,
  type StanceColor,
  type Stances,
} from './taxonomy';

export interface NewTerm {
  /** The word that stands in tags. */
  readonly id: string;
  readonly name: string;
  /** The language that the name is in. */
  readonly language: Language;
}

/** Why a word can't stand in tags for a new term. */
export type IdFault = 'invalid' | 'taken';

/** The word that a name suggests: its letters and digits in ASCII; empty where it has none. */
export function suggestId(name: string): string {
  const word = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 32)
    .replace(/^[^a-z]+|-+$/g, '');
  return isTaxonomyId(word) ? word : '';
}

/** What is wrong with a new stance's word or, where a stance is given, with its new stage's; null for nothing. */
export function idFault(
  taxonomy: Stances,
  id: string,
  stanceId: string | null = null,
): IdFault | null {
  if (!isTaxonomyId(id)) return 'invalid';
  const others =
    stanceId === null ? taxonomy.stances : (findStance(taxonomy, stanceId)?.stages ?? []);
  return others.some((other) => other.id === id) ? 'taken' : null;
}

/** Adds a stance, with one stage to begin with, at the end. */
export function addStance<T extends Stances>(taxonomy: T, stance: NewTerm, stage: NewTerm): T {
  const { stances } = taxonomy;
  if (idFault(taxonomy, stance.id) !== null) return taxonomy;
  const added: Stance = {
    id: stance.id,
    label: labelOf(stance),
    color: freeColor(stances),
    stages: [stageOf(stage)],
  };
  return { ...taxonomy, stances: [...stances, added] };
}

/** Adds a stage at the end of its stance. */
export function addStage<T extends Stances>(taxonomy: T, stanceId: string, stage: NewTerm): T {
  if (idFault(taxonomy, stage.id, stanceId) !== null) return taxonomy;
  return changeStages(taxonomy, stanceId, (stages) => [...stages, stageOf(stage)]);
}

/** Takes a stance out; the last one stays. */
export function removeStance<T extends Stances>(taxonomy: T, id: string): T {
  return { ...taxonomy, stances: without(taxonomy.stances, id) };
}

/** Takes a stage out of its stance; the last one stays. */
export function removeStage<T extends Stances>(taxonomy: T, stanceId: string, id: string): T {
  return changeStages(taxonomy, stanceId, (stages) => without(stages, id));
}

/** Puts a stance where the stance `target` stands, which makes room on the side that the other comes from. */
export function moveStance<T extends Stances>(taxonomy: T, id: string, target: string): T {
  return { ...taxonomy, stances: moved(taxonomy.stances, id, target) };
}

/** The same for a stage, among those of its stance. */
export function moveStage<T extends Stances>(
  taxonomy: T,
  stanceId: string,
  id: string,
  target: string,
): T {
  return changeStages(taxonomy, stanceId, (stages) => moved(stages, id, target));
}

function changeStages<T extends Stances>(
  taxonomy: T,
  stanceId: string,
  change: (stages: readonly Stage[]) => readonly Stage[],
): T {
  const stances = taxonomy.stances.map((stance) =>
    stance.id === stanceId ? { ...stance, stages: change(stance.stages) } : stance,
  );
  return { ...taxonomy, stances };
}

function stageOf(term: NewTerm): Stage {
  return { id: term.id, label: labelOf(term), asks: { en: '' } };
}

/** English is what other languages fall back to. */
function labelOf({ name, language }: NewTerm): Localized {
  return { en: name, [language]: name };
}

function freeColor(stances: readonly Stance[]): StanceColor {
  const used = new Set(stances.map(({ color }) => color));
  return STANCE_COLORS.find((color) => !used.has(color)) ?? STANCE_COLORS[0];
}

type Identified = Pick<Stage, 'id'>;

function without<T extends Identified>(items: readonly T[], id: string): readonly T[] {
  return items.length > 1 ? items.filter((item) => item.id !== id) : items;
}

function moved<T extends Identified>(
  items: readonly T[],
  id: string,
  target: string,
): readonly T[] {
  const item = items.find((each) => each.id === id);
  const to = items.findIndex((each) => each.id === target);
  if (item === undefined || to === -1) return items;
  const rest = items.filter((each) => each !== item);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}
