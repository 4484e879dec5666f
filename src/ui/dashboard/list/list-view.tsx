/** The questions as a list under the headers of their groups. */
import { GroupHeader } from './group-header';
import { QuestionList, type ViewProps } from './question-list';
import { QuestionListRow } from './question-row';

export function ListView(props: ViewProps) {
  return (
    <QuestionList
      {...props}
      Header={GroupHeader}
      Row={QuestionListRow}
      headerHeight={44}
      rowHeight={49}
    />
  );
}
