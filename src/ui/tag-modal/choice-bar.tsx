/** The stances, the stages of the one that is open, «not a question» and «clear», each with its key. */
import { sameMark } from '../../core/mark';
import { SKIP, type MarkValue } from '../../core/question';
import { localized, type Stance } from '../../core/taxonomy';
import { colorClass } from '../parts/stance-chip';
import { markToBe } from './choices';
import { NO_STAGE_KEY } from './keys';
import type { ModalEnvironment } from './modal-environment';
import { targetsOf, type TagState } from './model';

interface ChoiceBarProps {
  readonly environment: ModalEnvironment;
  readonly state: TagState;
}

export function ChoiceBar({ environment, state }: ChoiceBarProps) {
  const { strings, act } = environment;
  const targets = targetsOf(state);
  const skip: MarkValue = { stance: SKIP, stage: null };
  const common = commonMark(state, targets);
  const choose = (value: MarkValue | null) => act({ type: 'choose', value });
  return (
    <div class="question-stance-choices" role="group" aria-label={strings.tagging.choose}>
      <div class="question-stance-choices-target" aria-live="polite">
        {state.selected.size > 0 ? strings.tagging.forMany(targets.length) : strings.tagging.forOne}
      </div>
      {state.taxonomy.stances.map((stance, at) => (
        <StanceChoice
          key={stance.id}
          environment={environment}
          stance={stance}
          digit={at + 1}
          isOpen={state.openStance === stance.id}
          common={common}
        />
      ))}
      <span class="question-stance-choices-end">
        <Choice
          keyName="x"
          label={strings.common.skip}
          isPressed={common !== undefined && sameMark(common, skip)}
          onChoose={() => choose(skip)}
        />
        <Choice
          keyName="⌫"
          label={strings.tagging.clear}
          isPressed={false}
          onChoose={() => choose(null)}
        />
      </span>
    </div>
  );
}

interface StanceChoiceProps {
  readonly environment: ModalEnvironment;
  readonly stance: Stance;
  readonly digit: number;
  readonly isOpen: boolean;
  readonly common: MarkValue | null | undefined;
}

function StanceChoice({ environment, stance, digit, isOpen, common }: StanceChoiceProps) {
  const { taxonomy, language, strings, act } = environment;
  const label = localized(stance.label, language);
  const value = (stage: string | null): MarkValue => ({ stance: stance.id, stage });
  const isPressed = (stage: string | null) =>
    common !== undefined && sameMark(common, value(stage));
  return (
    <span class={`question-stance-choices-stance ${colorClass(value(null), taxonomy)}`}>
      <Choice
        keyName={String(digit)}
        label={label}
        isPressed={common?.stance === stance.id}
        isOpen={isOpen}
        isStance
        onChoose={() => act({ type: 'open-stance', stance: stance.id })}
      />
      {isOpen && (
        <span
          class="question-stance-choices-stages"
          role="group"
          aria-label={strings.tagging.stagesOf(label)}
        >
          {stance.stages.map((stage, at) => (
            <Choice
              key={stage.id}
              keyName={String(at + 1)}
              label={localized(stage.label, language)}
              title={localized(stage.asks, language)}
              isPressed={isPressed(stage.id)}
              onChoose={() => act({ type: 'choose', value: value(stage.id) })}
            />
          ))}
          <Choice
            keyName={String(NO_STAGE_KEY)}
            label={strings.common.noStage}
            isPressed={isPressed(null)}
            onChoose={() => act({ type: 'choose', value: value(null) })}
          />
        </span>
      )}
    </span>
  );
}

interface ChoiceProps {
  readonly keyName: string;
  readonly label: string;
  readonly title?: string;
  readonly isPressed: boolean;
  readonly isOpen?: boolean;
  readonly isStance?: boolean;
  readonly onChoose: () => void;
}

function Choice({ keyName, label, title, isPressed, isOpen, isStance, onChoose }: ChoiceProps) {
  const classes = [
    'question-stance-choice',
    isPressed && 'is-pressed',
    isOpen && 'is-open',
    isStance && 'is-stance',
  ];
  return (
    <button
      type="button"
      class={classes.filter(Boolean).join(' ')}
      {...(isStance ? { 'aria-expanded': isOpen ?? false } : { 'aria-pressed': isPressed })}
      {...(title === undefined ? {} : { 'aria-description': title })}
      // The list keeps the focus, so that the next key goes on from where the mouse left off.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <kbd class="question-stance-key" aria-hidden="true">
        {keyName}
      </kbd>
      {label}
    </button>
  );
}

/** The mark that all targets have or are to have; undefined where they differ or there are none. */
function commonMark(state: TagState, targets: readonly number[]): MarkValue | null | undefined {
  const marks = targets.map((index) => markToBe(state.choices.now, state.questions, index));
  const [first] = marks;
  if (first === undefined) return undefined;
  return marks.every((mark) => sameMark(mark, first)) ? first : undefined;
}
