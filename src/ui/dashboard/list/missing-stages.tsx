/** Which stages a note, or an asker, does not ask, in words; pressed, each finds all who miss it. */
import { stageKey } from '../../../core/model/stage-key';
import { localized } from '../../../core/model/taxonomy';
import { useDashboard, useWords } from '../actions/dashboard-context';
import type { ItemGroup } from '../model/list-items';
import { missingField, stagePaths, stagesAskedIn } from '../model/stage-path';

/** More are counted alone; the path beside has them all. */
const MOST_NAMED = 3;
/** No line begins with what lists them. */
const WORD_JOINER = '\u2060';

export function MissingStages({ group }: { readonly group: ItemGroup }) {
  const { actions, model, strings } = useDashboard();
  const { taxonomy, language } = useWords();
  const words = strings.dashboard;
  const field = missingField(group);
  if (!field) return null;
  const all = stagePaths(stagesAskedIn(group, model.shown), taxonomy).flatMap(
    ({ stance, stages }) => stages.map((stage) => ({ ...stage, stance })),
  );
  const missing = all.filter(({ count }) => count === 0);
  const asked = all.length - missing.length;
  // Where nothing is asked, everything is missing.
  const named = asked === 0 ? [] : missing.slice(0, MOST_NAMED);
  const more = missing.length - named.length;
  return (
    <span class="question-stance-faint question-stance-missing">
      {words.stagePath(asked, all.length)}
      {named.length > 0 && ` · ${words.missing} `}
      {named.map(({ stance, stage }, at) => {
        const value = stageKey({ stance: stance.id, stage: stage.id });
        return (
          <span key={value}>
            <button
              type="button"
              tabIndex={-1}
              class="question-stance-bare-button"
              data-missing={value}
              onClick={() => model.toggle({ field, value })}
              onContextMenu={(event) => actions.menus.showForStage(value, event)}
            >
              {localized(stage.label, language)}
            </button>
            {at < named.length - 1 && `${WORD_JOINER}${strings.query.listed}`}
          </span>
        );
      })}
      {named.length > 0 && more > 0 && ` ${strings.common.andMore(more)}`}
    </span>
  );
}
