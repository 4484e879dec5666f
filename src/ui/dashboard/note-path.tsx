/** A note's path through the stages in small: filled where a stage is asked, grey where it is missing. */
import type { NoteEntry } from '../../core/question-index';
import { localized } from '../../core/taxonomy';
import { useDashboard, useWords } from './dashboard-context';
import { stagePaths } from './stage-path';

export function NotePath({ entry }: { readonly entry: NoteEntry }) {
  const { strings } = useDashboard();
  const { taxonomy, language } = useWords();
  const words = strings.dashboard;
  const paths = stagePaths(entry, taxonomy);
  const stages = paths.flatMap((path) => path.stages);
  const asked = stages.filter((stage) => stage.count > 0).length;
  return (
    <span
      class="question-stance-note-path"
      role="img"
      aria-label={words.stagePath(asked, stages.length)}
    >
      {paths.map(({ stance, stages: steps }) => (
        <span
          key={stance.id}
          class={`question-stance-note-stance question-stance-color-${stance.color}`}
        >
          {steps.map(({ stage, count }) => {
            const name = localized(stage.label, language);
            return (
              <span
                key={stage.id}
                class={`question-stance-step ${count > 0 ? 'is-asked' : ''}`}
                aria-label={count > 0 ? words.stageAsked(name, count) : words.stageMissing(name)}
                data-tooltip-position="top"
              />
            );
          })}
        </span>
      ))}
    </span>
  );
}
