/** A value as it was written → the term it means, or what is wrong with it, with what was probably meant. */
import { findStance, stageKeysOf, type Taxonomy } from '../../model/taxonomy';
import { foldText } from '../../text/fold-text';
import { formatAfter, readAfter, WITHINS } from './after-value';
import type { Term } from './condition';
import { readDateRange } from './date-range';
import { FIELD_TABLE, FIELDS, type Field } from './fields';
import { nearestOf } from './nearest';
import { problemAt, type LocatedProblem } from './problem';
import type { Token } from './token';
import { partsOfKey } from '../../model/stage-key';
import type { TextRange } from '../../text/text-range';

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

function readTerm(
  field: Field,
  value: string,
  range: TextRange,
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
        return { term: { field, value }, problem: stageProblem(value, range, context) };
      }
      return wrong(unknownValue(value, range, rule.values));
    }
    case 'stance': {
      const stances = stancesOf(context);
      const isKnown = stances.length === 0 || stances.includes(foldText(value));
      const problem = isKnown || value === '' ? null : unknownStage(value, range, stances);
      return { term: { field, value }, problem };
    }
    case 'stage':
      return { term: { field, value }, problem: stageProblem(value, range, context) };
    case 'path-stage': {
      if (!value.includes('/')) return wrong(unknownValue(value, range, keysOf(context)));
      return { term: { field, value }, problem: stageProblem(value, range, context) };
    }
    case 'after': {
      const { stage } = readAfter(value);
      const known = afterValuesOf(context);
      if (!stage.includes('/')) return wrong(unknownValue(value, range, known));
      const isKnown = stageProblem(stage, range, context) === null;
      return {
        term: { field, value },
        problem: isKnown ? null : unknownStage(value, range, known),
      };
    }
    case 'property':
      return value.trim() === '' || value.startsWith('=')
        ? wrong(problemAt('missing-value', range.from, range.to, { word: field }))
        : { term: { field, value }, problem: null };
    case 'date':
      return readDateRange(value, SOME_DAY)
        ? { term: { field, value }, problem: null }
        : wrong(problemAt('bad-date', range.from, range.to, { word: value }));
  }
}

/** Null where the taxonomies have it, or none are given. */
function stageProblem(
  value: string,
  range: TextRange,
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
  return known.includes(wanted) || isBareStance ? null : unknownStage(value, range, known, keys);
}

export function stancesOf({ taxonomies = [] }: ValueContext): readonly string[] {
  return taxonomies.flatMap(({ stances }) => stances.map(({ id }) => id));
}

/** `stance/stage` of every stage. */
export function keysOf({ taxonomies = [] }: ValueContext): readonly string[] {
  return taxonomies.flatMap(stageKeysOf);
}

/** Those of the field `after`: each stage within a note first. */
export function afterValuesOf(context: ValueContext): readonly string[] {
  const keys = keysOf(context);
  return WITHINS.flatMap((within) => keys.map((stage) => formatAfter({ stage, within })));
}

function unknownStage(
  word: string,
  { from, to }: TextRange,
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
  { from, to }: TextRange,
  known: readonly string[],
): LocatedProblem {
  return problemAt('unknown-value', from, to, { word, nearest: nearestOf(word, known), known });
}

function wrong(problem: LocatedProblem): TermReading {
  return { term: null, problem };
}
