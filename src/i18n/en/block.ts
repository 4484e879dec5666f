/** Strings of queries in notes. */
import { counted } from './count';

export const block = () => ({
  insert: 'Insert question block',
  menu: 'More for this block',
  edit: 'Change this query…',
  editTitle: 'Change the query of this block',
  write: 'Write into the note',
  openDashboard: 'Open on the dashboard',
  found: (found: string, of: string) => `${found} of ${of}`,
  more: (count: number) => `${counted(count, 'more question', 'more questions')} on the dashboard`,
  otherwise: (note: string) => `The block in “${note}” was changed meanwhile. Nothing was written.`,
});
