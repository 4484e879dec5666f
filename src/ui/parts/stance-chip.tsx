/** The chip that shows a mark: the stage's label (or the stance's) in the stance's colour. */
import { SKIP, type MarkValue } from '../../core/model/question';
import { tagPath } from '../../core/model/stage-key';
import {
  findStage,
  findStance,
  localized,
  type Language,
  type Stances,
} from '../../core/model/taxonomy';
import type { Strings } from '../../i18n';

interface StanceChipProps {
  readonly mark: MarkValue | null;
  readonly taxonomy: Stances;
  readonly language: Language;
  readonly strings: Strings;
  /** Chosen but not yet written, or of a question that still holds a gap. */
  readonly pending?: boolean;
  /** Suggested: neither chosen nor written. */
  readonly ghost?: boolean;
}

export function StanceChip({ mark, taxonomy, language, strings, pending, ghost }: StanceChipProps) {
  const state = `${mark ? '' : 'is-untagged'} ${pending ? 'is-pending' : ''} ${ghost ? 'is-ghost' : ''}`;
  return (
    <span
      class={`question-stance-chip ${colorClass(mark, taxonomy)} ${state}`}
      {...(ghost && { 'data-untagged': strings.common.untagged })}
    >
      <span class="question-stance-ellipsis">{markLabel(mark, taxonomy, language, strings)}</span>
    </span>
  );
}

/** The class that gives an element and its children the colours of a mark's stance. */
export function colorClass(mark: MarkValue | null, taxonomy: Stances): string {
  const stance = mark && findStance(taxonomy, mark.stance);
  return `question-stance-color-${stance ? stance.color : 'none'}`;
}

/** The stage's label, the stance's where no stage is given, the raw ids where the taxonomy knows them not. */
export function markLabel(
  mark: MarkValue | null,
  taxonomy: Stances,
  language: Language,
  strings: Strings,
): string {
  if (!mark) return strings.common.untagged;
  if (mark.stance === SKIP) return strings.common.skip;
  const stance = findStance(taxonomy, mark.stance);
  if (!stance) return tagPath(mark);
  if (mark.stage === null) return localized(stance.label, language);
  const stage = findStage(stance, mark.stage);
  return stage ? localized(stage.label, language) : mark.stage;
}

/** The mark in full, `stance › stage`, for menus, notices and screen readers. */
export function markPath(
  mark: MarkValue | null,
  taxonomy: Stances,
  language: Language,
  strings: Strings,
): string {
  const stance = mark && findStance(taxonomy, mark.stance);
  const label = markLabel(mark, taxonomy, language, strings);
  return stance && mark.stage !== null ? `${localized(stance.label, language)} › ${label}` : label;
}
