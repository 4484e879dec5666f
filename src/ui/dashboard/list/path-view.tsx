/** Notes, or what else the questions are grouped by, each with its path through the stages: what is asked, what is missing. */
import { GroupHeader } from './group-header';
import { QuestionList, type ViewProps } from './question-list';
import { QuestionListRow } from './question-row';

export function PathView(props: ViewProps) {
  return (
    <QuestionList
      {...props}
      class="is-paths"
      Header={GroupHeader}
      Row={QuestionListRow}
      headerHeight={110}
      rowHeight={49}
    />
  );
}
