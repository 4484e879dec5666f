/** A value as it was written → the term it means, or what is wrong with it, with what was probably meant. */
import { findStance, type Taxonomy } from '../../model/taxonomy';
import { foldText } from '../../text/fold-text';
import { formatAfter, readAfter, WITHINS } from './after-value';
import type { Term } from './condition';
import { readDateRange } from './date-range';
import { FIELD_TABLE, FIELDS, type Field } from './fields';
import { nearestOf } from './nearest';
import { problemAt, type LocatedProblem } from './problem';
import type { Token } from './token';
import { partsOfKey, stageKey } from '../../model/stage-key';

export interface ValueContext {
  /** Given where stances and stages are to be checked. */
  readonly taxonomies?: readonly Taxonomy[];
}

interface TermReading {
  readonly term: Term | null;
  /** May stand beside a term that counts all the same. */
  readonly problem: LocatedProblem | null;
}

/** Any day does: whether a value is one does not depend on it. */
const SOME_DAY = '2000-01-01';

export function termOf(
  token: Extract<Token, { readonly kind: 'value' }>,
  context: ValueContext,
): TermReading {
  const { field, from, to, value, valueFrom, unknownField } = token;
  if (unknownField !== null) {
    const nearest = nearestOf(unknownField, FIELDS);
    const more = { word: unknownField, nearest, known: FIELDS };
    return wrong(problemAt('unknown-field', from, valueFrom - 1, more));
  }
  if (token.problem) return wrong(token.problem);
  if (field === null) return { term: { field: 'text', value }, problem: null };
  if (value === '' && !token.quoted)
    return wrong(problemAt('missing-value', from, to, { word: field }));
  return readTerm(field, value, { from: valueFrom, to }, context);
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function readTerm(
  field: Field,
  value: string,
  stretch: Stretch,
  context: ValueContext,
): TermReading {
  const rule = FIELD_TABLE[field];
  switch (rule.kind) {
    case 'free':
      return { term: { field, value }, problem: null };
    case 'known':
    case 'missing': {
      const known = rule.values.find((each) => each === foldText(value));
      if (known !== undefined) return { term: { field, value: known }, problem: null };
      if (rule.kind === 'missing' && value.includes('/')) {
        return { term: { field, value }, problem: stageProblem(value, stretch, context) };
      }
      return wrong(unknownValue(value, stretch, rule.values));
    }
    case 'stance': {
      const stances = stancesOf(context);
      const isKnown = stances.length === 0 || stances.includes(foldText(value));
      const problem = isKnown || value === '' ? null : unknownStage(value, stretch, stances);
      return { term: { field, value }, problem };
    }
    case 'stage':
      return { term: { field, value }, problem: stageProblem(value, stretch, context) };
    case 'path-stage': {
      if (!value.includes('/')) return wrong(unknownValue(value, stretch, keysOf(context)));
      return { term: { field, value }, problem: stageProblem(value, stretch, context) };
    }
    case 'after': {
      const { stage } = readAfter(value);
      const known = afterValuesOf(context);
      if (!stage.includes('/')) return wrong(unknownValue(value, stretch, known));
      const isKnown = stageProblem(stage, stretch, context) === null;
      return {
        term: { field, value },
        problem: isKnown ? null : unknownStage(value, stretch, known),
      };
    }
    case 'property':
      return value.trim() === '' || value.startsWith('=')
        ? wrong(problemAt('missing-value', stretch.from, stretch.to, { word: field }))
        : { term: { field, value }, problem: null };
    case 'date':
      return readDateRange(value, SOME_DAY)
        ? { term: { field, value }, problem: null }
        : wrong(problemAt('bad-date', stretch.from, stretch.to, { word: value }));
  }
}

/** Null where the taxonomies have it, or none are given. */
function stageProblem(
  value: string,
  stretch: Stretch,
  context: ValueContext,
): LocatedProblem | null {
  if (!context.taxonomies || value === '') return null;
  const wanted = foldText(value);
  const keys = keysOf(context);
  const ids = keys.map((key) => partsOfKey(key).stage);
  const known = wanted.includes('/') ? keys : ids;
  const isBareStance =
    wanted.endsWith('/') &&
    context.taxonomies.some((taxonomy) => findStance(taxonomy, wanted.slice(0, -1)) !== null);
  return known.includes(wanted) || isBareStance ? null : unknownStage(value, stretch, known, keys);
}

export function stancesOf({ taxonomies = [] }: ValueContext): readonly string[] {
  return taxonomies.flatMap(({ stances }) => stances.map(({ id }) => id));
}

/** `stance/stage` of every stage. */
export function keysOf({ taxonomies = [] }: ValueContext): readonly string[] {
  return taxonomies.flatMap(({ stances }) =>
    stances.flatMap(({ id, stages }) =>
      stages.map((stage) => stageKey({ stance: id, stage: stage.id })),
    ),
  );
}

/** Those of the field `after`: each stage within a note first. */
export function afterValuesOf(context: ValueContext): readonly string[] {
  const keys = keysOf(context);
  return WITHINS.flatMap((within) => keys.map((stage) => formatAfter({ stage, within })));
}

function unknownStage(
  word: string,
  { from, to }: Stretch,
  candidates: readonly string[],
  known: readonly string[] = candidates,
): LocatedProblem {
  return problemAt('unknown-stage', from, to, {
    word,
    nearest: nearestOf(word, candidates),
    known,
  });
}

function unknownValue(
  word: string,
  { from, to }: Stretch,
  known: readonly string[],
): LocatedProblem {
  return problemAt('unknown-value', from, to, { word, nearest: nearestOf(word, known), known });
}

function wrong(problem: LocatedProblem): TermReading {
  return { term: null, problem };
}
