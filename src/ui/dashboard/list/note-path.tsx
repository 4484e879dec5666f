/**
 * A note's path through the stages in small: filled where a stage is asked, grey where it is missing. A filled
 * step shows the questions that ask it; behind a grey one there are none. The whole path is one stop of the Tab
 * key; arrows go from step to step.
 */
import type { NoteEntry } from '../../../core/index/question-index';
import { stageKey } from '../../../core/model/stage-key';
import { noteName } from '../../../core/query';
import { localized } from '../../../core/model/taxonomy';
import { onKey } from '../../../keys/key-press';
import { useDashboard, useWords } from '../actions/dashboard-context';
import { stagePaths } from '../model/stage-path';

export function NotePath({ entry }: { readonly entry: NoteEntry }) {
  const { model, strings } = useDashboard();
  const { taxonomy, language } = useWords();
  const words = strings.dashboard;
  const paths = stagePaths(entry, taxonomy);
  const stages = paths.flatMap((path) => path.stages);
  const asked = stages.filter((stage) => stage.count > 0).length;
  const first = paths
    .flatMap(({ stance, stages: steps }) =>
      steps
        .filter(({ count }) => count > 0)
        .map(({ stage }) => stageKey({ stance: stance.id, stage: stage.id })),
    )
    .at(0);
  return (
    <span
      class="question-stance-note-path"
      role="toolbar"
      aria-label={words.noteStagePath(noteName(entry.path), words.stagePath(asked, stages.length))}
      onKeyDown={moveBetweenSteps}
    >
      {paths.map(({ stance, stages: steps }) => (
        <span
          key={stance.id}
          class={`question-stance-note-stance question-stance-color-${stance.color}`}
        >
          {steps.map(({ stage, count }) => {
            const name = localized(stage.label, language);
            const shared = { key: stage.id, 'data-tooltip-position': 'top' };
            if (count === 0) {
              return (
                <span
                  {...shared}
                  role="img"
                  class="question-stance-step"
                  aria-label={words.stageMissing(name)}
                />
              );
            }
            const key = stageKey({ stance: stance.id, stage: stage.id });
            return (
              <button
                {...shared}
                type="button"
                tabIndex={key === first ? 0 : -1}
                class="question-stance-step is-asked"
                aria-label={words.stageAsked(name, count)}
                onClick={() => model.showStage(entry.path, key)}
              />
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
