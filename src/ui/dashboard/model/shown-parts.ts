/** Which parts of an answer are drawn: what a query shows or hides, else what the view draws by itself. */
import type { GroupField, Part } from '../../../core/query';
import type { DashboardState } from '../state/dashboard-state';

/** What is said by a group's header already need not stand in each of its rows. */
const SAID_BY: { readonly [part in Part]?: readonly GroupField[] } = {
  note: ['note'],
  section: ['section'],
  label: ['label'],
  asker: ['asker'],
};

export function isShown(
  part: Part,
  { show, hide, groups }: Pick<DashboardState, 'show' | 'hide' | 'groups'>,
): boolean {
  if (hide.includes(part)) return false;
  return show.includes(part) || !groups.some(({ by }) => SAID_BY[part]?.includes(by));
}

/** The state's parts with this one shown, or hidden, whichever it is not. */
export function withPart(
  part: Part,
  state: Pick<DashboardState, 'show' | 'hide' | 'groups'>,
): Pick<DashboardState, 'show' | 'hide'> {
  const rest = {
    show: state.show.filter((each) => each !== part),
    hide: state.hide.filter((each) => each !== part),
  };
  const wanted = !isShown(part, state);
  if (isShown(part, { ...rest, groups: state.groups }) === wanted) return rest;
  return wanted ? { ...rest, show: [...rest.show, part] } : { ...rest, hide: [...rest.hide, part] };
}

/** A column of the table: the question's text, or a part. */
export type Column = 'text' | (typeof COLUMN_PARTS)[number];

const COLUMN_PARTS = ['note', 'section', 'label', 'asker', 'line', 'chip', 'path'] as const;

/** In their order. A note's path is a column only where it is asked for: the headers of notes have it. */
export function columnsOf(
  state: Pick<DashboardState, 'show' | 'hide' | 'groups'>,
): readonly Column[] {
  const parts = COLUMN_PARTS.filter((part) =>
    part === 'path' ? state.show.includes(part) : isShown(part, state),
  );
  return ['text', ...parts];
}
