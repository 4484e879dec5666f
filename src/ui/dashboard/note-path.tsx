/**
 * A note's path through the stages in small: filled where a stage is asked, grey where it is missing. A filled
 * step shows the questions that ask it; behind a grey one there are none.
 */
import type { NoteEntry } from '../../core/question-index';
import { stageKey } from '../../core/query/fields';
import { localized } from '../../core/taxonomy';
import { useDashboard, useWords } from './dashboard-context';
import { stagePaths } from './stage-path';

export function NotePath({ entry }: { readonly entry: NoteEntry }) {
  const { model, strings } = useDashboard();
  const { taxonomy, language } = useWords();
  const words = strings.dashboard;
  const paths = stagePaths(entry, taxonomy);
  const stages = paths.flatMap((path) => path.stages);
  const asked = stages.filter((stage) => stage.count > 0).length;
  return (
    <span
      class="question-stance-note-path"
      role="group"
      aria-label={words.stagePath(asked, stages.length)}
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
              <span
                {...shared}
                role="button"
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
