/** Strings of the view of a base. */
import { formatted, plural } from './count';

export const bases = () => ({
  /** What the view is called among the views of bases, and the base that is made with it. */
  name: 'Questions',
  insert: 'Insert question base',
  off: 'Bases are off. Turn the core plugin on in Settings → Core plugins, then try again.',
  filter: 'Filter words',
  grouping: 'Group by',
  limit: 'Questions at most',
  /** An option that the base leaves open. */
  usual: 'Default',
  asBase: 'Show it as the base says',
  more: 'More for these questions',
  noText: (value: string) => `${value} is no text. Put it in quotes.`,
  noNotes: 'This base has no notes',
  nothing: (count: number) =>
    plural(
      count,
      'Its one note asks nothing yet.',
      `None of its ${formatted(count)} notes asks anything yet.`,
    ),
  /** A group of a base without a value. */
  noValue: 'None',
});
