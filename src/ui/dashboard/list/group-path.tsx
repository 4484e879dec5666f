/**
 * The path of a note, or of another group, through the stages: filled where a stage is asked, grey where it is missing.
 * A filled stage lists the questions that ask it; a grey one, of a note or an asker, those of all who miss it. The whole
 * path is one stop of the Tab key; arrows go from stage to stage. Large, its stages have names and counts.
 */
import { stageKey } from '../../../core/model/stage-key';
import { localized } from '../../../core/model/taxonomy';
import { onKey } from '../../../keys/key-press';
import { useDashboard, useWords } from '../actions/dashboard-context';
import {
  missingField,
  type Pathed,
  stagePaths,
  stagesAskedBy,
  stagesAskedIn,
} from '../model/stage-path';
import { groupName, termOfGroup } from '../model/term-label';

interface GroupPathProps {
  readonly group: Pathed;
  readonly large: boolean;
}

export function GroupPath({ group, large }: GroupPathProps) {
  const { actions, model, strings } = useDashboard();
  const wording = useWords();
  const words = strings.dashboard;
  const { taxonomy, language } = wording;
  const term = termOfGroup(group);
  const missing = missingField(group);
  // Small, it is a note's own wherever it stands.
  const isOwn = !large && group.field === 'note';
  const counts = isOwn ? stagesAskedBy(group.entry) : stagesAskedIn(group, model.shown);
  const paths = stagePaths(counts, taxonomy);
  const all = paths.flatMap(({ stages }) => stages);
  const asked = all.filter(({ count }) => count > 0);
  const isPressed = ({ count }: (typeof all)[number]) =>
    term !== null && (count > 0 || missing !== null);
  const first = all.find(isPressed);
  const name = groupName(group.key, group.field, wording);
  return (
    <span
      class={`question-stance-note-path ${large ? 'is-large' : ''}`}
      role="toolbar"
      aria-label={words.noteStagePath(name, words.stagePath(asked.length, all.length))}
      onKeyDown={moveBetweenStages}
    >
      {paths.map(({ stance, stages }) => (
        <span
          key={stance.id}
          class={`question-stance-note-stance question-stance-color-${stance.color}`}
        >
          {large && (
            <span class="question-stance-path-stance">
              <span class="question-stance-dot" />
              {localized(stance.label, language)}
            </span>
          )}
          {stages.map((each) => {
            const { stage, count } = each;
            const label = localized(stage.label, language);
            const shared = {
              class: `question-stance-path-stage ${count > 0 ? 'is-asked' : ''}`,
              'aria-label': count > 0 ? words.stageAsked(label, count) : words.stageMissing(label),
              'data-tooltip-position': 'top',
            };
            const text = large && (
              <>
                <span>{label}</span> <b>{count > 0 ? words.number(count) : '–'}</b>
              </>
            );
            if (!isPressed(each)) {
              return (
                <span key={stage.id} {...shared} role="img">
                  {text}
                </span>
              );
            }
            const key = stageKey({ stance: stance.id, stage: stage.id });
            return (
              <button
                key={stage.id}
                {...shared}
                type="button"
                tabIndex={each === first ? 0 : -1}
                onContextMenu={(event) => actions.menus.showForStage(key, event)}
                onKeyDown={onKey((press, event: KeyboardEvent) =>
                  actions.onStageKey(key, press, event),
                )}
                onClick={() => {
                  if (count > 0 && term) model.showStage(term, key);
                  else if (missing) model.toggle({ field: missing, value: key });
                }}
              >
                {text}
              </button>
            );
          })}
        </span>
      ))}
    </span>
  );
}

/** The list's arrows would leave the path, so those pressed on a stage end here. */
const moveBetweenStages = onKey(
  (
    { name, mod, shift, alt },
    event: KeyboardEvent & { readonly currentTarget: HTMLElement },
  ): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[name];
    if (by === undefined || mod || shift || alt) return;
    const path = event.currentTarget;
    const isRightToLeft = path.win.getComputedStyle(path).direction === 'rtl';
    const stages = [...path.querySelectorAll<HTMLElement>('button')];
    const at = stages.indexOf(path.doc.activeElement as HTMLElement);
    stages[at + (isRightToLeft ? -by : by)]?.focus();
    event.preventDefault();
    event.stopPropagation();
  },
);
