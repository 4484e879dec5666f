/** How a filter term reads on a chip or in the picker, and whose colour it has. */
import { QUESTION_KINDS, type MarkValue, type QuestionKind } from '../../../core/model/question';
import {
  type Condition,
  DATE_PROPERTY,
  type Filter,
  formatCondition,
  isNegation,
  isTerm,
  type Term,
  type ListedField,
  isField,
  noteName,
  type Part,
  readAfter,
  rowTerm,
  titlesOf,
} from '../../../core/query';
import { findStance, LANGUAGES, localized } from '../../../core/model/taxonomy';
import { stringsFor, type Strings } from '../../../i18n';
import { markLabel } from '../../parts/stance-chip';
import type { Wording } from '../../parts/wording';
import { markOfKey } from '../../../core/model/stage-key';

/** A condition on a chip: a term by its name, what is more than one in the words of the language. */
export function conditionLabel(condition: Condition, words: Wording): string {
  if (isTerm(condition)) return termLabel(condition, words);
  if (isNegation(condition) && isTerm(condition.not)) {
    return words.strings.dashboard.not(termLabel(condition.not, words));
  }
  const only = isNegation(condition) ? undefined : soleCondition(condition.any);
  return only ? conditionLabel(only, words) : formatCondition(condition);
}

/** What brackets hold that hold one thing alone. */
function soleCondition([alternative = [], second]: readonly Filter[]): Condition | undefined {
  return second === undefined && alternative.length === 1 ? alternative[0] : undefined;
}

/** The term with its field where the value alone would not say what it is. */
export function termLabel(term: Term, words: Wording): string {
  const { dashboard } = words.strings;
  if (term.field === 'text') return dashboard.textTerm(term.value);
  const value = valueLabel(term, words);
  if (termMark(term) !== null || term.field === 'is') return value;
  return dashboard.term(dashboard.fields[term.field], value);
}

/**
 * What a term is found by among others: its field and value in the interface's language, then in the others. A
 * note by its whole path, so that a folder's name finds its notes.
 */
export function findableText(term: Term, words: Wording): string {
  const inWords = (some: Wording): readonly string[] => [
    some.strings.dashboard.fields[term.field],
    term.field === 'note' ? term.value : valueLabel(term, some),
  ];
  const own = inWords(words);
  // There may be very many of these, and what they are called is the same in every language.
  if (term.field === 'note' || term.field === 'speaker') return own.join(' ');
  const others = LANGUAGES.filter((language) => language !== words.language).flatMap((language) =>
    inWords({ ...words, language, strings: stringsFor(language) }),
  );
  return [...new Set([...own, ...others])].join(' ');
}

/** The value alone. */
export function valueLabel(term: Term, words: Wording): string {
  const { strings } = words;
  switch (term.field) {
    case 'stance':
    case 'stage': {
      const mark = termMark(term);
      return mark ? markName(mark, term.field === 'stage', words) : term.value;
    }
    case 'is':
      if (term.value === 'conflict') return strings.common.conflict;
      if (term.value === 'skipped') return strings.common.skip;
      return term.value === 'tagged' ? strings.dashboard.tagged : strings.common.untagged;
    case 'note':
      return noteName(term.value);
    case 'folder':
      return term.value === '/' ? strings.dashboard.vaultRoot : term.value;
    case 'label':
      return term.value === '' ? strings.dashboard.noLabel : term.value;
    case 'kind':
      return isKind(term.value) ? strings.dashboard.kindNames[term.value] : term.value;
    case 'has':
    case 'missing':
    case 'lacks': {
      if (term.value === DATE_PROPERTY) return strings.dashboard.dateProperty;
      if (isField(term.value)) return strings.dashboard.fields[term.value];
      return term.value.includes('/') ? markName(markOfKey(term.value), true, words) : term.value;
    }
    case 'after': {
      const { stage, within } = readAfter(term.value);
      const name = stage.includes('/') ? markName(markOfKey(stage), true, words) : stage;
      return strings.dashboard.afterWithin[within](name);
    }
    case 'speaker':
    case 'asker':
    case 'section':
    case 'path':
    case 'tag':
    case 'prop':
    case 'date':
    case 'text':
      return term.value;
  }
}

function isKind(value: string): value is QuestionKind {
  return QUESTION_KINDS.some((kind) => kind === value);
}

/** The mark a stance or stage term stands for, with whose colour it is shown; null for other fields. */
export function termMark(term: Term): MarkValue | null {
  if (term.field === 'stance') return { stance: term.value, stage: null };
  if (term.field !== 'stage' || !term.value.includes('/')) return null;
  return markOfKey(term.value);
}

/** The term that finds a group's questions; null where no words of a filter do. */
export function termOfGroup({
  field,
  key,
}: {
  readonly field: ListedField;
  readonly key: string | null;
}): Term | null {
  switch (field) {
    case 'given':
      return null;
    case 'speaker':
      return key === null ? { field: 'missing', value: field } : { field, value: key };
    case 'stance':
    case 'stage':
    case 'kind':
      return key === null ? { field: 'is', value: 'untagged' } : { field, value: key };
    case 'note':
    case 'folder':
    case 'section':
    case 'label':
    case 'asker':
    case 'month':
    case 'quarter':
    case 'year':
      return rowTerm(field, key);
  }
}

/** What a part of an answer is called, in menus and as a column. */
export function partName(part: Part, { fields, parts }: Strings['dashboard']): string {
  switch (part) {
    case 'header':
    case 'count':
    case 'path':
      return parts[part];
    case 'chip':
      return fields.stage;
    case 'note':
    case 'section':
    case 'label':
    case 'asker':
    case 'line':
      return fields[part];
  }
}

/** What a group is called. */
export function groupName(key: string | null, by: ListedField, words: Wording): string {
  const { strings } = words;
  if (key === null) return noneName(by, strings);
  switch (by) {
    case 'stance':
    case 'stage':
    case 'folder':
    case 'kind':
    case 'note':
      return valueLabel({ field: by, value: key }, words);
    case 'section':
      return titlesOf(key).join(' › ');
    case 'label':
    case 'speaker':
    case 'asker':
    case 'month':
    case 'quarter':
    case 'year':
      return key;
    case 'given':
      return key === '' ? noneName(by, strings) : key;
  }
}

function noneName(by: ListedField, { bases, common, dashboard }: Strings): string {
  switch (by) {
    case 'given':
      return bases.noValue;
    case 'label':
      return dashboard.noLabel;
    case 'speaker':
      return dashboard.noSpeaker;
    case 'asker':
      return dashboard.noAsker;
    case 'section':
      return dashboard.noSection;
    case 'month':
    case 'quarter':
    case 'year':
      return dashboard.noDate;
    case 'stance':
    case 'stage':
    case 'note':
    case 'folder':
    case 'kind':
      return common.untagged;
  }
}

/** «Stance › stage», or the stance alone where the stage does not matter. */
export function markName(mark: MarkValue, withStage: boolean, words: Wording): string {
  const { taxonomy, language, strings } = words;
  const stance = findStance(taxonomy, mark.stance);
  if (!withStage || !stance) return markLabel(mark, taxonomy, language, strings);
  const stage =
    mark.stage === null ? strings.dashboard.noStage : markLabel(mark, taxonomy, language, strings);
  return `${localized(stance.label, language)} › ${stage}`;
}
