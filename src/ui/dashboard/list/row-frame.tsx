/** The frame of a question's row, whichever view draws what is in it. */
import type { ComponentChildren } from 'preact';
import type { Row } from '../../../core/query';
import { useDashboard } from '../actions/dashboard-context';

export interface QuestionRowProps {
  readonly id: string;
  /** Its position in the whole list, 1-based: most rows of the list are not in the DOM. */
  readonly position: number;
  readonly row: Row;
  readonly search: readonly string[];
  readonly selected: boolean;
  readonly active: boolean;
  /** The box was clicked; `extend` with Shift. */
  readonly onToggle: (extend: boolean) => void;
  /** The row takes the keyboard's cursor. */
  readonly onActivate: () => void;
}

interface RowFrameProps extends QuestionRowProps {
  readonly class: string;
  /** The cells behind the box; one of them holds the question's text, as `${id}-text`. */
  readonly children: ComponentChildren;
}

/** What a question's row is in every view: its box, what it opens, its menu, its preview. */
export function RowFrame(props: RowFrameProps) {
  const { row, selected, active } = props;
  const { actions } = useDashboard();
  const { question } = row;
  return (
    <div
      id={props.id}
      role="row"
      aria-rowindex={props.position}
      aria-level={2}
      aria-selected={selected}
      class={`${props.class} ${selected ? 'is-selected' : ''} ${active ? 'is-active' : ''}`}
      onMouseDown={(event) => {
        // A middle click opens a tab; it must not start scrolling.
        if (event.button === 1) event.preventDefault();
      }}
      onClick={(event) => {
        if (event.shiftKey && !event.ctrlKey && !event.metaKey) {
          props.onToggle(true);
        } else {
          props.onActivate();
          actions.notes.open(row, event);
        }
      }}
      onAuxClick={(event) => {
        if (event.button === 1) actions.notes.open(row, event);
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        props.onActivate();
        actions.menus.showForRow(row, event);
      }}
      onMouseOver={(event) =>
        actions.notes.preview(row.entry.path, event, event.currentTarget, question.line)
      }
    >
      <span
        role="gridcell"
        class="question-stance-box-cell"
        onClick={(event) => event.stopPropagation()}
      >
        <label>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={selected}
            aria-labelledby={`${props.id}-text`}
            onClick={(event) => {
              props.onToggle(event.shiftKey);
            }}
          />
        </label>
      </span>
      {props.children}
    </div>
  );
}
