/**
 * The path of a note, or of another group, through the stages: filled where a stage is asked, grey where it is missing.
 * A filled step lists the questions that ask it; behind a grey one there are none. The whole path is one stop of the Tab
 * key; arrows go from step to step. Large, its steps have names and counts.
 */
import { stageKey } from '../../../core/model/stage-key';
import { localized } from '../../../core/model/taxonomy';
import { onKey } from '../../../keys/key-press';
import { useDashboard, useWords } from '../actions/dashboard-context';
import type { ItemGroup } from '../model/list-items';
import { stagePaths, stagesAskedBy, stagesAskedIn } from '../model/stage-path';
import { groupName, termOfGroup } from '../model/term-label';

interface GroupPathProps {
  readonly group: Pick<ItemGroup, 'field' | 'key' | 'level' | 'entry' | 'stages'>;
  readonly large: boolean;
}

export function GroupPath({ group, large }: GroupPathProps) {
  const { model, strings } = useDashboard();
  const wording = useWords();
  const words = strings.dashboard;
  const { taxonomy, language } = wording;
  // Small, it is a note's own wherever it stands.
  const counts = large ? stagesAskedIn(group) : stagesAskedBy(group.entry);
  const term = termOfGroup(group);
  const paths = stagePaths(counts, taxonomy);
  const steps = paths.flatMap(({ stages }) => stages);
  const asked = steps.filter(({ count }) => count > 0);
  const name = groupName(group.key, group.field, wording);
  return (
    <span
      class={`question-stance-note-path ${large ? 'is-large' : ''}`}
      role="toolbar"
      aria-label={words.noteStagePath(name, words.stagePath(asked.length, steps.length))}
      onKeyDown={moveBetweenSteps}
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
          {stages.map((step) => {
            const { stage, count } = step;
            const label = localized(stage.label, language);
            const shared = {
              class: `question-stance-step ${count > 0 ? 'is-asked' : ''}`,
              'aria-label': count > 0 ? words.stageAsked(label, count) : words.stageMissing(label),
              'data-tooltip-position': 'top',
            };
            const text = large && (
              <>
                <span>{label}</span> <b>{count > 0 ? words.number(count) : '–'}</b>
              </>
            );
            if (count === 0) {
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
                tabIndex={step === asked[0] ? 0 : -1}
                onClick={() => model.showStage(term, key)}
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

/** The list's arrows would leave the path, so those pressed on a step end here. */
const moveBetweenSteps = onKey(
  (
    { name, mod, shift, alt },
    event: KeyboardEvent & { readonly currentTarget: HTMLElement },
  ): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[name];
    if (by === undefined || mod || shift || alt) return;
    const path = event.currentTarget;
    const isRightToLeft = path.win.getComputedStyle(path).direction === 'rtl';
    const steps = [...path.querySelectorAll<HTMLElement>('button')];
    const at = steps.indexOf(path.doc.activeElement as HTMLElement);
    steps[at + (isRightToLeft ? -by : by)]?.focus();
    event.preventDefault();
    event.stopPropagation();
  },
);
