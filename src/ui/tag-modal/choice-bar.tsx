/** The stances, the stages of the one that is open, «not a question» and «clear», each with its key. */
import { useId } from 'preact/hooks';
import { sameMark } from '../../core/model/mark';
import { SKIP, type MarkValue } from '../../core/model/question';
import { findStance, localized, type Stance } from '../../core/model/taxonomy';
import { SpokenName } from '../parts/spoken-name';
import { colorClass } from '../parts/stance-chip';
import { markToBe } from './choices';
import { choiceKey, NO_STAGE_KEY } from './keys';
import type { ModalEnvironment, TagPartProps } from './modal-environment';
import { ghostsIn, offerLine } from './suggested';
import { targetsOf, type TagState } from './tag-state';

const SKIPPED: MarkValue = { stance: SKIP, stage: null };

export function ChoiceBar({ environment, state }: TagPartProps) {
  const { language, strings, act } = environment;
  const { taxonomy, openStance } = state;
  const name = `question-stance-${useId()}-choose`;
  const targets = targetsOf(state);
  const common = commonMark(state, targets);
  const open = openStance === null ? null : findStance(taxonomy, openStance);
  const choose = (value: MarkValue | null) => act({ type: 'choose', value });
  return (
    <div class="question-stance-choices" role="group" aria-labelledby={name}>
      <SpokenName id={name} name={strings.tagging.choose} />
      <div class="question-stance-choices-line">
        {taxonomy.stances.map((stance, at) => (
          <Choice
            key={stance.id}
            keyName={choiceKey(at)}
            label={localized(stance.label, language)}
            color={colorClass({ stance: stance.id, stage: null }, taxonomy)}
            isPressed={common?.stance === stance.id}
            isOpen={openStance === stance.id}
            onChoose={() => act({ type: 'open-stance', stance: stance.id })}
          />
        ))}
        <span class="question-stance-choices-end">
          <Choice
            keyName="x"
            label={strings.common.skip}
            isPressed={common !== undefined && sameMark(common, SKIPPED)}
            onChoose={() => choose(SKIPPED)}
          />
          <Choice
            keyName="⌫"
            label={strings.tagging.clear}
            isPressed={false}
            onChoose={() => choose(null)}
          />
        </span>
      </div>
      <div class="question-stance-choices-line is-second">
        {state.offer && <Offer environment={environment} offer={state.offer} />}
        {!state.offer && open && (
          <StageChoices environment={environment} stance={open} common={common} />
        )}
        {!state.offer && !open && (
          <>
            <span class="question-stance-choices-target">
              {state.selected.size > 0
                ? strings.tagging.forMany(targets.length)
                : strings.tagging.forOne}
            </span>
            <AcceptAll environment={environment} state={state} />
          </>
        )}
      </div>
    </div>
  );
}

/** The way to all ghosts at once for who has no Shift key at hand. */
function AcceptAll({ environment, state }: TagPartProps) {
  const { strings, act, keepKeyboard } = environment;
  const ghosts = ghostsIn(state).size;
  if (ghosts === 0) return null;
  return (
    <span class="question-stance-choices-end">
      <Choice
        keyName="⇧y"
        label={strings.tagging.suggest.acceptAll(ghosts)}
        onChoose={() => {
          act({ type: 'offer-ghosts' });
          keepKeyboard();
        }}
      />
    </span>
  );
}

interface OfferProps {
  readonly environment: ModalEnvironment;
  readonly offer: NonNullable<TagState['offer']>;
}

function Offer({ environment, offer }: OfferProps) {
  const { strings, act, keepKeyboard } = environment;
  const words = strings.tagging.suggest;
  const answer = (type: 'accept-offer' | 'go-back') => () => {
    act({ type });
    keepKeyboard();
  };
  return (
    <>
      <span class="question-stance-choices-offer">{offerLine(offer, strings)}</span>
      <span class="question-stance-choices-end">
        <Choice keyName="y" label={words.accept} onChoose={answer('accept-offer')} />
        <Choice keyName="n" label={words.back} onChoose={answer('go-back')} />
      </span>
    </>
  );
}

interface StageChoicesProps {
  readonly environment: ModalEnvironment;
  readonly stance: Stance;
  readonly common: MarkValue | null | undefined;
}

function StageChoices({ environment, stance, common }: StageChoicesProps) {
  const { taxonomy, language, strings, act } = environment;
  const name = `question-stance-${useId()}-stages`;
  const color = colorClass({ stance: stance.id, stage: null }, taxonomy);
  const choiceOf = (stage: string | null) => {
    const value: MarkValue = { stance: stance.id, stage };
    return {
      color,
      isPressed: common !== undefined && sameMark(common, value),
      onChoose: () => act({ type: 'choose', value }),
    };
  };
  return (
    <span class="question-stance-choices-stages" role="group" aria-labelledby={name}>
      <SpokenName id={name} name={strings.tagging.stagesOf(localized(stance.label, language))} />
      {stance.stages.map((stage, at) => (
        <Choice
          key={stage.id}
          keyName={choiceKey(at)}
          label={localized(stage.label, language)}
          asks={localized(stage.asks, language)}
          {...choiceOf(stage.id)}
        />
      ))}
      <Choice keyName={String(NO_STAGE_KEY)} label={strings.common.noStage} {...choiceOf(null)} />
    </span>
  );
}

interface ChoiceProps {
  /** Null where no key chooses it. */
  readonly keyName: string | null;
  readonly label: string;
  /** What a question of the stage asks. */
  readonly asks?: string;
  readonly color?: string;
  /** Of what questions may have; an action has none. */
  readonly isPressed?: boolean;
  /** Said for stances only: whether their stages are shown. */
  readonly isOpen?: boolean;
  readonly onChoose: () => void;
}

function Choice(props: ChoiceProps) {
  const { keyName, label, asks = '', isPressed, isOpen, onChoose } = props;
  const isStance = isOpen !== undefined;
  const classes = [
    'question-stance-choice',
    props.color,
    isPressed && 'is-pressed',
    isStance && 'is-stance',
    isOpen && 'is-open',
  ];
  return (
    <button
      type="button"
      class={classes.filter(Boolean).join(' ')}
      {...(isStance ? { 'aria-expanded': isOpen } : {})}
      {...(isStance || isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
      // The list keeps the focus, so that the next key goes on from where the mouse left off.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {keyName !== null && (
        <kbd class="question-stance-key" aria-hidden="true">
          {keyName}
        </kbd>
      )}
      {asks === '' ? (
        label
      ) : (
        <span class="question-stance-choice-text">
          {label} <small>{asks}</small>
        </span>
      )}
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
